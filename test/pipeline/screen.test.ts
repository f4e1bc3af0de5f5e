/** Ranges that are looked through before their files are read one by one, beside the same ranges without that. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ObjectOutcome } from '../../src/pipeline/changes.ts';
import { scanRange } from '../../src/pipeline/changes.ts';
import { LateScreen } from '../../src/pipeline/screen.ts';
import { loadCatalogue } from '../../src/rules/catalogue.ts';
import type { Pushed } from '../../src/sources/git/range.ts';
import { openRepo } from '../../src/sources/git/repo.ts';
import { githubPat, random } from '../helpers/tokens.ts';
import { actions, perform } from '../sources/git/actions.ts';
import { TestRepository } from '../sources/git/repos.ts';
import { listLedger } from '../sources/git/toy.ts';

const catalogue = loadCatalogue();
const [one, two] = [githubPat('one'), githubPat('two')];

interface Scanned {
  outcome: ObjectOutcome & { commits: number };
  skipped: string[];
  /** Of the work, each time it was told. */
  parts: number[];
}

async function scanWith(cwd: string, range: string | Pushed, screenFrom: number, maxSize = Infinity): Promise<Scanned> {
  const ledger = listLedger();
  const parts: number[] = [];
  const options = {
    maxSize,
    jobs: 1,
    customRules: false,
    screenFrom,
    settling: {},
    onProgress: (_objects: number, _bytes: number, part: number) => void parts.push(part),
  };
  const outcome = await scanRange(catalogue, cwd, range, options, ledger);
  return { outcome, skipped: ledger.entries, parts };
}

/** What comes of a range, which is the same with and without looking through it first. */
async function compare(cwd: string, range: string | Pushed, maxSize?: number): Promise<Scanned> {
  const plain = await scanWith(cwd, range, Infinity, maxSize);
  const screened = await scanWith(cwd, range, 0, maxSize);
  expect(inOrder(screened.outcome)).toEqual(inOrder(plain.outcome));
  expect(screened.skipped.toSorted()).toEqual(plain.skipped.toSorted());
  expect(screened.parts).toEqual(screened.parts.toSorted((a, b) => a - b));
  return screened;
}

/** Messages come before files, or among them. */
function inOrder({ matches, ...rest }: ObjectOutcome): object {
  const key = ({ rule, location }: ObjectOutcome['matches'][number]): string =>
    `${rule} ${location.commit} ${location.path} ${location.offset}`;
  return { ...rest, matches: matches.toSorted((a, b) => (key(a) < key(b) ? -1 : 1)) };
}

const placesOf = ({ outcome }: Scanned): string[] =>
  outcome.matches.map(({ rule, location }) => `${rule} ${location.path}:${location.startLine}`).sort();

const WORDS = [
  one,
  two,
  'password = "',
  `${random(20, 'screen')}"`,
  '"hunter42x"',
  'api_key: ',
  random(32, 'screened'),
  '\n',
  '\n',
  'some text\n'.repeat(30),
  '\0\x01',
  '\ufeff',
];

