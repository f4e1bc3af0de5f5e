/**
 * Tokens that are no JOSE: PASETO by its prefix, Macaroons by how their first packet begins, Biscuit and Branca where their
 * name stands before them, as nothing in their text is fixed. All are decoded on the spot: what does not read as one is none.
 * @module
 */
import { readBiscuit, readBranca, readMacaroon, readPaseto } from '../../tokens/capability.ts';
import { byteSet, runEnd } from '../bytes.ts';
import { edgeBefore } from '../edge.ts';
import type { Context } from '../engine.ts';
import type { Literal } from '../prefilter.ts';
import type { DetectorCode } from './index.ts';
import { objectsAround } from './objects.ts';

const MAX_TOKEN = 8_192;
/** Shortest payload of a PASETO, in characters. */
const MIN_PAYLOAD = 32;
/** Bytes after a format's name within which the token begins, and the longest rest of the word that the name begins. */
const NAMED_WITHIN = 64;
const NAME_REST = 32;
const WORD = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const EQUALS = 61;
const DOT = 46;
/** What a clock may say in four bytes of seconds: a scan's finds must not hang on the hour. */
const LAST_TIME = new Date(2 ** 32 * 1000);

const BASE64URL = byteSet(`${WORD}-_`);
const BASE64 = byteSet(`${WORD}-_+/`);
const LETTERS = byteSet(WORD);

const PASETO = ['v1', 'v2', 'v3', 'v4'].flatMap((version) => [`${version}.local.`, `${version}.public.`]);
/** `cation`, of the name of the first packet, which begins eight characters earlier with its length: `00…`, in base64. */
const PACKET = 'Y2F0aW9u';
const PACKET_BEFORE = 8;
/** Version 2, field 1. */
const BINARY = 'AgE';

export const capability: DetectorCode = {
  literals: [
    ...[...PASETO, PACKET, '"s64"'].map((text): Literal => ({ text, fold: false })),
    { text: BINARY, fold: false, prev: '"\'`=: \t\n>', next: WORD },
    { text: 'biscuit', fold: true },
    { text: 'branca', fold: true },
  ],
  run,
};

function run(context: Context, at: number): void {
  const { data, start, end, look } = context;
  look.saw(at - PACKET_BEFORE, at + 10);
  const head = data.toString('latin1', at, Math.min(end, at + 10));
  if (head.startsWith('"s64"')) return jsonMacaroon(context, at);
  if (/^v[1-4]\./.test(head)) return paseto(context, at, at + (head[3] === 'l' ? 9 : 10));
  if (head.startsWith(BINARY)) return macaroon(context, at);
  if (head.startsWith(PACKET)) {
    const first = at - PACKET_BEFORE;
    if (first >= start && data.toString('latin1', first, first + 3) === 'MDA') macaroon(context, first);
    return;
  }
  const biscuit = /^biscuit/i.test(head);
  named(context, at, at + (biscuit ? 7 : 6), biscuit);
}

function paseto(context: Context, at: number, payloadAt: number): void {
  const { data, start, end, look } = context;
  if (!edgeBefore(look, data, at, start, LETTERS)) return;
  const limit = Math.min(end, at + MAX_TOKEN);
  let stop = runEnd(data, payloadAt, limit, BASE64URL);
  look.saw(at, stop + 1);
  if (stop - payloadAt < MIN_PAYLOAD) return;
  if (data[stop] === DOT) {
    const footerEnd = runEnd(data, stop + 1, limit, BASE64URL);
    look.saw(at, footerEnd + 1);
    if (footerEnd > stop + 1) stop = footerEnd;
  }
  if (readPaseto(data.toString('latin1', at, stop))) context.emit('capability/paseto', at, stop);
}

function macaroon(context: Context, at: number): void {
  const { data, start, end, look } = context;
  if (!edgeBefore(look, data, at, start, BASE64)) return;
  let stop = runEnd(data, at, Math.min(end, at + MAX_TOKEN), BASE64);
  for (let padding = 0; padding < 2 && stop < end && data[stop] === EQUALS; padding++) stop++;
  look.saw(at, stop + 1);
  if (readMacaroon(data.toString('latin1', at, stop))) context.emit('capability/macaroon', at, stop);
}

/** A token behind its format's name: `BISCUIT_TOKEN="…"`, `biscuit:…`. */
function named(context: Context, at: number, from: number, biscuit: boolean): void {
  const { data, end, look } = context;
  const limit = Math.min(end, from + NAMED_WITHIN);
  let i = runEnd(data, from, Math.min(end, from + NAME_REST), BASE64URL);
  look.saw(at, i + 1);
  if (i === from + NAME_REST) return;
  look.saw(at, from + NAMED_WITHIN);
  while (i < limit) {
    if (BASE64URL[data[i]!] !== 1) {
      i++;
      continue;
    }
    const stop = runEnd(data, i, Math.min(end, i + MAX_TOKEN), BASE64URL);
    look.saw(at, stop + 1);
    const text = data.toString('latin1', i, stop);
    if (biscuit ? readBiscuit(text) : readBranca(text, LAST_TIME))
      return context.emit(biscuit ? 'capability/biscuit' : 'capability/branca', i, stop);
    i = stop;
  }
}

function jsonMacaroon(context: Context, at: number): void {
  const [object] = objectsAround(context, at, MAX_TOKEN);
  if (object && readMacaroon(context.data.toString('latin1', object.start, object.end)))
    context.emit('capability/macaroon', object.start, object.end);
}
