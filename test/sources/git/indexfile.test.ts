/** Index files as git writes them, compared with what git reads in them; and damaged ones. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NoFileError } from '../../../src/sources/git/gitdir.ts';
import { IndexBudgetError, readIndexFile } from '../../../src/sources/git/indexfile.ts';
import { MalformedError } from '../../../src/sources/git/packindex.ts';
import { finish } from '../../../src/sources/git/steps.ts';
import { makeFolder, TestRepository } from './repos.ts';

/** Entries as `git ls-files -s -z` prints them. */
function readEntries(folder: string, file = 'index', idBytes = 20, left = 1e9): string[] {
  const found: string[] = [];
  const onEntry = ({ mode, id, path, stage }: Parameters<Parameters<typeof readIndexFile>[4]>[0]): void => {
    found.push(`${mode.toString(8).padStart(6, '0')} ${id.toString('hex')} ${stage}\t${path.toString('latin1')}`);
  };
  finish(readIndexFile(join(folder, file), folder, idBytes, { left }, onEntry));
  return found;
}

function listed(repository: TestRepository, ...options: string[]): string[] {
  return repository
    .feed(undefined, 'ls-files', '-s', '-z', ...options)
    .toString('latin1')
    .split('\0')
    .slice(0, -1);
}

const gitFolder = ({ folder }: TestRepository): string => join(folder, '.git');
const headOf = (repository: TestRepository): Buffer => readFileSync(join(gitFolder(repository), 'index')).subarray(0, 8);

/** Names of many lengths, some with bytes of all kinds, in folders. */
function fill(repository: TestRepository, count: number): void {
  const blob = repository.feed('content\n', 'hash-object', '-w', '--stdin').toString().trim();
  const names = Array.from({ length: count }, (_, i) => `${'d'.repeat(i % 5)}${i % 7}/${'x'.repeat((i * 37) % 90)}ü${i}`);
  const modes = ['100644', '100755', '120000'];
  const lines = names.map((name, i) => `${modes[i % 3]} ${blob}\t${name}\0`).join('');
  repository.feed(lines, 'update-index', '-z', '--index-info');
}

function makeConflict(repository: TestRepository): void {
  repository.commit('base', { both: 'base\n', gone: 'here\n' });
  repository.git('checkout', '-q', '-b', 'side');
  repository.commit('theirs', { both: 'theirs\n', gone: 'changed\n' });
  repository.git('checkout', '-q', 'main');
  rmSync(join(repository.folder, 'gone'));
  repository.commit('ours', { both: 'ours\n' });
  expect(() => repository.git('merge', 'side')).toThrow('Command failed');
}

