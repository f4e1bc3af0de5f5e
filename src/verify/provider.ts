/**
 * Asks a provider about one credential, and reads from the answer what the rule says of it.
 * @module
 */
import type { Verification } from '../model.ts';
import { type AnswerFact, type CheckFact, fillHoles, isHostOpen, type RuleCalls } from '../rules/call.ts';
import type { Door, DoorAnswer, DoorRequest } from './http.ts';
import { DoorError } from './errors.ts';
import { addressesOf } from './hosts.ts';
import { plain, valuesAt } from './pointer.ts';
import { requestOf, type Unaskable, type Values } from './request.ts';

/** Longest text taken over from an answer, and most scopes. */
const MAX_TEXT = 200;
const MAX_SCOPES = 100;

/**
 * One live check, at each of the provider's hosts until one takes it.
 * @param named hosts of the user's that run its software: asked in place of the provider's own
 * @returns what it says; never throws for what a server does
 */
export async function askProvider(
  { provider, providerName: name, verify: check }: Pick<RuleCalls, 'provider' | 'providerName'> & { verify: CheckFact },
  values: Values,
  door: Door,
  now: Date,
  named: readonly string[] = [],
): Promise<Verification> {
  const notAsked = ({ unaskable }: Unaskable): Verification => ({
    state: 'unknown',
    by: 'provider',
    detail: `not asked: ${unaskable}`,
  });
  const addresses = addressesOf(check, values, named, provider);
  if ('unaskable' in addresses) return notAsked(addresses);
  let result: Verification | undefined;
  for (const address of addresses) {
    const request = requestOf(check, values, now, address);
    if ('unaskable' in request) return notAsked(request);
    // Of several servers of the user's each is asked: one that does not know a token says nothing of the others.
    const answer = await askOnce(servedBy(name, check, request.url, named), check, request, values, door);
    if (!result || answer.state !== 'inactive') result = answer;
    if (answer.state === 'active' || (answer.state !== 'inactive' && named.length === 0)) break;
  }
  return result!;
}

/** Who answers: the provider, with the host where that says more. */
function servedBy(name: string, check: CheckFact, { host }: URL, named: readonly string[]): string {
  return named.includes(host) || isHostOpen(check) ? `${name} (${host})` : name;
}

async function askOnce(name: string, check: CheckFact, request: DoorRequest, values: Values, door: Door): Promise<Verification> {
  const known = [...check.active, ...(check.inactive ?? [])];
  try {
    const answer = await door.send({ ...request, settled: (one) => known.some((fact) => fits(one, fact)) });
    return { by: 'provider', ...verdictOf(name, check, answer, values) };
  } catch (error) {
    if (!(error instanceof DoorError)) throw error;
    return { state: error.code === 'rate-limited' ? 'unknown' : 'error', by: 'provider', detail: error.message };
  }
}

/** What an answer proves. */
export function verdictOf(
  name: string,
  check: CheckFact,
  answer: DoorAnswer,
  values: Values = new Map(),
): Omit<Verification, 'by'> {
  const active = check.active.find((fact) => fits(answer, fact));
  if (active) {
    const identity = identityIn(answer, check.identity ?? [], values);
    const scopes = scopesIn(answer, check.scopes ?? []);
    return {
      state: 'active',
      detail: `${name} takes it${active.means === undefined ? '' : `: ${active.means}`}`,
      ...(identity !== undefined && { identity }),
      ...(scopes.length > 0 && { scopes }),
    };
  }
  const inactive = check.inactive?.find((fact) => fits(answer, fact));
  if (inactive) {
    const why = inactive.means === undefined ? '' : `: ${inactive.means}`;
    return { state: 'inactive', detail: `${name} refuses it (HTTP ${answer.status})${why}` };
  }
  if (answer.status === 429) return { state: 'unknown', detail: `${name} limits requests: ask again later` };
  const unclear = check.unclear?.find((fact) => fits(answer, fact));
  if (unclear) return { state: 'unknown', detail: `${name} does not tell: ${unclear.means ?? ''}` };
  const detail = `${name} gave an answer that tells neither that it is taken nor that it is not (HTTP ${answer.status})`;
  return { state: 'unknown', detail };
}

/** Whether all holds that a fact says of an answer. */
export function fits(answer: DoorAnswer, { status, body, at, is, unless }: AnswerFact): boolean {
  if (!status.includes(answer.status) || unless?.some((text) => answer.body.includes(text))) return false;
  const json = body === undefined && at === undefined ? undefined : parse(answer.body);
  if (body === 'array' && !Array.isArray(json)) return false;
  if (body === 'object' && (typeof json !== 'object' || json === null || Array.isArray(json))) return false;
  if (at === undefined) return is === undefined || is.some((text) => answer.body.includes(text));
  const values = valuesAt(json, at).filter((value) => value !== null);
  return is ? values.some((value) => is.includes(plain(value) ?? '')) : values.length > 0;
}

/** `label value, label value` for what is there. */
export function identityIn(answer: DoorAnswer, places: readonly string[], values: Values = new Map()): string | undefined {
  const parts = places.flatMap((place) => {
    const at = place.lastIndexOf(' ');
    const from = place.slice(at + 1);
    const [value] = from.startsWith('{') ? [fillHoles(from, values)] : textsAt(answer, from);
    return value === undefined ? [] : [`${place.slice(0, at)} ${value}`];
  });
  return parts.length > 0 ? parts.join(', ') : undefined;
}

/** Scopes of all places; texts are split at commas and spaces. */
export function scopesIn(answer: DoorAnswer, places: readonly string[]): string[] {
  const all = places.flatMap((place) => textsAt(answer, place)).flatMap((text) => text.split(/[\s,]+/));
  return [...new Set(all.filter((scope) => scope !== ''))].slice(0, MAX_SCOPES);
}

function textsAt(answer: DoorAnswer, place: string): string[] {
  return foundAt(answer, place)
    .flat()
    .flatMap((value) => {
      const text = clean(plain(value) ?? '');
      return text === '' ? [] : [text];
    });
}

function foundAt(answer: DoorAnswer, place: string): unknown[] {
  if (place.startsWith('header:')) return [answer.headers[place.slice('header:'.length)]];
  const [, at = '', claim = ''] = /^jwt:([^#]*)#(.*)$/.exec(place) ?? [];
  if (at === '') return valuesAt(parse(answer.body), place);
  // What it says of itself is all that is read; who signed it does not matter, for the provider has just handed it out.
  return valuesAt(parse(answer.body), at).flatMap((token) => {
    const payload = (plain(token) ?? '').split('.')[1] ?? '';
    return valuesAt(parse(Buffer.from(payload, 'base64url').toString('utf8')), claim);
  });
}

/** Text of a server, made fit for reports: no control characters, no line breaks, not too long. */
export function clean(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return line.length > MAX_TEXT ? `${line.slice(0, MAX_TEXT)}…` : line;
}

/** A body as JSON; undefined when it is none. */
export function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
