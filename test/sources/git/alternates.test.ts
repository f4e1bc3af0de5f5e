/** Lists of object directories: what we read in them is what git reads. */
import { mkdirSync, renameSync } from 'node:fs';
import { delimiter, join, relative } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { joinAlternates, splitAlternates } from '../../../src/sources/git/alternates.ts';
import { openRepo } from '../../../src/sources/git/repo.ts';
import { runGit } from '../../../src/sources/git/spawn.ts';
import { makeFolder, TestRepository } from './repos.ts';

/** An object directory by that name, and the id of an object in it. */
function makeStore(name: string): { dir: string; id: string } {
  const repository = TestRepository.create();
  const id = repository.commit('one', { a: `${name}\n` });
  const dir = join(makeFolder(), name);
  mkdirSync(join(dir, '..'), { recursive: true });
  renameSync(join(repository.folder, '.git/objects'), dir);
  return { dir, id };
}

const quoted = (dir: string): string => JSON.stringify(dir);

describe('GIT_ALTERNATE_OBJECT_DIRECTORIES', () => {
  it.each<[string, string, (dir: string) => string]>([
    ['a plain name', 'objects', (dir) => dir],
    ['a quoted name with a separator', `o${delimiter}b`, quoted],
    ['a quoted name with quotes', 'o"b\\j', quoted],
    ['a quoted name of bytes', 'öbjects', (dir) => quoted(dir).replace('ö', '\\303\\266')],
    ['a quoted, relative name', `o${delimiter}b`, (dir) => quoted(relative(process.cwd(), dir))],
    [
      'a name behind others',
      `o${delimiter}b`,
      (dir) => `/nowhere${delimiter}${delimiter}"/no${delimiter}"${delimiter}${quoted(dir)}`,
    ],
    ['a name behind a comment', 'objects', (dir) => `#"/a${delimiter}${dir}`],
    ['a name behind one that is not well quoted', 'objects', (dir) => `"/a\\400"${delimiter}${dir}`],
    ['a name that begins with a quote', '"objects', (dir) => relative(process.cwd(), dir).replace(/^/, './')],
  ])('%s is read by us and by git', (_, name, write) => {
    const { dir, id } = makeStore(name);
    const { folder } = TestRepository.create();
    onTestFinished(() => void vi.unstubAllEnvs());
    vi.stubEnv('GIT_ALTERNATE_OBJECT_DIRECTORIES', write(dir));
    expect(openRepo(folder).objectDirs).toEqual([join(folder, '.git/objects'), dir]);
    expect(runGit(['cat-file', '-t', id], { cwd: folder })).toMatchObject({ status: 0, stdout: Buffer.from('commit\n') });
  });
});

it('lists are read as they are written', () => {
  const name = fc.string({ minLength: 1, unit: fc.constantFrom('a', '/', ':', ';', '"', '\\', '#', 'ü', '0', '3', '\n') });
  fc.assert(
    fc.property(fc.array(name), fc.constantFrom(':', ';'), (names, separator) => {
      expect(splitAlternates(joinAlternates(names, separator), separator)).toEqual(names);
    }),
  );
});