describe.each([
  ['sha1', 20],
  ['sha256', 32],
] as const)('an index with ids of %s', (format, idBytes) => {
  const create = (): TestRepository => TestRepository.create(`--object-format=${format}`);
  const entries = (repository: TestRepository): string[] => readEntries(gitFolder(repository), 'index', idBytes);

  it.each([2, 4])('of version %i', (version) => {
    const repository = create();
    repository.commit('one', { '.gitattributes': '* text\n', 'a/b': 'b\n' });
    fill(repository, 3000);
    repository.git('update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(2 * idBytes)},sub`);
    const long = Array.from({ length: 30 }, (_, i) => `${i}`.repeat(150)).join('/');
    repository.feed(`100644 ${repository.id('HEAD:a/b')}\t${long}\0`, 'update-index', '-z', '--index-info');
    repository.git('update-index', '--index-version', String(version));
    expect(headOf(repository).readUInt32BE(4)).toBe(version);
    expect(entries(repository)).toEqual(listed(repository));
    expect(entries(repository)).toHaveLength(3004);
  });

  it('of version 3, for files that are announced or not checked out', () => {
    const repository = create();
    repository.commit('one', { a: 'a\n', b: 'b\n' });
    repository.write({ c: 'c\n' });
    repository.git('add', '-N', 'c');
    repository.git('update-index', '--skip-worktree', 'b');
    expect(headOf(repository).readUInt32BE(4)).toBe(3);
    expect(entries(repository)).toEqual(listed(repository));
  });

  it('with files in conflict', () => {
    const repository = create();
    makeConflict(repository);
    expect(entries(repository)).toEqual(listed(repository));
    expect(entries(repository).map((entry) => entry.at(2 * idBytes + 8))).toEqual(['1', '2', '3', '1', '3']);
  });

  it('that is sparse: folders stand for their files', () => {
    const repository = create();
    repository.commit('one', { 'in/a': 'a\n', 'out/b/c': 'b\n', 'out/d': 'd\n', e: 'e\n' });
    repository.git('sparse-checkout', 'set', '--cone', '--sparse-index', 'in');
    expect(entries(repository)).toEqual(listed(repository, '--sparse'));
    expect(entries(repository).filter((entry) => entry.startsWith('040000'))).toEqual([
      `040000 ${repository.id('HEAD:out')} 0\tout/`,
    ]);
  });

  it.each([2, 4])('that is split, of version %i', (version) => {
    const repository = create();
    fill(repository, 500);
    repository.git('update-index', '--index-version', String(version));
    repository.git('-c', 'splitIndex.maxPercentChange=100', 'update-index', '--split-index');
    const git = (...args: string[]): string => repository.git('-c', 'splitIndex.maxPercentChange=100', ...args);
    const names = listed(repository).map((entry) => entry.slice(entry.indexOf('\t') + 1));
    const other = repository.feed('other\n', 'hash-object', '-w', '--stdin').toString().trim();
    const raw = (name: string): Buffer => Buffer.from(name, 'latin1');
    const changed = names.filter((_, i) => i % 70 === 3 || (i > 200 && i < 290));
    const removed = names.filter((_, i) => i % 90 === 5 || (i > 300 && i < 440));
    const lines = [
      ...changed.map((name) => Buffer.concat([Buffer.from(`100644 ${other}\t`), raw(name), Buffer.of(0)])),
      ...removed.map((name) => Buffer.concat([Buffer.from(`0 ${'0'.repeat(2 * idBytes)}\t`), raw(name), Buffer.of(0)])),
    ];
    repository.feed(Buffer.concat(lines), '-c', 'splitIndex.maxPercentChange=100', 'update-index', '-z', '--index-info');
    repository.write({ new: 'new\n' });
    git('add', 'new');
    expect(readdirSync(gitFolder(repository)).filter((name) => name.startsWith('sharedindex.'))).toHaveLength(1);
    expect(readFileSync(join(gitFolder(repository), 'index')).includes('link')).toBe(true);
    const sorted = (all: string[]): string[] =>
      all.toSorted((a, b) => (a.slice(a.indexOf('\t')) < b.slice(b.indexOf('\t')) ? -1 : 1));
    expect(sorted(entries(repository))).toEqual(sorted(listed(repository)));
    expect(entries(repository)).toHaveLength(500 - removed.length + 1);
  });

  it('with what else git keeps in it', () => {
    const repository = create();
    repository.commit('one', { 'a/b': 'b\n', 'a/c': 'c\n' });
    repository.write({ d: 'd\n' });
    repository.git('update-index', '--untracked-cache');
    repository.git('-c', 'index.threads=2', 'status');
    repository.git('write-tree');
    expect(entries(repository)).toEqual(listed(repository));
  });
});

describe('an index that is damaged', () => {
  /** A small index of each kind, in a folder of its own. */
  const KINDS: [string, (repository: TestRepository) => void][] = [
    ['of version 2', (repository) => makeConflict(repository)],
    ['of version 4', (repository) => (fill(repository, 8), repository.git('update-index', '--index-version', '4'))],
    [
      'split',
      (repository) => {
        fill(repository, 8);
        repository.git('update-index', '--split-index');
        repository.write({ a: 'a\n' });
        repository.git('add', 'a');
      },
    ],
    [
      'sparse',
      (repository) => {
        repository.commit('one', { 'in/a': 'a\n', 'out/d': 'd\n' });
        repository.git('sparse-checkout', 'set', '--cone', '--sparse-index', 'in');
      },
    ],
  ];

  function make(prepare: (repository: TestRepository) => void): { folder: string; data: Buffer } {
    const repository = TestRepository.create();
    prepare(repository);
    const folder = gitFolder(repository);
    return { folder, data: readFileSync(join(folder, 'index')) };
  }

  it.each(KINDS)('%s, cut off at any byte', (_, prepare) => {
    const { folder, data } = make(prepare);
    for (let size = 0; size < data.length; size++) {
      writeFileSync(join(folder, 'cut'), data.subarray(0, size));
      expect(() => readEntries(folder, 'cut')).toThrow(MalformedError);
    }
  });

  it.each(KINDS)('%s, with any byte changed', (_, prepare) => {
    const { folder, data } = make(prepare);
    for (let at = 0; at < data.length; at++) {
      for (const flip of [0xff, 0x01, 0x80]) {
        data[at]! ^= flip;
        writeFileSync(join(folder, 'changed'), data);
        data[at]! ^= flip;
        expect(() => readEntries(folder, 'changed')).toThrow(MalformedError);
      }
    }
  });

  it.each(KINDS)('%s, with any byte changed and a checksum left out', (_, prepare) => {
    const { folder, data } = make(prepare);
    data.fill(0, data.length - 20);
    for (let at = 0; at < data.length - 20; at++) {
      for (const flip of [0xff, 0x01, 0x7f]) {
        data[at]! ^= flip;
        writeFileSync(join(folder, 'changed'), data);
        data[at]! ^= flip;
        // It may pass for another index; what it may not do is run out of its own bytes, or never end.
        try {
          expect(readEntries(folder, 'changed', 20, 1e6).length).toBeLessThan(20);
        } catch (error) {
          expect(error).toBeInstanceOf(MalformedError);
        }
      }
    }
  });

  it('is read up to where it is cut off', () => {
    const repository = TestRepository.create();
    fill(repository, 100);
    const folder = gitFolder(repository);
    truncateSync(join(folder, 'index'), 5000);
    const found: string[] = [];
    const steps = readIndexFile(join(folder, 'index'), folder, 20, { left: 1e9 }, ({ path }) => found.push(path.toString()));
    expect(() => finish(steps)).toThrow(MalformedError);
    expect(found.length).toBeGreaterThan(20);
  });

  it('names a shared index that is missing, or another one', () => {
    const { folder } = make(KINDS[2]![1]);
    const shared = join(folder, readdirSync(folder).find((name) => name.startsWith('sharedindex.'))!);
    const data = readFileSync(shared);
    const sum = Buffer.from(shared.slice(-40), 'hex');
    expect(data.subarray(-20).equals(sum)).toBe(true);
    data.fill(0, data.length - 20);
    writeFileSync(shared, data);
    expect(() => readEntries(folder)).toThrow(MalformedError);
    rmSync(shared);
    expect(() => readEntries(folder)).toThrow(MalformedError);
  });
});

describe('what is no index', () => {
  it('is a pipe: it is not waited for', () => {
    const folder = makeFolder();
    execFileSync('mkfifo', [join(folder, 'index')]);
    expect(() => readEntries(folder)).toThrow(NoFileError);
  });

  it('is missing', () => {
    const folder = makeFolder();
    expect(existsSync(join(folder, 'index'))).toBe(false);
    expect(() => readEntries(folder)).toThrow('ENOENT');
  });

  it('is a file with holes', () => {
    const folder = makeFolder();
    const head = Buffer.from('DIRC\0\0\0\x02\xff\xff\xff\xff', 'latin1');
    writeFileSync(join(folder, 'index'), head);
    truncateSync(join(folder, 'index'), 2 ** 40);
    expect(() => readEntries(folder)).toThrow(IndexBudgetError);
    expect(() => readEntries(folder, 'index', 20, 2 ** 41)).toThrow(MalformedError);
  });

  it('has paths that repeat the last one until there is no end of them', () => {
    const folder = makeFolder();
    const entry = (path: Buffer): Buffer => {
      const head = Buffer.alloc(62);
      head.writeUInt32BE(0o100644, 24);
      head.writeUInt16BE(0xfff, 60);
      return Buffer.concat([head, path]);
    };
    const first = entry(Buffer.concat([Buffer.of(0), Buffer.alloc(60_000, 0x61), Buffer.of(0)]));
    const other = entry(Buffer.from([0, 0]));
    const count = 100_000;
    const head = Buffer.from('DIRC\0\0\0\x04\0\0\0\0', 'latin1');
    head.writeUInt32BE(count + 1, 8);
    writeFileSync(join(folder, 'index'), Buffer.concat([head, first, ...Array<Buffer>(count).fill(other), Buffer.alloc(20)]));
    expect(() => readEntries(folder, 'index', 20, 2 ** 28)).toThrow(IndexBudgetError);
  });
});
