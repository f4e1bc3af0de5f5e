/** Tokens and the keys that belong to them, found in one scan: what the reports say of both. */
import { createHash, generateKeyPairSync, KeyObject, randomBytes, X509Certificate } from 'node:crypto';
import { calculateJwkThumbprint, exportJWK } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Finding, Report } from '../src/model.ts';
import { git, put, run, tree } from './helpers/cli.ts';
import { random } from './helpers/tokens.ts';
import { pair, privatePem, publicJwk, sign } from './tokens/make.ts';
import { openSshFile, puttyFile } from './tokens/ssh-file.ts';
import { makeAuthority } from './verify/certificates.ts';

const NOW = Math.floor(Date.now() / 1000);
const CLAIMS = { sub: 'ada', aud: 'https://api.corp.net', scope: 'orders:read', iat: NOW, exp: NOW + 600 };

async function scanned(files: Record<string, string>, ...options: string[]): Promise<Report> {
  const { stdout } = await run(['scan', '--format', 'json', ...options], { cwd: tree(files) });
  return JSON.parse(stdout) as Report;
}
const of = (report: Report, rule: string): Finding => {
  const found = report.findings.filter((finding) => finding.rule === rule);
  expect(found, `${rule} in ${report.findings.map((one) => one.rule).join(', ')}`).toHaveLength(1);
  return found[0]!;
};
/** That the two name each other. */
function linked(token: Finding, key: Finding, relation: 'signed-by' | 'bound-to'): void {
  expect(token.related).toContainEqual({ id: key.id, rule: key.rule, relation });
  expect(key.related).toContainEqual({ id: token.id, rule: token.rule, relation: relation === 'signed-by' ? 'signs' : 'binds' });
}

const secret = random(40, 'jwt secret');
const codes = (finding: Finding): string[] => (finding.token?.problems ?? []).map(({ code }) => code);

