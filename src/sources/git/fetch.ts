/**
 * The only place where git may use the network, and only for callers that were asked to.
 * @module
 */
import { UsageError } from '../../errors.ts';
import type { Repo } from './repo.ts';
import { runGit } from './spawn.ts';

/** Milliseconds; a large history takes minutes. */
const TIMEOUT = 15 * 60_000;

/** Where to ask, and as whom. */
export interface Server {
  /** Address of the repository, without credentials. */
  url: string;
  /** For HTTP: sent as the password of `x-access-token`, as GitHub takes its tokens. Without it the repository's own settings count. */
  token?: string;
}

/** What to fetch. */
export interface FetchRequest extends Server {
  /** Full ids of commits. */
  ids: readonly string[];
  /** How many commits back from each, in a shallow clone; without it, all that any of its commits has before it. */
  depth?: number;
}

/**
 * Fetches commits with their history into the object store of a repository. No ref is changed, nothing is checked out,
 * and no hook is run.
 * @throws UsageError where git fails
 */
export function fetchCommits(repo: Repo, { ids, depth, ...server }: FetchRequest): void {
  const args = ['fetch', '--quiet', '--no-tags', '--no-recurse-submodules', '--no-write-fetch-head', '--no-auto-maintenance'];
  const deep = depth === undefined ? '--unshallow' : `--depth=${depth}`;
  connect(repo, server, [...args, ...(repo.shallow ? [deep] : []), server.url, ...ids]);
}

/**
 * The commit that a branch of the server leads to now; undefined where there is no such branch.
 * @throws UsageError where git fails
 */
export function branchOn(repo: Repo, server: Server, branch: string): string | undefined {
  const ref = `refs/heads/${branch}`;
  const lines = connect(repo, server, ['ls-remote', '--quiet', server.url, ref]).split('\n');
  return lines.map((line) => line.split('\t')).find(([, name]) => name === ref)?.[0];
}

/** Runs git with the network open to one address. The token goes by the environment, so that no list of processes shows it. */
function connect(repo: Repo, { url, token }: Server, args: readonly string[]): string {
  const { protocol, origin } = new URL(url);
  const header = `AUTHORIZATION: basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`;
  // The empty value drops a header that the checkout left in the configuration: two are refused.
  const settings = token && protocol.startsWith('http') ? ['', header] : [];
  const environment: Record<string, string> = { GIT_ALLOW_PROTOCOL: protocol.slice(0, -1) };
  addSettings(
    environment,
    settings.map((value) => [`http.${origin}/.extraheader`, value]),
  );
  const { status, stdout, stderr } = runGit(args, { cwd: repo.root, timeout: TIMEOUT, environment });
  if (status === 0) return stdout.toString('utf8');
  const lines = stderr.split('\n').filter(Boolean);
  const said = lines.find((line) => /^(?:fatal|error): /.test(line)) ?? lines.at(-1);
  throw new UsageError(
    `fetching from ${url} failed: ${said ?? (status === null ? 'it took too long' : `git ended with ${status}`)}`,
  );
}

/** Adds settings for git to an environment, after those that stand there (git-config(1), GIT_CONFIG_COUNT). */
export function addSettings(
  environment: NodeJS.ProcessEnv,
  settings: readonly (readonly [key: string, value: string])[],
  present: NodeJS.ProcessEnv = process.env,
): void {
  let count = Number(present['GIT_CONFIG_COUNT'] ?? 0) || 0;
  for (const [key, value] of settings) {
    environment[`GIT_CONFIG_KEY_${count}`] = key;
    environment[`GIT_CONFIG_VALUE_${count}`] = value;
    count++;
  }
  if (settings.length > 0) environment['GIT_CONFIG_COUNT'] = String(count);
}
