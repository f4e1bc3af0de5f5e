/**
 * Passwords and seeds that are known by the command they are given to: SQL's `IDENTIFIED BY`, curl's `-u user:password`,
 * the entries of .netrc, and makers of one-time passwords (RFC 6238), whose seeds are base32.
 * @module
 */
import { readValue, skipSpaces } from '../assignment.ts';
import type { Context } from '../engine.ts';
import { BEFORE } from '../score/candidate.ts';
import type { DetectorCode } from './index.ts';

/** Most bytes between a command and what is given to it. */
const MAX_GAP = 80;
/** Bytes before an option in which the command stands. */
const CLIENT_WITHIN = 200;
/** What stands before the password in an entry of .netrc; no longer than what is weighed of the text before a candidate. */
const ENTRY = /^machine\s{1,8}[\w.-]{1,200}(?:\s{1,20}(?:login|account|port)\s{1,8}\S{1,200}){1,3}\s{1,20}(?=password\s)/;
const MAX_ENTRY_PASSWORD = 220;
/** What ends a password in a script that writes the file: a quote, a reference, an escaped line end. */
const ENTRY_PASSWORD = /^password\s{1,8}(?<value>(?:[^\s$<{\\"'`]|\\[^n\s]){4,200})/d;
const CLIENT = /\b(?:curl|wget|http|https|xh)\b[^\n]*$/i;

export const command: DetectorCode = {
  literals: [
    { text: 'identified', fold: true, next: ' \t' },
    { text: ' -u ', fold: false },
    { text: '--user', fold: false, next: ' =' },
    { text: 'totp', fold: true },
    { text: 'hotp', fold: true },
    { text: 'authenticator.', fold: true },
    { text: 'machine', fold: false, next: ' \t\r\n' },
  ],
  run,
};

function run(context: Context, at: number): void {
  const byte = context.data[at]! | 0x20;
  if (byte === 105) identified(context, at);
  else if (byte === 32 || byte === 45) userOption(context, at);
  else if (byte === 109) netrc(context, at);
  else seed(context, at);
}

function identified(context: Context, at: number): void {
  const { data, end, look } = context;
  look.saw(at, at + MAX_GAP);
  const text = data.toString('latin1', at, Math.min(end, at + MAX_GAP));
  const found = /^identified\s+(?:with\s+\S+\s+)?(?:by|as)\s+(?:password\s+)?(?:values\s+)?/i.exec(text);
  if (!found) return;
  const value = readValue(look, data, at + found[0].length, end);
  context.candidate('command/password', 'sql', { nameStart: at, nameEnd: at + 10, ...value });
}

function userOption(context: Context, at: number): void {
  const { data, start, end, look } = context;
  look.saw(at - CLIENT_WITHIN, at + 8);
  const optionAt = data[at] === 32 ? at + 1 : at;
  const optionEnd = optionAt + (data[optionAt + 1] === 45 ? 6 : 2);
  if (!CLIENT.test(data.toString('latin1', Math.max(start, at - CLIENT_WITHIN), at))) return;
  const value = readValue(look, data, skipSpaces(data, optionEnd + (data[optionEnd] === 61 ? 1 : 0), end), end);
  const colon = data.indexOf(58, value.start);
  if (colon < 0 || colon >= value.end - 1) return;
  context.candidate('command/password', 'user', { nameStart: optionAt, nameEnd: optionEnd, ...value, start: colon + 1 });
}

/** An entry of .netrc; its fields may stand on lines of their own, and in scripts that write it on one of theirs. */
function netrc(context: Context, at: number): void {
  const { data, end, look } = context;
  const limit = Math.min(end, at + BEFORE);
  look.saw(at, at + BEFORE);
  const entry = ENTRY.exec(data.toString('latin1', at, limit));
  if (!entry) return;
  const nameStart = at + entry[0].length;
  look.saw(at, nameStart + MAX_ENTRY_PASSWORD);
  const found = ENTRY_PASSWORD.exec(data.toString('latin1', nameStart, Math.min(end, nameStart + MAX_ENTRY_PASSWORD)));
  if (!found) return;
  const [start, stop] = found.indices!.groups!['value']!;
  const span = { nameStart, nameEnd: nameStart + 8, start: nameStart + start, end: nameStart + stop, quote: 0, closed: true };
  context.candidate('command/netrc', 'user', span);
}

function seed(context: Context, at: number): void {
  const { data, end, look } = context;
  look.saw(at, at + MAX_GAP + 64);
  const text = data.toString('latin1', at, Math.min(end, at + MAX_GAP + 64));
  const found = /^[\w.:]{1,40}(?:\(\s*|\s+)(["'`])(?=[A-Z2-7]{16,64}={0,6}\1)/i.exec(text);
  if (!found) return;
  const value = readValue(look, data, at + found[0].length - 1, end);
  context.candidate('command/otp', 'otp', { nameStart: at, nameEnd: at + 4, ...value });
}
