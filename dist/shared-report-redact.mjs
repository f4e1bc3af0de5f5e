const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);

// src/strength.ts
var GUESSABLE_BITS = 80;
var PHRASE_BITS_A_CHARACTER = 3;
var GUESSABLE_PHRASE_BITS = 200;
var GUESSABLE_CHOSEN_BITS = 128;
var WORD_LETTER_BITS = 2;
var LOOKED_AT = 1024;
var WORD = /[A-Z]?[a-z]{3,}|[A-Z]{4,}/g;
var KEYBOARD = "1234567890 qwertyuiop asdfghjkl zxcvbnm";
var SUBSTITUTES = { 0: "o", 1: "i", 3: "e", 4: "a", 5: "s", "@": "a", 7: "t", $: "s", "!": "i" };
var VOWELS = /[aeiouyAEIOUY]/g;
var NO_WORD = /[^aeiouyAEIOUY]{5}/;
function estimateBits(value) {
  const text = value.slice(0, LOOKED_AT);
  const perCharacter = Math.min(Math.log2(alphabetSize(text)), ownBits(text));
  const word = wordLetters(text);
  const seen = /* @__PURE__ */ new Set();
  let bits = 0;
  for (let at = 0; at < text.length; at++) {
    const group = text.slice(at - 2, at + 1);
    const repeated = at >= 2 && seen.has(group);
    if (at >= 2) seen.add(group);
    if (repeated || isStep(text, at)) continue;
    bits += word[at] === 1 ? Math.min(perCharacter, WORD_LETTER_BITS) : perCharacter;
  }
  return bits;
}
function isGuessable(secret, kind) {
  switch (kind) {
    case "password":
      return isWeak(plainSpelling(secret), GUESSABLE_CHOSEN_BITS);
    case "connection-string":
      return isWeak(plainSpelling(passwordOf(secret)), GUESSABLE_CHOSEN_BITS);
    // Code is no secret.
    case "misuse":
      return false;
    case "jwt":
      return isWeak(signatureOf(secret), GUESSABLE_BITS);
    default:
      return isWeak(secret, GUESSABLE_BITS);
  }
}
function isWeak(value, enough) {
  const bits = estimateBits(value);
  return bits < enough || bits < value.length * PHRASE_BITS_A_CHARACTER && bits < GUESSABLE_PHRASE_BITS;
}
function signatureOf(token) {
  if (token.trimStart().startsWith("{")) return token;
  const parts = token.split(".");
  return parts.length === 3 || parts.length === 5 ? parts.at(-1) : "";
}
function passwordOf(connection) {
  const url = /^[a-z][a-z0-9+.-]*:\/\/[^\s/@:]*:(.+)@/i.exec(connection);
  if (url) return url[1];
  const field = /(?:^|[;\s&?])(?:password|pwd|pass|sharedaccesskey|accountkey|key|secret|token)\s*=\s*([^;\s&]+)/i.exec(
    connection
  );
  return field ? field[1] : "";
}
function alphabetSize(text) {
  if (/^[0-9]*$/.test(text)) return 10;
  if (/^(?:[0-9a-f]*|[0-9A-F]*)$/.test(text)) return 16;
  let size = 0;
  if (/[0-9]/.test(text)) size += 10;
  if (/[a-z]/.test(text)) size += 26;
  if (/[A-Z]/.test(text)) size += 26;
  if (/[-_+/=.]/.test(text)) size += 2;
  if (/[^0-9a-zA-Z\-_+/=.]/.test(text)) size += 20;
  return size;
}
function ownBits(text) {
  const counts = /* @__PURE__ */ new Map();
  for (const char of text) counts.set(char, (counts.get(char) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= count / text.length * Math.log2(count / text.length);
  return text.length === 0 ? 0 : bits + (counts.size - 1) / (2 * Math.LN2 * text.length);
}
function wordLetters(text) {
  const marks = new Uint8Array(text.length);
  for (const match of text.matchAll(WORD)) {
    const run = match[0];
    const vowels = run.match(VOWELS)?.length ?? 0;
    if (vowels * 5 >= run.length && !NO_WORD.test(run)) marks.fill(1, match.index, match.index + run.length);
  }
  return marks;
}
function isStep(text, at) {
  if (at < 2) return false;
  const [a, b, c] = [text.charCodeAt(at - 2), text.charCodeAt(at - 1), text.charCodeAt(at)];
  if (c - b === b - a && Math.abs(c - b) <= 1) return true;
  const [x, y, z] = [keyOf(text[at - 2]), keyOf(text[at - 1]), keyOf(text[at])];
  return x >= 0 && z - y === y - x && Math.abs(z - y) === 1;
}
function keyOf(char) {
  return KEYBOARD.indexOf(char.toLowerCase());
}
function plainSpelling(value) {
  return value.replace(/[01345@7$!]/g, (char) => SUBSTITUTES[char] ?? char);
}

// src/report/redact.ts
var MASK = "****";
var PRINTABLE = /^[\x21-\x7e]*$/;
var PEM_HEADER = /^\s*-----BEGIN ([A-Z0-9 ]{1,40})-----/;
var SCHEME = /^[a-z][a-z0-9+.-]{1,15}:\/\//i;
var TOKEN_RUN = /[A-Za-z0-9+/_-]{20,}={0,2}/g;
var HALF_TOKEN = "[A-Za-z0-9+/_.~-]{8,}";
var TOKEN_AT_START = new RegExp(`^${HALF_TOKEN}={0,2}`);
var TOKEN_AT_END = new RegExp(`${HALF_TOKEN}$`);
var RANDOM_BITS_A_CHARACTER = 2.75;
var SHORTEST_MASKED = 4;
var END = 8;
var SHORTEST_MASKED_LINE = 16;
var HARD_BITS = 64;
function redact(secret, options) {
  const quarter = Math.floor(secret.length / 4);
  const pem = PEM_HEADER.exec(secret);
  if (pem) return `${pem[1]} ${MASK}`;
  if (options.kind === "connection-string") {
    const scheme = SCHEME.exec(secret)?.[0] ?? "";
    return scheme.length <= quarter ? scheme + MASK : MASK;
  }
  if (options.kind === "jwt") {
    const header = /^eyJ[A-Za-z0-9_-]*(?=\.)/.exec(secret)?.[0];
    if (header !== void 0) return `${header.slice(0, Math.min(10, quarter))}\u2026`;
  }
  if (options.guessable || secret.length < 20) return MASK;
  const head = secret.slice(0, 4);
  const tail = secret.slice(-Math.min(secret.length >= 32 ? 4 : 2, quarter - 4));
  return PRINTABLE.test(head + tail) ? `${head}\u2026${tail}` : MASK;
}
function showCode(code) {
  return maskTokens(code.replace(/\s+/g, " "));
}
function createRedactor(secrets) {
  const shown = [...new Set(secrets.flatMap(forms))];
  const all = indexOf(shown);
  const hard = indexOf(shown.filter((secret) => estimateBits(secret) >= HARD_BITS));
  const text = (value) => maskTokens(mask(value, all));
  return {
    known: (value) => mask(value, all),
    strong: (value) => mask(value, hard),
    text,
    frame(frame, redacted) {
      let { start, end } = frame;
      for (const [from, to] of matches(frame.text, all)) {
        if (from < end && to > start) [start, end] = [Math.min(start, from), Math.max(end, to)];
      }
      let before = frame.text.slice(0, start);
      let after = frame.text.slice(end);
      if (frame.cutStart) before = before.replace(TOKEN_AT_START, MASK);
      if (frame.cutEnd) after = after.replace(TOKEN_AT_END, MASK);
      return { before: text(before), secret: redacted, after: text(after) };
    }
  };
}
function redactText(text, secrets) {
  return createRedactor(secrets).text(text);
}
function forms(secret) {
  const lines = secret.split(/\r?\n/);
  if (lines.length === 1) return secret.length >= SHORTEST_MASKED ? [secret] : [];
  return [secret, ...lines.filter((line) => line.length >= SHORTEST_MASKED_LINE && !line.startsWith("-----"))];
}
function indexOf(secrets) {
  const byEnd = /* @__PURE__ */ new Map();
  let shortest = Number.POSITIVE_INFINITY;
  for (const secret of secrets) {
    shortest = Math.min(shortest, secret.length);
    const end = secret.slice(secret.length >= END ? -END : -SHORTEST_MASKED);
    const list = byEnd.get(end);
    if (list) list.push(secret);
    else byEnd.set(end, [secret]);
  }
  return { byEnd, shortest };
}
function matches(text, { byEnd, shortest }) {
  const found = [];
  for (let to = shortest; to <= text.length; to++) {
    for (const size of to >= END ? [END, SHORTEST_MASKED] : [SHORTEST_MASKED]) {
      for (const secret of byEnd.get(text.slice(to - size, to)) ?? []) {
        if (!text.endsWith(secret, to)) continue;
        let from = to - secret.length;
        while (found.length > 0 && found.at(-1)[1] >= from) from = Math.min(from, found.pop()[0]);
        found.push([from, to]);
      }
    }
  }
  return found;
}
function mask(text, secrets) {
  let masked = "";
  let from = 0;
  for (const [start, end] of matches(text, secrets)) {
    masked += text.slice(from, start) + MASK;
    from = end;
  }
  return masked + text.slice(from);
}
function maskTokens(text) {
  return text.replace(TOKEN_RUN, (run) => estimateBits(run) >= run.length * RANDOM_BITS_A_CHARACTER ? MASK : run);
}

export {
  isGuessable,
  redact,
  showCode,
  createRedactor,
  redactText
};
