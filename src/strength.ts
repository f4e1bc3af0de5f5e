/**
 * How hard a value is to guess, from the value alone. A rough, deliberately low estimate: it decides what may be shown of
 * a secret and how slow its fingerprint must be, and both err on the careful side.
 *
 * Fingerprints depend on `isGuessable`, so a change of anything here changes finding ids: raise the version in
 * fingerprint.ts with it.
 * @module
 */
import type { Kind } from './model.ts';

/** Below this a value could be found by trying. */
const GUESSABLE_BITS = 80;
/** Random values have 3.2 (digits) to 5 bits a character, phrases of words fewer: those are told from lists, so they need more. */
const PHRASE_BITS_A_CHARACTER = 3;
const GUESSABLE_PHRASE_BITS = 200;
/** For what people choose themselves: habits make such values weaker than they look. */
const GUESSABLE_CHOSEN_BITS = 128;
/** Bits a letter of a word-like run is worth: a common word has 10 to 14 bits and 5 to 7 letters. */
const WORD_LETTER_BITS = 2;
/** More characters than this cannot change the answer. */
const LOOKED_AT = 1024;

const WORD = /[A-Z]?[a-z]{3,}|[A-Z]{4,}/g;
/** Rows of keys; a space keeps them apart. */
const KEYBOARD = '1234567890 qwertyuiop asdfghjkl zxcvbnm';
const SUBSTITUTES: Record<string, string> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', '@': 'a', 7: 't', $: 's', '!': 'i' };
const VOWELS = /[aeiouyAEIOUY]/g;
const NO_WORD = /[^aeiouyAEIOUY]{5}/;

/**
 * Estimated entropy of a value in bits: characters times the smaller of the alphabet's and the value's own bits a
 * character, less for letters that read like words, and nothing for repeats (a three-character group seen before) and
 * for steps (`aaa`, `abc`, `321`, `qwerty`).
 */
export function estimateBits(value: string): number {
  const text = value.slice(0, LOOKED_AT);
  const perCharacter = Math.min(Math.log2(alphabetSize(text)), ownBits(text));
  const word = wordLetters(text);
  const seen = new Set<string>();
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

/**
 * Whether someone who holds a fast fingerprint of the value could find the value by trying: estimated entropy below 80
 * bits, for passwords (alone or in a connection string) below 128, for what reads like a phrase below 200. Of a token only its signature counts, since the rest
 * can be written by anyone; an unsigned one is guessable.
 */
export function isGuessable(secret: string, kind: Kind): boolean {
  switch (kind) {
    case 'password':
      return isWeak(plainSpelling(secret), GUESSABLE_CHOSEN_BITS);
    case 'connection-string':
      return isWeak(plainSpelling(passwordOf(secret)), GUESSABLE_CHOSEN_BITS);
    // Code is no secret.
    case 'misuse':
      return false;
    case 'jwt':
      return isWeak(signatureOf(secret), GUESSABLE_BITS);
    default:
      return isWeak(secret, GUESSABLE_BITS);
  }
}

function isWeak(value: string, enough: number): boolean {
  const bits = estimateBits(value);
  return bits < enough || (bits < value.length * PHRASE_BITS_A_CHARACTER && bits < GUESSABLE_PHRASE_BITS);
}

/** Last part of a compact token of three parts or five, '' of anything else. JSON-serialised tokens count whole. */
function signatureOf(token: string): string {
  if (token.trimStart().startsWith('{')) return token;
  const parts = token.split('.');
  return parts.length === 3 || parts.length === 5 ? parts.at(-1)! : '';
}

/** The part of a connection string that is secret: the password of its URL, or the value of its password or key field. */
function passwordOf(connection: string): string {
  const url = /^[a-z][a-z0-9+.-]*:\/\/[^\s/@:]*:(.+)@/i.exec(connection);
  if (url) return url[1]!;
  const field = /(?:^|[;\s&?])(?:password|pwd|pass|sharedaccesskey|accountkey|key|secret|token)\s*=\s*([^;\s&]+)/i.exec(
    connection,
  );
  return field ? field[1]! : '';
}

/** Number of characters the value could have been drawn from, judged by the classes it uses. */
function alphabetSize(text: string): number {
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

/** Shannon entropy in bits a character, with the Miller-Madow correction for the shortness of the sample. */
function ownBits(text: string): number {
  const counts = new Map<string, number>();
  for (const char of text) counts.set(char, (counts.get(char) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return text.length === 0 ? 0 : bits + (counts.size - 1) / (2 * Math.LN2 * text.length);
}

/** 1 for each position within a run of letters that reads like a word. */
function wordLetters(text: string): Uint8Array {
  const marks = new Uint8Array(text.length);
  for (const match of text.matchAll(WORD)) {
    const run = match[0];
    const vowels = run.match(VOWELS)?.length ?? 0;
    if (vowels * 5 >= run.length && !NO_WORD.test(run)) marks.fill(1, match.index, match.index + run.length);
  }
  return marks;
}

/** Whether the character goes on as the two before it do: the same again, the next or last one in the alphabet or on the keyboard. */
function isStep(text: string, at: number): boolean {
  if (at < 2) return false;
  const [a, b, c] = [text.charCodeAt(at - 2), text.charCodeAt(at - 1), text.charCodeAt(at)];
  if (c - b === b - a && Math.abs(c - b) <= 1) return true;
  const [x, y, z] = [keyOf(text[at - 2]!), keyOf(text[at - 1]!), keyOf(text[at]!)];
  return x >= 0 && z - y === y - x && Math.abs(z - y) === 1;
}

function keyOf(char: string): number {
  return KEYBOARD.indexOf(char.toLowerCase());
}

/** What a value spells when usual substitutions are undone. */
function plainSpelling(value: string): string {
  return value.replace(/[01345@7$!]/g, (char) => SUBSTITUTES[char] ?? char);
}
