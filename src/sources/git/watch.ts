/**
 * Sees to it that git does not wait for a pipe while it lists a work tree. Ignore files may stand in every folder: only where git
 * is silent for long is it looked for one that is none.
 * @module
 */
import { readFolder } from '../walk.ts';
import { fromBytes } from '../../path.ts';
import { blocks } from './guard.ts';
import { giveWayUntil, type Steps } from './steps.ts';

/** Milliseconds in which git has listed most work trees. */
const PATIENCE = 1000;

export class Watch {
  readonly #stop = new AbortController();
  readonly #done = new AbortController();
  readonly #timer: NodeJS.Timeout;
  #blocker: string | undefined;

  /**
   * @param top top of the work tree
   * @param folder the one that is listed, at or below it
   */
  constructor(top: string, folder: string) {
    // Whatever goes wrong here, git goes on.
    this.#timer = setTimeout(() => void this.#look(top, folder).catch(() => undefined), PATIENCE);
  }

  /** Ends git where it waits. */
  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  /** Gives what git waited for, once it has ended. */
  end(): string | undefined {
    clearTimeout(this.#timer);
    this.#done.abort();
    return this.#blocker;
  }

  async #look(top: string, folder: string): Promise<void> {
    const found = await giveWayUntil(ignoreBlocker(top, folder), this.#done.signal);
    if (found === undefined || this.#done.signal.aborted) return;
    this.#blocker = found;
    this.#stop.abort();
  }
}

/** The first ignore file that is none, from the top down to the folder and in all folders below. Git follows no link there. */
function* ignoreBlocker(top: string, folder: string): Steps<string | undefined> {
  for (let at = slashed(folder); at.length > slashed(top).length; ) {
    at = at.replace(/[^/]+\/$/, '');
    if (blocks(`${at}.gitignore`)) return `${at}.gitignore`;
  }
  const folders = [slashed(folder)];
  for (let at = folders.pop(); at !== undefined; at = folders.pop()) {
    yield;
    for (const entry of entriesOf(at)) {
      if (entry.isFile() || entry.isSymbolicLink() || entry.name === '.git') continue;
      const path = at + fromBytes(Buffer.from(entry.name, 'latin1'));
      if (entry.isDirectory()) folders.push(`${path}/`);
      else if (entry.name === '.gitignore') return path;
    }
  }
  return undefined;
}

const slashed = (path: string): string => (path.endsWith('/') ? path : `${path}/`);

function entriesOf(folder: string): ReturnType<typeof readFolder> {
  try {
    return readFolder(folder);
  } catch {
    return [];
  }
}
