/**
 * A secret in every place a repository has for one. Each must be found, and its place told.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Scanner } from '../../../src/detect/hit.ts';
import type { Attribution } from '../../../src/sources/git/attribution.ts';
import { type ObjectSink, scanObjects } from '../../../src/sources/git/objects.ts';
import { planObjects } from '../../../src/sources/git/plan.ts';
import { openRepo } from '../../../src/sources/git/repo.ts';
import { finish } from '../../../src/sources/git/steps.ts';
import { scanTrees } from '../../../src/sources/git/treescan.ts';
import { plant } from './plant.ts';
import { TestRepository } from './repos.ts';
import { listLedger, toyScanner } from './toy.ts';
import { attributeAll } from './told.ts';

/** The toy, which also reads UTF-16: what encodings are seen is the detector's business. */
const scanner: Scanner = {
  reach: toyScanner.reach,
  looks: toyScanner.looks,
  whole: false,
  scan(data, start, end, part) {
    const wide = data[start] === 0xff && data[start + 1] === 0xfe;
    Object.assign(this, { whole: wide });
    if (!wide) return toyScanner.scan(data, start, end, part);
    const text = Buffer.from(data.toString('utf16le', start, end), 'latin1');
    return toyScanner.scan(text, 0, text.length);
  },
};

interface Place {
  kind: string;
  attribution: Attribution;
}

/** Scans and attributes: by secret, where it was found. */
async function findPlaces(repository: TestRepository): Promise<Map<string, Place>> {
  const ledger = listLedger();
  const repo = openRepo(repository.folder, ledger);
  const plan = planObjects(repo, ledger);
  const found: { secret: string; kind: string; key: string }[] = [];
  const blobs = new Set<string>();
  const wanted = { commits: new Set<string>(), tags: new Set<string>(), names: new Set<string>() };
  const sink: ObjectSink = {
    onBlob(id, data, _start, _end, hits) {
      blobs.add(id);
      const text = data[0] === 0xff ? Buffer.from(data.toString('utf16le'), 'latin1') : data;
      for (const hit of hits) found.push({ secret: text.toString('latin1', hit.start, hit.end), kind: 'blob', key: id });
    },
    onText(kind, id, data, start, end, hits) {
      const key = kind === 'path' ? data.toString('utf8', start, end) : id;
      ({ 'commit-message': wanted.commits, 'tag-message': wanted.tags, path: wanted.names })[kind].add(key);
      for (const hit of hits) found.push({ secret: data.toString('latin1', hit.start, hit.end), kind, key });
    },
  };
  const { commits, tags } = finish(scanObjects(plan, scanner, sink, ledger));
  const { links } = finish(scanTrees(plan, scanner, sink, ledger, { wanted: [...blobs] }));
  expect(ledger.entries).toEqual([]);
  const attributions = await attributeAll(
    plan,
    { ...wanted, blobs: [...blobs] },
    { commits: [commits], tags: [tags], links: links && [links] },
  );
  return new Map(found.map(({ secret, kind, key }) => [secret, { kind, attribution: attributions.get(key) as Attribution }]));
}

describe('a planted repository', () => {
  let places: Map<string, Place>;
  let repository: TestRepository;
  beforeAll(async () => {
    repository = TestRepository.createLasting();
    plant(repository, (name) => `tok_${name}`);
    places = await findPlaces(repository);
  }, 60_000);

  it.each<[string, string, string, string, string | undefined, string[]]>([
    [
      'ordinary',
      'blob',
      'head',
      'ordinary',
      'ordinary commit',
      ['refs/heads/main', 'refs/heads/other', 'refs/heads/side', 'refs/tags/release', 'refs/stash'],
    ],
    ['hidden', 'blob', 'head', 'hidden.env', 'attributes', []],
    ['utf16', 'blob', 'head', 'utf16.txt', 'utf-16', []],
    ['nulbyte', 'blob', 'head', 'nul.bin', 'nul', []],
    ['merge', 'blob', 'head', 'evil', 'merge', []],
    ['stashed0', 'blob', 'stash', 'ordinary', /^index on main/ as unknown as string, ['refs/stash']],
    ['stashed1', 'blob', 'stash', 'ordinary', /^On main|^WIP on main/ as unknown as string, ['refs/stash']],
    ['stashed2', 'blob', 'stash', 'stashed', /^untracked files on main/ as unknown as string, ['refs/stash']],
    ['dropped0', 'blob', 'unreachable', 'ordinary', /^index on main/ as unknown as string, []],
    ['dropped1', 'blob', 'unreachable', 'ordinary', /^On main|^WIP on main/ as unknown as string, []],
    ['dropped2', 'blob', 'unreachable', 'dropped', /^untracked files on main/ as unknown as string, []],
    ['amended', 'blob', 'reflog', 'amended', 'before amending', []],
    ['deleted', 'blob', 'reflog', 'deleted', 'on a deleted branch', []],
    ['message', 'commit-message', 'refs', '', 'message with tok_message', []],
    ['tagged', 'tag-message', 'refs', '', 'tag with tok_tagged', ['refs/tags/release']],
    ['noted', 'blob', 'refs', '*', "Notes added by 'git notes add'", ['refs/notes/commits']],
    ['linked', 'blob', 'head', 'link', 'link', []],
    ['module', 'path', 'head', 'tok_module', 'submodule moved', []],
    ['second', 'blob', 'refs', 'second', 'second root', ['refs/heads/root2', 'refs/heads/tok_branch']],
    ['loose', 'blob', 'head', 'loose', 'loose', ['refs/heads/main']],
    ['staged', 'blob', 'index', 'staged', undefined, []],
    ['unstaged', 'blob', 'unreachable', '', undefined, []],
  ])('tok_%s is found in a %s, reach %s, path %s', (name, kind, reach, path, subject, refs) => {
    const place = places.get(`tok_${name}`);
    expect(place?.kind).toBe(kind);
    const { attribution } = place as Place;
    expect(attribution.reach).toBe(reach);
    expect(attribution.inHead).toBe(reach === 'head');
    expect(attribution.note).toBe(name === 'noted');
    if (path === '*') expect(attribution.paths).toHaveLength(1);
    else expect(attribution.paths).toEqual(path === '' ? [] : [path]);
    if (subject === undefined) expect(attribution.first).toBeUndefined();
    else expect(attribution.first?.subject).toEqual(typeof subject === 'string' ? subject : expect.stringMatching(subject));
    if (refs.length > 0) expect(attribution.refs).toEqual(refs);
    if (attribution.first && attribution.paths.length === 1) expect(attribution.first.path).toBe(attribution.paths[0]);
  });

  it('tells who, when and what', () => {
    const { first, last } = places.get('tok_ordinary')?.attribution ?? {};
    expect(first).toEqual({
      id: repository.git('log', '--format=%H', '--grep=ordinary commit', 'main', '--'),
      author: 'Ann Author',
      email: 'ann@example.org',
      date: expect.stringMatching(/^2023-11-14T22:\d\d:20Z$/),
      path: 'ordinary',
      subject: 'ordinary commit',
    });
    expect(last).toEqual(first);
  });
});
