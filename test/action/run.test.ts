/** What the Action takes and gives, whatever the event. */
import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, lstatSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { githubPat, random } from '../helpers/tokens.ts';
import { makeFolder } from '../sources/git/repos.ts';
import { checkout, pullRequest, push, schedule, serverRepository } from './events.ts';
import { type ActionRun, METADATA, type RunnerOptions, runAction } from './runner.ts';

const secrets = Array.from({ length: 30 }, (_, n) => githubPat(`run${n}`));
const found = ({ annotations }: ActionRun): string[] =>
  annotations.filter((line) => line.includes('GitHub personal access token')).map((line) => line.split(' ')[1]!);

/** A pull request of one commit that adds these files to a base that has those. */
function request(added: Record<string, string>, base: Record<string, string> = { a: 'a\n' }, sub = ''): RunnerOptions {
  const server = serverRepository();
  const from = server.commit('base', base);
  const head = server.commit('proposal', added);
  const workspace = checkout(server, head);
  return { event: 'pull_request', payload: pullRequest(from, head), workspace: join(workspace, sub), sha: head };
}

describe('inputs', () => {
  it('have defaults with which it runs, and all of them are read', async () => {
    const source = readFileSync(new URL('../../src/action/inputs.ts', import.meta.url), 'utf8');
    for (const name of Object.keys(METADATA.inputs)) expect(source).toContain(`'${name}'`);
    expect((await runAction(request({ b: 'b\n' }))).code).toBe(0);
  });

  it.each([
    [{ scope: 'all' }, 'scope: all: write one of auto, tree, range, history'],
    [{ 'fail-on': 'hihg' }, 'fail-on: hihg: write one of critical, high, medium, low, none'],
    [{ summary: 'si' }, 'summary: si: write true or false'],
    [{ report: 'sarif' }, 'report: sarif: write FORMAT=FILE'],
    [{ path: 'nowhere' }, 'path: nowhere: no such folder'],
    [{ path: '..' }, 'path: ..: leads out of the workspace'],
    [{ rules: 'none.yaml', 'config-from': 'checkout' }, 'none.yaml'],
  ])('%j is refused in one line', async (inputs, message) => {
    const run = await runAction({ ...request({ b: 'b\n' }), inputs: { ...inputs } });
    expect([run.code, run.outputs['exit-code']]).toEqual([2, '2']);
    expect(run.annotations.filter((line) => line.startsWith('error'))).toEqual([expect.stringContaining(message)]);
    expect(run.stderr).toBe('');
  });

  it.each([
    ['critical', 1],
    ['none', 0],
  ])('fail-on: %s decides, and the findings are told all the same', async (level, code) => {
    const run = await runAction({ ...request({ 'b.env': secrets[0]! }), inputs: { 'fail-on': level } });
    expect([run.code, run.outputs['new'], found(run)]).toEqual([code, '1', ['b.env:1']]);
  });

  it('path keeps what commits bring into one folder', async () => {
    const options = request({ 'api/x.env': secrets[0]!, 'web/x.env': secrets[1]!, 'api2/x.env': secrets[2]! }, { 'api/a': 'a' });
    expect(found(await runAction({ ...options, inputs: { path: 'api' } }))).toEqual(['api/x.env:1']);
    const tree = await runAction({ ...options, inputs: { path: 'web', scope: 'tree' } });
    expect(found(tree)).toEqual(['web/x.env:1']);
  });

  it('path may be a repository below the workspace', async () => {
    const options = request({ 'x.env': secrets[0]! });
    const workspace = makeFolder();
    execFileSync('cp', ['-r', options.workspace, join(workspace, 'shop')]);
    const run = await runAction({ ...options, workspace, inputs: { path: 'shop' } });
    expect([run.code, found(run)]).toEqual([1, ['x.env:1']]);
  });
});

describe('outputs', () => {
  it('are those that action.yml lists, and the reports are where they say', async () => {
    const options = request({ 'b.env': secrets[0]! });
    const run = await runAction({ ...options, inputs: { sarif: 'out/r.sarif', report: 'html=out/r.html\ncsv=out/r.csv' } });
    expect(Object.keys(run.outputs).sort()).toEqual(Object.keys(METADATA.outputs).sort());
    expect(JSON.parse(readFileSync(run.outputs['report']!, 'utf8'))).toMatchObject({ summary: { findings: 1 } });
    expect(run.outputs['sarif']).toBe(join(options.workspace, 'out/r.sarif'));
    expect(JSON.parse(readFileSync(run.outputs['sarif']!, 'utf8'))).toMatchObject({ version: '2.1.0' });
    expect(readdirSync(join(options.workspace, 'out')).sort()).toEqual(['r.csv', 'r.html', 'r.sarif']);
    for (const file of ['r.csv', 'r.html', 'r.sarif']) {
      expect(readFileSync(join(options.workspace, 'out', file), 'utf8')).not.toContain(secrets[0]!);
    }
  });

  it('are not written through links that the checkout holds', async () => {
    const options = request({ 'b.env': secrets[0]! });
    const outside = makeFolder();
    symlinkSync(outside, join(options.workspace, 'out'));
    symlinkSync(join(outside, 'profile'), join(options.workspace, 'r.csv'));
    for (const report of ['csv=out/r.csv', 'csv=r.csv']) {
      const run = await runAction({ ...options, inputs: { report } });
      expect([run.code, run.annotations.at(-1)]).toEqual([2, expect.stringMatching(/is a link|leads out/)]);
    }
    expect([existsSync(join(outside, 'r.csv')), lstatSync(join(options.workspace, 'r.csv')).isSymbolicLink()]).toEqual([
      false,
      true,
    ]);
  });
});

