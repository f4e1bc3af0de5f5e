/**
 * From what has changed to what is scanned, by what the checkout holds. A plan never covers less than the change; where
 * that cannot be told it covers more, and where commits are not there it says which.
 * @module
 */
import { isKnown, UsageError } from '../errors.ts';
import { branchOn, fetchCommits } from '../sources/git/fetch.ts';
import { commitAt, countTo, cutOff, isAncestor, parentsIn, related } from '../sources/git/questions.ts';
import { openRepo, type Repo } from '../sources/git/repo.ts';
import type { Change, GithubEvent } from './event.ts';

export const SCOPES = ['auto', 'tree', 'range', 'history'] as const;
export type Scope = (typeof SCOPES)[number];

/** What is scanned, and for what reason. */
export interface Plan {
  kind: 'tree' | 'range' | 'history' | 'nothing';
  /** For people: `the 3 commits of pull request #7`. */
  what: string;
  /** Of a range: full ids `A..B`; missing where the checkout does not hold both. */
  range?: string;
  /** The commit whose files are what is proposed or pushed; of other scans what is checked out. */
  head?: string;
  /** The commit before a proposal: what decides over it is read from there. */
  base?: string;
  /** What the checkout does not hold of it, in words, one a reason. */
  unseen: string[];
}

export interface PlanOptions {
  scope: Scope;
  /** How to get commits that are not there; undefined: not at all. */
  fetch?: { url: string; token: string };
  say: (text: string) => void;
}

/**
 * @param cwd in the checkout
 * @throws UsageError when the scope does not fit the event, or there is no repository for a scope that needs one
 */
export function planScan(event: GithubEvent, cwd: string, options: PlanOptions): Plan {
  const { change } = event;
  const { scope } = options;
  if (change.kind === 'nothing') return { kind: 'nothing', what: change.what, unseen: [] };
  const planner = new Planner(cwd, options);
  if (scope === 'tree' || (scope === 'auto' && change.kind === 'state')) return { ...TREE, ...planner.base(change) };
  if (scope === 'history') return { ...planner.history(), ...planner.base(change) };
  if (change.kind === 'state')
    throw new UsageError(`scope: range does not fit ${change.what}, which names no commits: use tree or history`);
  return change.kind === 'push' ? planner.push(change, event.defaultBranch) : planner.proposal(change);
}

/** Commits back from the ends of a range that a shallow clone fetches first; then four times as many, up to the most. */
const FIRST_DEPTH = 50;
const MOST_DEPTH = 5000;

const TREE = { kind: 'tree', what: 'the files that are checked out', unseen: [] } satisfies Plan;

class Planner {
  readonly #options: PlanOptions;
  readonly #cwd: string;
  #repo: Repo | undefined;

  constructor(cwd: string, options: PlanOptions) {
    this.#cwd = cwd;
    this.#options = options;
  }

