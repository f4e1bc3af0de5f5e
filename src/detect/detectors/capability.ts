/**
 * Tokens that are no JOSE: PASETO by its prefix, Macaroons by how their first packet begins, Biscuit and Branca where their
 * name stands before them, as nothing in their text is fixed. All are decoded on the spot: what does not read as one is none.
 * @module
 */
import { readBiscuit, readBranca, readMacaroon, readPaseto } from '../../tokens/capability.ts';
import { edgeBefore } from '../edge.ts';
import type { Context } from '../engine.ts';
import type { Literal } from '../prefilter.ts';
import type { DetectorCode } from './index.ts';
import { objectsAround } from './objects.ts';

const MAX_TOKEN = 16_384;
/** Bytes after a format's name within which the token begins. */
const NAMED_WITHIN = 64;
const WORD = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

const EQUALS = 61;
/** What a clock may say in four bytes of seconds: a scan's finds must not hang on the hour. */
const LAST_TIME = new Date(2 ** 32 * 1000);
const ALPHABET = new Uint8Array(256);
for (const char of `${WORD}-_+/.`) ALPHABET[char.charCodeAt(0)] = 1;
const NO_EDGE = new Uint8Array(256);
for (const char of WORD) NO_EDGE[char.charCodeAt(0)] = 1;

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
  const head = context.data.toString('latin1', at, Math.min(context.end, at + 8));
  if (head.startsWith('"s64"')) return jsonMacaroon(context, at);
  if (/^v[1-4]\./.test(head)) return whole(context, 'capability/paseto', at, readPaseto);
  if (head.startsWith(BINARY)) return whole(context, 'capability/macaroon', at, readMacaroon);
  if (head === PACKET) {
    const start = at - PACKET_BEFORE;
    if (start >= context.start && context.data.toString('latin1', start, start + 3) === 'MDA')
      whole(context, 'capability/macaroon', start, readMacaroon);
    return;
  }
  const biscuit = /^biscuit/i.test(head);
  named(context, at, at + (biscuit ? 7 : 6), biscuit);
}

/** The run of characters from `start` on, if it reads as what it seems. */
function whole(context: Context, variant: string, start: number, read: (text: string) => unknown): void {
  const { data, end } = context;
  const stop = runEnd(data, start, Math.min(end, start + MAX_TOKEN));
  const text = data.toString('latin1', start, stop);
  // A full stop at its end is the sentence's.
  const token = text.replace(/\.+$/, '');
  if (edgeBefore(data, start, context.start, NO_EDGE) && read(token))
    context.emit(variant, start, start + token.length, start - 8, stop + 1);
  else context.probe(start, stop + 1);
}

/** A token within some characters of its format's name. */
function named(context: Context, at: number, from: number, biscuit: boolean): void {
  const { data, end } = context;
  const limit = Math.min(end, from + NAMED_WITHIN);
  for (let i = from; i < limit; ) {
    if (ALPHABET[data[i]!] !== 1) {
      i++;
      continue;
    }
    const stop = runEnd(data, i, Math.min(end, i + MAX_TOKEN));
    const text = data.toString('latin1', i, stop);
    if (biscuit ? readBiscuit(text) : readBranca(text, LAST_TIME))
      return context.emit(biscuit ? 'capability/biscuit' : 'capability/branca', i, stop, at, stop + 1);
    context.probe(at, stop + 1);
    i = stop;
  }
}

function jsonMacaroon(context: Context, at: number): void {
  for (const { start, end } of objectsAround(context, at)) {
    if (readMacaroon(context.data.toString('latin1', start, end)))
      return context.emit('capability/macaroon', start, end, start, end);
    return context.probe(start, end);
  }
}

function runEnd(data: Uint8Array, from: number, limit: number): number {
  let i = from;
  while (i < limit && ALPHABET[data[i]!] === 1) i++;
  for (let padding = 0; padding < 2 && i < limit && data[i] === EQUALS; padding++) i++;
  return i;
}