describe('annotations', () => {
  it('stay within what GitHub shows, and count the rest', async () => {
    const lines = secrets.map((secret) => `T=${secret}\n`).join('');
    const run = await runAction(request({ 'b.env': lines }));
    const errors = run.annotations.filter((line) => line.startsWith('error'));
    expect(errors).toHaveLength(10);
    expect(errors.slice(8)).toEqual([
      expect.stringContaining('error - and 22 more places with critical or high findings'),
      expect.stringContaining('error - 30 findings'),
    ]);
    expect(run.outputs['findings']).toBe('30');
  });

  it('have file, line and columns', async () => {
    const run = await runAction(request({ 'ü, b:c%.env': `x\n\tT=${secrets[0]}\n` }));
    const { properties, message } = run.commands.find(({ name }) => name === 'error')!;
    expect(properties).toEqual({
      title: 'critical: GitHub personal access token (classic)',
      file: 'ü, b:c%.env',
      line: '2',
      endLine: '2',
      col: '4',
      endColumn: '44',
    });
    expect(message).toContain('What to do: ');
  });

  it('are told in the summary with links to the commit, and with what to do', async () => {
    const run = await runAction(request({ 'ü b.env': `x\n${secrets[0]}\n` }));
    const [, url] = /<a href="([^"]+)"><code>ü b\.env&#58;2&#58;1</.exec(run.summary) ?? [];
    expect(url).toMatch(/^https:\/\/github\.invalid\/octo\/shop\/blob\/[0-9a-f]{40}\/%C3%BC%20b\.env#L2$/);
    expect(run.summary).toContain('1. Revoke each credential first');
  });

  it('can be left out, as can the summary', async () => {
    const inputs = { annotations: 'false', summary: 'false' };
    const run = await runAction({ ...request({ 'b.env': secrets[0]! }), inputs });
    expect([run.code, found(run), run.summary]).toEqual([1, [], '']);
  });
});

describe('what the repository holds', () => {
  it('can neither give commands to the runner nor break the summary', async () => {
    const name = 'x\n::set-output name=a::b\n<img src=x>|`.env';
    const line = `::add-path::/evil ##[add-path]/evil </details><script> ${secrets[0]} @mona\n`;
    const run = await runAction(request({ [name]: line, '::error::y.env': line.replace(secrets[0]!, secrets[1]!) }));
    expect(run.code).toBe(1);
    const names = new Set(run.commands.map(({ name: command }) => command));
    for (const command of names) expect(command).toMatch(/^(?:add-mask|error|notice|stop-commands)$/);
    expect(run.stdout.split('\n').filter((text) => /^\s*::(?:set-output|add-path)/.test(text))).toEqual([]);
    expect(run.summary).not.toMatch(/<script|<img|^::/m);
  });

  it('does not tell secrets to anyone but the runner that masks them', async () => {
    const masked = await runAction(request({ 'b.env': secrets[0]! }));
    expect(masked.commands.filter(({ name }) => name === 'add-mask').map(({ message }) => message)).toEqual([secrets[0]]);
    const elsewhere = await runAction({ ...request({ 'b.env': secrets[0]! }), env: { GITHUB_ACTIONS: '' } });
    expect(elsewhere.stdout).not.toContain(secrets[0]!);
  });

  it('is read also where it belongs to another user, as in a container job', async (context) => {
    if (process.getuid?.() !== 0) return context.skip();
    const options = request({ 'b.env': secrets[0]! });
    const give = (path: string): void => {
      chownSync(path, 12_345, 12_345);
      if (lstatSync(path).isDirectory()) for (const name of readdirSync(path)) give(join(path, name));
    };
    give(options.workspace);
    const run = await runAction(options);
    expect([run.code, found(run)]).toEqual([1, ['b.env:1']]);
  });

  it('runs nothing: no hook, filter or monitor', async () => {
    const options = request({ 'b.env': secrets[0]!, '.gitattributes': '* filter=evil diff=evil\n' });
    const mark = join(makeFolder(), 'ran');
    const set = (key: string, value: string): void =>
      void execFileSync('git', ['config', key, value], { cwd: options.workspace });
    for (const key of ['core.fsmonitor', 'filter.evil.clean', 'diff.evil.textconv', 'diff.external', 'core.sshCommand']) {
      set(key, `touch ${mark}; false`);
    }
    for (const scope of ['range', 'tree', 'history']) await runAction({ ...options, inputs: { scope } });
    expect(existsSync(mark)).toBe(false);
  });
});

