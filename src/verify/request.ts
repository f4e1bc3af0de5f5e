/**
 * From the call of a rule and a credential to the request: each value goes where the rule puts it, encoded for that place.
 * @module
 */
import { type CallFact, fillHoles, holesIn, textsOf } from '../rules/call.ts';
import type { DoorRequest } from './http.ts';
import { type AwsCredentials, signAws } from './sigv4.ts';

/** A credential and what was found beside it: `secret`, and `rule:ID` for companions. */
export type Values = ReadonlyMap<string, string>;

/** Why there is no request; completes "not asked: …". */
export interface Unaskable {
  unaskable: string;
}

/** What an identity needs beside the secret key, by rule id. */
const AWS_PARTS = ['aws-access-key-id', 'aws-temporary-access-key-id', 'aws-session-token'];

/** Ids of the other rules whose credentials a call uses. */
export function companionsOf(call: CallFact): string[] {
  const named = textsOf(call)
    .flatMap(holesIn)
    .flatMap((hole) => (hole.startsWith('rule:') ? [hole.slice('rule:'.length)] : []));
  return [...new Set(call.sign === 'aws-sigv4' ? [...named, ...AWS_PARTS] : named)];
}

/** @param now the time of signatures */
export function requestOf(call: CallFact, values: Values, now: Date): DoorRequest | Unaskable {
  const all = new Map(values);
  const secret = values.get('secret') ?? '';
  if (call.parts !== undefined) {
    const groups = new RegExp(`^(?:${call.parts})$`).exec(secret)?.groups;
    if (!groups) return { unaskable: 'it has not the form that the request needs' };
    for (const [name, value] of Object.entries(groups)) if (value !== undefined) all.set(name, value);
  }
  for (const value of all.values()) {
    // Neither a second header line nor a step upwards in a path may come of a credential.
    if (!/^[\x21-\x7e]+$/.test(value) || /^\.{1,2}$/.test(value)) {
      return { unaskable: 'it holds characters that no request can carry' };
    }
  }
  const missing = textsOf(call)
    .flatMap(holesIn)
    .find((hole) => !all.has(hole));
  if (missing !== undefined) return { unaskable: `${missing.replace('rule:', '')} was not found beside it` };

  const fill = (text: string, encode?: (value: string) => string): string => fillHoles(text, all, encode) ?? '';
  const method = call.method ?? 'GET';
  const url = new URL(fill(call.url, inUrl));
  const headers: Record<string, string> = {};
  for (const header of call.headers ?? []) {
    const colon = header.indexOf(': ');
    headers[header.slice(0, colon)] = fill(header.slice(colon + 2));
  }
  if (call.basic !== undefined) headers['Authorization'] = `Basic ${Buffer.from(fill(call.basic)).toString('base64')}`;
  const body = bodyOf(call, fill);
  if (body) headers['Content-Type'] = body.type;
  const text = body?.text ?? (method === 'POST' ? '' : undefined);
  if (call.sign === undefined) return { method, url, headers, ...(text !== undefined && { body: text }) };

  const credentials = awsCredentials(secret, values);
  if ('unaskable' in credentials) return credentials;
  const signing = { method, url, headers, body: text ?? '', region: 'us-east-1', service: url.hostname.split('.')[0]!, now };
  return { method, url, headers: signAws(signing, credentials), ...(text !== undefined && { body: text }) };
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
