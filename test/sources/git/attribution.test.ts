import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scanner } from '../../../src/detect/hit.ts';
import { CommitGraph } from '../../../src/sources/git/graph.ts';
import { ObjectIds } from '../../../src/sources/git/ids.ts';
import { scanObjects } from '../../../src/sources/git/objects.ts';
import { planObjects } from '../../../src/sources/git/plan.ts';
import { readRefs, scanRefNames } from '../../../src/sources/git/refs.ts';
import { openRepo } from '../../../src/sources/git/repo.ts';
import { Looks } from '../../../src/detect/look.ts';
import { type SightingTable, sightThroughLog, sightThroughTrees, type Wanted } from '../../../src/sources/git/sightings.ts';
import { TreeGraph } from '../../../src/sources/git/treegraph.ts';
import { finish } from '../../../src/sources/git/steps.ts';
import { scanTrees } from '../../../src/sources/git/treescan.ts';
import { actions, perform } from './actions.ts';
import { TestRepository } from './repos.ts';
import { allObjects, listLedger, toyScanner } from './toy.ts';
import { attributeAll } from './told.ts';

const silent: Scanner = { reach: toyScanner.reach, looks: new Looks(), whole: false, scan: () => [] };
const nothing = { onBlob: () => undefined, onText: () => undefined };

/** Plan, graph and links of a repository, with links to the given blobs. */
function collect(folder: string, blobs: readonly string[], scanner = silent) {
  const ledger = listLedger();
  const plan = planObjects(openRepo(folder), ledger);
  const { commits, tags } = finish(scanObjects(plan, scanner, nothing, ledger));
  const { links } = finish(scanTrees(plan, scanner, nothing, ledger, { wanted: blobs, links: true }));
  const ids = new ObjectIds(plan);
  if (!links) throw new Error('links were wanted');
  return { plan, commits, tags, links, ids, graph: new CommitGraph(ids.count, [commits]) };
}

function sortPaths(paths: ReadonlyMap<string, string[]>): string[] {
  return [...paths].map(([key, list]) => `${key} ${list.toSorted().join()}`).sort();
}

function lines(table: SightingTable): string[] {
  return [...table].flatMap(([key, { commits, paths }]) => commits.map((commit, i) => `${key} ${commit} ${paths[i]}`)).sort();
}

describe('the graph and the trees', () => {
  it.each([
    ['SHA-1', []],
    ['SHA-256', ['--object-format=sha256']],
  ])(
    'tell of random repositories what git log tells (%s)',
    async (_, options) => {
      await fc.assert(
        fc.asyncProperty(fc.array(actions(), { minLength: 5, maxLength: 25 }), fc.boolean(), async (steps, pack) => {
          const repository = TestRepository.create(...options);
          const files = new Map<string, string>();
          repository.commit('first', { a: 'first\n', 'dir/tok_name/x': 'first\n' });
          for (const [i, step] of steps.entries()) perform(repository, files, step, i);
          if (pack) repository.git('repack', '-adfq', '--depth=50');
          const wanted: Wanted = {
            blobs: allObjects(repository)
              .filter(({ type }) => type === 'blob')
              .map(({ id }) => id),
            names: new Set(['tok_name']),
          };
          const { plan, commits, links, ids, graph } = collect(repository.folder, wanted.blobs, toyScanner);
          const log = repository.git('log', '--all', '--reflog', '--date-order', '--format=%H %P').split('\n');
          const known = new Map(log.map((line) => [line.slice(0, line.indexOf(' ')), line.trim()]));
          const { parents, parentEnds } = graph;
          for (let i = 0; i < graph.count; i++) {
            const own = parents.subarray(i === 0 ? 0 : parentEnds[i - 1], parentEnds[i]);
            const hex = (position: number): string => ids.hex(graph.numbers[position] as number);
            const line = [hex(i), ...Array.from(own, hex)].join(' ');
            if (known.has(hex(i))) expect(line).toBe(known.get(hex(i)));
            for (const parent of own) expect(parent).toBeGreaterThan(i);
          }
          expect(graph.count).toBe(commits.count);
          const trees = new TreeGraph(ids.count, [links]);
          expect(trees.complete).toBe(true);
          const head = graph.positions[ids.findHex(repository.id('HEAD'))] ?? -1;
          const seen = sightThroughTrees(trees, graph, wanted, head);
          const told = await sightThroughLog(plan.repo, graph, ids, wanted);
          expect(lines(seen.sightings)).toEqual(lines(told.sightings));
          expect(sortPaths(seen.inHead)).toEqual(sortPaths(told.inHead));
        }),
        { numRuns: 12 },
      );
    },
    120_000,
  );
});

