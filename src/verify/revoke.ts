/**
 * Ending one secret: what would be sent where, the sending, and the check that it is dead.
 * @module
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Verification } from '../model.ts';
import { fillHoles, type FindFact, hostOf, type RevocationFact } from '../rules/call.ts';
import { redactText } from '../report/redact.ts';
import { DoorError } from './errors.ts';
import { addressesOf, takesHost } from './hosts.ts';
import type { DoorRequest } from './http.ts';
import { IssuerError } from './issuers.ts';
import { revokeAtIssuer } from './oauth.ts';
import { plain, valuesAt } from './pointer.ts';
import { clean, fits, parse } from './provider.ts';
import { requestOf, type Values } from './request.ts';
import { noClient, type Subject, valuesOf, type Verifier } from './verifier.ts';

/** How a secret can be ended. */
export type RevocationPlan =
  | { by: 'provider'; fact: RevocationFact; request: DoorRequest; provider: string }
  | { by: 'issuer'; issuer: URL }
  /** Only its owner can, by hand; `why` says why not from here, where that is not plain. */
  | { by: 'hand'; why?: string };

/** Providers may take a moment until a revoked token is refused. */
const WAITS_MS = [0, 1000, 3000, 6000];

export function planRevocation(subject: Subject, verifier: Verifier): RevocationPlan {
  const calls = verifier.calls[subject.finding.rule];
  if (calls?.revocation) {
    // The id that has to be found first is not known yet; its name stands for it.
    const values: Values = new Map([...valuesOf(subject), ['found', 'found']]);
    const named = verifier.namedFor(calls.provider);
    if (named.length > 0 && !takesHost(calls.revocation)) {
      return {
        by: 'hand',
        why: `only tokens of ${calls.providerName} itself can be revoked by a request, not those of ${named[0]}`,
      };
    }
    const addresses = addressesOf(calls.revocation, values, named, calls.provider);
    if ('unaskable' in addresses) return { by: 'hand', why: addresses.unaskable };
    if (addresses.length > 1)
      return { by: 'hand', why: `--host names ${addresses.length} servers for it: name the one to send to` };
    const request = requestOf(calls.revocation, values, verifier.now, addresses[0]);
    if ('unaskable' in request) return { by: 'hand', why: request.unaskable };
    return { by: 'provider', fact: calls.revocation, request, provider: calls.providerName };
  }
  const route = verifier.route(subject);
  const issuer = route.by === 'token' || route.by === 'introspection' ? route.issuer : undefined;
  if (!issuer) return { by: 'hand' };
  return verifier.clientOf(issuer) ? { by: 'issuer', issuer } : { by: 'hand', why: noClient(issuer) };
}

/** The request in lines as it would be sent, with the secret masked wherever and however it stands in it. */
export function revocationText(plan: RevocationPlan, subject: Subject): string[] {
  const { finding } = subject;
  if (plan.by === 'hand') {
    return [
      ...(plan.why === undefined ? [] : [plan.why]),
      `by hand: ${finding.remedy.revoke}`,
      ...(finding.remedy.url === undefined ? [] : [finding.remedy.url]),
    ];
  }
  if (plan.by === 'issuer') {
    return [
      `asks ${plan.issuer.href} for its metadata, then sends to the revocation endpoint that it names (RFC 7009):`,
      '  POST (client authentication)',
      `  token=${finding.secret.redacted}`,
    ];
  }
  const { method, url, headers = {}, body } = plan.request;
  const masked = [subject.secret, ...subject.beside.values(), ...encodings(subject.secret), ...encodedPairs(headers)];
  const mask = (text: string): string => redactText(text, masked);
  const { find } = plan.fact;
  return [
    ...(find ? [`GET ${find.url}, for the id of this secret: found`] : []),
    `${method} ${mask(url.href)}`,
    ...Object.entries(headers).map(([name, value]) => `  ${name}: ${mask(value)}`),
    ...(body === undefined || body === '' ? [] : [`  ${mask(body)}`]),
    `effect: it ${plan.fact.effect}`,
  ];
}

/** The forms that a secret takes in URLs, forms and JSON. */
function encodings(secret: string): string[] {
  const url = encodeURIComponent(secret);
  return [
    url,
    url.replaceAll('%3A', ':'),
    new URLSearchParams({ s: secret }).toString().slice(2),
    JSON.stringify(secret).slice(1, -1),
  ];
}

/** Base64 of HTTP Basic, and signatures. */
function encodedPairs(headers: Readonly<Record<string, string>>): string[] {
  return (headers['Authorization'] ?? '').split(' ').slice(1);
}

export interface RevocationOutcome {
  /** Whether the provider or issuer said that it did it; in words. */
  taken: boolean;
  said: string;
  /** What verifying it afterwards gave; undefined where there is no way to. */
  after?: Verification;
}

/**
 * Does it, and looks whether the secret is dead. Never throws for what a server does.
 * @param plan not `by: 'hand'`
 */
export async function revoke(
  plan: Exclude<RevocationPlan, { by: 'hand' }>,
  subject: Subject,
  verifier: Verifier,
  waits: readonly number[] = WAITS_MS,
): Promise<RevocationOutcome> {
  const problem =
    plan.by === 'provider' ? await sendRevocation(plan, subject, verifier) : await askIssuer(plan.issuer, subject, verifier);
  if (problem !== undefined) return { taken: false, said: problem };
  const said = `${plan.by === 'provider' ? plan.provider : plan.issuer.host} took the request`;
  let after: Verification | undefined;
  for (const wait of waits) {
    await sleep(wait);
    verifier.forget();
    after = await verifier.verify(subject);
    if (after?.state !== 'active') break;
  }
  return { taken: true, said, ...(after && { after }) };
}

async function sendRevocation(
  { fact, request }: Extract<RevocationPlan, { by: 'provider' }>,
  subject: Subject,
  verifier: Verifier,
): Promise<string | undefined> {
  try {
    let final = request;
    if (fact.find) {
      const found = await findId(fact.find, request, subject.secret, verifier);
      if (found === undefined) return `${hostOf(fact)} does not list this secret, so its id is not known`;
      final = { ...request, url: new URL(fillHoles(fact.url, new Map([['found', found]]), encodeURIComponent)!) };
    }
    const answer = await verifier.door.send(final);
    if (fact.done.some((done) => fits(answer, done))) return undefined;
    return `${final.url.host} did not do it (HTTP ${answer.status})`;
  } catch (error) {
    if (!(error instanceof DoorError)) throw error;
    return error.message;
  }
}

/** The provider's id of a secret, from its list of them. */
async function findId(find: FindFact, { headers }: DoorRequest, secret: string, verifier: Verifier): Promise<string | undefined> {
  const answer = await verifier.door.send({ method: 'GET', url: new URL(find.url), ...(headers && { headers }) });
  const entry = valuesAt(parse(answer.body), find.at).find((one) => valuesAt(one, find.secret)[0] === secret);
  const id = plain(valuesAt(entry, find.take)[0]);
  return id !== undefined && /^[\w-]{1,100}$/.test(id) ? id : undefined;
}

async function askIssuer(issuer: URL, subject: Subject, verifier: Verifier): Promise<string | undefined> {
  const client = verifier.clientOf(issuer);
  if (!client) return clean(noClient(issuer));
  try {
    return await revokeAtIssuer(await verifier.server(issuer), client, subject.secret, verifier.door);
  } catch (error) {
    if (!(error instanceof DoorError || error instanceof IssuerError)) throw error;
    return error.message;
  }
}
