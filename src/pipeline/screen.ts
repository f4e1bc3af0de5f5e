/**
 * Whether it pays to look through the contents of a range before they are read one by one; see packscreen.ts.
 * @module
 */
import type { Screen, Screened, Unscreened } from '../sources/git/brought.ts';
import type { Repo } from '../sources/git/repo.ts';
import type { Unplaced } from './file.ts';
import type { Following, ThreadOptions } from './history-threads.ts';
import type { PackScreen } from './packscreen.ts';

/** So many files are read before threads are ready. */
const FILES = 4000;

export interface ScreenOptions extends ThreadOptions, Following {
  /** Files from which on it pays in a small repository, in place of the usual number. */
  screenFrom?: number | undefined;
}

/** Loads nothing for the ranges of usual pull requests and pushes. */
export class LateScreen implements Screen {
  readonly #repo: Repo;
  readonly #options: ScreenOptions;
  #loading: Promise<PackScreen> | undefined;
  #screen: PackScreen | undefined;

  constructor(repo: Repo, options: ScreenOptions) {
    this.#repo = repo;
    this.#options = options;
  }

  get #files(): number {
    return this.#options.screenFrom ?? FILES;
  }

  expect(files: number): boolean {
    if (files >= this.#files) this.#loading ??= this.#load();
    return this.#screen?.expect(files) ?? false;
  }

  async look(wanted: Unscreened): Promise<Screened> {
    if (wanted.contents.size >= this.#files) this.#loading ??= this.#load();
    return (await this.#loading)?.look(wanted) ?? { clean: new Map(), found: new Set() };
  }

  /** What was found in some content; undefined where that was not looked at. */
  found(id: string): readonly Unplaced[] | undefined {
    return this.#screen?.found.get(id);
  }

  async #load(): Promise<PackScreen> {
    const { PackScreen } = await import('./packscreen.ts');
    return (this.#screen = new PackScreen(this.#repo, this.#options, this.#files));
  }

  async end(): Promise<void> {
    await (await this.#loading)?.end();
  }
}
