/** Tokens made at test time with jose, with real signatures. */
import { join } from 'node:path';
import { exportJWK, exportPKCS8, generateKeyPair, SignJWT } from 'jose';
import type { Token } from '../../src/model.ts';
import { type ExplainOptions, explainToken } from '../../src/tokens/index.ts';
import type { JsonObject } from '../../src/tokens/json.ts';
import { loadIssuers } from '../../src/tokens/load-issuers.ts';

export const ISSUERS = join(import.meta.dirname, '../../patterns/issuers');
export const issuers = loadIssuers(ISSUERS);
/** 2025-10-10T00:00:00Z, some hours after the tokens in the tables were issued. */
export const NOW = new Date(1760054400 * 1000);
export const SECONDS = NOW.getTime() / 1000;

type Pair = Awaited<ReturnType<typeof generateKeyPair>>;
const pairs = new Map<string, Promise<Pair>>();

/** A key pair for an algorithm; the same one whenever asked. */
export function pair(alg: string): Promise<Pair> {
  const made = pairs.get(alg) ?? generateKeyPair(alg, { extractable: true });
  pairs.set(alg, made);
  return made;
}

export async function privatePem(alg: string): Promise<string> {
  return exportPKCS8((await pair(alg)).privateKey);
}

export async function publicJwk(alg: string): Promise<JsonObject> {
  return { ...(await exportJWK((await pair(alg)).publicKey)) };
}

export const HMAC_KEY = 'a key that no list of the world holds, 0fe1c2d4b5';

/** A signed compact token; ES256 when the header says nothing, EdDSA for algorithms that jose does not sign. */
export async function sign(claims: JsonObject, header: JsonObject = {}, key?: string): Promise<string> {
  const alg = typeof header.alg === 'string' ? header.alg : 'ES256';
  const known = /^(HS|RS|PS|ES)\d{3}$|^EdDSA$/.test(alg);
  const real = known ? alg : 'EdDSA';
  const signer = real.startsWith('HS') ? new TextEncoder().encode(key ?? HMAC_KEY) : (await pair(real)).privateKey;
  const signed = await new SignJWT(claims).setProtectedHeader({ ...header, alg: real }).sign(signer);
  return known ? signed : withHeader(signed, header);
}

/** The same token with another header (its signature fits no more). */
export function withHeader(token: string, header: JsonObject | string): string {
  const text = typeof header === 'string' ? header : JSON.stringify(header);
  return [encode(text), ...token.split('.').slice(1)].join('.');
}

export function encode(text: string | Uint8Array): string {
  return Buffer.from(text as Uint8Array).toString('base64url');
}

export function explain(text: string, options: Partial<ExplainOptions> = {}): ReturnType<typeof explainToken> {
  return explainToken(text, { now: NOW, issuers, ...options });
}

/** Explained, and no excuse. */
export function token(text: string, options: Partial<ExplainOptions> = {}): Token {
  const explained = explain(text, options);
  if ('malformed' in explained) throw new Error(explained.malformed);
  return explained;
}
