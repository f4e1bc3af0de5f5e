const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  Memo,
  candidateOf,
  isDigest,
  isExpression,
  isPathLike,
  isPattern,
  isReference,
  isRepetitive,
  isTokenBeginning,
  isUuid,
  keyOf,
  lineOf,
  plainName,
  saysStandIn,
  variantOf
} from "./shared-detect-plausible.mjs";
import {
  byteSet,
  isDigitByte,
  isLowerByte,
  isUpperByte
} from "./shared-detect-bytes.mjs";
import {
  require_node_fs
} from "./shared-builtin-node-fs.mjs";
import {
  CONFIDENCES
} from "./shared-model.mjs";
import {
  __toESM
} from "./shared-runtime.mjs";

// src/detect/score/facts.ts
function valueFactsOf(value, reading) {
  return { value, counts: count(value), reading, repetitive: isRepetitive(value) };
}
function lineFactsOf({ form, name, value, quote, closed, lead, gap, tail }) {
  return { form, name, value, quote, closed, lead, gap, tail, plain: plainName(name), line: lineText(lead, tail) };
}
function nearFactsOf({ name, value, lead, tail, above, below }) {
  const near = [...above.split("\n").slice(-4), ...below.split("\n").slice(0, 4)];
  return { name, value, lead, tail, above, below, line: lineText(lead, tail), around: `${above}
${below}`, near };
}
var lineText = (lead, tail) => `${lead}
${tail}`;
var VOWELS = byteSet("aeiouyAEIOUY");
var [LOWER, UPPER, DIGIT, SYMBOL] = [0, 1, 2, 3];
function classOf(code2) {
  if (isLowerByte(code2)) return LOWER;
  if (isUpperByte(code2)) return UPPER;
  return isDigitByte(code2) ? DIGIT : SYMBOL;
}
var often = new Uint16Array(256);
function count(value) {
  const totals = [0, 0, 0, 0];
  let [vowels, switches, letterRun, digitRun, run, previous] = [0, 0, 0, 0, 0, -1];
  for (let i = 0; i < value.length; i++) {
    const code2 = value.charCodeAt(i);
    often[code2]++;
    const kind = classOf(code2);
    totals[kind]++;
    if (kind <= UPPER && VOWELS[code2] === 1) vowels++;
    if (previous >= 0 && kind !== previous && !(previous === UPPER && kind === LOWER)) switches++;
    run = kind <= UPPER && previous >= 0 && previous <= UPPER || kind === previous ? run + 1 : 1;
    if (kind <= UPPER) letterRun = Math.max(letterRun, run);
    if (kind === DIGIT) digitRun = Math.max(digitRun, run);
    previous = kind;
  }
  let [distinct, entropy] = [0, 0];
  for (let i = 0; i < value.length; i++) {
    const share2 = often[value.charCodeAt(i)] / value.length;
    if (share2 === 0) continue;
    often[value.charCodeAt(i)] = 0;
    distinct++;
    entropy -= share2 * Math.log2(share2);
  }
  const [lower, upper, digit, symbol] = totals;
  const classes = totals.filter((n) => n > 0).length;
  return { lower, upper, digit, symbol, classes, vowels, switches, letterRun, digitRun, distinct, entropy };
}

// src/detect/score/feature.ts
var flag = (holds) => holds ? 1 : 0;

// src/detect/score/name-features.ts
var nameHas = (expression) => ({ plain }) => flag(expression.test(plain));
var NAME_FEATURES = [
  ["name-password", "that its name says password", nameHas(/pass_?w|passphrase|_pass_|pwd|_pw_/)],
  ["name-secret", "that its name says secret", nameHas(/secret/)],
  ["name-token", "that its name says token", nameHas(/token/)],
  ["name-key", "that its name says key", nameHas(/key_|keys_/)],
  ["name-bare-key", "that its name is key alone", nameHas(/^_keys?_$/)],
  ["name-api", "that its name says api", nameHas(/api/)],
  ["name-auth", "that its name says auth", nameHas(/auth/)],
  ["name-credential", "that its name says credential", nameHas(/cred/)],
  ["name-client", "that its name says client, app, consumer or session", nameHas(/client|app_|consumer|session|jwt/)],
  [
    "name-access",
    "that its name says access, account, private, master or signing",
    nameHas(/access|account|private|master|sign|encrypt/)
  ],
  ["name-cipher", "that its name speaks of ciphers", nameHas(/_iv_|cipher|crypt|salt|nonce|seed|hmac/)],
  [
    "name-hash",
    "that its name says hash, digest or public",
    nameHas(/hash|sha\d|md5|digest|checksum|finger|public|integrity|etag/)
  ],
  [
    "name-next",
    "that its name is of paging, parsing or forms",
    nameHas(/next|page|cursor|continu|csrf|xsrf|cancel|syntax|lex|parse|primary|foreign|sort|partition|cache|object/)
  ],
  [
    "name-about",
    "that its name speaks about a secret",
    nameHas(
      /_(?:name|id|type|field|file|path|url|uri|label|title|text|message|msg|error|hint|help|desc\w*|placeholder|length|len|size|count|max|min|expir\w*|ttl|policy|regex|pattern|format|column|param\w*|header|prefix|suffix|endpoint|host|invalid|wrong|forgot|reset|change|confirm|require[ds]?|missing|show|hide|enable[ds]?|is|has|no|not|use|with|get|set|validate|verify)_/
    )
  ],
  [
    "name-test",
    "that its name says it is made up",
    nameHas(/test|example|sample|dummy|fake|mock|expect|invalid|wrong|default|some|foo/)
  ],
  [
    "name-old",
    "that its name says old, new, previous or current",
    nameHas(/_(?:old|new|prev\w*|current|first|second|other|another)_/)
  ],
  ["name-words", "how many words its name has", ({ plain }) => plain.split("_").length - 2],
  ["name-length", "how long its name is", ({ name }) => name.length],
  [
    "name-ends",
    "that its name ends with the word for a secret",
    nameHas(/(?:password|passwd|passphrase|pwd|pass|secret|token|key|auth|credentials?|pw)_$/)
  ],
  ["name-constant", "that its name is in capitals", ({ name }) => flag(/^[A-Z][A-Z0-9_]+$/.test(name))],
  ["name-camel", "that its name is in camel case", ({ name }) => flag(/[a-z][A-Z]/.test(name))],
  ["name-dotted", "that its name has a dot", ({ name }) => flag(name.includes("."))],
  ["name-dash", "that its name is an option or header", ({ name }) => flag(/^--?\w|^[A-Z]\w*-[A-Z]/.test(name))],
  ["name-variable", "that its name begins with $", ({ name }) => flag(name.startsWith("$"))],
  ["variant", "what its name says it is", ({ plain }) => ["password", "secret", "token", "key"].indexOf(variantOf(plain))]
];

