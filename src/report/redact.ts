/**
 * What of a secret may be shown, and the masking of secrets in any other text that leaves the process.
 * @module
 */
import type { Kind } from '../model.ts';
import { estimateBits } from '../strength.ts';

/** Stands for what is hidden. */
export const MASK = '****';

const PRINTABLE = /^[\x21-\x7e]*$/;
const PEM_HEADER = /^\s*-----BEGIN ([A-Z0-9 ]{1,40})-----/;
const SCHEME = /^[a-z][a-z0-9+.-]{1,15}:\/\//i;
/** Bytes that tokens are made of; `=` only as padding, so that `NAME=value` is not one run. */
const TOKEN_RUN = /[A-Za-z0-9+/_-]{20,}={0,2}/g;
/** What is left of a token that a cut has halved. */
const HALF_TOKEN = '[A-Za-z0-9+/_.~-]{8,}';
const TOKEN_AT_START = new RegExp(`^${HALF_TOKEN}={0,2}`);
const TOKEN_AT_END = new RegExp(`${HALF_TOKEN}$`);
/** Random text has 3.5 bits a character and more, words and paths about 2. */
const RANDOM_BITS_A_CHARACTER = 2.75;

/** Shortest secret that is looked for in other text: masking every `a` for a password `a` would tell more than it hides. */
const SHORTEST_MASKED = 4;
/** Characters at its end by which a secret is found. */
const END = 8;
/** Shortest line of a secret of several lines (a private key) that is looked for on its own. */
const SHORTEST_MASKED_LINE = 16;
/** A secret of so many bits is no word that a path or an issuer would hold by chance. */
const HARD_BITS = 64;

/**
 * The shown form of a secret. Never more than a quarter of it: of 32 characters and more the first and last four, of 20
 * to 31 the first four and the last one or two, else nothing. Of guessable ones nothing, of a private key the type its
 * header line tells, of a connection string the scheme, of a JWT up to ten characters of its header.
 * @param options.guessable - see strength.ts
 */
export function redact(secret: string, options: { kind: Kind; guessable: boolean }): string {
  // Code is shown as it is, but never a token that it holds.
  if (options.kind === 'misuse') return maskTokens(secret.replace(/\s+/g, ' '));
  const quarter = Math.floor(secret.length / 4);
  const pem = PEM_HEADER.exec(secret);
  if (pem) return `${pem[1]!} ${MASK}`;
  if (options.kind === 'connection-string') {
    const scheme = SCHEME.exec(secret)?.[0] ?? '';
    return scheme.length <= quarter ? scheme + MASK : MASK;
  }
  if (options.kind === 'jwt') {
    const header = /^eyJ[A-Za-z0-9_-]*(?=\.)/.exec(secret)?.[0];
    if (header !== undefined) return `${header.slice(0, Math.min(10, quarter))}…`;
  }
  if (options.guessable || secret.length < 20) return MASK;
  const head = secret.slice(0, 4);
  const tail = secret.slice(-Math.min(secret.length >= 32 ? 4 : 2, quarter - 4));
  return PRINTABLE.test(head + tail) ? `${head}…${tail}` : MASK;
}

/** A line of source around a secret, in three parts that are safe to show; `secret` is the redacted form. */
export interface CodeFrame {
  before: string;
  secret: string;
  after: string;
}

/** Masks a set of known secrets in text. Made once a report, since all of its secrets are looked for everywhere. */
export interface Redactor {
  /** Masks the known secrets, for text that is not source: reasons, claims, commit subjects. */
  known: (text: string) => string;
  /** Masks the known secrets that nobody would guess, for names and paths: a password `production` must not blot out every `production/`. */
  strong: (text: string) => string;
  /** Masks the known secrets and any other run that looks like a token, for source text and errors. */
  text: (text: string) => string;
  /** The parts of a frame; `cutStart` and `cutEnd` also mask what may be half of a token at the ends. */
  frame: (frame: { text: string; start: number; end: number; cutStart: boolean; cutEnd: boolean }, redacted: string) => CodeFrame;
}

/** Prepares the masking of `secrets`. Time is linear in the text, for any number of secrets. */
export function createRedactor(secrets: readonly string[]): Redactor {
  const shown = [...new Set(secrets.flatMap(forms))];
  const all = indexOf(shown);
  const hard = indexOf(shown.filter((secret) => estimateBits(secret) >= HARD_BITS));
  const text = (value: string): string => maskTokens(mask(value, all));
  return {
    known: (value) => mask(value, all),
    strong: (value) => mask(value, hard),
    text,
    frame(frame, redacted) {
      // A known secret that reaches over an end of this one must not be cut in two, or half of it would be shown.
      let { start, end } = frame;
      for (const [from, to] of matches(frame.text, all)) {
        if (from < end && to > start) [start, end] = [Math.min(start, from), Math.max(end, to)];
      }
      let before = frame.text.slice(0, start);
      let after = frame.text.slice(end);
      if (frame.cutStart) before = before.replace(TOKEN_AT_START, MASK);
      if (frame.cutEnd) after = after.replace(TOKEN_AT_END, MASK);
      return { before: text(before), secret: redacted, after: text(after) };
    },
  };
}

/** `text` with every one of `secrets` and every further token-like run masked; for a single text. */
export function redactText(text: string, secrets: readonly string[]): string {
  return createRedactor(secrets).text(text);
}

/** A secret, and each long line of one that has several, since text is mostly seen a line at a time. */
function forms(secret: string): string[] {
  const lines = secret.split(/\r?\n/);
  if (lines.length === 1) return secret.length >= SHORTEST_MASKED ? [secret] : [];
  return [secret, ...lines.filter((line) => line.length >= SHORTEST_MASKED_LINE && !line.startsWith('-----'))];
}

/**
 * Secrets by their last characters. Their beginnings would not tell them apart: thousands of tokens may begin with the
 * same prefix or the same JWT header.
 */
interface SecretIndex {
  byEnd: Map<string, string[]>;
  /** Length of the shortest one. */
  shortest: number;
}

function indexOf(secrets: readonly string[]): SecretIndex {
  const byEnd = new Map<string, string[]>();
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

/** Where secrets stand in a text, in order; those that touch or overlap are merged. */
function matches(text: string, { byEnd, shortest }: SecretIndex): [number, number][] {
  const found: [number, number][] = [];
  for (let to = shortest; to <= text.length; to++) {
    for (const size of to >= END ? [END, SHORTEST_MASKED] : [SHORTEST_MASKED]) {
      for (const secret of byEnd.get(text.slice(to - size, to)) ?? []) {
        if (!text.endsWith(secret, to)) continue;
        let from = to - secret.length;
        while (found.length > 0 && found.at(-1)![1] >= from) from = Math.min(from, found.pop()![0]);
        found.push([from, to]);
      }
    }
  }
  return found;
}

function mask(text: string, secrets: SecretIndex): string {
  let masked = '';
  let from = 0;
  for (const [start, end] of matches(text, secrets)) {
    masked += text.slice(from, start) + MASK;
    from = end;
  }
  return masked + text.slice(from);
}

/** Masks runs of 20 and more token characters that look random rather than like words, names or paths. */
function maskTokens(text: string): string {
  return text.replace(TOKEN_RUN, (run) => (estimateBits(run) >= run.length * RANDOM_BITS_A_CHARACTER ? MASK : run));
}
