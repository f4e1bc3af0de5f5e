/**
 * Asks a provider about one credential, and reads from the answer what the rule says of it.
 * @module
 */
import type { Verification } from '../model.ts';
import type { AnswerFact, CheckFact } from '../rules/call.ts';
import type { Door, DoorAnswer, DoorRequest } from './http.ts';
import { DoorError } from './errors.ts';
import { plain, valuesAt } from './pointer.ts';
import { requestOf, type Values } from './request.ts';

/** Longest text taken over from an answer, and most scopes. */
const MAX_TEXT = 200;
const MAX_SCOPES = 100;

/**
 * One live check, at each of the provider's hosts until one takes it.
 * @param name the provider's name
 * @returns what it says; never throws for what a server does
 */
export async function askProvider(name: string, check: CheckFact, values: Values, door: Door, now: Date): Promise<Verification> {
  const request = requestOf(check, values, now);
  if ('unaskable' in request) return { state: 'unknown', by: 'provider', detail: `not asked: ${request.unaskable}` };
  let result = await askOnce(name, check, request, door);
  for (const host of check.elsewhere ?? []) {
    if (result.state !== 'inactive') break;
    const url = new URL(request.url);
    url.host = host;
    result = await askOnce(name, check, { ...request, url }, door);
  }
  return result;
}

async function askOnce(name: string, check: CheckFact, request: DoorRequest, door: Door): Promise<Verification> {
  const known = [...check.active, ...(check.inactive ?? [])];
  try {
    const answer = await door.send({ ...request, settled: (one) => known.some((fact) => fits(one, fact)) });
    return { by: 'provider', ...verdictOf(name, check, answer) };
  } catch (error) {
    if (!(error instanceof DoorError)) throw error;
    return { state: error.code === 'rate-limited' ? 'unknown' : 'error', by: 'provider', detail: error.message };
  }
}

/** What an answer proves. */
export function verdictOf(name: string, check: CheckFact, answer: DoorAnswer): Omit<Verification, 'by'> {
  const active = check.active.find((fact) => fits(answer, fact));
  if (active) {
    const identity = identityIn(answer, check.identity ?? []);
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
export function fits(answer: DoorAnswer, { status, body, at, is }: AnswerFact): boolean {
  if (!status.includes(answer.status)) return false;
  const json = body === undefined && at === undefined ? undefined : parse(answer.body);
  if (body === 'array' && !Array.isArray(json)) return false;
  if (body === 'object' && (typeof json !== 'object' || json === null || Array.isArray(json))) return false;
  if (at === undefined) return is === undefined || is.some((text) => answer.body.includes(text));
  const values = valuesAt(json, at).filter((value) => value !== null);
  return is ? values.some((value) => is.includes(plain(value) ?? '')) : values.length > 0;
}

/** `label value, label value` for what is there. */
export function identityIn(answer: DoorAnswer, places: readonly string[]): string | undefined {
  const parts = places.flatMap((place) => {
    const at = place.lastIndexOf(' ');
    const [value] = textsAt(answer, place.slice(at + 1));
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
  const found = place.startsWith('header:')
    ? [answer.headers[place.slice('header:'.length)]]
    : valuesAt(parse(answer.body), place);
  return found.flat().flatMap((value) => {
    const text = clean(plain(value) ?? '');
    return text === '' ? [] : [text];
  });
}

/** Text of a server, made fit for reports: no control characters, no line breaks, not too long. */
export function clean(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return line.length > MAX_TEXT ? `${line.slice(0, MAX_TEXT)}…` : line;
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