describe('keys that sign', () => {
  test('a secret of the same scan, as it stands', async () => {
    const report = await scanned({ '.env': `JWT_SECRET=${secret}\n`, 'a.http': await sign(CLAIMS, { alg: 'HS256' }, secret) });
    const [token, key] = [of(report, 'jwt'), of(report, 'generic-secret')];
    expect([token.severity, token.confidence, key.severity, key.confidence]).toEqual([
      'critical',
      'certain',
      'critical',
      'certain',
    ]);
    expect(codes(token)).toContain('signing-key-in-repo');
    expect(key.reasons.map(({ code }) => code)).toContain('signs-tokens');
    linked(token, key, 'signed-by');
  });
  test('a secret in base64', async () => {
    const key = randomBytes(32);
    const header = { alg: 'HS512' };
    const { SignJWT } = await import('jose');
    const text = await new SignJWT(CLAIMS).setProtectedHeader(header).sign(key);
    const report = await scanned({ 'app.yaml': `jwt:\n  secret: "${key.toString('base64')}"\n`, 'b.txt': text });
    linked(of(report, 'jwt'), of(report, 'generic-secret'), 'signed-by');
  });
  test('a symmetric JWK', async () => {
    const key = randomBytes(32);
    const { SignJWT } = await import('jose');
    const text = await new SignJWT(CLAIMS).setProtectedHeader({ alg: 'HS256' }).sign(key);
    const jwks = { keys: [{ kty: 'oct', kid: '1', k: key.toString('base64url') }] };
    const report = await scanned({ 'jwks.json': JSON.stringify(jwks, undefined, 2), 'b.txt': text });
    linked(of(report, 'jwt'), of(report, 'jwk-symmetric'), 'signed-by');
    // The line of `k`, not of the object's brace.
    expect(of(report, 'jwk-symmetric').locations[0]).toMatchObject({ startLine: 6 });
  });
  test('a well-known key', async () => {
    const report = await scanned({ 'src/a.ts': `const t = '${await sign(CLAIMS, { alg: 'HS256' }, 'your-256-bit-secret')}';` });
    const token = of(report, 'jwt');
    expect(token.severity).toBe('critical');
    expect(codes(token)).toContain('weak-hmac-key');
    expect(token.related).toBeUndefined();
  });
  test.each(['RS256', 'PS384', 'ES256', 'EdDSA'])('a private key in PEM, %s', async (alg) => {
    const report = await scanned({ 'key.pem': await privatePem(alg), 'b.txt': await sign(CLAIMS, { alg }) });
    const [token, key] = [of(report, 'jwt'), of(report, 'private-key')];
    expect([token.severity, token.confidence, key.confidence]).toEqual(['critical', 'certain', 'certain']);
    linked(token, key, 'signed-by');
  });
  test('a private key in a string of code', async () => {
    const pem = JSON.stringify((await privatePem('ES256')).trim());
    const report = await scanned({ 'key.js': `module.exports = ${pem};\n`, 'b.txt': await sign(CLAIMS) });
    linked(of(report, 'jwt'), of(report, 'private-key'), 'signed-by');
  });
  test.each(['RS256', 'PS256', 'ES384', 'EdDSA'])('a private key of OpenSSH, %s', async (alg) => {
    const file = openSshFile(KeyObject.from((await pair(alg)).privateKey));
    const report = await scanned({ '.ssh/id_deploy': file, 'b.txt': await sign(CLAIMS, { alg }) });
    const [token, key] = [of(report, 'jwt'), of(report, 'private-key-openssh')];
    expect([token.severity, token.confidence, key.confidence]).toEqual(['critical', 'certain', 'certain']);
    linked(token, key, 'signed-by');
  });
  test('a private key of PuTTY', async () => {
    const file = puttyFile(KeyObject.from((await pair('ES256')).privateKey));
    const report = await scanned({ 'id.ppk': file, 'b.txt': await sign(CLAIMS) });
    linked(of(report, 'jwt'), of(report, 'private-key-putty'), 'signed-by');
  });
  test('an encrypted key of OpenSSH tells nothing', async () => {
    const file = openSshFile(KeyObject.from((await pair('ES256')).privateKey), 'aes256-ctr');
    const report = await scanned({ id_deploy: file, 'b.txt': await sign(CLAIMS) });
    expect(of(report, 'jwt').related).toBeUndefined();
  });
  test('a private key as JWK', async () => {
    const jwk = await exportJWK((await pair('RS256')).privateKey);
    const report = await scanned({ 'jwks.json': JSON.stringify({ keys: [jwk] }), 'b.txt': await sign(CLAIMS, { alg: 'RS256' }) });
    linked(of(report, 'jwt'), of(report, 'jwk-private'), 'signed-by');
  });
  test('another key signs nothing', async () => {
    const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({
      type: 'pkcs8',
      format: 'pem',
    }) as string;
    const report = await scanned({ 'key.pem': other, '.env': `JWT_SECRET=${secret}\n`, 'b.txt': await sign(CLAIMS) });
    for (const finding of report.findings) expect(finding.related).toBeUndefined();
  });
  test('in a test folder it is less', async () => {
    const text = await sign(CLAIMS, { alg: 'HS256' }, secret);
    const report = await scanned({ 'test/.env': `JWT_SECRET=${secret}\n`, 'test/a.http': text });
    expect(of(report, 'jwt').severity).toBe('high');
  });
});

