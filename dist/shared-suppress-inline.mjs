const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  decode
} from "./shared-detect-position.mjs";

// src/suppress/inline.ts
var MOST = 1e4;
var LINE = 1024;
var EVERYWHERE = [
  { needle: "bearertrap:ignore", read: marked(/^bearertrap:ignore(?:-(line|next-line|start|end))?(?![\w:-])/) },
  { needle: "secretlint-", read: secretlint }
];
var NEARBY = [
  { needle: "gitleaks:allow", read: marked(/^gitleaks:allow(?!\w)/) },
  { needle: "trufflehog:ignore", read: marked(/^trufflehog:ignore(?!\w)/) },
  { needle: "pragma:", read: marked(/^pragma: ?(?:allow|white)list[ -](?:(next)line[ -])?secret(?!\w)/) },
  { needle: "ggignore", read: marked(/^ggignore(?!\w)/) }
];
function marked(form) {
  return (text) => {
    const found = form.exec(text);
    if (!found) return void 0;
    const variant = found[1] === "next" ? "next-line" : found[1] ?? "line";
    return { marker: found[0], form: variant, rest: text.slice(found[0].length) };
  };
}
function secretlint(text) {
  const found = /^secretlint-(?:disable(?:-(line|next-line))?|enable)(?![\w-])/.exec(text);
  if (!found) return void 0;
  const form = found[0] === "secretlint-enable" ? "end" : found[1] ?? "start";
  return { marker: found[0], form, rest: text.slice(found[0].length) };
}
var needles = /* @__PURE__ */ new Map();
function bytesOf(needle, encoding) {
  const wide = encoding === "utf-16le" || encoding === "utf-16be";
  const key = wide ? `${encoding} ${needle}` : needle;
  let bytes = needles.get(key);
  if (!bytes) {
    bytes = Buffer.from(needle, wide ? "utf16le" : "latin1");
    needles.set(key, encoding === "utf-16be" ? bytes.swap16() : bytes);
  }
  return bytes;
}
function inlineIgnores(data, start, end, encoding, secrets, positions) {
  const marks = [];
  const step = encoding === "utf-16le" || encoding === "utf-16be" ? 2 : 1;
  const search = ({ needle, read }, from, to) => {
    const bytes = bytesOf(needle, encoding);
    const part = data.subarray(from, to);
    for (let found = part.indexOf(bytes); found >= 0 && marks.length < MOST; found = part.indexOf(bytes, found + bytes.length)) {
      const at = from + found;
      if (at > start && /[\w:-]$/.test(decode(data, at - step, at, encoding))) continue;
      const [line = ""] = decode(data, at, Math.min(end, at + LINE), encoding).split(/\r?\n/, 1);
      const mark = read(line);
      if (mark) marks.push({ at, mark });
    }
  };
  for (const marker of EVERYWHERE) search(marker, start, end);
  for (const { from, to } of neighbourhoods(secrets, start, end)) for (const marker of NEARBY) search(marker, from, to);
  marks.sort((a, b) => a.at - b.at);
  return pairBlocks(marks.map(({ at, mark }) => ({ line: positions.at(at).line, mark })));
}
function neighbourhoods(secrets, start, end) {
  const parts = [];
  for (const secret of secrets) {
    const from = Math.max(start, secret.start - 2 * LINE);
    const to = Math.min(end, secret.end + LINE);
    const last = parts.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else parts.push({ from, to });
  }
  return parts;
}
function pairBlocks(lines) {
  const ignores = [];
  const open = /* @__PURE__ */ new Map();
  for (const { line, mark } of lines) {
    const family = /^[a-z]+/.exec(mark.marker)[0];
    if (mark.form === "end") {
      const block = open.get(family);
      open.delete(family);
      if (block) block.to = line;
      else if (family === "bearertrap")
        ignores.push({
          marker: mark.marker,
          line,
          from: line,
          to: line,
          fault: "nothing was begun that it could end",
          idle: true
        });
      continue;
    }
    const at = mark.form === "next-line" ? line + 1 : line;
    const ignore = {
      marker: mark.marker,
      line,
      from: at,
      to: mark.form === "start" ? Number.MAX_SAFE_INTEGER : at,
      idle: true,
      ...family === "bearertrap" ? terms(mark.rest) : family === "secretlint" ? secretlintTerms(mark.rest) : {}
    };
    ignores.push(ignore);
    if (mark.form !== "start") continue;
    const before = open.get(family);
    if (before) before.fault ??= `another ${mark.marker} stands before its end`;
    open.set(family, ignore);
  }
  for (const block of open.values()) {
    if (block.marker.startsWith("bearertrap")) block.fault ??= "its bearertrap:ignore-end is missing";
  }
  return ignores;
}
var CLOSER = /\s*(?:\*\/|--+!?>|[#%-]\}|--?%>|\*\)|"""|'''|["'`]\s*[,;)\]}]*\s*$).*$/;
var RULE = /^(?:[a-z\d][a-z\d-]*\*?|\*)$/;
function terms(rest) {
  const text = rest.replace(CLOSER, "");
  const [, head = "", tail = ""] = /^(.*?)(?:(?:^|\s)(?:--|—|–)\s+(.*))?$/s.exec(text);
  const out = {};
  const rules = [];
  const words = [];
  const take = (word, list) => {
    const [, key, value] = /^(until|owner)=(.*)$/.exec(word) ?? [];
    if (key === "owner") out.owner = value;
    else if (key === "until" && isDay(value)) out.until = value;
    else if (key === "until") out.fault ??= `until=${value} is no day; write until=2027-01-31`;
    else list.push(word);
  };
  for (const word of head.split(/[\s,:[\]]+/).filter(Boolean)) take(word, rules);
  for (const word of tail.split(/\s+/).filter(Boolean)) take(word, words);
  const odd = rules.find((word) => !RULE.test(word));
  if (odd !== void 0) out.fault ??= `"${odd}" is no rule id; write the reason after --`;
  if (rules.length > 0) out.rules = rules;
  if (words.length > 0) out.reason = words.join(" ");
  return out;
}
function secretlintTerms(rest) {
  const [, head = "", reason = ""] = /^(.*?)(?:(?:^|\s)--\s+(.*))?$/s.exec(rest.replace(CLOSER, ""));
  const providers = [...head.matchAll(/secretlint-rule-([a-z\d-]+)/g)].map((found) => found[1]);
  return {
    ...providers.length > 0 && { rules: providers.flatMap((name) => [name, `${name}-*`]) },
    ...reason !== "" && { reason: reason.trim() }
  };
}
function speaksOf(ignore, { rule, location }) {
  if (ignore.fault !== void 0 || ignore.from > location.endLine || ignore.to < location.startLine) return false;
  return ignore.rules === void 0 || ignore.rules.some((name) => names(name, rule));
}
function accepts(ignore, match, now) {
  return speaksOf(ignore, match) && (ignore.until === void 0 || !isOver(ignore.until, now));
}
function names(name, rule) {
  return name.endsWith("*") ? rule.startsWith(name.slice(0, -1)) : name === rule;
}
function isDay(text) {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
function isOver(until, now) {
  return now.toISOString().slice(0, 10) > until;
}

export {
  inlineIgnores,
  speaksOf,
  accepts,
  names,
  isDay,
  isOver
};
