/**
 * Tells values that someone typed as a stand-in from values that a machine or a person keeps secret.
 * @module
 */

/** Shannon entropy of a text in bits a character (Shannon 1948); 0 for the empty text. */
export function entropy(text: string): number {
  const counts = new Map<number, number>();
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  let sum = 0;
  for (const count of counts.values()) sum -= (count / text.length) * Math.log2(count / text.length);
  return sum;
}

const STAND_IN =
  /example|sample|placeholder|dummy|changeme|change[_-]me|replace|redacted|your[_-]|[_-]here|xxxx|\*\*\*|\.\.\.|todo|fixme|insert|<[a-z]|1234567890|0123456789|abcdefgh|qwerty|deadbeef|notreal|fake|foobar/i;

/**
 * Whether a value is a stand-in: it says so in words, or it is a run, a repetition or a sequence.
 * @param strict also hold short repetitions and sequences against it (values without a shape of their own)
 */
export function looksLikePlaceholder(value: string, strict: boolean): boolean {
  return saysStandIn(value, strict) || isRepetitive(value);
}

/** Whether a value says in words that it is a stand-in. */
export function saysStandIn(value: string, strict: boolean): boolean {
  const words = STAND_IN.exec(value);
  if (!words) return false;
  // In a long random value such a word may stand by chance only when it is short; all listed ones have four letters or more.
  return strict || words[0].length * 3 >= value.length || /example|placeholder|redacted|xxxx|\*\*\*|\.\.\./i.test(words[0]);
}

/** One character for most of its length, a short piece over and over, or characters in order. */
export function isRepetitive(value: string): boolean {
  if (value.length < 4) return true;
  const tail = value.length > 12 ? value.slice(Math.floor(value.length / 4)) : value;
  // Whichever character is more than half of it is the last one left by this vote (Boyer and Moore 1981).
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
  if (votes > 0) for (let i = 0; i < tail.length; i++) if (tail.charCodeAt(i) === leader) most++;
  if (most > tail.length * 0.6) return true;
  return PERIODS.some((period) => tail.length >= period * 2.5 && repeats(tail, period));
}

const PERIODS = [2, 3, 4, 5, 6, 8, 10];

function repeats(text: string, period: number): boolean {
  for (let i = period; i < text.length; i++) if (text.charCodeAt(i) !== text.charCodeAt(i - period)) return false;
  return true;
}

/** Letters that read as words joined together: `isBlockedPage`, `SOME_NAME`, `some-name`. A random value has a digit or breaks this. */
export function isWords(value: string): boolean {
  return /^[A-Za-z]?[a-z]{2,}(?:[A-Z][a-z]{2,})+$|^[A-Z]{3,}(?:_[A-Z]{2,})+$|^[a-z]{2,}(?:[-_.][a-z]{2,})+$/.test(value);
}

const REFERENCE =
  /^(?:\$\{|\$\(|\$[A-Za-z_]|%[A-Za-z_({]|\{\{|\{[A-Za-z_%#]|<%|<[A-Za-z_/]|#\{|@[A-Za-z_]+@|@[A-Z][A-Z0-9_]+$|!Ref|!Sub|!GetAtt|!vault|!env|@Microsoft\.KeyVault|arn:|projects\/|vault:|op:\/\/|secretref:|ref\+|ENC\[|EJ\[\d:|env[.:(]|\[\[|__[A-Z])/i;

/** A value that says where the secret is instead of being it: `${X}`, `{{ x }}`, `vault:…`, `op://…`. */
export function isReference(value: string): boolean {
  return REFERENCE.test(value) || /\$\{[^}]{1,80}\}|\{\{[^}]{1,80}\}\}|#\{[^}]{1,80}\}|\$\([^)]{1,80}\)/.test(value);
}

/** An expression of a programming language: `process.env.X`, `os.environ["X"]`, `getSecret()`, `this.token`. */
export function isExpression(value: string): boolean {
  return (
    /^[A-Za-z_$][\w$]*(?:(?:\.|->|::|\?\.)[A-Za-z_$][\w$]*|\[[^\]]{0,60}\]|\([^)]{0,200}\)?)+$/.test(value) ||
    /^(?:new|await|return|null|true|false|none|nil|undefined|function|lambda|self|this|str|string|int|bool|any|optional)\b/i.test(
      value,
    ) ||
    /[(){}[\];]|=>|\.\.|::/.test(value)
  );
}

/** A regular expression or glob that describes secrets: classes with ranges, counted repeats, escapes of classes. */
export function isPattern(value: string): boolean {
  return /\[\^?[^\]]*\w-\w|\{\d+,?\d*\}|\\[dwsSDWb]|\(\?[:=!<]/.test(value);
}

export function isUuid(value: string): boolean {
  return /^[{]?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}[}]?$/i.test(value);
}

/** Hexadecimal of the length of a digest in common use (MD5, SHA-1, SHA-224/256/384/512). */
export function isDigest(value: string): boolean {
  return (
    /^(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{56}|[0-9a-f]{64}|[0-9a-f]{96}|[0-9a-f]{128})$/i.test(value) ||
    /^sha\d{1,3}[-:]/i.test(value)
  );
}

/** A file path, URL without user information, or MIME type. */
export function isPathLike(value: string): boolean {
  return (
    /^(?:https?|ftp|file|s3|gs|ws|wss|mailto|data|urn|git|ssh):/i.test(value) ||
    /^(?:\.{0,2}\/|~\/|[A-Za-z]:\\)[\w./\\~@ -]*$/.test(value) ||
    (/^[\w.-]+(?:\/[\w.-]+)+\/?$/.test(value) && !/[A-Z].*[0-9].*[a-z].*[0-9]/.test(value)) ||
    /\.(?:js|ts|json|ya?ml|xml|html?|css|png|jpe?g|svg|gif|txt|md|py|rb|go|rs|java|php|sh|pem|key|crt|cer|p12|jks|conf|cfg|ini|log|sql|tmpl|erb|vue|tsx?)$/i.test(
      value,
    )
  );
}
