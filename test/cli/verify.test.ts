import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Report } from '../../src/model.ts';
import { git, put, type Run, run, tree } from '../helpers/cli.ts';
import { githubPat, jwt, random } from '../helpers/tokens.ts';
import { type Internet, openInternet } from '../verify/internet.ts';

let internet: Internet;
beforeAll(async () => {
  internet = await openInternet();
});
afterAll(() => internet.close());
beforeEach(() => {
  internet.asked = [];
});

const TOKEN = githubPat('verify');
const USER = { status: 200, headers: { 'x-oauth-scopes': 'repo' }, body: { login: 'octocat' } };
const BAD = { status: 401, body: { message: 'Bad credentials' } };

function cli(args: string[], cwd: string, input?: string): Promise<Run> {
  return run(args, { cwd, env: internet.env, ...(input !== undefined && { input }) });
}

async function scanJson(cwd: string, ...args: string[]): Promise<Report> {
  return JSON.parse((await cli(['scan', '--format', 'json', ...args], cwd)).stdout) as Report;
}

describe('scan --verify', () => {
  it('asks once about one secret, wherever it stands, and tells whose it is', async () => {
    internet.answer = () => USER;
    const cwd = tree({ 'a.env': `GITHUB_TOKEN=${TOKEN}\n`, 'b/c.yml': `token: ${TOKEN}\n` });
    const { code, stdout, stderr } = await cli(['scan', '--verify', '--no-color'], cwd);
    expect(code).toBe(1);
    expect(stdout).toMatch(/verified +active \(provider\).*octocat/s);
    expect(stdout).toContain('repo');
    expect(internet.asked.map(({ host, method, url }) => [host, method, url])).toEqual([['api.github.com', 'GET', '/user']]);
    expect(internet.asked[0]!.headers.authorization).toBe(`Bearer ${TOKEN}`);
    expect(stdout + stderr).not.toContain(TOKEN);
  });

  it('lowers what is dead: --fail-on sees the new severity', async () => {
    internet.answer = () => BAD;
    const cwd = tree({ 'a.env': `GITHUB_TOKEN=${TOKEN}\n` });
    expect((await cli(['scan', '--fail-on', 'medium'], cwd)).code).toBe(1);
    expect((await cli(['scan', '--verify', '--fail-on', 'medium'], cwd)).code).toBe(0);
    const { findings, summary } = await scanJson(cwd, '--verify');
    expect(findings[0]).toMatchObject({ severity: 'low', verification: { state: 'inactive' } });
    expect(summary.bySeverity).toMatchObject({ critical: 0, low: 1 });
  });

  it('uses the id that stands beside a secret key', async () => {
    internet.answer = () => ({
      status: 200,
      body: {
        GetCallerIdentityResponse: {
          GetCallerIdentityResult: { Arn: 'arn:aws:iam::123456789012:user/ci', Account: '123456789012' },
        },
      },
    });
    const id = `AKIA${random(16, 'aws id', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567')}`;
    const key = random(40, 'aws key');
    const cwd = tree({ 'a.env': `AWS_ACCESS_KEY_ID=${id}\nAWS_SECRET_ACCESS_KEY=${key}\n` });
    const { findings } = await scanJson(cwd, '--verify');
    const finding = findings.find(({ rule }) => rule === 'aws-secret-access-key')!;
    expect(finding.verification).toMatchObject({ state: 'active', identity: expect.stringContaining('user/ci') as string });
    const [asked] = internet.asked;
    expect(asked).toMatchObject({
      host: 'sts.amazonaws.com',
      method: 'POST',
      body: 'Action=GetCallerIdentity&Version=2011-06-15',
    });
    expect(asked!.headers.authorization).toContain(`Credential=${id}/`);
    expect(JSON.stringify(asked)).not.toContain(key);
    // A report names the id only; it is read again with the secret.
    put(cwd, 'report.json', (await cli(['scan', '--format', 'json', 'a.env'], cwd)).stdout);
    const { stdout } = await cli(['verify', 'report.json', '--format', 'json'], cwd);
    expect((JSON.parse(stdout) as Report).findings[0]!.verification).toMatchObject({ state: 'active' });
    put(cwd, 'a.env', `AWS_SECRET_ACCESS_KEY=${key}\n`);
    const [alone] = (await scanJson(cwd, '--verify', 'a.env')).findings;
    expect(alone!.verification).toMatchObject({
      state: 'unknown',
      detail: expect.stringContaining('no access key id') as string,
    });
  });

  it('never connects where a token says: its issuer, jku and x5u are words', async () => {
    internet.answer = () => ({ status: 200, body: { keys: [] } });
    const header = { alg: 'RS256', kid: 'a', jku: 'https://evil.test/jwks', x5u: 'https://evil.test/cert' };
    const cwd = tree({ 'a.env': `TOKEN=${jwt({ iss: 'https://evil.test/realms/main', sub: 'a', exp: 4e9 }, header)}\n` });
    const { findings } = await scanJson(cwd, '--verify');
    expect(findings[0]!.verification).toMatchObject({ state: 'unknown', detail: expect.stringContaining('--issuer') as string });
    expect(internet.asked).toEqual([]);
  });

  it('asks known issuers for their keys', async () => {
    internet.answer = () => ({ status: 200, body: { keys: [] } });
    const token = jwt(
      { iss: 'https://accounts.google.com', sub: 'a', aud: 'b', iat: 1.7e9, exp: 4e9 },
      { alg: 'RS256', kid: 'a' },
    );
    const { findings } = await scanJson(tree({ 'a.env': `TOKEN=${token}\n` }), '--verify');
    expect(internet.asked.map(({ host, url }) => host + url)).toEqual(['www.googleapis.com/oauth2/v3/certs']);
    expect(findings[0]!.verification).toMatchObject({
      state: 'unknown',
      by: 'jwks',
      detail: expect.stringContaining('"a"') as string,
    });
  });

  it('a dry run tells hosts and counts, and connects to none', async () => {
    const cwd = tree({ 'a.env': `GITHUB_TOKEN=${TOKEN}\nGH_TOKEN=${githubPat('other')}\n` });
    const { stderr } = await cli(['scan', '--verify-dry-run'], cwd);
    expect(stderr).toContain('  api.github.com  2 secrets\n');
    expect(internet.asked).toEqual([]);
  });

  it('answers with the secret in them are masked', async () => {
    internet.answer = () => ({ ...USER, body: { login: TOKEN } });
    const { stdout } = await cli(['scan', '--verify', '--format', 'json'], tree({ 'a.env': `GITHUB_TOKEN=${TOKEN}\n` }));
    expect(stdout).toContain('"user ****"');
  });

  it.each<[string, Internet['answer'], string]>([
    ['redirects', () => ({ status: 302, headers: { Location: 'https://evil.test/' }, body: USER.body }), 'unknown'],
    ['answers with a page', () => ({ status: 200, body: '<!doctype html><title>octocat</title>' }), 'unknown'],
    ['sends JSON that breaks off', () => ({ status: 200, body: '{"login": "octo' }), 'unknown'],
    ['sends JSON of another shape', () => ({ status: 200, body: [{ login: 'octocat' }] }), 'unknown'],
    ['sends bytes', () => ({ status: 200, body: '\0\u0001\ufffd'.repeat(1000) }), 'unknown'],
    ['fails', () => ({ status: 500, body: USER.body }), 'unknown'],
    ['promises too much', (_, response) => void response.writeHead(200, { 'Content-Length': 1e12 }).write('x'), 'error'],
    ['hangs up', (_, response) => void response.destroy(), 'error'],
  ])('a provider that %s proves nothing, and the others are asked all the same', async (_, hostile, state) => {
    internet.answer = (asked, response) =>
      asked.host === 'api.github.com'
        ? hostile(asked, response)
        : { status: 200, body: { active: true, name: 'ci', scopes: ['api'] } };
    const gitlab = ['glpat', random(20, 'beside hostile')].join('-');
    const cwd = tree({ 'a.env': `GITHUB_TOKEN=${TOKEN}\n`, 'b.env': `GITLAB_TOKEN=${gitlab}\n` });
    const { stdout, stderr } = await cli(['scan', '--verify', '--format', 'json'], cwd);
    const { findings } = JSON.parse(stdout) as Report;
    const states = new Map(findings.map(({ rule, verification }) => [rule, verification!.state]));
    expect([...states].sort(([a], [b]) => (a < b ? -1 : 1))).toEqual([
      ['github-pat', state],
      ['gitlab-pat', 'active'],
    ]);
    expect(new Set(internet.asked.map(({ host }) => host))).toEqual(new Set(['api.github.com', 'gitlab.com']));
    expect(stdout + stderr).not.toContain(TOKEN);
  });

  it.each([
    [
      ['--issuer', 'login.acme.test'],
      "the issuer login.acme.test is no https URL: write it as it stands in the tokens' iss claim",
    ],
    [['--jwks', 'none.json'], 'the key file none.json cannot be read (ENOENT)'],
    [['--clients', 'none.yaml'], 'the clients file none.yaml cannot be read (ENOENT)'],
  ])('%j is told to be wrong', async (args, message) => {
    const { code, stderr } = await cli(['scan', '--verify', ...args], tree({ 'a.env': `GITHUB_TOKEN=${TOKEN}\n` }));
    expect([code, stderr]).toEqual([2, `bearertrap: ${message}\n`]);
  });
});

