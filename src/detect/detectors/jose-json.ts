/**
 * JOSE objects in JSON: JWS (RFC 7515 section 7.2) and JWE (RFC 7516 section 7.2), general and flattened, pretty-printed or
 * not; and JWKs (RFC 7517) that hold a private or a symmetric key.
 * @module
 */
import type { Context } from '../engine.ts';
import { isRepetitive } from '../plausible.ts';
import type { DetectorCode } from './index.ts';
import { objectsAround } from './objects.ts';

/** Longest objects in bytes: tokens, and keys (one of RSA with 4096 bits takes 3 KB). */
const MAX_TOKEN = 16_384;
const MAX_KEY = 8_192;
/** Farther away a value is of another name. */
const VALUE_WITHIN = 64;

export const joseJson: DetectorCode = { literals: [{ text: '"protected"', fold: false }], run: serialised };

export const jwk: DetectorCode = {
  literals: ['"kty"', "'kty'", 'kty:'].map((text) => ({ text, fold: false })),
  run: keyObject,
};

function serialised(context: Context, at: number): void {
  // The value is a header: base64url of `{`, then a quote or white space.
  if (!/^"protected"\s{0,20}:\s{0,20}"e[yw]/.test(textAt(context, at))) return;
  for (const { value: object, start, end } of objectsAround(context, at, MAX_TOKEN)) {
    if (isBase64url(object['ciphertext'], 2) && isBase64url(object['tag'], 8)) return context.emit('jose-json/jwe', start, end);
    const signatures: unknown[] = Array.isArray(object['signatures']) ? object['signatures'] : [object];
    const [first] = signatures;
    if (typeof object['payload'] === 'string' && isObject(first) && isBase64url(first['signature'], 20))
      return context.emit('jose-json/jws', start, end);
  }
}

/** Members of private keys, by type (RFC 7518 section 6, RFC 8037 section 2). */
const PRIVATE: Record<string, readonly string[]> = { RSA: ['n', 'e', 'd'], EC: ['crv', 'x', 'y', 'd'], OKP: ['crv', 'x', 'd'] };

function keyObject(context: Context, at: number): void {
  if (!/^["']?kty["']?\s{0,20}:\s{0,20}["'](?:RSA|EC|OKP|oct)["']/.test(textAt(context, at))) return;
  for (const { value: object, start, end } of objectsAround(context, at, MAX_KEY)) {
    const type = object['kty'];
    if (type === 'oct' && isBase64url(object['k'], 20) && !isRepetitive(object['k']))
      return emitKey(context, 'jwk/symmetric', start, end);
    const members = typeof type === 'string' && Object.hasOwn(PRIVATE, type) ? PRIVATE[type]! : undefined;
    if (members?.every((name) => typeof object[name] === 'string') && isBase64url(object['d'], 40) && !isRepetitive(object['d']))
      return emitKey(context, 'jwk', start, end);
  }
}

/** The key is the whole object; it stands from its first private member on, so that this one's line is told. */
function emitKey(context: Context, variant: string, start: number, end: number): void {
  const secret = context.data.toString('latin1', start, end);
  const member = /[{,\s]["']?(?:d|p|q|dp|dq|qi|oth|k)["']?\s*:\s*/.exec(secret)!;
  const decoded = { secret, from: [], unsure: false };
  context.emit(variant, start + member.index + member[0].length, end, undefined, [], { decoded });
}

function textAt({ data, end, look }: Context, at: number): string {
  look.saw(at, at + VALUE_WITHIN);
  return data.toString('latin1', at, Math.min(end, at + VALUE_WITHIN));
}

function isBase64url(value: unknown, least: number): value is string {
  return typeof value === 'string' && value.length >= least && /^[\w-]+={0,2}$/.test(value);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