// src/judge/paths.ts
var FOLDER = /^_{0,2}(t|tests?|specs?|e2e|testing|test[-_]?data|examples?|samples?|fixtures?|mocks?|stubs|cassettes|snapshots)_{0,2}$/i;
var FILE = /(^|[._-])(tests?|examples?|samples?|fixtures?|mocks?|stubs?)(\.[a-z0-9]+){0,2}$/i;
var LANGUAGE = /^test_.*\.py$|[_.]spec\.[a-z]+$|Tests?\.(java|kt|cs|php|swift|scala)$/;
function isDocumentation(path) {
  return /\.(md|mdx|markdown|rst|adoc|asciidoc|txt|html?|ipynb)$|(^|\/)(docs?|documentation|website|changelog|readme)(\/|$)/i.test(
    path
  );
}
function isTestPath(path) {
  const names2 = path.split(/!?\//);
  const file = names2.pop() ?? "";
  return names2.some((name) => FOLDER.test(name)) || FILE.test(file) || LANGUAGE.test(file);
}

// src/detect/score/path-features.ts
var has = (expression) => (path) => flag(path !== void 0 && expression.test(path));
var PATH_FEATURES = [
  ["path-known", "that its file is known", (path) => flag(path !== void 0)],
  ["path-test", "that its file is a test or example", (path) => flag(path !== void 0 && isTestPath(path))],
  ["path-example", "that its file is an example or template", has(/example|sample|template|demo|tutorial|\.dist$/i)],
  ["path-docs", "that its file is documentation", has(/(?:^|\/)docs?\/|\.(?:md|markdown|rst|txt|adoc|html?)$/i)],
  [
    "path-script",
    "that its file is a program in a scripting language",
    has(/\.(?:[cm]?[jt]sx?|py|rb|php|pl|lua|exs?|erb|vue)$/i)
  ],
  [
    "path-compiled",
    "that its file is a program in a compiled language",
    has(/\.(?:go|java|kt|cs|scala|swift|rs|c|cc|cpp|h|hs|m|groovy)$/i)
  ],
  ["path-javascript", "that its file is JavaScript or TypeScript", has(/\.[cm]?[jt]sx?$/i)],
  ["path-go", "that its file is Go", has(/\.go$/i)],
  ["path-shell", "that its file is a shell script", has(/\.(?:sh|bash|zsh|ps1|bat|cmd)$|dockerfile/i)],
  ["path-yaml", "that its file is YAML", has(/\.ya?ml$/i)],
  ["path-json", "that its file is JSON", has(/\.json$/i)],
  [
    "path-config",
    "that its file is configuration",
    has(/\.(?:env|ini|conf|cfg|properties|toml|config|rsp|xml|tf|tfvars)\b|(?:^|\/)\.env/i)
  ],
  ["path-sql", "that its file is SQL", has(/\.sql$/i)],
  [
    "path-locale",
    "that its file is of translations",
    has(/(?:^|\/)(?:locales?|i18n|lang|languages|translations?)(?:\/|\.)|[/_.-][a-z]{2}[_-][A-Z]{2}\.\w+$/)
  ],
  [
    "path-lock",
    "that its file is a lock, a minified or a generated one",
    has(/lock\.\w+$|\.lock$|\.min\.|\.map$|bundle|(?:^|\/)dist\/|generated|\.snap$/i)
  ],
  ["path-vendored", "that its file is of another project", has(/(?:^|\/)(?:vendor|node_modules|third_?party|site-packages)\//i)]
];

// src/detect/score/place-features.ts
var isForm = (...forms) => ({ form }) => flag(forms.includes(form));
var lineHas = (expression) => ({ line }) => flag(expression.test(line));
var nearHas = (expression) => ({ around }) => flag(expression.test(around));
var proseIn = (text) => text.match(/(?:^|\s)[a-z]{2,12}(?=[\s.,])/g)?.length ?? 0;
var LINE_FEATURES = [
  [
    "name-in-value",
    "that it holds words of its name",
    ({ plain, value }) => {
      const words = plain.split("_").filter((word) => word.length > 2);
      const lower = value.toLowerCase();
      return words.length === 0 ? 0 : words.filter((word) => lower.includes(word)).length / words.length;
    }
  ],
  ["form-assign", "that it is assigned with =", isForm("assign")],
  ["form-colon", "that it stands behind a colon", isForm("colon")],
  ["form-arrow", "that it stands behind an arrow", isForm("arrow")],
  ["form-compare", "that it is compared", isForm("compare")],
  ["form-call", "that it is an argument", isForm("call", "wrapped")],
  ["form-comma", "that it stands behind a comma", isForm("comma")],
  ["form-tag", "that it is the text of an element", isForm("tag")],
  ["form-space", "that only a space stands before it", isForm("space")],
  ["form-pair", "that it is a named value", isForm("pair")],
  ["form-url", "that it stands in a URL", isForm("url")],
  ["form-command", "that it is given on a command line or in SQL", isForm("sql", "user")],
  ["form-otp", "that it is given to a maker of one-time passwords", isForm("otp")],
  ["quoted", "that it is quoted", ({ quote }) => flag(quote !== 0)],
  ["double-quoted", "the kind of its quotes", ({ quote }) => flag(quote === 34)],
  ["closed", "that its quote is closed", ({ closed }) => flag(closed)],
  ["name-quoted", "that its name is quoted", ({ gap }) => flag(/^\\?["'`]/.test(gap))],
  ["escaped", "that it stands in an escaped string", ({ gap }) => flag(gap.includes("\\"))],
  ["gap", "how far it is from its name", ({ gap }) => gap.length],
  ["spaced", "that spaces stand around its operator", ({ gap }) => flag(/ [=:]/.test(gap))],
  ["line-start", "that its name begins the line", ({ lead }) => flag(/^\s*(?:[-*]\s+)?["'`]?$/.test(lead))],
  [
    "declared",
    "that it is declared",
    ({ lead }) => flag(
      /(?:^|\W)(?:const|let|var|val|static|final|public|private|string|String|export|set|env|ENV|ARG|define)\W[^=]*$/.test(
        lead
      )
    )
  ],
  ["parameter", "that it stands in a query", ({ lead }) => flag(/[?&]$/.test(lead))],
  ["indent", "how far its line is indented", ({ lead }) => /^\s*/.exec(lead)[0].length],
  ["lead", "how much stands before its name", ({ lead }) => lead.trim().length],
  ["tail", "how much stands behind it", ({ tail }) => tail.trim().length],
  ["ends-line", "that nothing but signs stands behind it", ({ tail }) => flag(/^["'`]?[\s,;)\]}\\]*$/.test(tail))],
  ["continues", "what stands behind it", ({ tail }) => " \"'`,;)]}&<\\|.(".indexOf(tail.charAt(0) || " ")],
  [
    "joined",
    "that it is joined with something",
    ({ tail, lead }) => flag(/^["'`]?\s*[+.%]/.test(tail) || /\+\s*["'`]?$/.test(lead))
  ],
  [
    "comment",
    "that its line is a comment",
    ({ lead }) => flag(/^\s*(?:\/\/|#|\*|\/\*|;|--\s|<!--|%)/.test(lead) || /\/\/\s/.test(lead))
  ],
  ["prose", "how much its line reads like a sentence", ({ line }) => proseIn(line)],
  ["assert", "that its line is of a test", lineHas(/assert|expect|should|\btest\(|\bit\(|mock|Equal|require\./i)],
  ["call-line", "that its line calls a function", lineHas(/\w\(/)],
  ["user-line", "that its line names a user", lineHas(/user|login|email|account|host/i)],
  ["header-line", "that its line is of a header or request", lineHas(/header|curl|http|request|cookie/i)],
  ["sql-line", "that its line is SQL", lineHas(/\b(?:insert|update|select|alter|create) /i)],
  [
    "type-line",
    "that its line declares types or inputs",
    lineHas(/interface|type=|input|<label|placeholder|struct|function|def |class |return |import |throw|raise|error/i)
  ],
  ["other-pairs", "how many other values its line has", ({ line }) => line.match(/[=:]\s*["']/g)?.length ?? 0],
  ["line-quotes", "how many quotes stand before it", ({ lead }) => lead.match(/["'`]/g)?.length ?? 0]
];
var NEAR_FEATURES = [
  [
    "near-user",
    "that a user, host or address is named near it",
    nearHas(/user|login|host|email|account|client_?id|endpoint|_url|_id/i)
  ],
  ["near-secret", "that other secrets are named near it", nearHas(/passw|secret|token|api_?key|credential/i)],
  ["near-env", "that variables are set near it", nearHas(/^\s*(?:export |- )?[A-Z][A-Z0-9_]{3,}\s*[=:]/m)],
  ["near-test", "that tests are near it", nearHas(/assert|expect\(|should|describe\(|\bit\(|@Test|func Test|t\.\w+\(/)],
  ["near-crypto", "that ciphers or hashes are named near it", nearHas(/encrypt|decrypt|cipher|hash|digest|hmac|plaintext|sign/i)],
  [
    "near-same",
    "how many lines near it begin alike",
    ({ near, lead, name }) => {
      const begin = `${lead}${name}`.trimStart().slice(0, 4);
      return begin.length < 3 ? 0 : near.filter((line) => line.trimStart().startsWith(begin)).length;
    }
  ],
  ["near-name", "how often its name stands near it", ({ near, name }) => near.filter((line) => line.includes(name)).length],
  [
    "near-value",
    "that the same value stands near it",
    ({ near, value, line }) => flag(value.length > 3 && (line.includes(value) || near.some((other) => other.includes(value))))
  ],
  [
    "near-random",
    "how many other values near it look random",
    ({ above, below, tail }) => `${above} ${tail} ${below}`.match(/\d[A-Za-z]+\d\w+/g)?.length ?? 0
  ],
  ["near-prose", "how much the text around it is sentences", ({ around }) => proseIn(around)],
  ["near-foreign", "that the text around it is not ASCII", nearHas(/[\x80-\xff]{2}/)],
  ["near-blank", "that it stands alone", ({ near }) => near.filter((line) => line.trim() === "").length]
];

// src/detect/score/value-features.ts
var share = (count2, of) => of === 0 ? 0 : count2 / of;
var VALUE_FEATURES = [
  ["length", "how long it is", ({ value }) => value.length],
  ["entropy", "how varied its characters are", ({ counts }) => counts.entropy],
  ["distinct", "how many of its characters differ", ({ counts, value }) => share(counts.distinct, value.length)],
  ["lower", "its share of lower-case letters", ({ counts, value }) => share(counts.lower, value.length)],
  ["upper", "its share of upper-case letters", ({ counts, value }) => share(counts.upper, value.length)],
  ["digits", "its share of digits", ({ counts, value }) => share(counts.digit, value.length)],
  ["symbols", "its share of other characters", ({ counts, value }) => share(counts.symbol, value.length)],
  ["classes", "how many kinds of characters it has", ({ counts }) => counts.classes],
  ["switches", "how often letters, digits and cases take turns", ({ counts, value }) => share(counts.switches, value.length)],
  ["letter-run", "its longest run of letters", ({ counts }) => counts.letterRun],
  ["digit-run", "its longest run of digits", ({ counts }) => counts.digitRun],
  ["vowels", "its share of vowels among letters", ({ counts, reading }) => share(counts.vowels, reading.letters)],
  ["surprise", "how unlike words its letters follow each other", ({ reading }) => reading.surprise],
  ["peak-surprise", "how unlike words its oddest letters are", ({ reading }) => reading.peak],
  ["known", "how much of it is common words", ({ reading }) => share(reading.known, reading.letters)],
  [
    "known-long",
    "how much of it is common words of four letters or more",
    ({ reading }) => share(reading.knownLong, reading.letters)
  ],
  ["unknown", "how many letters belong to no common word", ({ reading }) => reading.letters - reading.known],
  ["letters-only", "that it is letters alone", ({ value }) => flag(/^[A-Za-z]+$/.test(value))],
  ["digits-only", "that it is digits alone", ({ value }) => flag(/^[0-9]+$/.test(value))],
  ["hexadecimal", "that it is hexadecimal", ({ value }) => flag(/^(?:[0-9a-f]{8,}|[0-9A-F]{8,})$/.test(value))],
  ["digest", "that it has the length of a digest", ({ value }) => flag(isDigest(value))],
  ["base32", "that it is base32", ({ value }) => flag(/^[A-Z2-7]{12,}={0,6}$/.test(value))],
  ["base64", "that its alphabet is base64", ({ value }) => flag(/^[A-Za-z0-9+/_-]{12,}={0,2}$/.test(value))],
  ["padding", "that it ends with =", ({ value }) => flag(value.endsWith("="))],
  ["uuid", "that it is a UUID", ({ value }) => flag(isUuid(value))],
  ["reference", "that it refers to a value kept elsewhere", ({ value }) => flag(isReference(value))],
  ["expression", "that it is an expression", ({ value }) => flag(isExpression(value))],
  ["pattern", "that it is a pattern", ({ value }) => flag(isPattern(value))],
  ["path", "that it is a path or address", ({ value }) => flag(isPathLike(value))],
  ["stand-in", "that it is a stand-in", ({ value, repetitive }) => flag(repetitive || saysStandIn(value, true))],
  ["repetitive", "that it repeats itself", ({ repetitive }) => flag(repetitive)],
  ["spaces", "how many spaces it has", ({ value }) => share(value.split(" ").length - 1, value.length)],
  ["sentence", "that it is a sentence", ({ value }) => flag(/^[A-Z]?[a-z']+(?: [A-Za-z'`"-]+)+[.?!:]?$/.test(value))],
  ["not-ascii", "that it has characters beyond ASCII", ({ value }) => flag(/[^\x20-\x7e]/.test(value))],
  ["snake", "that it is words joined by _, - or .", ({ value }) => flag(/^[A-Za-z]+(?:[_.:-][A-Za-z0-9]+)+$/.test(value))],
  [
    "camel",
    "that it is written like an identifier",
    ({ value }) => flag(/^[a-z]+(?:[A-Z][a-z]+)+$|^(?:[A-Z][a-z]+)+$/.test(value))
  ],
  ["shouting", "that it is written like a constant", ({ value }) => flag(/^[A-Z]+(?:_[A-Z0-9]+)+$/.test(value))],
  ["brackets", "that it has brackets", ({ value }) => flag(/[()[\]{}<>]/.test(value))],
  ["sigil", "that it begins like a variable or directive", ({ value }) => flag(/^[$%@#&:*!?~^]/.test(value))],
  ["template", "that it holds a template", ({ value }) => flag(/%[sdv@]|\{\w*\}|\$\w|<\w+>|#\{/.test(value))],
  ["escapes", "that it has escapes", ({ value }) => flag(/\\[nrtux0"']/.test(value))],
  [
    "address",
    "that it is an e-mail address or host",
    ({ value }) => flag(/^[\w.+-]+@[\w-]+\.[\w.]+$|^(?:[\w-]+\.)+(?:com|org|net|io|dev|local)(?:[:/]|$)/i.test(value))
  ],
  ["version", "that it is a version, number or date", ({ value }) => flag(/^v?\d+(?:[.:/-]\d+)+\S{0,6}$/.test(value))],
  [
    "bcrypt",
    "that it is a password hash",
    ({ value }) => flag(/^\$(?:2[abxy]?|1|5|6|argon2\w*|apr1|pbkdf2\S*)\$|^\{(?:SSHA|SHA|MD5|CRYPT)\}/i.test(value))
  ],
  ["says-secret", "that it speaks of secrets", ({ value }) => flag(/pass|secret|token|key|auth|cred|login|access/i.test(value))],
  [
    "says-test",
    "that it says it is made up",
    ({ value }) => flag(
      /test|exam|sampl|demo|dummy|fake|mock|foo|bar|invalid|wrong|bad|some|your|my[-_]|change|default|random|valid|here/i.test(
        value
      )
    )
  ],
  ["public", "that it says it is public", ({ value }) => flag(/^(?:ssh-|pk[_.-]|-----BEGIN (?:PUBLIC|CERT))/.test(value))],
  ["tail-word", "that it ends with a word or sign of a sentence", ({ value }) => flag(/[a-z]{3}[.:?!,]$|\.{3}$/.test(value))]
];

// src/detect/score/features.ts
var ALL = [...NAME_FEATURES, ...VALUE_FEATURES, ...LINE_FEATURES, ...NEAR_FEATURES, ...PATH_FEATURES];
var FEATURE_NAMES = ALL.map(([name]) => name);
var FEATURE_WORDS = ALL.map(([, words]) => words);
function counting(features) {
  const counters = features.map(([, , of]) => of);
  return (input) => counters.map((of) => Math.round(of(input) * 1e3) / 1e3);
}
var ofName = counting(NAME_FEATURES);
var ofValue = counting(VALUE_FEATURES);
var ofLine = counting(LINE_FEATURES);
var ofNear = counting(NEAR_FEATURES);
var ofPath = counting(PATH_FEATURES);
var KEPT = 1024;
var names = new Memo(KEPT);
var lines = new Memo(KEPT);
var paths = new Memo(KEPT);
var values = /* @__PURE__ */ new WeakMap();
function ownFeatures(candidate, reading) {
  const { name, value } = candidate;
  const ofIts = names.get(name, () => ofName({ name, plain: plainName(name) }));
  let ofItsValue = values.get(reading);
  if (!ofItsValue) values.set(reading, ofItsValue = ofValue(valueFactsOf(value, reading)));
  const ofItsLine = lines.get(lineKey(candidate), () => ofLine(lineFactsOf(candidate)));
  return ofIts.concat(ofItsValue, ofItsLine, ofNear(nearFactsOf(candidate)));
}
function lineKey({ form, name, value, quote, closed, lead, gap, tail }) {
  const lengths = `${name.length} ${value.length} ${lead.length} ${gap.length}`;
  return `${form} ${quote} ${closed} ${lengths} ${name}${value}${lead}${gap}${tail}`;
}
function withPath(own, path) {
  const all = new Float64Array(ALL.length);
  all.set(own);
  all.set(
    paths.get(path ?? "", () => ofPath(path)),
    own.length
  );
  return all;
}

// src/detect/score/words.ts
var MAX_WORD = 14;
var SET_BITS = 17;
var SYMBOLS = 27;
var SURPRISE_STEP = 0.75;
var FNV_START = 2166136261 | 0;
var step = (hash, code2) => Math.imul(hash ^ code2, 16777619);
function places(hash) {
  const mixed = Math.imul(hash ^ hash >>> 15, 739982445);
  const other = Math.imul(mixed ^ mixed >>> 12, 695872825);
  return [hash >>> 32 - SET_BITS, mixed >>> 32 - SET_BITS, other >>> 32 - SET_BITS];
}
var trigram = (a, b, c) => (a * SYMBOLS + b) * SYMBOLS + c;
var TRIGRAMS = SYMBOLS ** 3;
var code = (char) => {
  const lower = char | 32;
  return lower >= 97 && lower <= 122 && char >= 65 ? lower - 96 : 0;
};
function read(text, tables) {
  const length = Math.min(text.length, 128);
  let letters = 0;
  let sum = 0;
  let grams = 0;
  let peak = 0;
  let known = 0;
  let knownLong = 0;
  let a = 0;
  let b = 0;
  const last = [0, 0, 0, 0];
  for (let i2 = 0; i2 <= length; i2++) {
    const char = i2 < length ? text.charCodeAt(i2) : 0;
    const c = code(char);
    if (c > 0) letters++;
    if (c > 0 || b > 0) {
      const index = trigram(a, b, c);
      const bits = (tables.surprises[index >> 1] >> 4 * (index & 1) & 15) * SURPRISE_STEP;
      sum += bits;
      last[grams & 3] = bits;
      grams++;
      if (grams >= 4) peak = Math.max(peak, (last[0] + last[1] + last[2] + last[3]) / 4);
    }
    a = c === 0 ? 0 : b;
    b = c;
  }
  let i = 0;
  while (i < length) {
    if (code(text.charCodeAt(i)) === 0) {
      i++;
      continue;
    }
    const word = longestWord(text, i, length, tables.set);
    if (word >= 3) known += word;
    if (word >= 4) knownLong += word;
    i += Math.max(word, 1);
  }
  return { letters, known, knownLong, surprise: grams === 0 ? 0 : sum / grams, peak };
}
function longestWord(text, from, length, set) {
  let hash = FNV_START;
  let longest = 0;
  const stop = Math.min(length, from + MAX_WORD);
  for (let i = from; i < stop; i++) {
    const c = code(text.charCodeAt(i));
    if (c === 0) break;
    hash = step(hash, c + 96);
    if (i - from >= 2 && has2(set, hash)) longest = i - from + 1;
  }
  return longest;
}
function has2(set, hash) {
  const [x, y, z] = places(hash);
  return (set[x >> 3] >> (x & 7) & set[y >> 3] >> (y & 7) & set[z >> 3] >> (z & 7) & 1) === 1;
}

// src/detect/score/gate.ts
var SHORTEST = 4;
var LONGEST = 4096;
var WORD = /^(?:[A-Za-z]?[a-z]*|[A-Z]+)$/;
var BARE_END = /^(?:$|[\s,;&"'`)}\]<\\|#])/;
var LITERALS = /^(?:true|false|null|nil|none|undefined|string|boolean|number|integer|bytes|void|any|self|this)$/i;
var WORDS = /^[A-Za-z@./_][A-Za-z_$./: -]*$/;
var KNOWN = 0.85;
var BARE_NAME = /^_(?:key|keys|auth|authorization|seed|signature|cookie|ticket)_$/;
var FORGERY = /csrf|xsrf|authenticity_token|request_verification/;
var OTHER = /_public_key_|_encrypted_key_|_(?:pass\w*|pwd|token)_(?:hash|digest|sha\d+)_|_hashed_(?:pass\w*|token)_|_(?:next|page|continuation|sync|cancel\w*)_token_|_omniauth_$/;
var NOT_SECRET = /^(?:ssh-|ecdsa-sha2-|sk-)[\w@.-]+ AAAA|^\$(?:2[abxy]?|argon2\w*|pbkdf2[\w-]*|[156y])\$|^(?:sha1|md5|pbkdf2_\w+|bcrypt\w*|argon2)\$/;
var NOT_ASCII = /[\x80-\xff]{2}/;
var DICTIONARY_ENTRY = /\bx:$/;
var PROMISING = /* @__PURE__ */ new Set(["url", "otp"]);
function readValue(value, form, quote, tables) {
  return passesValue(value, form, quote) ? readValueText(value, form, tables) : void 0;
}
function passesValue(value, form, quote) {
  if (value.length < SHORTEST || value.length > LONGEST) return false;
  if (LITERALS.test(value) || value.startsWith("--") || /^[\s\W_]*$/.test(value) || isReference(value) || isPattern(value))
    return false;
  if (quote === 0 && form !== "tag" && form !== "url" && isExpression(value)) return false;
  if (NOT_SECRET.test(value)) return false;
  if (value.includes(" ") && !/\d/.test(value) && NOT_ASCII.test(value)) return false;
  if (/(.)\1{7}/.test(value) || value.length < 60 && /\\n.*\\n/.test(value)) return false;
  if (isTokenBeginning(value)) return false;
  return value.split(" ").length <= 4 || /\d.*\d.*\d/.test(value);
}
function readValueText(value, form, tables) {
  const reading = read(value, tables);
  if (form === "url") return reading;
  if (isWords(value, reading)) return void 0;
  if (!DISGUISED.test(value)) return reading;
  const undisguised = value.replace(/[0134578@$!]/g, (sign) => LETTER_OF[sign]);
  return isWords(undisguised, read(undisguised, tables)) ? void 0 : reading;
}
var isWords = (value, { known, letters }) => known >= KNOWN * letters && WORDS.test(value);
var DISGUISED = /^(?=.{4,12}$)[a-z]+(?:[0134578@$!][a-z]+)+$/i;
var LETTER_OF = {
  0: "o",
  1: "i",
  3: "e",
  4: "a",
  5: "s",
  7: "t",
  8: "b",
  "@": "a",
  $: "s",
  "!": "i"
};
var WORDED = 0.3;
var MOSTLY_WORDS = 0.5;
var LONGEST_WORD = 24;
var PASSWORD = /_(?:pass|pwd|secret|cred)/;
function passesPlace({ value, form, quote, closed, name, lead, tail }, reading) {
  if (!closed) return false;
  if (form === "space" && quote === 0 && !name.startsWith("-") && !/(?:login|machine|user)\s+\S+\s+$/.test(lead)) return false;
  if (quote === 0 && form !== "tag" && form !== "url" && !BARE_END.test(tail)) return false;
  if (form === "sql" || form === "user") return !(/^[a-z]+$/.test(value) && reading.known >= MOSTLY_WORDS * reading.letters);
  if (PROMISING.has(form)) return true;
  if (form === "wrapped" && /\]\.join\(/.test(tail)) return false;
  if (form === "comma" && !name.startsWith("-") && /(?:^|[[,])\s*["'`]?$/.test(lead)) return false;
  const plain = plainName(name);
  if (FORGERY.test(plain) || OTHER.test(plain) || DICTIONARY_ENTRY.test(lead)) return false;
  const worded = reading.known >= WORDED * reading.letters && value.length <= LONGEST_WORD && !/\d/.test(value);
  if (worded && !PASSWORD.test(plain)) return false;
  if (BARE_NAME.test(plain)) return value.length >= 8 && !(WORD.test(value) && value.length < 16);
  return variantOf(plain) !== "key" || value.length >= 6;
}
var KEPT2 = 4096;
var Gate = class {
  #tables;
  #answer;
  #readings = new Memo(KEPT2);
  #answers = new Memo(KEPT2);
  /** @param answer what is wanted of a candidate that passes, which must follow from it alone */
  constructor(tables, answer) {
    this.#tables = tables;
    this.#answer = answer;
  }
  /** The answer for a candidate in `data[from, to)`; undefined where it does not pass. */
  answer(look, data, from, to, form, span) {
    look.saw(span.start, span.end);
    const value = data.toString("latin1", span.start, span.end);
    const reading = this.#readings.get(`${form} ${span.quote} ${value}`, () => readValue(value, form, span.quote, this.#tables));
    if (!reading) return void 0;
    const line = lineOf(look, data, from, to, form, span);
    if (!passesPlace(line, reading)) return void 0;
    const key = keyOf(look, data, from, to, line, span);
    return this.#answers.get(key, () => this.#answer(candidateOf(look, data, from, to, line), reading));
  }
};

// src/detect/score/model.ts
var import_node_fs = __toESM(require_node_fs(), 1);

// src/detect/score/forest.ts
var Forest = class {
  #bias;
  #roots;
  #feature;
  #value;
  #right;
  constructor({ bias, trees }) {
    this.#bias = bias;
    this.#roots = new Int32Array(trees.length);
    const nodes = trees.reduce((sum, tree) => sum + tree.feature.length, 0);
    this.#feature = new Int16Array(nodes);
    this.#value = new Float64Array(nodes);
    this.#right = new Int32Array(nodes);
    let at = 0;
    for (const [t, tree] of trees.entries()) {
      this.#roots[t] = at;
      this.#feature.set(tree.feature, at);
      this.#value.set(tree.value, at);
      for (const [node, right] of tree.right.entries()) this.#right[at + node] = at + right;
      at += tree.feature.length;
    }
  }
  /** The sum of what the trees say. */
  sum(features) {
    let sum = this.#bias;
    for (const root of this.#roots) sum += this.#leaf(root, features);
    return sum;
  }
  /** The most that the trees can say, whatever the features from the number `unknown` on are. */
  most(features, unknown) {
    let sum = this.#bias;
    for (const root of this.#roots) sum += this.#bestLeaf(root, features, unknown);
    return sum;
  }
  #bestLeaf(from, features, unknown) {
    let node = from;
    for (let f = this.#feature[node]; f >= 0; f = this.#feature[node]) {
      if (f >= unknown)
        return Math.max(this.#bestLeaf(node + 1, features, unknown), this.#bestLeaf(this.#right[node], features, unknown));
      node = this.#next(node, f, features);
    }
    return this.#value[node];
  }
  /**
   * By feature: what the sum would lose if that feature alone were as in `neutral`. A tree that does not ask about a
   * feature on the way to its leaf says the same without it, so only the ways are looked at.
   */
  losses(features, neutral) {
    const losses = new Float64Array(features.length);
    const changed = features.slice();
    for (const root of this.#roots) {
      const leaf = this.#leaf(root, features);
      const asked = /* @__PURE__ */ new Set();
      for (let node = root, f = this.#feature[node]; f >= 0; f = this.#feature[node]) {
        if (!asked.has(f)) {
          asked.add(f);
          changed[f] = neutral[f];
          losses[f] += leaf - this.#leaf(node, changed);
          changed[f] = features[f];
        }
        node = this.#next(node, f, features);
      }
    }
    return losses;
  }
  #leaf(from, features) {
    let node = from;
    for (let f = this.#feature[node]; f >= 0; f = this.#feature[node]) node = this.#next(node, f, features);
    return this.#value[node];
  }
  #next(node, feature, features) {
    return features[feature] <= this.#value[node] ? node + 1 : this.#right[node];
  }
};

// src/detect/score/model.ts
var WEIGHTS_FILE = "weights.json";
var Model = class {
  weights;
  tables;
  #forest;
  /** @throws Error when the weights were made for other features */
  constructor(weights) {
    if (weights.features.join() !== FEATURE_NAMES.join())
      throw new Error(`${WEIGHTS_FILE} was made for other features: run npm run train`);
    this.weights = weights;
    this.tables = tablesOf(weights);
    this.#forest = new Forest(weights);
  }
  /** Probability that a candidate is a secret. */
  probability(features) {
    return calibrated(this.weights.calibration, this.#forest.sum(features));
  }
  /** As `probability`, at most, whatever the features from the number `unknown` on are. */
  most(features, unknown) {
    return calibrated(this.weights.calibration, this.#forest.most(features, unknown));
  }
  /** The features that spoke most for it, each with what the log-odds would lose if it were as it usually is for what is no secret. */
  reasons(features, count2) {
    return Array.from(this.#forest.losses(features, this.weights.neutral), (weight, feature) => ({ feature, weight })).filter(({ weight }) => weight > 0.2).sort((a, b) => b.weight - a.weight || a.feature - b.feature).slice(0, count2);
  }
  /** The level of a probability, undefined when it is too low to be told. */
  level(probability) {
    const { levels } = this.weights;
    if (probability >= levels.high) return "high";
    if (probability >= levels.medium) return "medium";
    return probability >= levels.low ? "low" : void 0;
  }
};
function calibrated(table, logOdds) {
  const at = table.findIndex(([x]) => x > logOdds);
  if (at === 0) return table[0][1];
  if (at < 0) return table.at(-1)[1];
  const [[x0, y0], [x1, y1]] = [table[at - 1], table[at]];
  return y0 + (y1 - y0) * (logOdds - x0) / (x1 - x0);
}
function tablesOf({ words }) {
  return { set: Buffer.from(words.set, "base64"), surprises: Buffer.from(words.surprises, "base64") };
}
function readWeights(file) {
  return JSON.parse((0, import_node_fs.readFileSync)(file, "utf8"));
}
var loaded;
function loadModel() {
  if (loaded) return loaded;
  loaded = new Model(readWeights(new URL(WEIGHTS_FILE, import.meta.url)));
  return loaded;
}

// src/detect/score/translation.ts
var TRANSLATIONS = /(?:^|\/)(?:locales?|i18n|l10n|lang|languages?|translations?)\/|\/values-[a-z]{2,3}(?:-r[A-Z]{2})?\/|_[a-z]{2}(?:_[A-Z]{2})?\.properties$|[_.-][a-z]{2}(?:[_-][A-Z]{2})?\.(?:po|resx|strings|arb|xlf)$/;
function isTranslation(path, value) {
  return TRANSLATIONS.test(path) && !/\d/.test(value);
}

// src/detect/score/weigh.ts
var FLOOR = 0.03;
var THOROUGH = 0.15;
var REASONS = 3;
var gate;
function weigh(look, data, from, to, form, span) {
  gate ??= new Gate(loadModel().tables, (candidate, reading) => evidenceOf(candidate, reading, loadModel()));
  return gate.answer(look, data, from, to, form, span);
}
function evidenceOf(candidate, reading, model) {
  const evidence = ownFeatures(candidate, reading);
  const probability = model.probability(withPath(evidence, void 0));
  return probability < FLOOR ? void 0 : { confidence: model.level(probability) ?? "low", evidence };
}
function isTold({ evidence }) {
  return evidence === void 0 || loadModel().level(loadModel().probability(withPath(evidence, void 0))) !== void 0;
}
function settle(matches, settling = {}) {
  return matches.flatMap((match) => {
    const verdict = verdictOf(match, match.location.path, settling);
    if (!verdict) return [];
    const { confidence, weighed } = verdict;
    if (!weighed) return [match];
    const { evidence: _, ...rest } = match;
    return [{ ...rest, confidence, reasons: [...match.reasons, ...reasonsAt(match, weighed)] }];
  });
}
function isToldAt(match, path, settling) {
  return verdictOf(match, path, settling) !== void 0;
}
var best = /* @__PURE__ */ new WeakMap();
function mayBeTold({ rule, confidence, evidence }, settling) {
  if (!evidence) return !isTooUnsure(confidence, settling);
  let most = best.get(evidence);
  if (most === void 0) best.set(evidence, most = loadModel().most(withPath(evidence, void 0), evidence.length));
  return isEnough(rule, most, settling);
}
function isEnough(rule, probability, settling) {
  const model = loadModel();
  const least = settling.minProbability?.[rule] ?? (settling.mode === "thorough" ? THOROUGH : model.weights.levels.low);
  return probability >= least && !isTooUnsure(model.level(probability) ?? "low", settling);
}
function isTooUnsure(confidence, { minConfidence, mode }) {
  return CONFIDENCES.indexOf(confidence) > CONFIDENCES.indexOf(minConfidence ?? (mode === "strict" ? "high" : "low"));
}
function verdictOf({ rule, secret, confidence, evidence }, path, settling) {
  if (!evidence) return isTooUnsure(confidence, settling) ? void 0 : { confidence };
  if (isTranslation(path, secret)) return void 0;
  const model = loadModel();
  const features = withPath(evidence, path === "-" ? void 0 : path);
  const probability = model.probability(features);
  if (!isEnough(rule, probability, settling)) return void 0;
  return { confidence: model.level(probability) ?? "low", weighed: { features, probability } };
}
var said = /* @__PURE__ */ new WeakMap();
function reasonsAt({ evidence, location: { path } }, weighed) {
  const last = said.get(evidence);
  if (last?.path === path) return last.reasons;
  const reasons = reasonsOf(weighed);
  said.set(evidence, { path, reasons });
  return reasons;
}
function reasonsOf({ features, probability }) {
  const words = loadModel().reasons(features, REASONS).map(({ feature }) => FEATURE_WORDS[feature]);
  const because = words.length === 0 ? "" : ` What spoke most for it: ${words.join("; ")}.`;
  const percent = Math.min(99, Math.round(probability * 100));
  return [{ code: "score", text: `It is a secret with a probability of ${percent} %.${because}` }];
}

export {
  isDocumentation,
  isTestPath,
  weigh,
  isTold,
  settle,
  isToldAt,
  mayBeTold
};
