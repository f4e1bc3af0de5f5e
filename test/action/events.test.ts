import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model.ts';
import { githubPat } from '../helpers/tokens.ts';
import { checkout, dispatch, mergeGroup, mergeOf, pullRequest, push, release, schedule, serverRepository } from './events.ts';
import { type ActionRun, runAction } from './runner.ts';

const [old, first, second, third] = ['old', 'first', 'second', 'third'].map((seed) => githubPat(seed)) as [
  string,
  string,
  string,
  string,
];

/** Places of what was found, from the annotations. */
const found = ({ annotations }: ActionRun): string[] =>
  annotations.filter((line) => line.includes('GitHub personal access token')).map((line) => line.split(' ')[1]!);

/** main with an old secret, and a branch of three commits: clean, a secret, another file. */
function proposal() {
  const server = serverRepository();
  const start = server.commit('start', { 'old.env': `T=${old}\n`, 'a.txt': 'a\n' });
  server.git('checkout', '-q', '-b', 'topic');
  server.commit('clean', { 'b.txt': 'b\n' });
  const leak = server.commit('leak', { 'src/new.env': `x\nT=${first}\n` });
  const head = server.commit('more', { 'c.txt': 'c\n' });
  server.git('checkout', '-q', 'main');
  const base = server.commit('meanwhile', { 'd.txt': 'd\n' });
  return { server, start, leak, head, base };
}