describe('comment', () => {
  interface Call {
    method: string;
    path: string;
    body: string;
  }
  async function api(comments: object[], status = 200): Promise<{ env: Record<string, string>; calls: Call[] }> {
    const calls: Call[] = [];
    const server = createServer((message: IncomingMessage, response) => {
      let body = '';
      message.on('data', (chunk) => (body += String(chunk)));
      message.on('end', () => {
        calls.push({ method: message.method!, path: message.url!, body });
        const allowed = message.headers.authorization === 'Bearer job-token' && (message.method === 'GET' || status === 200);
        response.writeHead(allowed ? 200 : 403, { 'content-type': 'application/json' });
        response.end(JSON.stringify(message.method === 'GET' ? comments : {}));
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    onTestFinished(() => void server.close());
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return { env: { GITHUB_API_URL: url, GITHUB_TOKEN: 'job-token' }, calls };
  }
  const inputs = { comment: 'true' };
  const writes = (calls: Call[]): string[] =>
    calls.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`);

  it('is written once, and then brought up to date', async () => {
    const options = request({ 'b.env': secrets[0]! });
    const first = await api([{ id: 4, body: '<!-- bearertrap -->\nforged', user: { type: 'User' } }]);
    await runAction({ ...options, inputs, env: first.env });
    expect(writes(first.calls)).toEqual(['POST /repos/octo/shop/issues/7/comments']);
    const { body } = JSON.parse(first.calls.at(-1)!.body) as { body: string };
    expect(body).toContain('b.env');
    expect(body).not.toContain(secrets[0]!);
    const same = await api([{ id: 5, body, user: { type: 'Bot' } }]);
    await runAction({ ...options, inputs, env: same.env });
    expect(writes(same.calls)).toEqual([]);
    const clean = await api([{ id: 5, body, user: { type: 'Bot' } }]);
    await runAction({ ...request({ b: 'b' }), inputs, env: clean.env });
    expect(writes(clean.calls)).toEqual(['PATCH /repos/octo/shop/issues/comments/5']);
  });

  it('is not begun where there is nothing to tell', async () => {
    const { env, calls } = await api([]);
    expect((await runAction({ ...request({ b: 'b' }), inputs, env })).code).toBe(0);
    expect(writes(calls)).toEqual([]);
  });

  it('does not decide: with the read-only token of a fork the findings do', async () => {
    const { env } = await api([], 403);
    const run = await runAction({ ...request({ 'b.env': secrets[0]! }), inputs, env });
    expect([run.code, found(run)]).toEqual([1, ['b.env:1']]);
    expect(run.annotations.at(-1)).toMatch(/^warning - GitHub answered 403 to the comment: the workflow needs/);
    const clean = await runAction({ ...request({ b: 'b' }), inputs, env });
    expect(clean.code).toBe(0);
  });

  it('is off by default', async () => {
    const { env, calls } = await api([]);
    await runAction({ ...request({ 'b.env': secrets[0]! }), env });
    expect(calls).toEqual([]);
  });
});

describe('the runner', () => {
  /** The Node that action.yml names, if it can be had; CI runs the other tests under several. */
  const node24 = ((): string | undefined => {
    if (process.versions.node.startsWith('24.')) return process.execPath;
    try {
      return execFileSync('npx', ['-y', '--prefer-offline', '-p', 'node@24', 'node', '-p', 'process.execPath'], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
        timeout: 60_000,
        shell: process.platform === 'win32',
      }).trim();
    } catch {
      return undefined;
    }
  })();

  it.runIf(node24 !== undefined)('may be the one that action.yml names', async () => {
    expect(METADATA.runs).toEqual({ using: 'node24', main: 'dist/action.js' });
    const options = { ...request({ 'b.env': `${secrets[0]}\npassword: "k2${random(5, 'pw')}!x7"\n` }), node: node24! };
    const run = await runAction({ ...options, inputs: { sarif: 'r.sarif' } });
    expect([run.code, found(run), run.stderr]).toEqual([1, ['b.env:1'], '']);
  });

  it.each([
    ['no payload', { GITHUB_EVENT_PATH: '/nowhere' }, 'GITHUB_EVENT_PATH (/nowhere)'],
    ['no git', { PATH: '/nowhere' }, 'git was not found on PATH'],
  ])('without %s is told so', async (_name, env, message) => {
    const run = await runAction({ ...request({ b: 'b' }), env: { ...env } });
    expect([run.code, run.annotations]).toEqual([2, [expect.stringContaining(message)]]);
  });

  it('may be of an event that no rule here knows', async () => {
    const options = request({ 'b.env': secrets[0]! });
    for (const [event, payload] of [
      ['issue_comment', { ...schedule, issue: { number: 3 } }],
      ['pull_request_review', options.payload],
    ] as const) {
      expect(found(await runAction({ ...options, event, payload }))).toEqual(['b.env:1']);
    }
    const broken = await runAction({ ...options, event: 'push', payload: push('refs/heads/main', 'abc', 'HEAD') });
    expect([broken.code, broken.annotations]).toEqual([2, [expect.stringContaining('no commit in after')]]);
  });
});
