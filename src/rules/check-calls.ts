/**
 * What a schema cannot say of the calls of a rule: that they go to a host of the provider's, that their holes have values,
 * and that an answer proves what is concluded from it.
 * @module
 */
import { type AnswerFact, type CallFact, fillHoles, holesIn, hostOf, isHostOpen, type RevocationFact, textsOf } from './call.ts';
import type { Fault } from './check.ts';
import type { RuleSource } from './rule.ts';

export function callFaults(rule: RuleSource): Fault[] {
  const faults: Fault[] = [];
  for (const key of ['verify', 'revocation'] as const) {
    const call = rule[key];
    if (!call) continue;
    requestFaults(rule, key, call, faults);
    const proofs = 'done' in call ? { done: call.done } : { active: call.active };
    for (const [name, answers] of Object.entries(proofs)) {
      answers.forEach((answer, i) => {
        if (proves(answer)) return;
        const fix = 'say what its body holds: body, at or is; any page can answer 200';
        faults.push({ path: [key, name, i], message: 'a bare 200 proves nothing', fix });
      });
    }
  }
  return faults;
}

/** Login pages and captive portals answer 200, too. */
function proves({ status, body, at, is }: AnswerFact): boolean {
  return !status.includes(200) || body !== undefined || at !== undefined || is !== undefined;
}

function requestFaults(rule: RuleSource, key: 'verify' | 'revocation', call: CallFact, faults: Fault[]): void {
  const fault = (field: string, message: string, fix: string): void => {
    faults.push({ path: [key, field], message, fix });
  };
  const parts = call.parts === undefined ? [] : groupsOf(call.parts);
  if (!parts) return fault('parts', 'parts is no regular expression', 'correct it');
  const beside = (rule.companions ?? []).map((companion) => `rule:${companion.rule}`);
  const known = new Set(['secret', ...parts, ...beside]);
  if (call.sign === 'google-assertion') known.add('assertion');
  if (isHostOpen(call)) known.add('host');
  const find = 'find' in call ? (call as RevocationFact).find : undefined;
  if (find) {
    known.add('found');
    if (hostOf(find) !== hostOf(call)) fault('find', 'the id is asked for at another host', 'ask where the revocation goes');
  }
  const holes = textsOf(call).flatMap(holesIn);
  for (const hole of holes) {
    if (known.has(hole)) continue;
    fault('url', `nothing fills {${hole}}`, `use one of ${[...known].map((name) => `{${name}}`).join(', ')}, or add a companion`);
  }
  if (call.sign === undefined && !find && !holes.some((hole) => hole === 'secret' || parts.includes(hole))) {
    fault('url', 'the request does not hold the credential', 'put {secret} where the provider wants it');
  }
  const host = hostOf(call);
  const inHost = holesIn(/^https:\/\/[^/?]*/.exec(call.url)?.[0] ?? '');
  const filled = new Set([...parts, ...beside]);
  if (isHostOpen(call) ? host !== '*' : !FIXED_HOST.test(host) || inHost.some((hole) => !filled.has(hole))) {
    const fix = 'a part of the secret or a companion may stand as its first label, or {host} for all of it';
    fault('url', `the host ${host} is not fixed`, fix);
  }
  if (call.hosted !== undefined) {
    if (!isHostOpen({ url: call.hosted })) fault('hosted', 'hosted goes to no host of the user', 'begin it with https://{host}/');
    const open = holesIn(call.hosted).find((hole) => hole !== 'host' && !known.has(hole));
    if (open !== undefined) fault('hosted', `nothing fills {${open}}`, 'use the holes of url');
  }
  if (call.host) {
    if (!isHostOpen(call)) fault('host', 'nothing in url takes the host', 'begin url with https://{host}/');
    if (!beside.includes(`rule:${call.host.beside}`))
      fault('host', `${call.host.beside} is no companion`, 'add it to companions');
  }
  const json = call.json === undefined ? '{}' : fillHoles(call.json, new Map([...known].map((name) => [name, 'x'])));
  if (json !== undefined && !isJson(json)) fault('json', 'json is no JSON text', 'correct it; holes stand inside strings');
  if (call.form && call.json !== undefined) fault('json', 'a request has one body', 'keep form or json');
}

/** A host whose last two labels are literal; one hole in the first label. */
const FIXED_HOST = /^(?:(?:[a-z0-9-]*\*)?[a-z0-9-]*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+$/;

function groupsOf(source: string): string[] | undefined {
  try {
    return Object.keys(new RegExp(`${source}|`).exec('')?.groups ?? {});
  } catch {
    return undefined;
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
