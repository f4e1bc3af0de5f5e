/**
 * Real repositories for tests: git with none of the machine's settings, and times that are told.
 * @module
 */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { lastingFolder } from '../../helpers/folder.ts';
import { printedBy } from '../../helpers/spawn.ts';

const ENVIRONMENT: NodeJS.ProcessEnv = {
  PATH: process.env['PATH'],
  HOME: '/nonexistent',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Ann Author',
  GIT_AUTHOR_EMAIL: 'ann@example.org',
  GIT_COMMITTER_NAME: 'Con Committer',
  GIT_COMMITTER_EMAIL: 'con@example.org',
};

/** An empty folder that goes when the test ends. */
export function makeFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'bearertrap-git-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A repository under test. Every commit is a minute after the last. */
export class TestRepository {
  readonly folder: string;
  #minutes = 0;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** A new, empty repository in a folder of its own. */
  static create(...options: string[]): TestRepository {
    const repository = new TestRepository(makeFolder());
    repository.git('init', '-q', '-b', 'main', ...options, '.');
    return repository;
  }

  /** As `create`, with the commits of a stream as git fast-import takes it, in one pack. */
  static createPacked(stream: string): TestRepository {
    const repository = TestRepository.create();
    repository.feed(stream, '-c', 'fastimport.unpackLimit=1', 'fast-import', '--quiet');
    return repository;
  }

  /** As `create`, for a repository that several tests share: it goes when the tests of a file have ended. */
  static createLasting(): TestRepository {
    const folder = lastingFolder('bearertrap-git-');
    const repository = new TestRepository(folder);
    repository.git('init', '-q', '-b', 'main', '.');
    return repository;
  }

  /** Runs git; gives what it prints, without the last line break. */
  git(...args: string[]): string {
    return this.feed(undefined, ...args)
      .toString('latin1')
      .replace(/\n$/, '');
  }

  /** Runs git with standard input and, if the first argument is an object, variables. */
  feed(input: string | Buffer | undefined, ...args: string[]): Buffer {
    const where = { cwd: this.folder, env: { ...ENVIRONMENT, ...this.#time() }, input };
    return printedBy('git', ['-c', 'protocol.file.allow=always', '-c', 'gc.auto=0', ...args], where);
  }

  write(files: Readonly<Record<string, string | Buffer>>): void {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(this.folder, path)), { recursive: true });
      writeFileSync(join(this.folder, path), content);
    }
  }

  /** Writes files and commits everything; gives the commit's id. */
  commit(message: string, files: Readonly<Record<string, string | Buffer>> = {}): string {
    this.write(files);
    this.git('add', '-A');
    this.#minutes++;
    this.git('commit', '-q', '--allow-empty', '-m', message);
    return this.git('rev-parse', 'HEAD');
  }

  /** Id of an object by any of its names. */
  id(name: string): string {
    return this.git('rev-parse', name);
  }

  #time(): NodeJS.ProcessEnv {
    const date = `${1_700_000_000 + 60 * this.#minutes} +0200`;
    return { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
  }
}
