/**
 * To which key a token is bound: DPoP (RFC 9449 section 6), mutual TLS (RFC 8705 section 3.1), a key in the claims
 * (RFC 7800). A bound token is of no use without the key, so the key's thumbprint (RFC 7638) is what links the two.
 * @module
 */
import { createHash } from 'node:crypto';
import type { Token, TokenType } from '../model.ts';
import { isObject, type JsonObject, own, text } from './json.ts';
import type { PrivateKey } from './keyring.ts';

/** Members that go into a thumbprint, in their order: RFC 7638 section 3.2, RFC 8037 section 2 for OKP. */
const THUMBPRINT_MEMBERS: Record<string, string[]> = {
  RSA: ['e', 'kty', 'n'],
  EC: ['crv', 'kty', 'x', 'y'],
  OKP: ['crv', 'kty', 'x'],
  oct: ['k', 'kty'],
};

/** SHA-256 thumbprint of a JWK in base64url; undefined when a member that is needed is missing. */
export function jwkThumbprint(jwk: JsonObject): string | undefined {
  const kty = text(jwk, 'kty') ?? '';
  const members = Object.hasOwn(THUMBPRINT_MEMBERS, kty) ? THUMBPRINT_MEMBERS[kty] : undefined;
  if (!members?.every((name) => text(jwk, name) !== undefined)) return undefined;
  const canonical = JSON.stringify(Object.fromEntries(members.map((name) => [name, jwk[name]])));
  return createHash('sha256').update(canonical).digest('base64url');
}

/** What the token is bound to; for a DPoP proof, the key that it shows (RFC 9449 section 4.2). */
export function bindingOf(header: JsonObject, claims: JsonObject, type: TokenType): Token['binding'] {
  const cnf = own(claims, 'cnf');
  if (isObject(cnf)) {
    const jkt = text(cnf, 'jkt');
    if (jkt !== undefined) return { method: 'dpop', thumbprint: jkt };
    const certificate = text(cnf, 'x5t#S256');
    if (certificate !== undefined) return { method: 'mtls', thumbprint: certificate };
    const jwk = own(cnf, 'jwk');
    if (isObject(jwk)) return withThumbprint(jwk);
    if (text(cnf, 'jwe') !== undefined || text(cnf, 'kid') !== undefined || text(cnf, 'jku') !== undefined)
      return { method: 'jwk' };
  }
  const shown = own(header, 'jwk');
  return type === 'dpop-proof' && isObject(shown) ? withThumbprint(shown) : { method: 'none' };
}

function withThumbprint(jwk: JsonObject): Token['binding'] {
  const thumbprint = jwkThumbprint(jwk);
  return { method: 'jwk', ...(thumbprint !== undefined && { thumbprint }) };
}

/**
 * Which of the keys found beside it the token is bound to.
 * @returns its index in what the ring was made of, or undefined
 */
export function boundTo({ method, thumbprint }: Token['binding'], keys: readonly PrivateKey[]): number | undefined {
  if (thumbprint === undefined) return undefined;
  return keys.find((key) => (method === 'mtls' ? key.certificates.includes(thumbprint) : key.thumbprint === thumbprint))?.index;
}