  /** The base of a proposal: its word counts, whatever is scanned. */
  base(change: Change): Pick<Plan, 'base'> {
    if (change.kind !== 'proposal') return {};
    if (commitAt(this.#cwd, change.base) === undefined) this.#fetch([change.base], 1);
    const base = commitAt(this.#cwd, change.base);
    return base === undefined ? {} : { base };
  }

  history(): Plan {
    if (this.#open().shallow) this.#fetch(['HEAD']);
    const head = commitAt(this.#cwd, 'HEAD');
    const ends = head === undefined ? [] : cutOff(this.#open(), undefined, head);
    const unseen = ends.length === 0 ? [] : [`all history before ${list(ends)} (a shallow clone)`];
    return { kind: 'history', what: 'the whole history', unseen };
  }

  proposal({ base, head, merge, commits, what }: Change & { kind: 'proposal' }): Plan {
    const number = commits === undefined ? '' : commits === 1 ? 'the commit of ' : `the ${commits} commits of `;
    const ends = (): [string, string] => {
      // The merge's first parent is the base as it is now; `base` may have been it some time ago.
      const [first, ...others] = merge !== undefined && commitAt(this.#cwd, merge) ? parentsIn(this.#cwd, merge) : [];
      return first !== undefined && others.includes(head) ? [first, merge as string] : [base, head];
    };
    return this.#range(number + what, ends, [base, head], commits);
  }

  push({ what, ref, before, after }: Change & { kind: 'push' }, defaultBranch: string | undefined): Plan {
    if (commitAt(this.#cwd, after) === undefined) this.#fetch([after], FIRST_DEPTH);
    const head = commitAt(this.#cwd, after);
    if (head === undefined) return { kind: 'range', what, unseen: [`commit ${after} (${ref})`] };
    if (before !== undefined) {
      // What a force push replaced may be nowhere any more: it is asked for, and done without.
      if (commitAt(this.#cwd, before) === undefined) this.#tryFetch([before, head], this.#firstDepth());
      const here = commitAt(this.#cwd, before) !== undefined;
      const shallow = this.#open().shallow;
      if (here ? shallow || related(this.#cwd, before, head) : shallow && this.#options.fetch === undefined) {
        return this.#range(what, () => [before, head], [before, head]);
      }
    }
    return this.#fromDefault(what, ref, head, defaultBranch);
  }

  /** All that `head` has and the default branch has not; where that says nothing, everything. */
  #fromDefault(what: string, ref: string, head: string, defaultBranch: string | undefined): Plan {
    const own = ref === `refs/heads/${defaultBranch}`;
    const base = own || defaultBranch === undefined ? undefined : this.#tipOf(defaultBranch);
    if (base !== undefined) {
      const plan = this.#range(`${what}: what it has and ${defaultBranch} has not`, () => [base, head], [base, head]);
      if (isAncestor(this.#cwd, head, base))
        return { ...TREE, what: `the files of ${ref}, whose commits are all on ${defaultBranch}`, head };
      if (related(this.#cwd, base, head)) return plan;
    }
    const { unseen } = this.history();
    return { kind: 'history', what: `${what}: the whole history, since nothing tells what of it is new`, head, unseen };
  }

  /** A range, once its ends and all between them are there. */
  #range(what: string, ends: () => [base: string, head: string], needed: readonly string[], commits?: number): Plan {
    let [base, head] = ends();
    const gaps = (): string[] => {
      const missing = [base, head].filter((id) => commitAt(this.#cwd, id) === undefined);
      if (missing.length > 0) return missing.map((id) => `commit ${id} (${id === base ? 'base' : 'head'} of ${what})`);
      const cut = cutOff(this.#open(), base, head);
      const unrelated = cut.length === 0 && this.#open().shallow && !related(this.#cwd, base, head);
      if (unrelated) return [`the commits between ${base} and ${head}`];
      return cut.length === 0 ? [] : [`${list(cut)} of ${what}, and the commits before`];
    };
    let unseen = gaps();
    for (let depth = this.#firstDepth(commits); unseen.length > 0 && depth !== undefined; depth *= 4) {
      if (depth > MOST_DEPTH || !this.#tryFetch([base, head], depth)) break;
      [base, head] = ends();
      unseen = gaps();
    }
    if (unseen.length > 0 && this.#fetch(needed)) {
      [base, head] = ends();
      unseen = gaps();
    }
    const here = [base, head].map((id) => commitAt(this.#cwd, id) !== undefined);
    return {
      kind: 'range',
      what,
      head,
      unseen,
      ...(here[0] && { base }),
      ...(here.every(Boolean) && { range: `${base}..${head}` }),
    };
  }

  #open(): Repo {
    return (this.#repo ??= openRepo(this.#cwd));
  }

  /** Where the default branch, or another, ends on the server: as the checkout knows it, else as the server says. */
  #tipOf(branch: string): string | undefined {
    const known = commitAt(this.#cwd, `refs/remotes/origin/${branch}`);
    const { fetch } = this.#options;
    return known ?? (fetch && branchOn(this.#open(), fetch, branch));
  }

  /**
   * How many commits back a shallow clone should have to begin with; undefined where the clone is whole.
   * @param commits how many are expected
   */
  #firstDepth(commits = 0): number | undefined {
    // Not less than there is: git would cut off what is beyond.
    return this.#open().shallow ? Math.max(FIRST_DEPTH, commits + 1, countTo(this.#cwd, 'HEAD')) : undefined;
  }

  /**
   * @param depth how many commits back from each, in a shallow clone; without it, everything
   * @returns whether there is something new
   */
  #fetch(ids: readonly string[], depth?: number): boolean {
    const { fetch, say } = this.#options;
    if (fetch === undefined) return false;
    const names = ids.map((id) => (id === 'HEAD' ? (commitAt(this.#cwd, 'HEAD') ?? id) : id));
    const deep = this.#open().shallow ? (depth === undefined ? ', and all history,' : `, ${depth} commits deep,`) : '';
    say(`fetching ${list(names)}${deep} from ${fetch.url}`);
    fetchCommits(this.#open(), { ...fetch, ids: names, ...(depth !== undefined && { depth }) });
    this.#repo = undefined;
    return true;
  }

  #tryFetch(ids: readonly string[], depth: number | undefined): boolean {
    try {
      return this.#fetch(ids, depth);
    } catch (error) {
      if (!isKnown(error)) throw error;
      this.#options.say(error.message);
      return false;
    }
  }
}

/** Ids in short, the first few. */
function list(ids: readonly string[]): string {
  const named = ids.slice(0, 5).map((id) => id.slice(0, 12));
  return `commit${ids.length === 1 ? '' : 's'} ${named.join(', ')}${ids.length > 5 ? ` and ${ids.length - 5} more` : ''}`;
}
