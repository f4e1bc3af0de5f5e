/**
 * JSON Web Tokens in compact form: JWS (RFC 7515) of two or three parts, JWE (RFC 7516) of five, SD-JWT (RFC 9901), with
 * any key order and any white space in the header. What begins like a header is decoded on the spot: without a JSON object
 * that names an `alg` there is no token.
 * @module
 */
import type { Reason } from '../../model.ts';
import { byteSet, runEnd } from '../bytes.ts';
import { edgeBefore } from '../edge.ts';
import type { Context } from '../engine.ts';
import type { Look } from '../look.ts';
import type { Literal } from '../prefilter.ts';
import { isTokenBeginning } from '../token-header.ts';
import type { DetectorCode } from './index.ts';

/** Longest header and longest whole token that are looked at, in bytes. */
const MAX_HEADER = 8_192;
const MAX_TOKEN = 65_536;

const BASE64URL = byteSet('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_');
const DOT = 46;
const TILDE = 126;

/** What continues a word; a header that decodes may follow `_` and `-`. */
const LETTERS = BASE64URL.slice();
LETTERS[45] = LETTERS[95] = 0;

/** The first characters of `{"`, `{ "`, `{  `, `{\n…`, `{\r\n` and `{\t…` in base64. */
const OPENINGS = ['eyJ', 'eyAi', 'eyAg', 'ewog', 'ewoi', 'ewoJ', 'ew0K', 'ewki', 'ewkJ'];
const BASE64URL_TEXT = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

export const jwt: DetectorCode = {
  literals: OPENINGS.map((text): Literal => ({ text, fold: false, next: BASE64URL_TEXT })),
  run,
};

function run(context: Context, at: number): void {
  const { data, start, end, look } = context;
  if (!edgeBefore(look, data, at, start, LETTERS) || (at > start && data[at - 1] === DOT)) return;
  context.decoder.token(at);
  const limit = Math.min(end, at + MAX_TOKEN);
  const headerEnd = runEnd(data, at, Math.min(end, at + MAX_HEADER), BASE64URL);
  look.saw(at, headerEnd + 1);
  if (data[headerEnd] !== DOT || headerEnd >= end) return beginning(context, at, headerEnd);
  const header = decodeObject(data.toString('latin1', at, headerEnd));
  if (!header || typeof header['alg'] !== 'string') return beginning(context, at, headerEnd);

  const ends = [headerEnd];
  let i = headerEnd;
  while (ends.length < 5 && i < limit && data[i] === DOT) {
    i = runEnd(data, i + 1, limit, BASE64URL);
    ends.push(i);
  }
  look.saw(at, i + 1);
  const reasons: Reason[] = [];
  const payload = (): unknown => decodeObject(data.toString('latin1', headerEnd + 1, ends[1]));

  if (typeof header['enc'] === 'string') {
    if (ends.length === 5 && ends[4]! > ends[3]!) context.emit('jwt/jwe', at, ends[4]!);
    return;
  }
  if (ends.length < 2 || ends[1]! - headerEnd < 3) return beginning(context, at, headerEnd);
  if (header['alg'].toLowerCase() === 'none') {
    const stop = ends.length >= 3 && ends[2] === ends[1]! + 1 ? ends[2] : ends[1]!;
    if (payload()) context.emit('jwt/unsecured', at, stop);
    return;
  }
  if (ends.length >= 3 && ends[2]! - ends[1]! > 20) {
    if (payload() || holdsToken(data.toString('latin1', headerEnd + 1, ends[1]))) {
      return context.emit('jwt', at, ends.length === 3 ? disclosuresEnd(look, data, ends[2]!, limit) : ends[2]!);
    }
    reasons.push({ code: 'payload-not-json', text: 'Its payload is not a JSON object: signed, but not a JWT.' });
    return context.emit('jwt/cut', at, ends[2]!, 'low', reasons);
  }
  if (ends[1]! - headerEnd > 16) {
    reasons.push({ code: 'token-cut', text: 'Its signature is missing: what stands here cannot be used as it is.' });
    look.saw(at, ends[1]! + MARK);
    const sure = CUT.test(data.toString('latin1', ends[1], Math.min(end, ends[1]! + MARK)));
    return context.emit('jwt/cut', at, ends[1]!, sure ? 'medium' : 'low', reasons);
  }
  beginning(context, at, ends[1]!);
}