describe('attribute', () => {
  /** Attributes the blobs of revisions. */
  async function attributed(repository: TestRepository, ...names: string[]) {
    const blobs = names.map((name) => repository.id(name));
    const { plan, commits, tags, links } = collect(repository.folder, blobs);
    const attributions = await attributeAll(plan, { blobs }, { commits: [commits], tags: [tags], links: [links] });
    const throughLog = await attributeAll(plan, { blobs }, { commits: [commits], tags: [tags] });
    expect(throughLog).toEqual(attributions);
    return blobs.map((blob) => {
      const { first, last, reach, paths, refs } = attributions.get(blob) ?? {};
      return { first: first?.subject, last: last?.subject, at: first?.path, reach, paths, refs };
    });
  }

  it('tells the first and the last commit, and all paths, of a file that is copied, moved and brought back', async () => {
    const repository = TestRepository.create();
    repository.commit('zero', { other: '0' });
    repository.commit('one', { a: 'secret' });
    const id = repository.id('HEAD:a');
    repository.commit('copy', { 'dir/b': 'secret' });
    repository.git('rm', '-q', 'a');
    repository.commit('remove a');
    repository.git('mv', 'dir', 'moved');
    repository.commit('move');
    repository.git('rm', '-rq', 'moved');
    repository.commit('remove all');
    repository.commit('back', { a: 'secret' });
    repository.git('rm', '-q', 'a');
    repository.commit('gone');
    expect(await attributed(repository, id)).toEqual([
      { first: 'one', last: 'back', at: 'a', reach: 'refs', paths: ['a', 'dir/b', 'moved/b'], refs: ['refs/heads/main'] },
    ]);
  });

  it('tells what only an octopus merge brings in, and what its sides bring in', async () => {
    const repository = TestRepository.create();
    repository.commit('base', { base: '' });
    for (const side of ['s1', 's2', 's3']) {
      repository.git('checkout', '-q', '-b', side, 'main');
      repository.commit(side, { [side]: `content of ${side}` });
    }
    repository.git('checkout', '-q', 'main');
    repository.git('merge', '-q', '--no-commit', 's1', 's2', 's3');
    repository.commit('octopus', { evil: 'only here' });
    repository.git('branch', '-D', '-q', 's2');
    repository.git('tag', 'v1');
    repository.git('update-ref', 'refs/remotes/origin/s3', 's3');
    const all = ['refs/heads/main', 'refs/tags/v1'];
    expect(await attributed(repository, 'main:evil', 'main:s2', 'main:s3')).toEqual([
      { first: 'octopus', last: 'octopus', at: 'evil', reach: 'head', paths: ['evil'], refs: all },
      { first: 's2', last: 's2', at: 's2', reach: 'head', paths: ['s2'], refs: all },
      {
        first: 's3',
        last: 's3',
        at: 's3',
        reach: 'head',
        paths: ['s3'],
        refs: ['refs/heads/main', 'refs/heads/s3', 'refs/remotes/origin/s3', 'refs/tags/v1'],
      },
    ]);
  });

  it('knows a detached HEAD, and a repository without one', async () => {
    const repository = TestRepository.create();
    const blob = repository.feed('never committed', 'hash-object', '-w', '--stdin').toString('latin1').trim();
    expect(await attributed(repository, blob)).toEqual([
      { first: undefined, last: undefined, at: undefined, reach: 'unreachable', paths: [], refs: [] },
    ]);
    repository.commit('one', { a: 'a' });
    repository.git('checkout', '-q', '--detach');
    repository.commit('two', { b: 'b' });
    expect(await attributed(repository, 'HEAD:b')).toEqual([
      { first: 'two', last: 'two', at: 'b', reach: 'head', paths: ['b'], refs: ['HEAD'] },
    ]);
  });

  it('attributes in a repository with missing objects and in a shallow clone', async () => {
    const origin = TestRepository.create();
    for (let i = 0; i < 5; i++) origin.commit(`commit ${i}`, { [`f${i}`]: `content ${i}` });
    const clone = TestRepository.create();
    clone.git('fetch', '-q', '--depth=2', `file://${origin.folder}`, 'main:refs/remotes/origin/main');
    expect(await attributed(clone, 'origin/main:f0', 'origin/main:f4')).toEqual([
      { first: 'commit 3', last: 'commit 3', at: 'f0', reach: 'refs', paths: ['f0'], refs: ['refs/remotes/origin/main'] },
      { first: 'commit 4', last: 'commit 4', at: 'f4', reach: 'refs', paths: ['f4'], refs: ['refs/remotes/origin/main'] },
    ]);
  });

  it('is not led astray by replace refs, grafts and a mail map', async () => {
    const repository = TestRepository.create();
    repository.write({ '.mailmap': 'Somebody Else <else@example.org> <ann@example.org>\n' });
    const one = repository.commit('one', { a: 'a' });
    const two = repository.commit('two', { b: 'b' });
    repository.commit('three', { c: 'c' });
    repository.git('replace', two, one);
    repository.write({ '.git/info/grafts': `${repository.id('HEAD')}\n` });
    repository.git('config', 'log.mailmap', 'true');
    repository.git('config', 'log.date', 'relative');
    const blobs = ['a', 'b', 'c'].map((name) => repository.git('hash-object', name));
    const { plan, commits, tags, links } = collect(repository.folder, blobs);
    const attributions = await attributeAll(plan, { blobs }, { commits: [commits], tags: [tags], links: [links] });
    expect(blobs.map((blob) => attributions.get(blob)?.first?.subject)).toEqual(['one', 'two', 'three']);
    expect(attributions.get(blobs[1] ?? '')?.first?.author).toBe('Ann Author');
  });
});

describe('scanRefNames', () => {
  it('finds secrets in names of branches and tags', async () => {
    const repository = TestRepository.create();
    repository.commit('one');
    repository.git('branch', 'fix/tok_branch');
    repository.git('tag', 'tok_tagname');
    const found: string[] = [];
    scanRefNames(await readRefs(openRepo(repository.folder), listLedger()), toyScanner, (ref, data, hits) => {
      for (const hit of hits) found.push(`${ref.name}: ${data.toString('latin1', hit.start, hit.end)}`);
    });
    expect(found).toEqual(['refs/heads/fix/tok_branch: tok_branch', 'refs/tags/tok_tagname: tok_tagname']);
  });
});
