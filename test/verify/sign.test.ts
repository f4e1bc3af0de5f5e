import { createHmac, generateKeyPairSync, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { signAssertion } from '../../src/verify/assertion.ts';
import { signSharedKey } from '../../src/verify/sharedkey.ts';

const NOW = new Date('2026-01-02T03:04:05Z');

describe('Shared Key of Azure Storage', () => {
  it('signs the string that the documentation describes', () => {
    const key = Buffer.alloc(64, 7);
    const url = new URL('https://acmeprod.blob.core.windows.net/?comp=list&maxresults=1');
    const headers = signSharedKey({ method: 'GET', url, headers: {}, now: NOW }, key.toString('base64'));
    // GET, eleven empty standard headers, the x-ms- headers by name, the account with the path, the query by name.
    const text =
      'GET\n\n\n\n\n\n\n\n\n\n\n\nx-ms-date:Fri, 02 Jan 2026 03:04:05 GMT\nx-ms-version:2021-08-06\n/acmeprod/\ncomp:list\nmaxresults:1';
    expect(headers).toEqual({
      'x-ms-date': 'Fri, 02 Jan 2026 03:04:05 GMT',
      'x-ms-version': '2021-08-06',
      Authorization: `SharedKey acmeprod:${createHmac('sha256', key).update(text).digest('base64')}`,
    });
  });
});

describe('the assertion of a Google service account', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;

  it.each([
    ['as it is', pem],
    ['on one line, as in JSON', pem.replaceAll('\n', '\\n')],
    ['escaped twice, as in a variable that holds JSON', pem.replaceAll('\n', '\\\\n')],
    ['in the older form', privateKey.export({ type: 'pkcs1', format: 'pem' }) as string],
  ])('is signed by a key %s', (_, key) => {
    const assertion = signAssertion(key, 'ci@acme.iam.gserviceaccount.com', 'https://oauth2.googleapis.com/token', NOW)!;
    const [header, claims, signature] = assertion.split('.') as [string, string, string];
    const read = (part: string): unknown => JSON.parse(Buffer.from(part, 'base64url').toString());
    expect(read(header)).toEqual({ alg: 'RS256', typ: 'JWT' });
    expect(read(claims)).toEqual({
      iss: 'ci@acme.iam.gserviceaccount.com',
      scope: 'https://www.googleapis.com/auth/userinfo.email',
      aud: 'https://oauth2.googleapis.com/token',
      iat: 1_767_323_045,
      exp: 1_767_323_345,
    });
    const bytes = Buffer.from(signature, 'base64url');
    expect(verify('sha256', Buffer.from(`${header}.${claims}`), publicKey, bytes)).toBe(true);
  });

  it.each([
    ['cut off', pem.slice(0, 200)],
    ['of another kind', generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }) as string],
    ['', ''],
  ])('is none for a key %s', (_, key) => {
    expect(signAssertion(key, 'a@b.test', 'https://acme.test/', NOW)).toBeUndefined();
  });
});