describe('keys that bind', () => {
  const bound = (cnf: object): Promise<string> => sign({ ...CLAIMS, cnf }, { alg: 'RS256' });
  test.each<[string, () => Promise<object>]>([
    ['by DPoP', async () => ({ jkt: await calculateJwkThumbprint(await publicJwk('ES256')) })],
    ['by the key itself', async () => ({ jwk: await publicJwk('ES256') })],
  ])('%s', async (_, cnf) => {
    const text = await bound(await cnf());
    const alone = of(await scanned({ 'b.txt': text }), 'jwt');
    const report = await scanned({ 'key.pem': await privatePem('ES256'), 'b.txt': text });
    const [token, key] = [of(report, 'jwt'), of(report, 'private-key')];
    linked(token, key, 'bound-to');
    expect(codes(token)).toContain('bound-key-in-repo');
    expect([alone.severity, token.severity]).toEqual(['info', 'medium']);
  });
  const { cert, key } = makeAuthority().issue('client.corp.net');
  const x5t = createHash('sha256').update(new X509Certificate(cert).raw).digest('base64url');
  const secretYaml = ['kind: Secret', 'data:']
    .concat(Object.entries({ crt: cert, key }).map(([name, pem]) => `  tls.${name}: ${Buffer.from(pem).toString('base64')}`))
    .join('\n');
  test.each<[string, Record<string, string>, string]>([
    ['files of their own', { 'tls/client.crt': cert, 'tls/client.key': key }, 'private-key'],
    ['one file', { 'client.pem': key + cert }, 'private-key'],
    [
      'strings of code',
      { 'tls.js': `exports.cert = ${JSON.stringify(cert)};\nexports.key = ${JSON.stringify(key)};\n` },
      'private-key',
    ],
    ['a secret of Kubernetes', { 'tls.yaml': secretYaml }, 'pem-base64-private-key'],
  ])('by mutual TLS, certificate and key in %s', async (_, files, rule) => {
    const text = await bound({ 'x5t#S256': x5t });
    const report = await scanned({ ...files, 'b.txt': text });
    const [token, key] = [of(report, 'jwt'), of(report, rule)];
    linked(token, key, 'bound-to');
    expect(codes(token)).toContain('bound-key-in-repo');
    expect(token.severity).toBe('medium');
    // Certificates are public: none is a finding.
    expect(report.findings).toHaveLength(2);
  });
  test('by mutual TLS to another certificate: no link', async () => {
    const text = await bound({ 'x5t#S256': x5t });
    const other = makeAuthority().issue('client.corp.net');
    const report = await scanned({ 'a.crt': other.cert, 'a.key': other.key, 'b.key': key, 'b.txt': text });
    for (const finding of report.findings) expect(finding.related).toBeUndefined();
  });
  test.each([['--history'], ['--range', 'HEAD'], ['--staged'], ['-']])('by mutual TLS, scan %s', async (...options) => {
    const text = await bound({ 'x5t#S256': x5t });
    const root = tree({ 'client.crt': cert, 'client.key': key, 'b.txt': text });
    git(root, 'init', '-q');
    git(root, 'add', '.');
    if (options[0] !== '--staged') git(root, 'commit', '-qm', 'x');
    const { stdout } = await run(['scan', '--format', 'json', ...options], { cwd: root, input: cert + key + text });
    const report = JSON.parse(stdout) as Report;
    linked(of(report, 'jwt'), of(report, 'private-key'), 'bound-to');
  });
  test('by DPoP, to a key of OpenSSH', async () => {
    const text = await bound({ jkt: await calculateJwkThumbprint(await publicJwk('EdDSA')) });
    const file = openSshFile(KeyObject.from((await pair('EdDSA')).privateKey));
    const report = await scanned({ id_ed25519: file, 'b.txt': text });
    linked(of(report, 'jwt'), of(report, 'private-key-openssh'), 'bound-to');
  });
});

