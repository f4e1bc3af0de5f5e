/**
 * Repositories made from others, to be scanned: a work tree with something staged, and the same objects stored in other ways.
 * @module
 */
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const SETTINGS = ['user.name=bench', 'user.email=bench@example.org', 'gc.auto=0', 'protocol.file.allow=always'];

/** Runs git; gives what it prints. */
export function git(cwd: string, ...args: string[]): string {
  return feed(cwd, undefined, ...args).toString('utf8');
}

function feed(cwd: string, input: string | Buffer | undefined, ...args: string[]): Buffer {
  const settings = SETTINGS.flatMap((setting) => ['-c', setting]);
  const { status, stdout, stderr } = spawnSync('git', [...settings, ...args], {
    cwd,
    maxBuffer: 2 ** 31 - 1,
    ...(input !== undefined && { input }),
  });
  if (status !== 0) throw new Error(`git ${args[0]}: ${String(stderr).trim()}`);
  return stdout;
}

/** A work tree of HEAD that borrows the objects of a repository, with a usual change in its index. */
export function makeStaged(repository: string, folder: string): void {
  git(folder, 'clone', '-q', '--shared', resolve(repository), '.');
  const sources = git(folder, 'ls-files', '-z')
    .split('\0')
    .filter((name) => /\.(?:rb|js|ts|c|go|py|md)$/.test(name));
  for (const part of [0.2, 0.5, 0.8]) {
    const name = sources[Math.floor(part * sources.length)];
    if (name !== undefined) appendFileSync(join(folder, name), 'one more line\nand another one\n');
  }
  writeFileSync(join(folder, 'new-file.rb'), 'a line of a new file\n'.repeat(100));
  git(folder, 'add', '-A');
}

/** A store of objects to be made in an empty folder. */
export interface Shape {
  name: string;
  make(repository: string, folder: string): void;
}

const PACKS = 500;
const DEPTH = 50;

/** The same objects, stored in other ways; and a part of them. */
export const SHAPES: readonly Shape[] = [
  {
    name: 'one pack',
    make(repository, folder) {
      git(folder, 'init', '-q', '--bare', '.');
      packInto(repository, folder, 1);
      copyRefs(repository, folder);
    },
  },
  {
    name: `${PACKS} packs`,
    make(repository, folder) {
      git(folder, 'init', '-q', '--bare', '.');
      packInto(repository, folder, PACKS);
      copyRefs(repository, folder);
    },
  },
  {
    name: 'loose objects',
    make(repository, folder) {
      git(folder, 'init', '-q', '--bare', '.');
      const pack = feed(repository, `${idsOf(repository).join('\n')}\n`, 'pack-objects', '-q', '--stdout', '--delta-base-offset');
      feed(folder, pack, 'unpack-objects', '-q');
      copyRefs(repository, folder);
    },
  },
  {
    name: `shallow clone (${DEPTH} commits deep)`,
    make(repository, folder) {
      git(folder, 'clone', '-q', '--bare', `--depth=${DEPTH}`, `file://${resolve(repository)}`, '.');
    },
  },
];

function idsOf(repository: string): string[] {
  const ids = git(repository, 'cat-file', '--batch-all-objects', '--unordered', '--batch-check=%(objectname)');
  return ids.trim().split('\n');
}

/** Neighbours in the store come into the same pack. */
function packInto(repository: string, folder: string, packs: number): void {
  const ids = idsOf(repository);
  const each = Math.ceil(ids.length / packs);
  const target = join(folder, 'objects', 'pack');
  mkdirSync(target, { recursive: true });
  for (let at = 0; at < ids.length; at += each) {
    feed(
      repository,
      `${ids.slice(at, at + each).join('\n')}\n`,
      'pack-objects',
      '-q',
      '--delta-base-offset',
      join(target, 'pack'),
    );
  }
}

function copyRefs(repository: string, folder: string): void {
  const refs = git(repository, 'for-each-ref', '--format=create %(refname) %(objectname)');
  feed(folder, refs, 'update-ref', '--stdin');
}

/** Files of objects and packs in a repository, for people. */
export function storeOf(folder: string): string {
  const entries = readdirSync(join(folder, 'objects'), { recursive: true }).map(String);
  const packs = entries.filter((name) => name.endsWith('.pack')).length;
  const loose = entries.filter((name) => /^[0-9a-f]{2}.[0-9a-f]{38,}$/.test(name)).length;
  return `${packs} packs, ${loose} loose objects`;
}
