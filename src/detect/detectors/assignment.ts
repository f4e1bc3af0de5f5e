/**
 * Secrets without a shape of their own, known by the name they are given to: `client_secret`, `api_key`, `password`.
 * @module
 */
import { type Assignment, findAssignment, type Value } from '../assignment.ts';
import type { Context } from '../engine.ts';
import { judgeName, judgeValue } from '../generic.ts';
import type { DetectorCode } from './index.ts';

/** What a name must hold; `judgeName` decides what the whole name says. */
const KEYWORDS = [
  'password',
  'passwd',
  'passphrase',
  'passwort',
  'pwd',
  '_pass',
  'secret',
  'token',
  'apikey',
  'api_key',
  'api-key',
  'accesskey',
  'access_key',
  'access-key',
  'authkey',
  'auth_key',
  'auth-key',
  'privatekey',
  'private_key',
  'private-key',
  'signingkey',
  'signing_key',
  'signing-key',
  'encryptionkey',
  'encryption_key',
  'encryption-key',
  'account_key',
  'accountkey',
  'credential',
  'masterkey',
  'master_key',
];

export const assignment: DetectorCode = {
  literals: KEYWORDS.map((text) => ({ text, fold: true })),
  run,
};

function run(context: Context, at: number): void {
  const { data, start, end } = context;
  // The keyword's own letters end where the name goes on anyway: three bytes in is always within it.
  const found = findAssignment(data, at, at + 3, start, end);
  context.probe(found.nameStart, found.to);
  if (found.operator === 'none') context.decoder.maybeEscape(found.nameEnd);
  if (found.values.length === 0 || found.operator === 'compare') return;
  const name = data.toString('latin1', found.nameStart, found.nameEnd);
  const variant = judgeName(name);
  if (!variant) return;
  // A name with two keywords (`secret_token`) is looked at once, at its first.
  if (firstKeyword(name) !== at - found.nameStart) return;
  const value = pick(found, data);
  if (!value) return;
  context.decoder.given(found.nameStart, value);
  const text = data.toString('latin1', value.start, value.end);
  const lineStart = Math.max(start, data.lastIndexOf(10, found.nameStart) + 1, found.nameStart - 200);
  const verdict = judgeValue(text, {
    variant,
    name,
    operator: found.operator,
    quoted: value.quote !== 0,
    closed: value.closed,
    lead: found.paired ? '' : data.toString('latin1', lineStart, found.nameStart),
    behind: data.toString('latin1', value.end, Math.min(end, value.end + 24)),
  });
  if (!verdict) return;
  context.emit(`assignment/${variant}`, value.start, value.end, lineStart, value.end + 24, verdict.confidence, verdict.reasons);
}

function firstKeyword(name: string): number {
  const lower = name.toLowerCase();
  let first = Infinity;
  for (const word of KEYWORDS) {
    const at = lower.indexOf(word);
    if (at >= 0 && at < first) first = at;
  }
  return first;
}

/** The value given: in a call `set("name", "value")` it is the argument behind the name's own. */
function pick(found: Assignment, data: Buffer): Value | undefined {
  if (found.operator !== 'call') return found.values[0];
  const quoted = found.values.filter((value) => value.quote !== 0);
  return quoted.length === 1 && found.values.length === 1
    ? quoted[0]
    : quoted.find((value) => !/^[A-Za-z_. -]*$/.test(data.toString('latin1', value.start, value.end)));
}