describe('pull_request', () => {
  it('tells what its commits bring in, at the line, and nothing older', async () => {
    const { server, base, head } = proposal();
    const merge = mergeOf(server, base, head);
    const run = await runAction({
      event: 'pull_request',
      payload: pullRequest(base, head, { commits: 3 }),
      workspace: checkout(server, merge),
      sha: merge,
    });
    expect(run.code).toBe(1);
    expect(found(run)).toEqual(['src/new.env:2']);
    expect(run.outputs).toMatchObject({ findings: '1', new: '1', suppressed: '0', complete: 'true', 'exit-code': '1' });
    expect(JSON.parse(run.outputs['by-severity']!)).toMatchObject({ critical: 1, low: 0 });
    expect(run.summary).toContain('src/new.env');
    expect(run.stdout.replace(/^::add-mask::.*$/gm, '')).not.toContain(first);
    expect(run.summary).not.toContain(first);
  });

  it('tells what a later commit removed again, without pointing to a line', async () => {
    const { server, base, leak } = proposal();
    server.git('checkout', '-q', 'topic');
    const head = server.commit('oops', { 'src/new.env': 'x\n' });
    const merge = mergeOf(server, base, head);
    const payload = pullRequest(base, head, { commits: 4 });
    const run = await runAction({ event: 'pull_request', payload, workspace: checkout(server, merge), sha: merge });
    expect([run.code, found(run)]).toEqual([1, ['-']]);
    expect(run.commands.find(({ name }) => name === 'error')!.message).toContain(`In commit ${leak} (src/new.env).`);
  });

  it('points to the line where the file has it now', async () => {
    const { server, base } = proposal();
    server.git('checkout', '-q', 'topic');
    const head = server.commit('moved', { 'src/new.env': `x\ny\nz\nT=${first}\n` });
    const payload = pullRequest(base, head, { commits: 4 });
    const run = await runAction({ event: 'pull_request', payload, workspace: checkout(server, head), sha: head });
    expect([run.code, found(run)]).toEqual([1, ['src/new.env:4']]);
  });

  it('sees both parents of merges within it, and what only the merge brings', async () => {
    const { server, base } = proposal();
    server.git('checkout', '-q', '-b', 'side', 'topic~2');
    server.commit('side', { 'side.env': `T=${second}\n` });
    server.git('rm', '-q', 'side.env');
    server.commit('gone');
    server.git('checkout', '-q', 'topic');
    server.git('merge', '-q', '--no-ff', '--no-commit', 'side');
    const head = server.commit('evil merge', { 'merge.env': `T=${third}\n` });
    const payload = pullRequest(base, head, { commits: 6 });
    const run = await runAction({ event: 'pull_request', payload, workspace: checkout(server, head), sha: head });
    expect(found(run).sort()).toEqual(['-', 'merge.env:1', 'src/new.env:2']);
  });

  it('sees the first of 300 commits', async () => {
    const { server, base } = proposal();
    const commits = Array.from({ length: 299 }, (_, n) => {
      const from = n === 0 ? 'from refs/heads/topic^0\n' : '';
      return `commit refs/heads/topic\ncommitter C <c@example.org> ${1_700_100_000 + n} +0000\ndata 1\nx\n${from}M 100644 inline n.txt\ndata ${String(n).length}\n${n}\n`;
    });
    server.git('checkout', '-q', '--detach');
    server.feed(commits.join(''), 'fast-import', '--quiet');
    const head = server.id('topic');
    const payload = pullRequest(base, head, { commits: 302 });
    const run = await runAction({ event: 'pull_request', payload, workspace: checkout(server, head), sha: head });
    expect(found(run)).toEqual(['src/new.env:2']);
    const report = JSON.parse(readFileSync(run.outputs['report']!, 'utf8')) as Report;
    expect(report.coverage.commits).toEqual({ scanned: 302 });
  });

  it.each([1, 2])('with fetch-depth %i tells which commits it could not see, and fails', async (depth) => {
    const { server, base, head } = proposal();
    const merge = mergeOf(server, base, head);
    const payload = pullRequest(base, head, { commits: 3 });
    const workspace = checkout(server, merge, depth);
    const run = await runAction({ event: 'pull_request', payload, workspace, sha: merge });
    expect([run.code, run.outputs['complete']]).toEqual([3, 'false']);
    const said = run.annotations.join('\n');
    expect(said).toContain('fetch-depth: 0');
    expect(said).toContain(depth === 1 ? `commit ${base}` : head.slice(0, 12));
    const allowed = await runAction({
      event: 'pull_request',
      payload,
      workspace,
      sha: merge,
      inputs: { 'allow-incomplete': 'true' },
    });
    expect([allowed.code, allowed.outputs['complete'], allowed.annotations.some((line) => line.startsWith('warning'))]).toEqual([
      0,
      'false',
      true,
    ]);
  });

  it('is judged by what its base says, not by where the checkout stands', async () => {
    const { server, base, head, start } = proposal();
    const run = await runAction({
      event: 'pull_request',
      // The payload may name a base that is older than the one merged with.
      payload: pullRequest(start, head, { commits: 3 }),
      workspace: checkout(server, mergeOf(server, base, head)),
      sha: server.id('HEAD'),
    });
    expect(found(run)).toEqual(['src/new.env:2']);
  });
});

describe('pull_request_target', () => {
  it('says that the head is not there, since the base is checked out', async () => {
    const { server, base, head } = proposal();
    const payload = pullRequest(base, head, { commits: 3, fork: true });
    const run = await runAction({ event: 'pull_request_target', payload, workspace: checkout(server, base, 1), sha: base });
    expect([run.code, run.outputs['complete']]).toEqual([3, 'false']);
    expect(run.annotations.join('\n')).toContain(`commit ${head} (head of the 3 commits of pull request #7)`);
  });

  it('scans the head without checking it out, once it is there', async () => {
    const { server, base, head } = proposal();
    const payload = pullRequest(base, head, { commits: 3, fork: true });
    const run = await runAction({ event: 'pull_request_target', payload, workspace: checkout(server, base), sha: base });
    expect([run.code, found(run)]).toEqual([1, ['src/new.env:2']]);
  });
});

