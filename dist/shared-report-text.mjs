const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  SEVERITIES
} from "./shared-model.mjs";

// src/report/text.ts
var RELATIONS = {
  "signed-by": "signed by",
  signs: "signs",
  "bound-to": "bound to",
  binds: "is bound to by"
};
var MOST_RELATED = 5;
function relatedLine({ related = [] }, { findings }) {
  const named = related.slice(0, MOST_RELATED).map(({ id, rule, relation }) => {
    const first = findingOf({ id, rule }, findings)?.locations[0];
    return `${RELATIONS[relation]} ${rule} ${id}${first === void 0 ? "" : ` (${place(first)})`}`;
  });
  const more = related.length - named.length;
  return `${named.join(", ")}${more > 0 ? ` and ${digits(more)} more` : ""}`;
}
function findingOf({ id, rule }, findings) {
  return findings.find((finding) => finding.id === id && finding.rule === rule);
}
function digits(count2) {
  return String(count2).replace(/\B(?=(?:\d{3})+$)/g, ",");
}
function count(number, one, many = `${one}s`) {
  return `${digits(number)} ${number === 1 ? one : many}`;
}
function size(bytes) {
  if (bytes < 1e3) return count(bytes, "byte");
  const [unit, name] = bytes < 1e6 ? [1e3, "kB"] : bytes < 1e9 ? [1e6, "MB"] : [1e9, "GB"];
  return `${(bytes / unit).toFixed(1)} ${name}`;
}
function place(location) {
  return `${location.inside ?? location.path}:${location.startLine}:${location.startColumn}`;
}
function minute(time) {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(time) ? `${time.slice(0, 10)} ${time.slice(11, 16)} UTC` : time;
}
function summaryLine({ summary }) {
  const parts = SEVERITIES.filter((severity) => summary.bySeverity[severity] > 0).map(
    (severity) => `${digits(summary.bySeverity[severity])} ${severity}`
  );
  const found = summary.findings === 0 ? "No findings" : `${count(summary.findings, "finding")}: ${parts.join(", ")}`;
  return summary.suppressed === 0 ? found : `${found}; ${digits(summary.suppressed)} suppressed`;
}
function covered(coverage) {
  const parts = [];
  if (coverage.commits) parts.push(count(coverage.commits.scanned, "commit"));
  if (coverage.blobs) parts.push(`${count(coverage.blobs.scanned, "blob")} (${size(coverage.blobs.bytes)})`);
  if (coverage.files) parts.push(`${count(coverage.files.scanned, "file")} (${size(coverage.files.bytes)})`);
  return parts.length === 0 ? "nothing" : parts.join(", ");
}
var SKIPPED = {
  binary: ["binary file", "binary files"],
  "too-large": ["file over the size limit", "files over the size limit"],
  unreadable: ["unreadable file", "unreadable files"],
  ignored: ["ignored path", "ignored paths"],
  "lfs-pointer": ["Git LFS object", "Git LFS objects"],
  submodule: ["submodule", "submodules"],
  "missing-object": ["object missing from the repository", "objects missing from the repository"],
  timeout: ["file given up after the time limit", "files given up after the time limit"],
  symlink: ["symbolic link", "symbolic links"],
  "special-file": ["special file", "special files"],
  changed: ["file that changed while it was read", "files that changed while they were read"],
  vanished: ["file that vanished before it was read", "files that vanished before they were read"]
};
function skipNotes(coverage, escape) {
  return coverage.skipped.filter((skip) => skip.count > 0).sort((a, b) => Number(b.gap) - Number(a.gap) || (a.reason < b.reason ? -1 : 1)).map(({ reason, count: number, examples, gap }) => {
    const more = number > examples.length ? ", \u2026" : "";
    const named = examples.length === 0 ? "" : ` (${examples.map(escape).join(", ")}${more})`;
    return { reason, gap, text: `${count(number, ...SKIPPED[reason])} not scanned${named}` };
  });
}
function tokenFacts(token) {
  const facts = [
    ["type", token.type === "unknown" ? void 0 : token.type.replaceAll("-", " ")],
    ["kind", token.format === "opaque" ? token.typeReasons[0] : void 0],
    ["issuer", token.issuerName && token.issuer ? `${token.issuerName}, ${token.issuer}` : token.issuer ?? token.issuerName],
    ["audience", token.audience.join(", ")],
    ["state", stateOf(token)],
    ["scopes", token.scopes.join(" ")],
    ["roles", token.roles.join(", ")],
    ["privilege", token.privilege === "unknown" ? void 0 : token.privilege],
    ["client", token.client],
    ["algorithm", token.algorithm === "unknown" ? void 0 : token.algorithm],
    ["issued", token.format === "opaque" && token.issuedAt !== void 0 ? minute(token.issuedAt) : void 0],
    ["holds", token.format === "opaque" ? heldBy(token) : void 0],
    ["bound by", token.binding.method === "none" ? void 0 : token.binding.method]
  ];
  return facts.filter((fact) => fact[1] !== void 0 && fact[1] !== "");
}
function heldBy({ claims }) {
  return Object.entries(claims).filter(([, value]) => typeof value === "string" || typeof value === "number").map(([name, value]) => `${name} ${value}`).join(", ");
}
function stateOf(token) {
  const live = token.liveWhenCommitted ? ", live when committed" : "";
  const expiry = token.expiresAt === void 0 ? "" : minute(token.expiresAt);
  switch (token.state) {
    case "expired":
      return `expired ${expiry}${live}`.trim();
    case "active":
      return `active${expiry && ` until ${expiry}`}`;
    case "not-yet-valid":
      return `not valid before ${token.notBefore === void 0 ? "later" : minute(token.notBefore)}`;
    case "never-expires":
      return "never expires";
    default:
      return void 0;
  }
}
var REACH = {
  head: () => "still in HEAD",
  refs: ({ refs }) => `gone from HEAD${refs.length === 0 ? "" : `, reachable from ${few(refs, 3)}`}`,
  stash: () => "on no branch or tag, only in a stash",
  index: () => "in no commit that a branch or tag holds, only in an index",
  reflog: ({ since }) => `on no branch or tag${since === void 0 ? "" : ` since ${since.slice(0, 10)}`}, only in a reflog`,
  unreachable: () => "on no branch or tag, yet still in the object store"
};
function historyLine(history) {
  const { first, last } = history;
  const added = first.boundary ? "there since" : "added in";
  const before = first.boundary ? " or before" : "";
  const parts = [`${added} ${first.id.slice(0, 12)} by ${first.author} on ${first.date.slice(0, 10)}${before}`];
  if (last.id !== first.id) parts.push(`last in ${last.id.slice(0, 12)} on ${last.date.slice(0, 10)}`);
  if (history.where !== "blob") parts.push(`in a ${history.where.replaceAll("-", " ")}`);
  parts.push(REACH[history.reach](history));
  return parts.join("; ");
}
function decodingOf(location) {
  return location.decodedFrom?.length ? `decoded from ${location.decodedFrom.join(" in ")}` : "";
}
function companionLine({ companions = [] }) {
  return companions.map(({ title, redacted, location }) => `${title} ${redacted} (${place(location)})`).join("; ");
}
function remedyLine(finding) {
  const { revoke, url } = finding.remedy;
  return url === void 0 || revoke.includes(url) ? revoke : `${revoke} ${url}`;
}
function verificationLine({ verification }) {
  if (!verification) return "";
  const { state, by, detail, identity, scopes } = verification;
  const parts = [`${state} (${by})`, detail, identity && `as ${identity}`, scopes?.length ? `scopes ${scopes.join(" ")}` : ""];
  return parts.filter(Boolean).join("; ");
}
function suppressionLine({ suppressed }) {
  if (!suppressed) return "";
  const { by, reason, owner, expires } = suppressed;
  const parts = [`suppressed by ${by.replaceAll("-", " ")}`, reason, owner && `owner ${owner}`, expires && `until ${expires}`];
  return parts.filter(Boolean).join("; ");
}
function few(items, most) {
  const more = items.length - most;
  return more > 0 ? `${items.slice(0, most).join(", ")} and ${digits(more)} more` : items.join(", ");
}

export {
  relatedLine,
  findingOf,
  digits,
  count,
  place,
  summaryLine,
  covered,
  skipNotes,
  tokenFacts,
  historyLine,
  decodingOf,
  companionLine,
  remedyLine,
  verificationLine,
  suppressionLine,
  few
};