describe('verify', () => {
  it('reads the secrets of a redacted report again, from files and from objects', async () => {
    internet.answer = ({ headers }) => (headers.authorization === `Bearer ${TOKEN}` ? USER : BAD);
    const cwd = tree({ 'a.env': `GITHUB_TOKEN=${githubPat('gone')}\n` });
    git(cwd, 'init', '-q');
    git(cwd, 'add', '.');
    git(cwd, 'commit', '-qm', 'one');
    put(cwd, 'a.env', 'nothing\n');
    put(cwd, 'b.env', Buffer.from(`\ufeffGITHUB_TOKEN=${TOKEN}\n`, 'utf16le'));
    git(cwd, 'add', '.');
    git(cwd, 'commit', '-qm', 'two');
    const redacted = await cli(['scan', '--history', '--format', 'json'], cwd);
    expect(redacted.stdout).not.toContain(TOKEN);
    put(cwd, 'report.json', redacted.stdout);
    const { code, stdout } = await cli(['verify', 'report.json', '--format', 'json'], cwd);
    const states = (JSON.parse(stdout) as Report).findings.map(({ verification }) => verification?.state);
    expect(new Set(states)).toEqual(new Set(['active', 'inactive']));
    expect(states).toHaveLength(2);
    expect(code).toBe(1);
    expect(stdout).not.toContain(TOKEN);
  });

  it('takes a report from standard input; 0 when all are dead, 3 when one cannot be told', async () => {
    const cwd = tree({ 'a.env': `GITHUB_TOKEN=${TOKEN}\n` });
    const { stdout: report } = await cli(['scan', '--format', 'json'], cwd);
    internet.answer = () => BAD;
    expect((await cli(['verify', '-'], cwd, report)).code).toBe(0);
    internet.answer = () => ({ status: 500 });
    expect((await cli(['verify', '-'], cwd, report)).code).toBe(3);
    put(cwd, 'a.env', 'nothing\n');
    const gone = await cli(['verify', '-'], cwd, report);
    expect(gone.code).toBe(3);
    expect(gone.stderr).toContain('its secret is no more in a.env');
    expect(gone.stderr).toContain('--show-secrets');
  });

  it('takes secrets from a report that holds them, and believes none that was put there', async () => {
    const cwd = tree({ 'a.env': `GITHUB_TOKEN=${TOKEN}\n` });
    const { stdout } = await cli(['scan', '--format', 'json', '--show-secrets'], cwd);
    put(cwd, 'a.env', '');
    internet.answer = () => USER;
    expect((await cli(['verify', '-'], cwd, stdout)).code).toBe(1);
    internet.asked = [];
    expect((await cli(['verify', '-'], cwd, stdout.replaceAll(TOKEN, githubPat('planted')))).code).toBe(3);
    expect(internet.asked).toEqual([]);
  });

  it.each(['', '{', '[]', '{"version":2}', '{"version":1,"findings":[{}],"scope":{},"coverage":{},"tool":{},"summary":{}}'])(
    '%j is no report',
    async (input) => {
      const { code, stderr } = await cli(['verify', '-'], tree(), input);
      expect(code).toBe(2);
      expect(stderr).toMatch(/^bearertrap: - is no .*report.*make one with bearertrap scan --format json\n$/);
    },
  );

  it('does not leave the folder for what a report names', async () => {
    const outside = tree({ 'a.env': `GITHUB_TOKEN=${TOKEN}\n` });
    const { stdout } = await cli(['scan', '--format', 'json'], outside);
    const cwd = tree();
    for (const path of [`${outside}/a.env`, `../${outside.split('/').at(-1)}/a.env`]) {
      const { code } = await cli(['verify', '-'], cwd, stdout.replaceAll('"a.env"', JSON.stringify(path)));
      expect(code).toBe(3);
    }
    expect(internet.asked).toEqual([]);
  });
});