/** Longest beginning of a token that is looked at, and how much of its line before it. */
const MAX_BEGINNING = 512;
const LINE = 300;
/** Bytes behind it in which it is said to be cut: dots, an ellipsis (in UTF-8, or escaped), or words. */
const MARK = 24;
const IN_WORDS = /[([<](?:\.{3}|\xe2\x80\xa6)?[^\])>\n]{0,12}(?:trunc|\bcut\b|snip|omitted|\d more\b)/.source;
const CUT = new RegExp(`^\\.?(?:\\.{3}|\xe2\x80\xa6|\\\\u2026| ?${IN_WORDS})`, 'i');
const CUT_IN_WORDS = new RegExp(`^\\.{0,4}(?:\xe2\x80\xa6)? ?${IN_WORDS}`, 'i');
/** What lines of logs have: a time, a level, the mark that curl puts before a header. */
const LOG_LINE =
  /\d\d:\d\d:\d\d|\d{4}-\d\d-\d\d[T ]\d\d:\d\d|\b(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|CRITICAL)\b|\b(?:level|severity|lvl)["']?\s?[=:]\s?["']?(?:trace|debug|info|warn|error|fatal)|\[(?:trace|debug|info|warn|warning|error|fatal)\]|^[<>] [\w-]{1,40}: /;

/**
 * The beginning of a token, up to `stop`, of which the rest was cut off. It tells nothing by itself, and documentation is full of
 * it: so it counts only in a line of a log, where it says that tokens are written there.
 */
function beginning(context: Context, at: number, stop: number): void {
  const { data, start, end, look } = context;
  if (stop - at < 12 || stop - at > MAX_BEGINNING) return;
  look.saw(at, stop + MARK);
  const behind = data.toString('latin1', stop, Math.min(end, stop + MARK));
  if (!CUT.test(behind)) return;
  const from = Math.max(start, at - LINE);
  look.saw(from, at);
  const line = data.toString('latin1', from, at).split('\n').at(-1)!;
  const logged = CUT_IN_WORDS.test(behind) || LOG_LINE.test(line);
  if (!logged || !isTokenBeginning(data.toString('latin1', at, stop))) return;
  const reason = { code: 'token-cut', text: 'Only its beginning is left: this place writes tokens, and cuts them.' };
  context.emit('jwt/cut', at, stop, 'medium', [reason]);
}

/** A JWT in a JWT (RFC 7519 section 5.2). */
function holdsToken(payload: string): boolean {
  return /^e[yw][\w-]{8,}\.[\w-]*\./.test(Buffer.from(payload, 'base64url').toString('latin1'));
}

/**
 * Where an SD-JWT ends: after each `~` a disclosure, which is a JSON list, or last the holder's proof, which is a JWT
 * (RFC 9901 section 4). Without them, the end of the signature.
 */
function disclosuresEnd(look: Look, data: Buffer, from: number, limit: number): number {
  let end = from;
  while (end < limit && data[end] === TILDE) {
    const start = end + 1;
    const stop = runEnd(data, start, limit, BASE64URL);
    look.saw(from, stop + 1);
    if (stop > start && data[stop] === TILDE && data[start] === LIST) {
      end = stop;
      continue;
    }
    if (data[stop] !== DOT || data[start] !== OBJECT) return start;
    let proof = stop;
    while (proof < limit && data[proof] === DOT) proof = runEnd(data, proof + 1, limit, BASE64URL);
    look.saw(from, proof + 1);
    return proof;
  }
  return end;
}

/** First characters of `[` and `{` in base64. */
const LIST = 87;
const OBJECT = 101;

function decodeObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
