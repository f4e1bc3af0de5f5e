import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Token } from '../../src/model.ts';
import { expandTemplate } from '../../src/rules/examples.ts';
import { parseRules } from '../../src/rules/load.ts';
import { randomFrom } from '../../src/rules/random.ts';
import { TOKEN_SAMPLES } from '../../src/rules/token-samples.ts';
import { type Run, run } from '../helpers/cli.ts';
import { encode, sign, withHeader } from '../tokens/make.ts';

const decode = (input: string, ...options: string[]): Promise<Run> => run(['decode', ...options], { input });

/** A credential made from a rule of one of the provider files. */
function made(provider: string, id: string, template = '{secret}'): string {
  const { file } = parseRules(readFileSync(new URL(`../../patterns/${provider}.yaml`, import.meta.url), 'utf8'), provider);
  return expandTemplate(file.rules.find((rule) => rule.id === id)!, template).text;
}

const NOW = Math.floor(Date.now() / 1000);

describe('tokens', () => {
  test('the card of an access token: who, when, what it allows, weak points, what to do, and every claim in words', async () => {
    const text = await sign({
      iss: 'https://corp.eu.auth0.com/',
      sub: 'auth0|7',
      aud: 'https://api.corp.net',
      scope: 'admin:users',
      iat: NOW - 7200,
      exp: NOW + 86_400 * 400,
    });
    const { stdout, code } = await decode(`Authorization: Bearer ${text}\n`);
    expect(code).toBe(0);
    for (const line of [
      /kind +access token: opens an API/,
      /issuer +Auth0, https:\/\/corp\.eu\.auth0\.com\//,
      /state +active now/,
      /issued +\d{4}-\S+Z, 2 hours ago/,
      /expires +\d{4}-\S+Z, in 1 year/,
      /allows +to administer/,
      /high +It lives for 1\.1 years/,
      /Console: https:\/\/manage\.auth0\.com/,
      /exp +\d+: \d{4}-\S+Z, in 1 year \(not to be taken after\)/,
      /aud +https:\/\/api\.corp\.net \(which services it is meant for\)/,
    ])
      expect(stdout).toMatch(line);
    expect(stdout).not.toContain(text);
  });
  test.each([
    ['with Bearer', (text: string) => `Bearer ${text}`],
    ['in quotes', (text: string) => `"${text}",`],
    ['as a header of curl', (text: string) => `authorization: bearer ${text}`],
    ['DPoP', (text: string) => `DPoP ${text}`],
  ])('%s', async (_, wrap) => expect((await decode(wrap(await sign({ sub: 'ada' })))).stdout).toMatch(/subject +ada/));
  test('as an argument', async () => expect((await run(['decode', await sign({ sub: 'ada' })])).stdout).toMatch(/subject +ada/));
  test('a known key is the first thing told', async () => {
    const { stdout } = await decode(await sign({ sub: 'ada' }, { alg: 'HS256' }, 'secret'));
    expect(stdout).toMatch(/Weak points\n +critical +It is signed with the well-known key "secret"/);
    expect(stdout).toMatch(/What to do\n +Replace the signing key first/);
  });
  test.each([
    [
      'JWE',
      `${encode('{"alg":"dir","enc":"A256GCM"}')}..${encode('iv')}.${encode('c')}.${encode('t')}`,
      'an encrypted token (JWE)',
    ],
    ['alg none', `${encode('{"alg":"none"}')}.${encode('{"sub":"a"}')}`, 'It is not signed (alg none)'],
    ['PASETO', TOKEN_SAMPLES.pasetoPublic!(randomFrom('a')), 'PASETO v2 signed token'],
    ['Biscuit', TOKEN_SAMPLES.biscuit!(randomFrom('a')), 'Biscuit capability token'],
    ['Macaroon', TOKEN_SAMPLES.macaroon!(randomFrom('a')), 'account = 7'],
    ['Branca', TOKEN_SAMPLES.branca!(randomFrom('a')), 'issued        2020-09-13'],
  ])('%s', async (_, text, told) => {
    const { stdout, code } = await decode(text);
    expect(code).toBe(0);
    expect(stdout).toContain(told);
  });
  test('JSON holds the token of the report, and its claims', async () => {
    const { stdout } = await decode(await sign({ sub: 'ada', exp: NOW + 600, email: 'ada@corp.net' }), '--json');
    const { token } = JSON.parse(stdout) as { token: Token };
    expect(token).toMatchObject({ format: 'jws', subject: 'ada', state: 'active', claims: { sub: 'ada', exp: NOW + 600 } });
    expect(stdout).not.toContain('ada@corp.net');
  });
});

