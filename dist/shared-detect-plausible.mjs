const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);

// src/detect/plausible.ts
function entropy(text) {
  const counts = /* @__PURE__ */ new Map();
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  let sum = 0;
  for (const count of counts.values()) sum -= count / text.length * Math.log2(count / text.length);
  return sum;
}
var STAND_IN = /example|sample|placeholder|dummy|changeme|change[_-]me|replace|redacted|your[_-]|[_-]here|xxxx|\*\*\*|\.\.\.|todo|fixme|insert|<[a-z]|1234567890|0123456789|abcdefgh|qwerty|deadbeef|notreal|fake|foobar/i;
function looksLikePlaceholder(value, strict) {
  return saysStandIn(value, strict) || isRepetitive(value);
}
function saysStandIn(value, strict) {
  const words = STAND_IN.exec(value);
  if (!words) return false;
  return strict || words[0].length * 3 >= value.length || /example|placeholder|redacted|xxxx|\*\*\*|\.\.\./i.test(words[0]);
}
function isRepetitive(value) {
  if (value.length < 4) return true;
  const tail = value.length > 12 ? value.slice(Math.floor(value.length / 4)) : value;
  let leader = 0;
  let votes = 0;
  let steps = 0;
  for (let i = 0; i < tail.length; i++) {
    const code = tail.charCodeAt(i);
    if (votes === 0) leader = code;
    votes += code === leader ? 1 : -1;
    if (i > 0 && Math.abs(code - tail.charCodeAt(i - 1)) === 1) steps++;
  }
  if (steps > tail.length * 0.7) return true;
  let most = 0;
  if (votes > 0) {
    for (let i = 0; i < tail.length; i++) if (tail.charCodeAt(i) === leader) most++;
  }
  if (most > tail.length * 0.6) return true;
  return PERIODS.some((period) => tail.length >= period * 2.5 && repeats(tail, period));
}
var PERIODS = [2, 3, 4, 5, 6, 8, 10];
function repeats(text, period) {
  for (let i = period; i < text.length; i++) if (text.charCodeAt(i) !== text.charCodeAt(i - period)) return false;
  return true;
}
function isWords(value) {
  return /^[A-Za-z]?[a-z]{2,}(?:[A-Z][a-z]{2,})+$|^[A-Z]{3,}(?:_[A-Z]{2,})+$|^[a-z]{2,}(?:[-_.][a-z]{2,})+$/.test(value);
}
var REFERENCE = /^(?:\$\{|\$\(|\$[A-Za-z_]|%[A-Za-z_({]|\{\{|\{[A-Za-z_%#]|<%|<[A-Za-z_/]|#\{|@[A-Za-z_]+@|@[A-Z][A-Z0-9_]+$|!Ref|!Sub|!GetAtt|!vault|!env|@Microsoft\.KeyVault|arn:|projects\/|vault:|op:\/\/|secretref:|ref\+|ENC\[|EJ\[\d:|env[.:(]|\[\[|__[A-Z])/i;
function isReference(value) {
  return REFERENCE.test(value) || /\$\{[^}]{1,80}\}|\{\{[^}]{1,80}\}\}|#\{[^}]{1,80}\}|\$\([^)]{1,80}\)/.test(value);
}
function isExpression(value) {
  return /^[A-Za-z_$][\w$]*(?:(?:\.|->|::|\?\.)[A-Za-z_$][\w$]*|\[[^\]]{0,60}\]|\([^)]{0,200}\)?)+$/.test(value) || /^(?:new|await|return|null|true|false|none|nil|undefined|function|lambda|self|this|str|string|int|bool|any|optional)\b/i.test(
    value
  ) || /[(){}[\];]|=>|\.\.|::/.test(value);
}
function isPattern(value) {
  return /\[\^?[^\]]*\w-\w|\{\d+,?\d*\}|\\[dwsSDWb]|\(\?[:=!<]/.test(value);
}
function isUuid(value) {
  return /^[{]?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}[}]?$/i.test(value);
}
function isDigest(value) {
  return /^(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{56}|[0-9a-f]{64}|[0-9a-f]{96}|[0-9a-f]{128})$/i.test(value) || /^sha\d{1,3}[-:]/i.test(value);
}
function isPathLike(value) {
  return /^(?:https?|ftp|file|s3|gs|ws|wss|mailto|data|urn|git|ssh):/i.test(value) || /^(?:\.{0,2}\/|~\/|[A-Za-z]:\\)[\w./\\~@ -]*$/.test(value) || /^[\w.-]+(?:\/[\w.-]+)+\/?$/.test(value) && !/[A-Z].*[0-9].*[a-z].*[0-9]/.test(value) || /\.(?:js|ts|json|ya?ml|xml|html?|css|png|jpe?g|svg|gif|txt|md|py|rb|go|rs|java|php|sh|pem|key|crt|cer|p12|jks|conf|cfg|ini|log|sql|tmpl|erb|vue|tsx?)$/i.test(
    value
  );
}

// src/detect/token-header.ts
var NAME = '"(?:alg|typ|kid|enc|cty|zip|jku|x5u|x5t|x5t#S256|b64|ver)"';
var PARAMETER = `\\s*${NAME}\\s*:\\s*(?:"[^"]{0,200}"|\\d{1,9}|true|false)\\s*`;
var BROKEN = '(?:,\\s*(?:"[^"]{0,200}(?:"\\s*(?::\\s*(?:["\\[{\\w][^"]{0,200})?)?)?)?)?';
var HEADER = new RegExp(`^\\{(?:${PARAMETER}(?:,${PARAMETER}){0,11}(?:\\}\\s*|${BROKEN})|\\s*${NAME}\\s*:\\s*"[^"]{1,200})$`);
var BEGINNING = /^(e[yw][\w-]{10,511})(?:\.[\w-]{0,16})?(?:$|\.\.|\xe2\x80\xa6|[…\s([<\\])/;
function isTokenBeginning(value) {
  const header = BEGINNING.exec(value)?.[1];
  return HEADER.test(header === void 0 ? value : Buffer.from(header, "base64url").toString("latin1"));
}

// src/detect/score/memo.ts
var Memo = class {
  #answers = /* @__PURE__ */ new Map();
  #limit;
  /** @param limit answers that are kept; then it begins afresh */
  constructor(limit) {
    this.#limit = limit;
  }
  /** The answer to a question: what `answer` says to it, which must follow from it alone. */
  get(question, answer) {
    const known = this.#answers.get(question);
    if (known !== void 0 || this.#answers.has(question)) return known;
    const made = answer(question);
    if (this.#answers.size >= this.#limit) this.#answers.clear();
    this.#answers.set(question, made);
    return made;
  }
};

// src/detect/score/names.ts
var WORDS = ["passw", "passphrase", "pwd", "_pass", "secret", "token", "apikey", "api_key", "api-key", "credential"];
var ENDINGS = [
  "key",
  "auth",
  "pass",
  "keys",
  "authorization",
  "signature",
  "ticket",
  "cookie",
  "sessionid",
  "seed",
  "verifier",
  "_pw",
  "_iv",
  "authcode"
];
var AFTER_ENDING = "\"'`=:(\\ \n";
var NAME_LITERALS = [
  ...WORDS.map((text) => ({ text, fold: true, named: true })),
  ...ENDINGS.map((text) => ({ text, fold: true, named: true, next: AFTER_ENDING, tail: [AFTER_ENDING, 1] }))
];
var KEYWORD = new RegExp(`${WORDS.join("|")}|(?:${ENDINGS.join("|")})$`, "i");
var firstKeyword = (name) => KEYWORD.exec(name)?.index ?? -1;
var KEPT = 1024;
var plainNames = new Memo(KEPT);
function plainName(name) {
  return plainNames.get(name, makePlain);
}
function makePlain(name) {
  const words = name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").replace(/([A-Z]+)([A-Z][a-z])/g, "$1_$2").toLowerCase().split(/[^a-z0-9]+/).filter((word) => word !== "");
  return `_${words.join("_")}_`;
}
function variantOf(plain) {
  if (/pass|pwd|_pw_/.test(plain)) return "password";
  if (/secret|credential/.test(plain)) return "secret";
  if (/token|auth|ticket|cookie|session/.test(plain) && !plain.endsWith("key_")) return "token";
  return "key";
}

// src/detect/score/candidate.ts
var LEAD = 160;
var TAIL = 120;
var AROUND = 200;
var GAP = 32;
var BEFORE = LEAD + AROUND;
var LF = 10;
function lineOf(look, data, from, to, form, span) {
  const { nameStart, nameEnd, quote, closed } = span;
  const lowest = Math.max(from, nameStart - LEAD);
  let start = nameStart;
  while (start > lowest && data[start - 1] !== LF) start--;
  const highest = Math.min(to, span.end + TAIL);
  let end = span.end;
  while (end < highest && data[end] !== LF) end++;
  look.saw(start - 1, end + 1);
  const text = data.toString("latin1", start, end);
  const slice = (first, last) => text.slice(first - start, last - start);
  return {
    form,
    name: slice(nameStart, nameEnd),
    value: slice(span.start, span.end),
    quote,
    closed,
    lead: slice(start, nameStart),
    gap: slice(nameEnd, Math.max(nameEnd, Math.min(span.start, nameEnd + GAP))),
    tail: slice(span.end, end),
    start,
    end
  };
}
function candidateOf(look, data, from, to, line) {
  const { form, name, value, quote, closed, lead, gap, tail, start, end } = line;
  look.saw(start - AROUND, end + AROUND);
  return {
    form,
    name,
    value,
    quote,
    closed,
    lead,
    gap,
    tail,
    above: data.toString("latin1", Math.max(from, start - AROUND), start),
    below: data.toString("latin1", end, Math.min(to, end + AROUND))
  };
}
function keyOf(look, data, from, to, line, span) {
  const { form, quote, closed, start, end } = line;
  look.saw(start - AROUND, end + AROUND);
  const first = Math.max(from, start - AROUND);
  const text = data.toString("latin1", first, Math.min(to, end + AROUND));
  const place = (at) => String.fromCharCode(at - first >>> 8, at - first & 255);
  const name = place(span.nameStart) + place(span.nameEnd);
  return `${form}${closed ? "+" : "-"}${quote} ${place(start)}${name}${place(span.start)}${place(span.end)}${place(end)}${text}`;
}

export {
  isTokenBeginning,
  Memo,
  NAME_LITERALS,
  firstKeyword,
  plainName,
  variantOf,
  entropy,
  looksLikePlaceholder,
  saysStandIn,
  isRepetitive,
  isWords,
  isReference,
  isExpression,
  isPattern,
  isUuid,
  isDigest,
  isPathLike,
  BEFORE,
  lineOf,
  candidateOf,
  keyOf
};
