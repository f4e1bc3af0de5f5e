/**
 * Misuse that no shape tells: a bearer token (RFC 6750 section 5.3), a pair of Basic or an API key sent over http://, where the host decides. A request must
 * stand beside it, and the host must be one of the internet: local, private and made-up ones are what development uses.
 * @module
 */
import type { Context } from '../engine.ts';
import type { DetectorCode } from './index.ts';

/** Bytes around the word in which the URL of the same request stands. */
const WITHIN = 300;
const REQUEST =
  /\bcurl\b|\bwget\b|\bfetch\s?\(|\baxios\b|\brequests?\.|\.(?:get|post|put|patch|delete|request|open|ajax)\s?\(|NewRequest|HttpClient|HttpRequest|HttpURLConnection|urlopen|RestClient|Faraday|\bHTTParty\b/i;
const URL_TEXT = /(?<=["'`\s=(<])http:\/\/([A-Za-z0-9.-]{4,253})(?=[:/"'`\s?)]|$)/g;
/** Loopback, private ranges (RFC 1918, RFC 3927), names reserved or used for what is not public, and ids that look like URLs. */
const NOT_PUBLIC =
  /^(?:127\.|10\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|0\.0\.0\.0)|(?:^|\.)(?:localhost|local|test|invalid|example|internal|lan|home|corp|svc|cluster|docker)$|(?:^|\.)example\.(?:com|org|net)$|(?:^|\.)(?:w3\.org|xmlsoap\.org|json-schema\.org)$|^(?:your|my|some)|(?:host|domain|server|url)\b/i;

/** What is sent, at the word that tells it: a scheme of authorization and its credentials, or a header that holds a key. */
const SENT = /^(?:bearer |basic |x-api-key["'`]?\]?\s?[:=,])/i;
const LONGEST = 16;
/** `basic` is a common word: it counts only as the value of its header. */
const HEADER = /authorization["'`]?\]?\s?[:=,]\s?[a-z]{0,2}["'`]?$/i;

export const misuse: DetectorCode = {
  literals: ['bearer', 'basic', 'x-api-key'].map((text) => ({ text, fold: true })),
  run,
};

function run(context: Context, at: number): void {
  const { data, start, end, look } = context;
  look.saw(at, at + LONGEST);
  const sent = SENT.exec(data.toString('latin1', at, Math.min(end, at + LONGEST)))?.[0];
  if (sent === undefined) return;
  const from = Math.max(start, at - WITHIN);
  const to = Math.min(end, at + WITHIN);
  look.saw(at - WITHIN, at + WITHIN);
  const text = data.toString('latin1', from, to);
  if (!text.includes('http://')) return;
  if (/^basic/i.test(sent) && !HEADER.test(text.slice(0, at - from))) return;
  // One statement or command: up to an empty line, or a line's end that ends a statement.
  const middle = at - from;
  const begin = text
    .slice(0, middle)
    .split(/\n\s*\n|;\s*\n|^\s*[#$>] /m)
    .at(-1)!.length;
  const statement = text.slice(middle - begin, middle) + text.slice(middle).split(/\n\s*\n|;\s*\n/, 1)[0]!;
  // Where there is also an encrypted one, http:// may be but a value that is sent.
  if (!REQUEST.test(statement) || statement.includes('https://')) return;
  for (const found of statement.matchAll(URL_TEXT)) {
    const host = found[1]!;
    if (NOT_PUBLIC.test(host) || !/\.[a-z]{2,24}$|^\d+\.\d+\.\d+\.\d+$/i.test(host)) continue;
    const urlAt = at - begin + found.index;
    return context.emit('misuse/http', urlAt, urlAt + found[0].length);
  }
}
