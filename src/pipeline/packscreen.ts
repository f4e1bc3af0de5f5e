/**
 * Looks through the contents of a large range straight from packs, with several threads: one version of a file in twenty holds
 * something, and the others need not be read one by one.
 * @module
 */
import type { Screen, Screened, Unscreened } from '../sources/git/brought.ts';
import { ObjectIds } from '../sources/git/ids.ts';
import { narrowPlan } from '../sources/git/needed.ts';
import { estimateObjects } from '../sources/git/packlist.ts';
import type { ObjectPlan } from '../sources/git/plan.ts';
import type { Repo } from '../sources/git/repo.ts';
import type { Unplaced } from './file.ts';
import { follow, Inline, Threads } from './history-threads.ts';
import type { ScreenOptions } from './screen.ts';

/** As many files as this part of all objects are read in the time that it takes to make a plan. */
const PART = 1 / 256;

export class PackScreen implements Screen {
  /** By id what was found in content in which something is told. */
  readonly found = new Map<string, readonly Unplaced[]>();
  readonly #repo: Repo;
  readonly #options: ScreenOptions;
  readonly #least: number;
  #threads: Threads | Inline | undefined;
  #plan: Promise<ObjectPlan> | undefined;

  /** @param files of which it would pay in a small repository */
  constructor(repo: Repo, options: ScreenOptions, files: number) {
    this.#repo = repo;
    this.#options = options;
    this.#least = files + PART * estimateObjects(repo.objectDirs, repo.idBytes);
  }

  /** With several threads, one of them makes the plan while git is at work. */
  expect(files: number): boolean {
    if (files >= this.#least && this.#options.jobs > 1) this.#plan ??= this.#makePlan();
    return this.#plan !== undefined;
  }

  async look({ contents, messages }: Unscreened): Promise<Screened> {
    const clean = new Map<string, number>();
    const found = new Set<string>();
    if ((!this.#plan && contents.size < this.#least) || this.#options.signal?.aborted) return { clean, found };
    const all = await (this.#plan ??= this.#makePlan());
    const threads = this.#threads!;
    const objects = new ObjectIds(all);
    const numbers = [...contents.keys(), ...messages].map((id) => objects.findHex(id)).filter((number) => number >= 0);
    const plan = narrowPlan(all, objects, numbers);
    const endFollowing = follow(plan, this.#options);
    try {
      const parts = await threads.screen(plan, contents);
      for (const part of parts) {
        for (const [i, id] of part.clean.ids.entries()) clean.set(id, part.clean.sizes[i]!);
        for (const [id, matches] of part.found) this.found.set(id, matches);
        for (const id of [...part.found.keys(), ...part.messages]) found.add(id);
      }
    } finally {
      endFollowing();
    }
    await threads.end();
    return { clean, found };
  }

  #makePlan(): Promise<ObjectPlan> {
    this.#threads = this.#options.jobs > 1 ? new Threads(this.#options) : new Inline(this.#options);
    const plan = this.#threads.plan(this.#repo);
    // Should git fail before, nobody waits for it.
    plan.catch(() => undefined);
    return plan;
  }

  async end(): Promise<void> {
    await this.#threads?.end();
  }
}
