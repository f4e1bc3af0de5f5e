import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { githubPat } from '../helpers/tokens.ts';
import { TestRepository } from '../sources/git/repos.ts';
import { checkout, mergeOf, pullRequest, push, schedule, serverRepository } from './events.ts';
import { type ActionRun, runAction } from './runner.ts';
import { serveGit } from './server.ts';

const TOKEN = 'the-token-of-the-job';
const secret = githubPat('fetched');
const found = ({ annotations }: ActionRun): string[] =>
  annotations.filter((line) => line.includes('GitHub personal access token')).map((line) => line.split(' ')[1]!);

async function scene() {
  const server = serverRepository();
  const start = server.commit('start', { a: 'a\n' });
  server.git('checkout', '-q', '-b', 'topic');
  server.commit('leak', { 'leak.env': `T=${secret}\n` });
  const head = server.commit('hide', { 'leak.env': '\n' });
  server.git('checkout', '-q', 'main');
  const base = server.commit('meanwhile', { b: 'b\n' });
  const { url, seen } = await serveGit(server, TOKEN);
  const env = { GITHUB_SERVER_URL: url, GITHUB_TOKEN: TOKEN };
  return { server, start, base, head, url, seen, env };
}

describe('fetch: true', () => {
  it.each(['pull_request', 'pull_request_target'])('gets all commits of a %s into a shallow checkout', async (event) => {
    const { server, base, head, env, seen } = await scene();
    const merge = mergeOf(server, base, head);
    const sha = event === 'pull_request' ? merge : base;
    const workspace = checkout(server, sha, 1);
    // What actions/checkout leaves behind, with another token: only one header may be sent.
    const local = new TestRepository(workspace);
    local.git('config', `http.${env.GITHUB_SERVER_URL}/.extraheader`, 'AUTHORIZATION: basic b3RoZXI=');
    const payload = pullRequest(base, head, { commits: 2 });
    const run = await runAction({ event, payload, workspace, sha, env, inputs: { fetch: 'true' } });
    expect([run.code, found(run), run.outputs['complete']]).toEqual([1, ['-'], 'true']);
    expect(new Set(seen).size).toBe(1);
    expect(run.stdout).not.toContain(TOKEN);
    // The work tree and the refs are as they were.
    expect([local.id('HEAD'), local.git('status', '--porcelain')]).toEqual([sha, '']);
    expect(local.git('for-each-ref', '--format=%(refname)')).toBe('refs/remotes/origin/checkout');
  });

  it('gets the commit before a push, and does without it where a force push has removed it', async () => {
    const { server, start, head, env } = await scene();
    const inputs = { fetch: 'true' };
    const payload = push('refs/heads/topic', start, head);
    const plain = await runAction({ event: 'push', payload, workspace: checkout(server, head, 1), sha: head, env, inputs });
    expect([plain.code, found(plain), plain.outputs['complete']]).toEqual([1, ['-'], 'true']);
    const forced = await runAction({
      event: 'push',
      payload: push('refs/heads/topic', '1'.repeat(40), head, { forced: true }),
      workspace: checkout(server, head, 1),
      sha: head,
      env,
      inputs,
    });
    expect([forced.code, found(forced), forced.outputs['complete']]).toEqual([1, ['-'], 'true']);
  });

  describe('of a long history', () => {
    /** A main branch of so many commits, and a topic of three that begins so many before its end. */
    async function long(commits: number, back: number) {
      const server = serverRepository();
      let stream = '';
      for (let n = 1; n <= commits; n++) {
        const message = `number ${n}`;
        stream += `commit refs/heads/main\ncommitter A <a@b.c> ${1.7e9 + n} +0000\ndata ${message.length}\n${message}\n`;
        stream += `M 100644 inline count\ndata ${String(n).length}\n${n}\n`;
      }
      execFileSync('git', ['fast-import', '--quiet', '--force'], { cwd: server.folder, input: stream });
      server.git('checkout', '-q', '-f', '-b', 'topic', `main~${back}`);
      server.commit('leak', { 'leak.env': `T=${secret}\n` });
      server.commit('more', { more: 'x\n' });
      const head = server.commit('hide', { 'leak.env': '\n' });
      const base = server.git('rev-parse', 'main');
      const { url } = await serveGit(server, TOKEN);
      return { server, base, head, env: { GITHUB_SERVER_URL: url, GITHUB_TOKEN: TOKEN }, inputs: { fetch: 'true' } };
    }
    const state = (workspace: string) => {
      const local = new TestRepository(workspace);
      const objects = /^in-pack: (\d+)$/m.exec(local.git('count-objects', '-v'))![1];
      return { objects: Number(objects), shallow: local.git('rev-parse', '--is-shallow-repository') };
    };

    it.each([
      ['begins lately', 5, 200],
      ['began some time ago', 150, 1300],
    ])('a pull request that %s gets no more than it needs', async (_, back, most) => {
      const { server, base, head, ...others } = await long(700, back);
      const sha = mergeOf(server, base, head);
      const workspace = checkout(server, sha, 1);
      const run = await runAction({
        event: 'pull_request',
        payload: pullRequest(base, head, { commits: 3 }),
        workspace,
        sha,
        ...others,
      });
      expect([run.code, found(run), run.outputs['complete']]).toEqual([1, ['-'], 'true']);
      expect(run.stdout).not.toContain('all history');
      const { objects, shallow } = state(workspace);
      expect(shallow).toBe('true');
      expect(objects).toBeLessThan(most);
      // Not one that the base has is told as the pull request's.
      expect(run.stdout).not.toContain('number ');
    });

    it('a pull request that began long ago gets everything, and says so', async () => {
      const { server, base, head, ...others } = await long(5200, 5100);
      const workspace = checkout(server, base, 1);
      const run = await runAction({
        event: 'pull_request_target',
        payload: pullRequest(base, head),
        workspace,
        sha: base,
        ...others,
      });
      expect([run.code, found(run), run.outputs['complete']]).toEqual([1, ['-'], 'true']);
      expect(run.stdout).toContain(', and all history, from ');
      expect(state(workspace).shallow).toBe('false');
    });

    it('a push gets the commits after the one before it', async () => {
      const { server, head, ...others } = await long(700, 20);
      const workspace = checkout(server, head, 1);
      const payload = push('refs/heads/topic', server.git('rev-parse', 'topic~3'), head);
      const run = await runAction({ event: 'push', payload, workspace, sha: head, ...others });
      expect([run.code, found(run), run.outputs['complete']]).toEqual([1, ['-'], 'true']);
      expect(state(workspace).shallow).toBe('true');
    });

    it('a push of a new branch, or by force, gets what the default branch has not', async () => {
      for (const before of [null, '1'.repeat(40)]) {
        const { server, head, ...others } = await long(700, 20);
        const workspace = checkout(server, head, 1);
        const payload = push('refs/heads/topic', before, head);
        const run = await runAction({ event: 'push', payload, workspace, sha: head, ...others });
        expect([run.code, found(run), run.outputs['complete']]).toEqual([1, ['-'], 'true']);
        expect(run.stdout).toContain('what it has and main has not');
        expect(state(workspace).shallow).toBe('true');
      }
    });

    it('a checkout that is deeper is not cut off', async () => {
      const { server, base, head, ...others } = await long(700, 250);
      const workspace = checkout(server, head, 240);
      await runAction({ event: 'pull_request', payload: pullRequest(base, head), workspace, sha: head, ...others });
      const local = new TestRepository(workspace);
      expect(Number(local.git('rev-list', '--count', 'HEAD'))).toBeGreaterThanOrEqual(240);
    });
  });

  it('gets the whole history', async () => {
    const { server, head, env } = await scene();
    const workspace = checkout(server, head, 1);
    const inputs = { fetch: 'true', scope: 'history' };
    const run = await runAction({ event: 'schedule', payload: schedule, workspace, sha: head, env, inputs });
    expect([run.code, found(run), run.outputs['complete']]).toEqual([1, ['-'], 'true']);
  });

  it('says so where the server refuses', async () => {
    const { server, base, head, env } = await scene();
    const run = await runAction({
      event: 'pull_request',
      payload: pullRequest(base, head),
      workspace: checkout(server, base, 1),
      env: { ...env, GITHUB_TOKEN: 'wrong' },
      inputs: { fetch: 'true' },
    });
    expect(run.code).toBe(2);
    expect(run.annotations.at(-1)).toMatch(/^error - fetching from http:\S+ failed: /);
    expect(run.stdout).not.toContain('wrong');
  });

  it('is never done unasked', async () => {
    const { server, base, head, env, seen } = await scene();
    await runAction({ event: 'pull_request', payload: pullRequest(base, head), workspace: checkout(server, base, 1), env });
    expect(seen).toEqual([]);
  });
});
