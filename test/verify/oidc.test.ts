import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Finding, Report } from '../../src/model.ts';
import { git, put, run, tree } from '../helpers/cli.ts';
import { withHeader } from '../tokens/make.ts';
import { type IssuerServer, startIssuer } from './issuer-server.ts';

let server: IssuerServer;
let env: Record<string, string>;
beforeAll(async () => {
  server = await startIssuer();
  env = { BEARERTRAP_CLIENT_ID: server.client.id, BEARERTRAP_CLIENT_SECRET: server.client.secret };
});
afterAll(() => server.close());

const asked = (...more: string[]): string[] => ['--allow-loopback', ...more];

async function scan(
  cwd: string,
  args: string[],
  environment = env,
): Promise<{ finding: Finding; report: Report; stderr: string }> {
  const { stdout, stderr } = await run(['scan', '--format', 'json', ...args], { cwd, env: environment });
  const report = JSON.parse(stdout) as Report;
  return { report, finding: report.findings[0]!, stderr };
}

describe('with a real authorization server', () => {
  it('an opaque token in a repository: found, active with scopes, revoked, inactive', async () => {
    const token = await server.token({ format: 'opaque', scope: 'read:orders admin:users' });
    const cwd = tree({ 'client.sh': `curl -H 'Authorization: Bearer ${token}' https://api.corp.test/orders\n` });
    git(cwd, 'init', '-q');
    git(cwd, 'add', '.');
    const issuer = asked('--opaque-issuer', server.issuer);

    const before = await scan(cwd, []);
    expect(before.report.findings).toHaveLength(1);
    expect(before.finding).not.toHaveProperty('verification');

    const dry = await scan(cwd, ['--verify-dry-run', ...issuer]);
    expect(dry.stderr).toContain(`${new URL(server.issuer).host}  1 secret`);
    expect(dry.finding).not.toHaveProperty('verification');

    const live = await scan(cwd, ['--verify', ...issuer]);
    expect(live.finding.verification).toMatchObject({
      state: 'active',
      by: 'introspection',
      identity: 'client scanner',
      scopes: ['read:orders', 'admin:users'],
    });
    expect(live.finding.reasons[0]).toEqual({ code: 'verified-active', text: 'It was taken when it was verified.' });
    const rank = ['critical', 'high', 'medium', 'low', 'info'];
    expect(rank.indexOf(live.finding.severity)).toBe(Math.max(0, rank.indexOf(before.finding.severity) - 1));
    expect(JSON.stringify(live.report)).not.toContain(token);

    const { id } = live.finding;
    const plan = await run(['revoke', id, ...issuer], { cwd, env });
    expect(plan).toMatchObject({ code: 0, stdout: expect.stringContaining('Nothing was sent.') as string });
    expect(plan.stdout).not.toContain(token);
    expect((await scan(cwd, ['--verify', ...issuer])).finding.verification!.state).toBe('active');

    const done = await run(['revoke', id, '--yes', ...issuer], { cwd, env });
    expect(done).toMatchObject({ code: 0, stdout: expect.stringContaining('verified afterwards: inactive') as string });

    const after = await scan(cwd, ['--verify', ...issuer]);
    expect(after.finding.verification).toMatchObject({ state: 'inactive', by: 'introspection' });
    expect(after.finding).toMatchObject({ id, severity: 'low' });
  });

  it('a JWT: genuine by the issuer’s keys, forged, and not asked about unless allowed', async () => {
    const token = await server.token({ format: 'jwt', scope: 'read:orders' });
    const cwd = tree({ 'a.env': `TOKEN=${token}\n` });
    const none = await scan(cwd, ['--verify', '--allow-loopback'], {});
    expect(none.finding.verification).toMatchObject({ state: 'unknown', detail: expect.stringContaining('--issuer') as string });

    const genuine = await scan(cwd, ['--verify', ...asked('--issuer', server.issuer)], {});
    expect(genuine.finding.verification).toMatchObject({
      state: 'active',
      by: 'jwks',
      detail: expect.stringContaining('key main') as string,
    });

    // oidc-provider refuses to say anything of JWTs: what their signature proves stands.
    const both = await scan(cwd, ['--verify', ...asked('--issuer', server.issuer)]);
    expect(both.finding.verification).toEqual(genuine.finding.verification);

    put(cwd, 'a.env', `TOKEN=${withHeader(token, { alg: 'RS256', kid: 'main', typ: 'at+jwt', extra: 1 })}\n`);
    const forged = await scan(cwd, ['--verify', ...asked('--issuer', server.issuer)], {});
    expect(forged.finding.verification).toMatchObject({
      state: 'inactive',
      by: 'jwks',
      detail: expect.stringContaining('forged') as string,
    });

    put(cwd, 'keys.json', await (await fetch(`${server.issuer}/jwks`)).text());
    put(cwd, 'a.env', `TOKEN=${token}\n`);
    const local = await run(['scan', '--format', 'json', '--verify', '--jwks', 'keys.json', 'a.env'], { cwd });
    expect((JSON.parse(local.stdout) as Report).findings[0]!.verification).toMatchObject({ state: 'active', by: 'jwks' });
  });

  it('a DPoP-bound token is told as bound, and weighs no more', async () => {
    const token = await server.token({ format: 'opaque', scope: 'read:orders', dpop: true });
    const cwd = tree({ 'a.sh': `curl -H 'Authorization: Bearer ${token}' x\n` });
    const plain = await scan(cwd, []);
    const { finding } = await scan(cwd, ['--verify', ...asked('--opaque-issuer', server.issuer)]);
    expect(finding.verification).toMatchObject({
      state: 'active',
      detail: expect.stringContaining('bound to a key (DPoP') as string,
    });
    expect(finding.severity).toBe(plain.finding.severity);
  });

  it('a wrong client is said to be wrong, and its secret is not', async () => {
    const token = await server.token({ format: 'opaque', scope: 'read:orders' });
    const cwd = tree({ 'a.sh': `curl -H 'Authorization: Bearer ${token}' x\n` });
    const wrong = { ...env, BEARERTRAP_CLIENT_SECRET: 'not-the-secret-of-it' };
    const { finding, report, stderr } = await scan(cwd, ['--verify', ...asked('--opaque-issuer', server.issuer)], wrong);
    expect(finding.verification).toMatchObject({
      state: 'error',
      detail: expect.stringContaining('refuses the client') as string,
    });
    expect(JSON.stringify(report) + stderr).not.toContain('not-the-secret');
    const revoked = await run(['revoke', finding.id, '--yes', ...asked('--opaque-issuer', server.issuer)], { cwd, env: wrong });
    expect(revoked).toMatchObject({ code: 1, stdout: expect.stringContaining('not revoked') as string });
  });

  it('clients from a file, by post, with the secret from the environment', async () => {
    const token = await server.token({ format: 'opaque', scope: 'read:orders' });
    const clients = [{ issuer: server.issuer, client_id: server.client.id, client_secret_env: 'THE_SECRET', auth: 'basic' }];
    const cwd = tree({ 'a.sh': `curl -H 'Authorization: Bearer ${token}' x\n`, 'clients.json': JSON.stringify(clients) });
    const args = ['--verify', ...asked('--opaque-issuer', server.issuer, '--clients', 'clients.json')];
    const { finding } = await scan(cwd, [...args, 'a.sh'], { THE_SECRET: server.client.secret });
    expect(finding.verification).toMatchObject({ state: 'active' });
    const { code, stderr } = await run(['scan', ...args, 'a.sh'], { cwd });
    expect([code, stderr]).toEqual([2, 'bearertrap: entry 1 of the clients file clients.json has no client_secret\n']);
  });

  it('an issuer that is not there, or another one, is an error and no verdict', async () => {
    const token = await server.token({ format: 'opaque', scope: 'read:orders' });
    const cwd = tree({ 'a.sh': `curl -H 'Authorization: Bearer ${token}' x\n` });
    for (const issuer of ['http://127.0.0.1:9', `${server.issuer}/other`]) {
      const { finding } = await scan(cwd, ['--verify', ...asked('--opaque-issuer', issuer)]);
      expect(finding.verification).toMatchObject({ state: 'error' });
    }
  });
});
