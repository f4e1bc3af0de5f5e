/**
 * From the call of a rule and a credential to the request: each value goes where the rule puts it, encoded for that place.
 * @module
 */
import { type CallFact, fillHoles, holesIn, textsOf } from '../rules/call.ts';
import { signAssertion } from './assertion.ts';
import type { DoorRequest } from './http.ts';
import { signSharedKey } from './sharedkey.ts';
import { type AwsCredentials, signAws } from './sigv4.ts';

/** A credential and what was found beside it: `secret`, and `rule:ID` for companions. */
export type Values = ReadonlyMap<string, string>;

/** Why there is no request; completes "not asked: …". */
export interface Unaskable {
  unaskable: string;
}

/** What an identity needs beside the secret key, by rule id. */
const AWS_PARTS = ['aws-access-key-id', 'aws-temporary-access-key-id', 'aws-session-token'];
/** The account whose key signs an assertion. */
const GOOGLE_ACCOUNT = 'gcp-service-account-email';
const SIGN_PARTS: Readonly<Record<NonNullable<CallFact['sign']>, readonly string[]>> = {
  'aws-sigv4': AWS_PARTS,
  'azure-shared-key': [],
  'google-assertion': [GOOGLE_ACCOUNT],
};

/** A DNS label (RFC 1123). */
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;

/** Ids of the other rules whose credentials and names a call uses. */
export function companionsOf(call: CallFact & { identity?: string[] }): string[] {
  const named = [...textsOf(call), ...(call.identity ?? [])]
    .flatMap(holesIn)
    .flatMap((hole) => (hole.startsWith('rule:') ? [hole.slice('rule:'.length)] : []));
  return [...new Set([...named, ...(call.host ? [call.host.beside] : []), ...(call.sign ? SIGN_PARTS[call.sign] : [])])];
}

/**
 * @param now the time of signatures
 * @param address where it goes, of addressesOf
 */
export function requestOf(call: CallFact, values: Values, now: Date, address = call.url): DoorRequest | Unaskable {
  const all = new Map(values);
  const secret = values.get('secret') ?? '';
  if (call.parts !== undefined) {
    const groups = new RegExp(`^(?:${call.parts})$`).exec(secret)?.groups;
    if (!groups) return { unaskable: 'it has not the form that the request needs' };
    for (const [name, value] of Object.entries(groups)) if (value !== undefined) all.set(name, value);
  }
  if (call.sign === 'google-assertion') {
    const account = values.get(`rule:${GOOGLE_ACCOUNT}`);
    if (account === undefined) return { unaskable: 'the account that it belongs to was not found beside it' };
    const assertion = signAssertion(secret, account, address, now);
    if (assertion === undefined) return { unaskable: 'it is no RSA key that can be read' };
    all.set('assertion', assertion);
  }
  const holes = new Set(textsOf({ ...call, url: address }).flatMap(holesIn));
  for (const hole of holes) {
    const value = all.get(hole);
    if (value === undefined) return { unaskable: `${hole.replace('rule:', '')} was not found beside it` };
    // Neither a second header line nor a step upwards in a path may come of a credential.
    if (!/^[\x21-\x7e]+$/.test(value) || /^\.{1,2}$/.test(value)) {
      return { unaskable: 'it holds characters that no request can carry' };
    }
  }
  const [, origin = '', rest = ''] = /^(https:\/\/[^/?]*)(.*)$/s.exec(address) ?? [];
  if (holesIn(origin).some((hole) => !LABEL.test(all.get(hole)!))) return { unaskable: 'what is found of its host is no host' };

  const fill = (text: string, encode?: (value: string) => string): string => fillHoles(text, all, encode) ?? '';
  const method = call.method ?? 'GET';
  const full = fill(origin) + fill(rest, inUrl);
  if (!URL.canParse(full)) return { unaskable: 'it has not the form that the request needs' };
  const url = new URL(full);
  const headers: Record<string, string> = {};
  for (const header of call.headers ?? []) {
    const colon = header.indexOf(': ');
    headers[header.slice(0, colon)] = fill(header.slice(colon + 2));
  }
  if (call.basic !== undefined) headers['Authorization'] = `Basic ${Buffer.from(fill(call.basic)).toString('base64')}`;
  const body = bodyOf(call, fill);
  if (body) headers['Content-Type'] = body.type;
  const text = body?.text ?? (method === 'POST' ? '' : undefined);
  const request = { method, url, headers, ...(text !== undefined && { body: text }) };
  if (call.sign === 'azure-shared-key') return { ...request, headers: signSharedKey({ method, url, headers, now }, secret) };
  if (call.sign !== 'aws-sigv4') return request;

  const credentials = awsCredentials(secret, values);
  if ('unaskable' in credentials) return credentials;
  const signing = { method, url, headers, body: text ?? '', ...awsPlace(url), now };
  return { ...request, headers: signAws(signing, credentials) };
}

/** Service and region of a host of AWS: `sts.us-gov-west-1.amazonaws.com`; without a region it is the first one's. */
function awsPlace({ hostname }: URL): { service: string; region: string } {
  const [service = '', region = ''] = hostname.split('.');
  return { service, region: region === 'amazonaws' ? 'us-east-1' : region };
}

function bodyOf(call: CallFact, fill: (text: string, encode?: (value: string) => string) => string) {
  if (call.json !== undefined) {
    return { type: 'application/json', text: fill(call.json, (value) => JSON.stringify(value).slice(1, -1)) };
  }
  if (!call.form) return undefined;
  const form = new URLSearchParams();
  for (const field of call.form) {
    const equals = field.indexOf('=');
    form.append(field.slice(0, equals), fill(field.slice(equals + 1)));
  }
  return { type: 'application/x-www-form-urlencoded', text: form.toString() };
}

/** As encodeURIComponent, but `:` stays: some providers take it only as it is. */
function inUrl(value: string): string {
  return encodeURIComponent(value).replaceAll('%3A', ':');
}

function awsCredentials(secretAccessKey: string, values: Values): AwsCredentials | Unaskable {
  const lasting = values.get('rule:aws-access-key-id');
  if (lasting !== undefined) return { accessKeyId: lasting, secretAccessKey };
  const temporary = values.get('rule:aws-temporary-access-key-id');
  if (temporary === undefined) return { unaskable: 'no access key id was found beside it' };
  const sessionToken = values.get('rule:aws-session-token');
  if (sessionToken === undefined) return { unaskable: 'its session token was not found beside it' };
  return { accessKeyId: temporary, secretAccessKey, sessionToken };
}