describe('revoke', () => {
  const repository = async (): Promise<{ cwd: string; id: string }> => {
    const cwd = tree({ 'a.env': `GITHUB_TOKEN=${TOKEN}\n`, 'b.env': `NPM_TOKEN=npm_${random(36, 'npm')}\n` });
    const { findings } = await scanJson(cwd);
    return { cwd, id: findings.find(({ rule }) => rule === 'github-pat')!.id };
  };

  it('prints what it would send, redacted, and sends nothing', async () => {
    const { cwd, id } = await repository();
    const { code, stdout } = await cli(['revoke', id], cwd);
    expect(code).toBe(0);
    expect(stdout).toContain('POST https://api.github.com/credentials/revoke\n');
    expect(stdout).toContain('{"credentials": ["****"]}');
    expect(stdout).toContain('Nothing was sent. Add --yes to do it.');
    expect(stdout).not.toContain(TOKEN);
    expect(internet.asked).toEqual([]);
  });

  it('--yes sends it once and looks whether it is dead', async () => {
    const { cwd, id } = await repository();
    let revoked = false;
    internet.answer = ({ url }) => {
      if (url !== '/credentials/revoke') return revoked ? BAD : USER;
      revoked = true;
      return { status: 202 };
    };
    const { code, stdout } = await cli(['revoke', id, '--yes'], cwd);
    expect([code, stdout]).toEqual([0, expect.stringContaining('verified afterwards: inactive; GitHub refuses it (HTTP 401)')]);
    expect(internet.asked.map(({ method, url, body }) => [method, url, body])).toEqual([
      ['POST', '/credentials/revoke', `{"credentials": ["${TOKEN}"]}`],
      ['GET', '/user', ''],
    ]);
  });

  it('tells when the provider does not do it', async () => {
    const { cwd, id } = await repository();
    internet.answer = () => ({ status: 422, body: {} });
    const { code, stdout } = await cli(['revoke', id, '--yes'], cwd);
    expect([code, stdout]).toEqual([1, expect.stringContaining('not revoked: api.github.com did not do it (HTTP 422)')]);
  });

  it('names the way for what has to be done by hand', async () => {
    const cwd = tree({ 'a.env': `OPENAI_API_KEY=sk-proj-${random(74, 'a')}T3BlbkFJ${random(74, 'b')}\n` });
    const [finding] = (await scanJson(cwd)).findings;
    const { code, stdout } = await cli(['revoke', finding!.id, '--yes'], cwd);
    expect([code, stdout]).toEqual([1, expect.stringContaining(`by hand: ${finding!.remedy.revoke}`)]);
    expect(stdout).toContain(finding!.remedy.url);
    expect(internet.asked).toEqual([]);
  });

  it('takes a report, a beginning of an id, and nothing that it does not know', async () => {
    const { cwd, id } = await repository();
    put(cwd, 'report.json', (await cli(['scan', '--format', 'json'], cwd)).stdout);
    expect((await cli(['revoke', id.slice(0, 8), '--report', 'report.json'], cwd)).stdout).toContain(`${id}  GitHub`);
    for (const wrong of ['0000000000', id.slice(0, 4), 'all', '*']) {
      const { code, stderr } = await cli(['revoke', wrong, '--yes'], cwd);
      expect([code, stderr]).toEqual([2, expect.stringContaining(`there is no finding ${wrong} here`)]);
    }
    expect((await cli(['revoke', '--yes'], cwd)).code).toBe(2);
    expect(internet.asked).toEqual([]);
  });
});
