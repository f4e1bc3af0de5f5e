/** A secret in every place a repository has for one, found by the built program, and each told as standing where it does. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Finding, Report } from '../../src/model.ts';
import { run } from '../helpers/cli.ts';
import { githubPat } from '../helpers/tokens.ts';
import { plant } from '../sources/git/plant.ts';
import { TestRepository } from '../sources/git/repos.ts';

const MAIN = ['refs/heads/main', 'refs/heads/other', 'refs/tags/release'];
/** What came before the first stash. */
const OLD = ['refs/heads/main', 'refs/heads/other', 'refs/stash', 'refs/tags/release'];
const NEW = ['refs/heads/main', 'refs/heads/other'];

interface Place {
  /** Name the secret was made of. */
  secret: string;
  path: string | RegExp;
  where: 'blob' | 'commit-message' | 'tag-message' | 'note' | 'path';
  in: 'HEAD' | 'refs' | 'reflog' | 'nothing';
  refs: string[];
  subject: string | RegExp;
}

const row = (
  secret: string,
  path: Place['path'],
  where: Place['where'],
  place: Place['in'],
  refs: string[],
  subject: Place['subject'],
): Place => ({ secret, path, where, in: place, refs, subject });

const masked = expect.stringMatching(/^refs\/heads\/ghp_/) as unknown as string;

const TABLE: Place[] = [
  row('ordinary', 'ordinary', 'blob', 'HEAD', [...OLD.slice(0, 2), 'refs/heads/side', ...OLD.slice(2)], 'ordinary commit'),
  row('hidden', 'hidden.env', 'blob', 'HEAD', [...OLD.slice(0, 2), 'refs/heads/side', ...OLD.slice(2)], 'attributes'),
  row('utf16', 'utf16.txt', 'blob', 'HEAD', [...OLD.slice(0, 2), 'refs/heads/side', ...OLD.slice(2)], 'utf-16'),
  row('nulbyte', 'nul.bin', 'blob', 'HEAD', [...OLD.slice(0, 2), 'refs/heads/side', ...OLD.slice(2)], 'nul'),
  row('merge', 'evil', 'blob', 'HEAD', OLD, 'merge'),
  row('stashed0', 'ordinary', 'blob', 'refs', ['refs/stash'], /^index on main/),
  row('stashed1', 'ordinary', 'blob', 'refs', ['refs/stash'], /^(?:On|WIP on) main/),
  row('stashed2', 'stashed', 'blob', 'refs', ['refs/stash'], /^untracked files on main/),
  row('dropped0', 'ordinary', 'blob', 'nothing', [], /^index on main/),
  row('dropped1', 'ordinary', 'blob', 'nothing', [], /^(?:On|WIP on) main/),
  row('dropped2', 'dropped', 'blob', 'nothing', [], /^untracked files on main/),
  row('amended', 'amended', 'blob', 'reflog', [], 'before amending'),
  row('deleted', 'deleted', 'blob', 'reflog', [], 'on a deleted branch'),
  row('message', /^commit [0-9a-f]{40}$/, 'commit-message', 'refs', MAIN, /^message with ghp_/),
  row('tagged', /^tag [0-9a-f]{40}$/, 'tag-message', 'refs', ['refs/tags/release'], /^tag with ghp_/),
  row('noted', /^[0-9a-f/]{40,}$/, 'note', 'refs', ['refs/notes/commits'], /^Notes added/),
  row('linked', 'link', 'blob', 'HEAD', NEW, 'link'),
  row('module', /^ghp_/, 'path', 'HEAD', NEW, 'submodule moved'),
  row('second', 'second', 'blob', 'refs', [masked, 'refs/heads/root2'], 'second root'),
  row('loose', 'loose', 'blob', 'HEAD', ['refs/heads/main'], 'loose'),
];

/** Objects that no commit ever held have no history to tell; the name of a ref stands in none. */
const WITHOUT: [secret: string, path: string | RegExp][] = [
  ['staged', 'staged'],
  ['unstaged', /^object [0-9a-f]{40}$/],
  ['branch', /^refs\/heads\/ghp_/],
];

describe('scan --history of a planted repository', () => {
  let report: Report;
  let all: Map<string, Finding>;
  beforeAll(async () => {
    const repository = TestRepository.createLasting();
    plant(repository, githubPat);
    const { stdout } = await run(['scan', '--history', '--format', 'json', '--show-secrets'], { cwd: repository.folder });
    report = JSON.parse(stdout) as Report;
    all = new Map(report.findings.map((finding) => [finding.secret.value ?? '', finding]));
  });

  it.each(TABLE)('$secret: $path, $where, in $in', ({ secret, path, where, in: place, refs, subject }) => {
    const finding = all.get(githubPat(secret));
    expect(finding?.locations.map((location) => location.path)).toEqual([matching(path)]);
    expect(finding?.history).toMatchObject({
      where,
      refs,
      inHead: place === 'HEAD',
      reachable: place !== 'nothing',
      first: { subject: matching(subject) },
      last: { subject: matching(subject) },
    });
  });

  it.each(WITHOUT)('%s: %s, without a history', (secret, path) => {
    const finding = all.get(githubPat(secret));
    expect(finding?.locations.map((location) => location.path)).toEqual([matching(path)]);
    expect(finding).not.toHaveProperty('history');
  });

  it('tells of nothing else, and misses nothing', () => {
    expect(report.findings).toHaveLength(TABLE.length + WITHOUT.length);
    expect(report.coverage).toMatchObject({ complete: true, skipped: [] });
  });
});

function matching(text: string | RegExp): unknown {
  return typeof text === 'string' ? text : expect.stringMatching(text);
}
