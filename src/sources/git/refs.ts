/**
 * Where the names of a repository point: refs, a detached HEAD, and reflogs.
 * @module
 */
import type { Hit, Scanner } from '../../detect/hit.ts';
import { GitError } from '../../errors.ts';
import { fromBytes, toBytes } from '../../path.ts';
import { readLogFiles, readRefFiles, readWorkTreeHeads } from './reffiles.ts';
import type { Repo } from './repo.ts';
import { spawnGit } from './spawn.ts';

export interface Ref {
  /** As in path.ts. */
  name: string;
  /** What it points to, and the object an annotated tag leads to. */
  id: string;
  target: string;
}

export interface RefState {
  /** Sorted: a detached HEAD, branches, remote branches, tags, others. */
  refs: Ref[];
  /** Commits that reflogs name, and of which ref. */
  logged: { id: string; ref: string }[];
  /** The commit HEAD leads to, '' before the first one. */
  head: string;
}

/** Scans the names of refs: whoever names a branch after a token has told it to everyone who fetches. */
export function scanRefNames({ refs }: RefState, scanner: Scanner, onHits: (ref: Ref, data: Buffer, hits: Hit[]) => void): void {
  for (const ref of refs) {
    const data = toBytes(ref.name);
    const hits = scanner.scan(data, 0, data.length).filter((hit) => hit.rule >= 0);
    if (hits.length > 0) onHits(ref, data, hits);
  }
}

/** Asks git for all refs and reflogs, or reads their files where git refuses the repository. */
export async function readRefs(repo: Repo): Promise<RefState> {
  if (!repo.git) {
    const state = readRefFiles(repo);
    return { ...state, refs: sortRefs(state.refs) };
  }
  const { root: cwd } = repo;
  const [refs, head, branch, logged] = await Promise.all([
    lines(cwd, 'for-each-ref', '--format=%(objectname) %(*objectname) %(refname)'),
    lines(cwd, 'rev-parse', '--verify', '--quiet', 'HEAD'),
    lines(cwd, 'symbolic-ref', '--quiet', 'HEAD'),
    readLogFiles(repo) ?? askLogs(cwd),
  ]);
  const list = refs.map((line): Ref => {
    const [id = '', peeled = '', ...name] = line.split(' ');
    return { name: name.join(' '), id, target: peeled || id };
  });
  const [id = ''] = head;
  if (id !== '' && branch.length === 0) list.push({ name: 'HEAD', id, target: id });
  list.push(...readWorkTreeHeads(repo));
  return { refs: sortRefs(list), logged, head: id };
}

/** Reflogs as git tells them. It ends at the first commit that is not there any more. */
async function askLogs(cwd: string): Promise<RefState['logged']> {
  const args = ['-c', 'core.commitGraph=false', 'log', '-g', '--all', '--no-color', '--no-show-signature', '--format=%H %gD'];
  return (await lines(cwd, ...args)).map((line) => ({
    id: line.slice(0, line.indexOf(' ')),
    ref: line.slice(line.indexOf(' ') + 1).replace(/@\{.*$/, ''),
  }));
}

function sortRefs(refs: Ref[]): Ref[] {
  return refs.sort((a, b) => rank(a.name) - rank(b.name) || (a.name < b.name ? -1 : 1));
}

const ORDER = ['HEAD', 'refs/heads/', 'refs/remotes/', 'refs/tags/', 'refs/', 'worktrees/'];

function rank(name: string): number {
  return ORDER.findIndex((prefix) => name.startsWith(prefix));
}

async function lines(cwd: string, ...args: string[]): Promise<string[]> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of spawnGit(args, { cwd })) chunks.push(chunk);
  } catch (error) {
    // No HEAD, a detached one, no reflogs: all are answers.
    if (!(error instanceof GitError)) throw error;
  }
  return fromBytes(Buffer.concat(chunks))
    .split('\n')
    .filter((line) => line !== '');
}
