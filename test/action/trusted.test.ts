/** Whose word counts: a pull request must not say of itself that it is fine. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run as cli, tree } from '../helpers/cli.ts';
import { githubPat } from '../helpers/tokens.ts';
import { checkout, mergeGroup, pullRequest, push, schedule, serverRepository } from './events.ts';
import { type ActionRun, type RunnerOptions, runAction } from './runner.ts';

const secret = githubPat('trusted');
const found = ({ annotations }: ActionRun): string[] =>
  annotations.filter((line) => line.includes('GitHub personal access token')).map((line) => line.split(' ')[1]!);

type Files = Record<string, string>;

/** A repository with two commits, and events about the second. */
function scene(base: Files, added: Files) {
  const server = serverRepository();
  const from = server.commit('base', { 'a.txt': 'a\n', ...base });
  const head = server.commit('proposal', added);
  const workspace = checkout(server, head);
  const events = {
    pull_request: pullRequest(from, head),
    merge_group: mergeGroup(from, head),
    push: push('refs/heads/main', from, head),
    schedule,
  };
  return (event: keyof typeof events, inputs: Files = {}): Promise<ActionRun> => {
    const options: RunnerOptions = { event, payload: events[event], workspace, sha: head, inputs };
    return runAction(options);
  };
}

const LEAK = { 'leak.env': `T=${secret}\n` };
const CONFIG = 'allow:\n  - paths: [leak.env]\n    reason: mine\n';

/** Every way in which a project accepts what stands in leak.env. */
async function ways(): Promise<[name: string, files: Files][]> {
  const root = tree(LEAK);
  await cli(['baseline', '--reason', 'mine'], { cwd: root });
  const baseline = readFileSync(join(root, '.bearertrap-baseline.json'), 'utf8');
  return [
    ['a configuration that accepts', { '.bearertrap.yaml': CONFIG }],
    ['a configuration that looks away', { '.bearertrap.yaml': 'exclude: [leak.env]\n' }],
    ['a configuration with another name', { '.bearertrap.json': JSON.stringify({ exclude: ['leak.env'] }) }],
    ['a configuration that turns the rule off', { '.bearertrap.yaml': 'rules:\n  github-pat: { enabled: false }\n' }],
    ['a configuration that fails on nothing', { '.bearertrap.yaml': 'fail-on: none\n' }],
    [
      'a configuration that builds on another',
      { '.bearertrap.yaml': 'extends: [ci/more.yaml]\n', 'ci/more.yaml': 'exclude: [leak.env]\n' },
    ],
    ['a baseline', { '.bearertrap-baseline.json': baseline }],
    ['an ignore file', { '.bearertrapignore': 'leak.env\n' }],
  ];
}

describe.each(await ways())('%s', (_name, files) => {
  it('does not count in the pull request that brings it, and does once it is merged', async () => {
    const own = scene({}, { ...LEAK, ...files });
    for (const event of ['pull_request', 'merge_group'] as const) expect([event, (await own(event)).code]).toEqual([event, 1]);
    // Whoever may push may decide, and so may a workflow.
    expect((await own('push')).code).toBe(0);
    expect((await own('pull_request', { 'config-from': 'checkout' })).code).toBe(0);
    const merged = scene(files, LEAK);
    for (const event of ['pull_request', 'merge_group', 'push', 'schedule'] as const) {
      expect([event, (await merged(event)).code]).toEqual([event, 0]);
    }
  });
});

describe('a comment that accepts', () => {
  const files = { 'leak.env': `T=${secret} # bearertrap:ignore\n` };

  it('does not count in a pull request, unless the workflow says so', async () => {
    const own = scene({}, files);
    expect([(await own('pull_request')).code, (await own('merge_group')).code]).toEqual([1, 1]);
    expect((await own('pull_request', { 'inline-ignores': 'true' })).code).toBe(0);
    const pushed = await own('push');
    expect([pushed.code, pushed.outputs['suppressed'], found(pushed)]).toEqual([0, '1', []]);
    expect((await own('push', { 'inline-ignores': 'false' })).code).toBe(1);
  });
});

describe('files that inputs name', () => {
  it('are read from the base, and where they are not there yet that is told', async () => {
    const inputs = { config: 'ci/own.yaml', baseline: 'ci/none.json' };
    const own = scene({}, { ...LEAK, 'ci/own.yaml': CONFIG });
    const run = await own('pull_request', inputs);
    expect([run.code, found(run)]).toEqual([1, ['leak.env:1']]);
    expect(run.annotations.filter((line) => line.startsWith('notice'))).toEqual([
      expect.stringContaining('ci/none.json is not in the base commit'),
      expect.stringContaining('ci/own.yaml is not in the base commit'),
    ]);
    const merged = scene({ 'ci/own.yaml': 'exclude: [ci/x]\nallow:\n  - values: ["^ghp_"]\n    reason: test\n' }, LEAK);
    expect((await merged('pull_request', { config: 'ci/own.yaml' })).code).toBe(0);
  });

  it('cannot be replaced by the pull request', async () => {
    const own = scene({ '.bearertrap.yaml': 'fail-on: low\n' }, { ...LEAK, '.bearertrap.yaml': CONFIG });
    expect((await own('pull_request')).code).toBe(1);
  });

  it('hold with patterns for the work tree, also of a folder below', async () => {
    const run = scene(
      { 'api/.bearertrap.yaml': 'exclude: [/gen]\n' },
      { 'api/gen/x.env': LEAK['leak.env'], 'api/x.env': LEAK['leak.env'] },
    );
    for (const scope of ['auto', 'tree'])
      expect(found(await run('pull_request', { path: 'api', scope }))).toEqual(['api/x.env:1']);
  });

  it('may lie beside the repository, where the workflow has put them', async () => {
    const server = serverRepository();
    const from = server.commit('base', { 'a.txt': 'a\n' });
    const head = server.commit('proposal', LEAK);
    const workspace = checkout(server, head);
    const outside = join(tree({ 'own.yaml': 'allow: [{ rules: [github-pat], reason: test }]\n' }), 'own.yaml');
    const options = { event: 'pull_request', payload: pullRequest(from, head), workspace, sha: head };
    expect((await runAction({ ...options, inputs: { config: outside } })).code).toBe(0);
  });
});