describe('push', () => {
  it('tells what came after the commit before', async () => {
    const { server, start, head } = proposal();
    const payload = push('refs/heads/topic', start, head);
    const run = await runAction({ event: 'push', payload, workspace: checkout(server, head), sha: head });
    expect([run.code, found(run)]).toEqual([1, ['src/new.env:2']]);
  });

  it('of a new branch is what the default branch has not', async () => {
    const { server, head } = proposal();
    const payload = push('refs/heads/topic', null, head);
    const run = await runAction({ event: 'push', payload, workspace: checkout(server, head), sha: head });
    expect([run.code, found(run)]).toEqual([1, ['src/new.env:2']]);
  });

  it('of a new branch without a commit of its own scans its files', async () => {
    const { server, base } = proposal();
    server.git('branch', 'same', base);
    const run = await runAction({
      event: 'push',
      payload: push('refs/heads/same', null, base),
      workspace: checkout(server, base),
      sha: base,
    });
    expect([run.code, found(run)]).toEqual([1, ['old.env:1']]);
  });

  it('of the first commits of all is the whole history', async () => {
    const { server, base } = proposal();
    server.git('branch', '-D', '-q', 'topic');
    server.git('rm', '-q', 'old.env');
    const last = server.commit('hide');
    const run = await runAction({
      event: 'push',
      payload: push('refs/heads/main', null, last),
      workspace: checkout(server, last),
    });
    expect([base === last, run.code, found(run)]).toEqual([false, 1, ['-']]);
  });

  it.each([
    ['the commit before has not, if that is still there', true, ['e.env:1']],
    ['the default branch has not, if the commit before is gone', false, ['e.env:1', 'first.env:1']],
  ])('by force is what %s', async (_name, kept, places) => {
    const { server, start } = proposal();
    server.git('checkout', '-q', '-B', 'topic', start);
    const base = server.commit('pushed before', { 'first.env': `T=${first}\n` });
    const head = server.commit('to be replaced', { 'f.txt': 'f\n' });
    if (kept) server.git('branch', 'kept');
    server.git('checkout', '-q', '-B', 'topic', base);
    const other = server.commit('instead', { 'e.env': `T=${second}\n` });
    const payload = push('refs/heads/topic', head, other, { forced: true });
    const workspace = checkout(server, other);
    const run = await runAction({ event: 'push', payload, workspace, sha: other });
    expect([run.code, found(run).sort(), run.outputs['complete']]).toEqual([1, places, 'true']);
  });

  it('by force onto the default branch is the whole history, if the commit before is gone', async () => {
    const { server, start, base } = proposal();
    server.git('branch', '-D', '-q', 'topic');
    server.git('checkout', '-q', '-B', 'main', start);
    const other = server.commit('instead', { 'e.env': `T=${second}\n` });
    const payload = push('refs/heads/main', base, other, { forced: true });
    const run = await runAction({ event: 'push', payload, workspace: checkout(server, other), sha: other });
    expect([run.code, found(run).sort(), run.outputs['complete']]).toEqual([1, ['e.env:1', 'old.env:1'], 'true']);
  });

  it('of a branch without common history is scanned whole', async () => {
    const { server } = proposal();
    server.git('checkout', '-q', '--orphan', 'pages');
    server.git('rm', '-rfq', '.');
    const pages = server.commit('pages', { 'p.env': `T=${third}\n` });
    const payload = push('refs/heads/pages', null, pages);
    const run = await runAction({ event: 'push', payload, workspace: checkout(server, pages), sha: pages });
    expect(run.code).toBe(1);
    expect(found(run)).toContain('p.env:1');
  });

  it('of the same commit again brings nothing, and that is no mistake', async () => {
    const { server, base, head } = proposal();
    server.git('branch', 'again', head);
    for (const payload of [push('refs/heads/topic', head, head), push('refs/heads/main', base, base)]) {
      const run = await runAction({ event: 'push', payload, workspace: checkout(server, head), sha: head });
      expect([run.code, run.outputs['findings'], run.outputs['complete']]).toEqual([0, '0', 'true']);
    }
    const payload = pullRequest(head, head, { commits: 0 });
    const run = await runAction({ event: 'pull_request', payload, workspace: checkout(server, head), sha: head });
    expect([run.code, run.outputs['complete']]).toEqual([0, 'true']);
  });

  it('of a deleted branch is nothing', async () => {
    const { server, base, head } = proposal();
    const payload = push('refs/heads/topic', head, null);
    const run = await runAction({ event: 'push', payload, workspace: checkout(server, base), sha: base });
    expect([run.code, run.outputs['findings'], run.outputs['complete']]).toEqual([0, '0', 'true']);
  });

  it.each([
    ['a lightweight tag', []],
    ['an annotated tag', ['-a', '-m', 'release']],
  ])('of %s on the default branch scans its files', async (_name, options) => {
    const { server, base } = proposal();
    server.git('tag', ...options, 'v1', base);
    const payload = push('refs/tags/v1', null, server.id('v1'));
    const run = await runAction({ event: 'push', payload, workspace: checkout(server, base), sha: base });
    expect([run.code, found(run)]).toEqual([1, ['old.env:1']]);
  });

  it('of a tag elsewhere is what the default branch has not', async () => {
    const { server, head } = proposal();
    server.git('tag', '-a', '-m', 'release', 'v2', head);
    const payload = push('refs/tags/v2', null, server.id('v2'));
    const run = await runAction({ event: 'push', payload, workspace: checkout(server, head), sha: head });
    expect([run.code, found(run)]).toEqual([1, ['src/new.env:2']]);
  });

  it('onto a shallow checkout tells what is missing', async () => {
    const { server, start, head } = proposal();
    const payload = push('refs/heads/topic', start, head);
    const run = await runAction({ event: 'push', payload, workspace: checkout(server, head, 1), sha: head });
    expect([run.code, run.outputs['complete']]).toEqual([3, 'false']);
    expect(run.annotations.join('\n')).toContain(`commit ${start}`);
  });
});