describe('a range that is looked through first', () => {
  it('tells what it tells without that, in random repositories', async () => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(actions(WORDS), { minLength: 5, maxLength: 25 }), async (steps) => {
        const repository = TestRepository.create();
        const files = new Map<string, string>();
        repository.commit('first', { a: 'first\n' });
        for (const [i, step] of steps.entries()) perform(repository, files, step, i);
        const tip = repository.id('HEAD');
        const [first] = repository.git('rev-list', '--max-parents=0', 'HEAD').split('\n');
        for (const range of [{ tips: [tip], known: [] }, `${first}..HEAD`])
          found += (await compare(repository.folder, range)).outcome.matches.length;
        rmSync(repository.folder, { recursive: true });
      }),
      { numRuns: 12 },
    );
    expect(found).toBeGreaterThan(0);
  }, 120_000);

  const range = 'main~2..main';

  /** Three commits; what the last two bring in lies in a pack if it is packed. */
  function make(files: Record<string, string | Buffer>, packed = true): TestRepository {
    const repository = TestRepository.create();
    repository.commit('first', { old: 'old\n' });
    repository.commit(`second\n\nwith ${two}\n`, files);
    repository.commit('third', { last: 'nothing\n' });
    if (packed) repository.git('repack', '-adq');
    return repository;
  }

  it.each<[string, boolean]>([
    ['from a pack', true],
    ['from loose files', false],
  ])('tells messages, files and names of files %s', async (_, packed) => {
    const repository = make({ a: `x\n${one}\n`, [`name-${two}`]: 'x\n', clean: 'y\n' }, packed);
    const scanned = await compare(repository.folder, range);
    expect(placesOf(scanned)).toEqual(
      ['github-pat a:2', `github-pat commit ${repository.id('main~1')}:3`, `github-pat name-${two}:1`].sort(),
    );
    expect(scanned.outcome).toMatchObject({ commits: 2, blobs: 4 });
  });

  it('tells of pointers to files that are kept elsewhere, of large files and of submodules', async () => {
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 12\n`;
    const repository = make({ pointer, large: `${one}\n${'x'.repeat(5000)}` });
    repository.git('update-index', '--add', '--cacheinfo', `160000,${repository.id('HEAD')},module`);
    repository.git('commit', '-qm', 'module');
    const { skipped } = await compare(repository.folder, 'main~3..main', 4096);
    expect(new Set(skipped.map((entry) => entry.split(' ')[0]))).toEqual(new Set(['lfs-pointer', 'submodule', 'too-large']));
  });

  it('leaves what is damaged to git, which tells it', async () => {
    const repository = make({ a: `${one}\n`, b: `b ${two}\n` }, false);
    const id = repository.id('HEAD:a');
    const file = join(repository.folder, '.git/objects', id.slice(0, 2), id.slice(2));
    rmSync(file, { force: true });
    writeFileSync(file, 'no object');
    const scanned = await compare(repository.folder, range);
    expect(scanned.skipped).toEqual([expect.stringContaining(id)]);
    expect(placesOf(scanned)).toContain('github-pat b:1');
  });

  it('compares with what a file replaces, as others do', async () => {
    const repository = make({ a: `${one}\n` });
    repository.commit('moves', { a: `moved\n${one}\n`, b: `${one}\n` });
    repository.git('repack', '-adq');
    expect(placesOf(await compare(repository.folder, 'main~1..main'))).toEqual(['github-pat b:1']);
  });

  it('says of which objects nothing need be read, and how large they are', async () => {
    const repository = make({ a: `${one}\n`, clean: 'y\n'.repeat(9) });
    const screen = new LateScreen(openRepo(repository.folder), { catalogue, jobs: 1, customRules: false, screenFrom: 0 });
    const [found, clean] = [repository.id('main:a'), repository.id('main:clean')];
    const contents = new Map([found, clean].map((id) => [id, new Set(['path'])]));
    const messages = ['main~2', 'main~1'].map((name) => repository.id(name));
    const { clean: sizes, found: held } = await screen.look({ contents, messages });
    expect(Object.fromEntries(sizes)).toEqual({
      [clean]: 18,
      [messages[0]!]: Number(repository.git('cat-file', '-s', 'main~2')),
    });
    expect([...held].sort()).toEqual([found, messages[1]!].sort());
    expect([screen.found(found)?.length, screen.found(clean)]).toEqual([1, undefined]);
    await screen.end();
  });

  it('gives what was found so far where it is stopped', async () => {
    const repository = make({ a: `${one}\n` });
    const options = { maxSize: Infinity, jobs: 1, customRules: false, screenFrom: 0, signal: AbortSignal.abort() };
    const outcome = await scanRange(catalogue, repository.folder, range, options, listLedger());
    expect(outcome.matches).toEqual([]);
  });
});