describe('reports', () => {
  let root: string;
  beforeAll(async () => {
    root = tree({ '.env': `JWT_SECRET=${secret}\n`, 'a.http': await sign(CLAIMS, { alg: 'HS256' }, secret) });
  });
  test('pretty names the other and its place', async () => {
    const { stdout } = await run(['scan', '--no-color'], { cwd: root });
    expect(stdout).toMatch(/related +signed by generic-secret [0-9a-f]{20} \(\.env:1:12\)/);
    expect(stdout).toMatch(/related +signs jwt [0-9a-f]{20} \(a\.http:1:1\)/);
    expect(stdout).not.toContain(secret);
  });
  test('SARIF holds related locations', async () => {
    const { stdout } = await run(['scan', '--format', 'sarif'], { cwd: root });
    const log = JSON.parse(stdout) as { runs: { results: { ruleId: string; relatedLocations?: unknown[] }[] }[] };
    const token = log.runs[0]!.results.find(({ ruleId }) => ruleId === 'jwt');
    expect(token?.relatedLocations).toMatchObject([
      {
        physicalLocation: { artifactLocation: { uri: '.env' } },
        message: { text: expect.stringContaining('signed by') as string },
      },
    ]);
  });
});

describe('whether a token was live when it was committed', () => {
  const text = sign({ ...CLAIMS, iat: 1_700_000_000, exp: 1_700_003_600 });
  test('is told of a history and of a range, not of a tree', async () => {
    const root = tree();
    git(root, 'init', '-q');
    put(root, 'b.txt', await text);
    git(root, 'add', '.');
    git(root, 'commit', '-qm', 'x', '--date', '2023-11-14T22:30:00Z');
    const live = async (...options: string[]): Promise<Finding> => {
      const { stdout } = await run(['scan', '--format', 'json', ...options], { cwd: root });
      return of(JSON.parse(stdout) as Report, 'jwt');
    };
    expect((await live('--history')).token?.liveWhenCommitted).toBe(true);
    expect((await live('--history')).reasons.map(({ code }) => code)).toContain('live-when-committed');
    expect((await live('--range', 'HEAD')).token?.liveWhenCommitted).toBe(true);
    expect((await live('--range', 'HEAD')).reasons.map(({ code }) => code)).toContain('live-when-committed');
    expect((await live()).token).not.toHaveProperty('liveWhenCommitted');
    git(root, 'commit', '-q', '--amend', '--no-edit', '--date', '2024-01-01T00:00:00Z');
    git(root, 'reflog', 'expire', '--expire=now', '--all');
    git(root, 'gc', '-q', '--prune=now');
    expect((await live('--history')).token?.liveWhenCommitted).toBe(false);
    expect((await live('--range', 'HEAD')).token?.liveWhenCommitted).toBe(false);
  });
  test('in a message of a commit of the range', async () => {
    const root = tree();
    git(root, 'init', '-q');
    git(root, 'commit', '-q', '--allow-empty', '-m', `log in with ${await text}`, '--date', '2023-11-14T22:30:00Z');
    const { stdout } = await run(['scan', '--format', 'json', '--range', 'HEAD'], { cwd: root });
    expect(of(JSON.parse(stdout) as Report, 'jwt').token?.liveWhenCommitted).toBe(true);
  });
});

describe('many tokens', () => {
  test('are tried in threads, with the same outcome for any number of them', async () => {
    const own = random(40, 'own secret');
    const keys = ['secret', own, random(40, 'unknown')];
    const tokens = await Promise.all(
      Array.from({ length: 45 }, (_, n) => sign({ ...CLAIMS, sub: `user-${n}` }, { alg: 'HS256' }, keys[n % 3])),
    );
    const files = { '.env': `JWT_SECRET=${own}\n`, 'tokens.txt': tokens.join('\n') };
    const [one, four] = await Promise.all([scanned(files, '--jobs', '1'), scanned(files, '--jobs', '4')]);
    expect(one.findings).toEqual(four.findings);
    const found = one.findings.filter(({ rule }) => rule === 'jwt');
    const with_ = (code: string): number => found.filter((finding) => codes(finding).includes(code)).length;
    expect([found.length, with_('weak-hmac-key'), with_('signing-key-in-repo')]).toEqual([45, 15, 15]);
    expect(of(one, 'generic-secret').related).toHaveLength(15);
  });
});