describe('other events', () => {
  it('merge_group tells what the group brings in', async () => {
    const { server, base, head } = proposal();
    const group = mergeOf(server, base, head);
    const payload = mergeGroup(base, group);
    const run = await runAction({ event: 'merge_group', payload, workspace: checkout(server, group), sha: group });
    expect([run.code, found(run)]).toEqual([1, ['src/new.env:2']]);
  });

  it.each([
    ['schedule', schedule],
    ['workflow_dispatch', dispatch],
    ['release', release('v1')],
  ])('%s scans the files, and the whole history if asked to', async (event, payload) => {
    const { server, base } = proposal();
    const workspace = checkout(server, base);
    const files = await runAction({ event, payload, workspace, sha: base });
    expect([files.code, found(files)]).toEqual([1, ['old.env:1']]);
    const all = await runAction({ event, payload, workspace, sha: base, inputs: { scope: 'history' } });
    expect([all.code, found(all).sort()]).toEqual([1, ['-', 'old.env:1']]);
  });

  it('a history that ends early is told', async () => {
    const { server, base } = proposal();
    const workspace = checkout(server, base, 1);
    const run = await runAction({ event: 'schedule', payload: schedule, workspace, sha: base, inputs: { scope: 'history' } });
    expect([run.code, run.outputs['complete']]).toEqual([1, 'false']);
    expect(run.annotations.at(-1)).toContain(`all history before commit ${base.slice(0, 12)} (a shallow clone)`);
  });

  it('scope: range fits no event without commits', async () => {
    const { server, base } = proposal();
    const workspace = checkout(server, base);
    const run = await runAction({ event: 'schedule', payload: schedule, workspace, inputs: { scope: 'range' } });
    expect([run.code, run.outputs['exit-code']]).toEqual([2, '2']);
    expect(run.annotations).toEqual([expect.stringContaining('scope: range does not fit this schedule event')]);
  });
});