describe('a text around the token', () => {
  const token = sign({ sub: 'ada', exp: NOW + 600 });
  test.each<[string, (text: string) => string]>([
    ['Bearer', (text) => `Bearer ${text}`],
    ['a header', (text) => `authorization: Bearer ${text}\r\n`],
    ['quotes', (text) => `"${text}",`],
    ['a command', (text) => `curl -H "Authorization: Bearer ${text}" https://api.corp.net/me`],
    ['the answer of a server', (text) => JSON.stringify({ access_token: text, token_type: 'Bearer', expires_in: 600 })],
    ['a line of an env file', (text) => `ACCESS_TOKEN=${text}\n`],
  ])('%s, on standard input and as argument', async (_, around) => {
    const text = around(await token);
    for (const { stdout, code } of [await decode(text), await run(['decode', '--no-color'], { input: text })]) {
      expect(code).toBe(0);
      expect(stdout).toMatch(/subject +ada/);
    }
  });
  test('two tokens are told to be no token', async () => {
    const { code, stderr } = await decode(`A=${await token} B=${await sign({ sub: 'bob' })}`);
    expect([code, stderr]).toEqual([2, expect.stringContaining('this is no token that can be read')]);
  });
  test.each<[string, (text: string) => string, RegExp]>([
    ['in its header', (text) => `${text.slice(0, 14)}...`, /it was cut/],
    ['in its header, without a mark', (text) => text.slice(0, 14), /only a piece of its header is left: it was cut/],
    ['behind its header', (text) => text.split('.')[0]!, /only its header is left: it was cut/],
    ['in its payload', (text) => `${text.split('.').slice(0, 2).join('.').slice(0, -4)}…`, /it was cut/],
    ['in words', (text) => `${text.slice(0, 60)}[truncated]`, /it was cut/],
  ])('cut %s', async (_, cut, told) => {
    const { code, stderr } = await decode(cut(await token));
    expect([code, stderr]).toEqual([2, expect.stringMatching(told)]);
  });
});

describe('keys', () => {
  test('provider, kind, severity, a checksum that is right', async () => {
    const key = made('github', 'github-pat');
    const { stdout, code } = await decode(key);
    expect(code).toBe(0);
    expect(stdout).toMatch(/GitHub personal access token \(classic\)/);
    expect(stdout).toMatch(/checksum \(crc32-base62\) is right/);
    expect(stdout).toMatch(/severity +critical/);
    expect(stdout).not.toContain(key);
    expect(JSON.parse((await decode(key, '--json')).stdout)).toMatchObject({
      rule: { id: 'github-pat', provider: 'GitHub', checksum: { is: 'crc32-base62', valid: true } },
    });
  });
  test.each([
    ['github', 'github-pat'],
    ['npm', 'npm-token'],
    ['gitlab', 'gitlab-pat-routable'],
  ])('a checksum that is wrong: %s', async (provider, id) => {
    const key = made(provider, id, '{checksum}');
    const { stdout, code } = await decode(key);
    expect(code).toBe(0);
    expect(stdout).toMatch(/checksum \([\w-]+\) is wrong/);
    expect(stdout).toMatch(/What to do\n +Nothing/);
    expect(JSON.parse((await decode(key, '--json')).stdout)).toMatchObject({ rule: { id, checksum: { valid: false } } });
  });
  test.each([
    // Id and account that published research on these ids names.
    ['the account in an AWS key id', ['ASIA', 'Y34FZKBOKMUTVV7A'].join(''), /account +609629065308/],
    [
      'the routing of a GitLab token',
      `glpat-${Buffer.concat([Buffer.from('o:1\nu:2s'), Buffer.alloc(20, 7), Buffer.from([20])]).toString('base64url')}.01.0a1b2c3d4`,
      /user +100/,
    ],
    ['the workspace in a Slack token', made('slack', 'slack-bot-token'), /workspaceNumber +\d{9,}/],
    ['the mode of a Stripe key', made('stripe', 'stripe-test-secret-key'), /mode +test/],
    [
      'when a Postman key was made',
      ['PMAK', `${(1_600_000_000).toString(16)}0a1b2c3d4e5f6071`, '0123456789abcdef0123456789abcdef01'].join('-'),
      /issued +2020-09-13/,
    ],
  ])('%s', async (_, key, told) => {
    const { stdout, code } = await decode(key);
    expect(stdout).toMatch(told);
    expect(code).toBe(0);
    expect(stdout).not.toMatch(/not known/);
  });
});

describe('what is none', () => {
  test.each([
    ['', 'there is no token'],
    ['hello', 'the form of no token'],
    [encode('{"alg":"ES256"}'), 'only its header is left'],
    [`${encode('{"alg":"ES256"}')}.e30`, 'cut'],
    ['a.b.c', 'no token that can be read'],
    [withHeader('a.e30.c', '{"typ":"JWT"}'), 'alg'],
  ])('%s: exit code 2 and one line', async (text, told) => {
    const { code, stderr, stdout } = await decode(text);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain(told);
  });
});
