/**
 * Private keys: PEM (RFC 7468, with the older encrypted form of RFC 1421), OpenSSH (PROTOCOL.key), PGP (RFC 9580
 * armor) and PuTTY (.ppk). Line breaks may be real, escaped in a string, or lost.
 * @module
 */
import type { Context } from '../engine.ts';
import { isRepetitive } from '../plausible.ts';
import type { DetectorCode } from './index.ts';

/** Longest key that is looked for: an RSA key of 16,384 bits takes 13 KB. */
const MAX_KEY = 32_768;
const BEGIN = '-----BEGIN ';
const PUTTY = 'PuTTY-User-Key-File-';
/** In base64 one character of six is a digit; a sentence about keys has none. */
const PROSE = /^\D{100}/;
/** Dots in place of lines, as documentation shortens keys. */
const LEFT_OUT = /\.{3}|\xe2\x80\xa6/;

export const privateKey: DetectorCode = {
  literals: [
    { text: BEGIN, fold: false },
    { text: PUTTY, fold: false },
  ],
  run,
};

function run(context: Context, at: number): void {
  if (context.data[at] === 45) pem(context, at);
  else putty(context, at);
}

function pem(context: Context, at: number): void {
  const { data, end, look } = context;
  look.saw(at, at + BEGIN.length + 48);
  const labelText = data.toString('latin1', at + BEGIN.length, Math.min(end, at + BEGIN.length + 48));
  const label = /^((?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?)-----/.exec(labelText)?.[1];
  if (!label) return;
  const bodyAt = at + BEGIN.length + label.length + 5;
  const limit = Math.min(end, at + MAX_KEY);
  const close = `-----END ${label}-----`;
  const closeAt = data.subarray(bodyAt, limit).indexOf(close, 0, 'latin1');
  if (closeAt < 0) {
    look.saw(at, limit);
    const body = keyText(data.toString('latin1', bodyAt, Math.min(limit, bodyAt + 400)));
    if (body.length >= 128 && plausible(body) && !PROSE.test(body)) {
      const reason = { code: 'key-cut', text: 'Its end is missing: what stands here may be a part of the key.' };
      context.emit('private-key/cut', at, bodyAt + 64, 'low', [reason]);
    }
    return;
  }
  const stop = bodyAt + closeAt + close.length;
  look.saw(at, stop);
  const whole = data.toString('latin1', bodyAt, bodyAt + closeAt);
  // A word behind the first line makes readers of PEM refuse the key; without it the key may be a real one.
  const word = /^[ \t]+([A-Za-z]{1,16})(?=\\[rn]|[\r\n])/.exec(whole);
  const raw = whole.slice(word?.[0].length ?? 0);
  const body = keyText(raw);
  if (body.length < 40 || !plausible(body) || LEFT_OUT.test(raw)) return;
  if (label.startsWith('PGP')) return context.emit('private-key/pgp', at, stop);
  if (label.startsWith('OPENSSH')) {
    const head = Buffer.from(body.slice(0, 120), 'base64');
    if (head.toString('latin1', 0, 14) !== 'openssh-key-v1') return;
    const cipher = head.toString('latin1', 19, 19 + Math.min(head.readUInt32BE(15), 40));
    return context.emit(cipher === 'none' ? 'private-key/openssh' : 'private-key/encrypted', at, stop);
  }
  // DER begins with a SEQUENCE (0x30): in base64 that is an M.
  if (!body.startsWith('M')) return;
  const encrypted = label.includes('ENCRYPTED') || /Proc-Type:\s*4,\s*ENCRYPTED/.test(raw);
  const variant = encrypted ? 'private-key/encrypted' : 'private-key';
  if (!word) return context.emit(variant, at, stop);
  const reason = { code: 'key-marked', text: `Behind its first line stands "${word[1]}": it may be made up.` };
  context.emit(variant, at, stop, 'low', [reason]);
}

function putty(context: Context, at: number): void {
  const { data, end, look } = context;
  const limit = Math.min(end, at + MAX_KEY);
  look.saw(at, limit);
  const text = data.toString('latin1', at, limit);
  const found =
    /^PuTTY-User-Key-File-[23]: [\w@.-]{1,60}\s{1,4}Encryption: (\S{1,40})[^]{1,30000}?Private-Lines: \d{1,4}\s[^]{40,20000}?Private-MAC: [0-9a-f]{40,64}/.exec(
      text,
    );
  if (!found) return;
  context.emit(found[1] === 'none' ? 'private-key/putty' : 'private-key/encrypted', at, at + found[0].length);
}

/** The base64 of a key: without header lines, line breaks in any notation, quotes and string concatenation. */
function keyText(raw: string): string {
  return raw
    .replace(/\\[rn]/g, '\n')
    .replace(/^[ \t"'+>#*/|-]*[A-Za-z-]{3,20}: [^\n]*$/gm, '')
    .replace(/\n=[A-Za-z0-9+/]{4}(?=\s|$)/g, '')
    .replace(/[\s"'`+\\,;()$|>#*.]|\r/g, (char) => (char === '+' ? '+' : ''))
    .replace(/^\++/, '');
}

function plausible(body: string): boolean {
  return (
    /^[A-Za-z0-9+/=_-]+$/.test(body.slice(0, 400)) && !isRepetitive(body.slice(0, 200)) && new Set(body.slice(0, 400)).size > 20
  );
}
