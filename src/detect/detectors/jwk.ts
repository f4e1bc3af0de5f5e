/**
 * Private and symmetric keys as JSON Web Keys (RFC 7517): an object with `kty` whose member `d` (RFC 7518 sections 6.2.2
 * and 6.3.2) or, for `oct`, `k` (section 6.4) holds a key; as JSON or as a literal of JavaScript, Python or Ruby.
 * @module
 */
import { isRepetitive } from '../plausible.ts';
import type { Context } from '../engine.ts';
import type { DetectorCode } from './index.ts';

/** Most bytes from `kty` to the key: an RSA key of 4,096 bits has a modulus of 683 characters and primes of half of that. */
const MAX_DISTANCE = 4096;
const KEY_TYPE = /^kty\\?["']?\s*(?::|=>|=)\s*\\?["'](EC|RSA|OKP|oct)\\?["']/;
const MEMBER = /(?:[{,\s]|\\n)\\?["']?([dk])\\?["']?\s*(?::|=>)\s*\\?["']([A-Za-z0-9_-]{22,1366})\\?["']/;

export const jwk: DetectorCode = { literals: [{ text: 'kty', fold: false, next: `"'\\:= ` }], run };

function run(context: Context, at: number): void {
  const { data, start, end } = context;
  const text = data.toString('latin1', at, Math.min(end, at + MAX_DISTANCE));
  const type = KEY_TYPE.exec(text);
  if (!type) return;
  // The object ends at its brace; members may stand before `kty` as well.
  const close = text.indexOf('}');
  const from = Math.max(start, at - MAX_DISTANCE);
  const before = data.toString('latin1', from, at);
  const openAt = before.lastIndexOf('{') + 1;
  const object = before.slice(openAt) + (close < 0 ? text : text.slice(0, close));
  const to = at + (close < 0 ? text.length : close) + 1;
  const found = MEMBER.exec(object);
  const wanted = type[1] === 'oct' ? 'k' : 'd';
  if (!found || found[1] !== wanted || isRepetitive(found[2]!)) return context.probe(from + openAt, to);
  const keyAt = from + openAt + found.index + found[0].indexOf(found[2]!, found[0].search(/[:=]/));
  context.emit('jwk', keyAt, keyAt + found[2]!.length, from + openAt, to);
}
