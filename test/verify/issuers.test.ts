import { describe, expect, it } from 'vitest';
import { findIssuer, match } from '../../src/tokens/issuer.ts';
import { parseIssuer, pinnedJwks } from '../../src/verify/issuers.ts';
import { issuers } from '../tokens/make.ts';

function pinned(iss: string, claims: Record<string, unknown> = {}): string | undefined {
  const all = { iss, ...claims };
  const recognised = findIssuer({ alg: 'RS256' }, all, issuers);
  return recognised && pinnedJwks(recognised, all)?.href;
}

describe('keys of known issuers', () => {
  it.each([
    ['https://accounts.google.com', 'https://www.googleapis.com/oauth2/v3/certs'],
    [
      'https://securetoken.google.com/acme-prod',
      'https://www.googleapis.com/service_accounts/v1/jwk/securetoken@system.gserviceaccount.com',
    ],
    [
      'https://sts.windows.net/11111111-2222-3333-4444-555555555555/',
      'https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/discovery/keys',
    ],
    [
      'https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/v2.0',
      'https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/discovery/v2.0/keys',
    ],
    ['https://acme.eu.auth0.com/', 'https://acme.eu.auth0.com/.well-known/jwks.json'],
    ['https://acme.okta.com/oauth2/default', 'https://acme.okta.com/oauth2/default/v1/keys'],
    [
      'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEf',
      'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEf/.well-known/jwks.json',
    ],
    ['https://token.actions.githubusercontent.com', 'https://token.actions.githubusercontent.com/.well-known/jwks'],
    ['https://acme.cloudflareaccess.com', 'https://acme.cloudflareaccess.com/cdn-cgi/access/certs'],
  ])('%s', (iss, jwks) => {
    expect(pinned(iss)).toBe(jwks);
  });

  it.each([
    'https://sso.evil.test/realms/main',
    'https://evil.test/.okta.com/oauth2/default',
    'https://acme.okta.com.evil.test/oauth2/default',
    'https://evil.test#.auth0.com/',
    'https://evil.test/?.auth0.com/',
    'https://user@evil.test/.auth0.com/',
    'https://accounts.google.com.evil.test',
    'http://accounts.google.com',
    'https://169.254.169.254/realms/x',
    'https://localhost/realms/x',
    'https://acme.auth0.com:8443/',
  ])('%s leads nowhere', (iss) => {
    const url = pinned(iss);
    if (url !== undefined) expect(new URL(url).hostname).toMatch(/\.googleapis\.com$/);
  });

  it('no known issuer leads to a host that its token could choose freely', () => {
    const evil = 'https://evil.test';
    for (const issuer of issuers) {
      for (const form of issuer.recognise.flatMap((condition) => condition.iss ?? [])) {
        const iss = form.replace(
          /\{[a-z]+([.^9#*]?)\}/g,
          (_, kind: string) => ({ '*': evil, '9': '1', '#': 'a'.repeat(16), '^': 'A' })[kind] ?? 'evil',
        );
        if (!match(form, iss)) continue;
        const url = pinnedJwks({ issuer, captures: match(form, iss)! }, { iss });
        if (url)
          expect([issuer.id, url.hostname]).toEqual([issuer.id, expect.not.stringMatching(/^(evil|[^.]*)$|evil\.test$|\.evil$/)]);
      }
    }
  });
});

describe('issuers that a user names', () => {
  it.each(['https://login.acme.test', 'https://login.acme.test/realms/main/', 'https://login.acme.test:8443'])('%s', (value) => {
    expect(parseIssuer(value, { loopback: false }).href).toContain('login.acme.test');
  });
  it.each([
    'login.acme.test',
    'http://login.acme.test',
    'https://a:b@login.acme.test',
    'https://login.acme.test/?x',
    'ftp://x',
    'http://localhost:1',
  ])('%s is refused', (value) => {
    expect(() => parseIssuer(value, { loopback: false })).toThrow('is no https URL');
  });
  it('http on this machine only when allowed', () => {
    expect(parseIssuer('http://127.0.0.1:3000', { loopback: true }).port).toBe('3000');
    expect(() => parseIssuer('http://10.0.0.1', { loopback: true })).toThrow('is no https URL');
  });
});
