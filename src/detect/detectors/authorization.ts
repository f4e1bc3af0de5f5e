/**
 * Credentials in HTTP authorization (RFC 9110 section 11.6.2): opaque bearer tokens (RFC 6750) and Basic pairs
 * (RFC 7617), in headers, curl commands, code and logs. JWTs and tokens with a known shape have their own rules,
 * which win.
 * @module
 */
import { byteSet } from '../bytes.ts';
import { passwordOfPair } from '../decode/credentials.ts';
import type { Context } from '../engine.ts';
import { entropy, isReference, isUuid, looksLikePlaceholder } from '../plausible.ts';
import { isTokenBeginning } from '../token-header.ts';
import type { DetectorCode } from './index.ts';

const MAX_CREDENTIAL = 2_048;
/** token68 of RFC 9110. */
const TOKEN68 = byteSet('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+/=');

export const authorization: DetectorCode = {
  literals: [
    { text: 'bearer', fold: true },
    { text: 'basic', fold: true },
  ],
  run,
};

function run(context: Context, at: number): void {
  const { data, start, end, look } = context;
  const bearer = (data[at]! | 0x20) === 98 && (data[at + 1]! | 0x20) === 101;
  let i = at + (bearer ? 6 : 5);
  look.saw(at - 1, i + 5);
  if (at > start && /[A-Za-z0-9_]/.test(String.fromCharCode(data[at - 1]!))) return;
  const gap = i;
  if (data.toString('latin1', i, i + 3) === '%20') i += 3;
  else while (i < end && i < gap + 4 && (data[i] === 32 || data[i] === 43)) i++;
  if (i === gap) return;
  const limit = Math.min(end, i + MAX_CREDENTIAL);
  let stop = i;
  while (stop < limit && TOKEN68[data[stop]!] === 1) stop++;
  look.saw(at, stop + 1);
  while (stop > i && data[stop - 1] === 46) stop--;
  if (stop - i < 12) return;
  const value = data.toString('latin1', i, stop);
  if (bearer) {
    if (plausibleBearer(value)) context.emit('authorization/bearer', i, stop);
  } else if (plausibleBasic(value)) {
    const { secret, start: first, end: last } = passwordOfPair(value)!;
    const decoded = { secret, from: ['base64'], unsure: false };
    context.emit('authorization/basic', i + first, i + last, undefined, [], { decoded });
  }
}

function plausibleBearer(value: string): boolean {
  if (value.length < 16 || isReference(value) || isUuid(value) || looksLikePlaceholder(value, true)) return false;
  if (!/[0-9]/.test(value) || !/[A-Za-z]/.test(value)) return false;
  // `bearer token-based-authentication-2.0` and file names are words joined by punctuation.
  if (/^[a-z]+(?:[-_./][a-z0-9]{1,20})+$/i.test(value) && entropy(value) < 4) return false;
  return entropy(value) >= 3.2 && !isTokenBeginning(value);
}

function plausibleBasic(value: string): boolean {
  if (!/^[A-Za-z0-9+/]{12,}={0,2}$/.test(value) || !/[A-Z]/.test(value)) return false;
  const text = Buffer.from(value, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon < 0 || !/^[\x20-\x7e\u00a0-\uffff]+$/.test(text) || text.includes('\ufffd')) return false;
  const password = text.slice(colon + 1);
  // RFC 7617's own examples and the usual stand-ins.
  return (
    password.length >= 4 &&
    !/^(?:open ?sesame|pass(?:word|wd)?|(?:client_?)?secret|test|example)$/i.test(password) &&
    !isReference(password)
  );
}
