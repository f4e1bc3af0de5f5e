/**
 * Names that promise a secret: what is searched for, and what the whole name says.
 * @module
 */
import type { Literal } from '../prefilter.ts';
import { Memo } from './memo.ts';

export type Variant = 'password' | 'secret' | 'key' | 'token';

/** Searched for wherever they stand in a name. */
const WORDS = ['passw', 'passphrase', 'pwd', '_pass', 'secret', 'token', 'apikey', 'api_key', 'api-key', 'credential'];
/** Too common within other words: only at the end of a name or before a joint. */
const ENDINGS = [
  'key',
  'auth',
  'pass',
  'keys',
  'authorization',
  'signature',
  'ticket',
  'cookie',
  'sessionid',
  'seed',
  'verifier',
  '_pw',
  '_iv',
  'authcode',
];
/** What stands behind such an ending: what can close a name, or an operator. */
const AFTER_ENDING = '"\'`=:(\\ \n';

export const NAME_LITERALS: readonly Literal[] = [
  ...WORDS.map((text): Literal => ({ text, fold: true, named: true })),
  ...ENDINGS.map((text): Literal => ({ text, fold: true, named: true, next: AFTER_ENDING, tail: [AFTER_ENDING, 1] })),
];

const KEYWORD = new RegExp(`${WORDS.join('|')}|(?:${ENDINGS.join('|')})$`, 'i');

/** Where in a name its first keyword stands, -1 for none: a name with two is looked at once. */
export const firstKeyword = (name: string): number => KEYWORD.exec(name)?.index ?? -1;

/** Few names give most candidates. */
const KEPT = 1024;
const plainNames = new Memo<string>(KEPT);

/** A name's words in lower case, joined and enclosed by `_`: `_api_key_` for `apiKey`, `API-KEY` and `x_api_key`. */
export function plainName(name: string): string {
  return plainNames.get(name, makePlain);
}

function makePlain(name: string): string {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  return `_${words.join('_')}_`;
}

/** What a name says its value is. */
export function variantOf(plain: string): Variant {
  if (/pass|pwd|_pw_/.test(plain)) return 'password';
  if (/secret|credential/.test(plain)) return 'secret';
  if (/token|auth|ticket|cookie|session/.test(plain) && !plain.endsWith('key_')) return 'token';
  return 'key';
}
