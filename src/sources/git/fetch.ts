/**
 * The only place where git may use the network, and only for callers that were asked to.
 * @module
 */
import { UsageError } from '../../errors.ts';
import type { Repo } from './repo.ts';
import { runGit } from './spawn.ts';

/** Milliseconds; a large history takes minutes. */
const TIMEOUT = 15 * 60_000;

/** What to fetch, from where and as whom. */
export interface FetchRequest {
  /** Address of the repository, without credentials. */
  url: string;
  /** Full ids of commits. */
  ids: readonly string[];
  /** For HTTP: sent as the password of `x-access-token`, as GitHub takes its tokens. Without it the repository's own settings count. */
  token?: string;
}

/**
 * Fetches commits with all their history into the object store of a repository. No ref is changed, nothing is checked out,
 * and no hook is run. The token goes by the environment, so that no list of processes shows it.
 * @throws UsageError where git fails
 */
export function fetchCommits(repo: Repo, { url, ids, token }: FetchRequest): void {
  const { protocol, origin } = new URL(url);
  const header = `AUTHORIZATION: basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`;
  // The empty value drops a header that the checkout left in the configuration: two are refused.
  const settings = token && protocol.startsWith('http') ? ['', header] : [];
  const environment: Record<string, string> = { GIT_ALLOW_PROTOCOL: protocol.slice(0, -1) };
  addSettings(
    environment,
    settings.map((value) => [`http.${origin}/.extraheader`, value]),
  );
  const args = ['fetch', '--quiet', '--no-tags', '--no-recurse-submodules', '--no-write-fetch-head', '--no-auto-maintenance'];
  const { status, stderr } = runGit([...args, ...(repo.shallow ? ['--unshallow'] : []), url, ...ids], {
    cwd: repo.root,
    timeout: TIMEOUT,
    environment,
  });
  if (status === 0) return;
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
