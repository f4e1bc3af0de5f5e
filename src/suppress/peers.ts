/**
 * What other scanners wrote down as accepted, to make the change to this one easy: the JSON report that gitleaks takes as
 * a baseline, the .secrets.baseline of detect-secrets, and the exclusions of GitHub's secret scanning.
 * @module
 */
import { createHash } from 'node:crypto';
import { UsageError } from '../errors.ts';
import type { Match, Suppression } from '../model.ts';
import { PathFilter } from '../sources/filter.ts';
import type { Acceptor } from './apply.ts';

const accepted = (reason: string): Suppression => ({ by: 'baseline', reason });

/** Whether a value is gitleaks' report, a list of finds. */
export function isGitleaks(value: unknown): value is Record<string, unknown>[] {
  return Array.isArray(value) && value.every((one) => typeof (one as { RuleID?: unknown } | null)?.RuleID === 'string');
}

/**
 * A find of gitleaks is known again by its file and the secret; in a report that was redacted (`--redact`), by its file
 * and line.
 */
export function gitleaksAcceptor(finds: readonly Record<string, unknown>[], file: string): Acceptor {
  const known = new Set<string>();
  for (const { File: path, Secret: secret, StartLine: line } of finds) {
    if (typeof path !== 'string') continue;
    if (typeof secret === 'string' && secret !== '' && !/REDACTED|\*\*\*|\.\.\.$/.test(secret)) known.add(`${path}\0${secret}`);
    else if (typeof line === 'number') known.add(`${path}\0${line}`);
  }
  return (_finding, { secret, location: { path, startLine } }) =>
    known.has(`${path}\0${secret}`) || known.has(`${path}\0${startLine}`) ? accepted(`known to gitleaks (${file})`) : undefined;
}

/** Whether a value is the baseline of detect-secrets. */
export function isDetectSecrets(value: unknown): value is { results: Record<string, unknown[]> } {
  const { results, plugins_used: plugins } = (value ?? {}) as { results?: unknown; plugins_used?: unknown };
  return typeof results === 'object' && results !== null && !Array.isArray(results) && plugins !== undefined;
}

/**
 * A find of detect-secrets is known again by its file and the SHA-1 of the secret, which is all it tells of it. Those hashes,
 * found as secrets in the baseline itself, are known as well.
 */
export function detectSecretsAcceptor({ results }: { results: Record<string, unknown[]> }, file: string): Acceptor {
  const known = new Set<string>();
  const told = new Set<string>();
  for (const [path, finds] of Object.entries(results)) {
    if (!Array.isArray(finds)) throw new UsageError(`${file}: the results for ${path} are no list`);
    for (const find of finds) {
      const hash = String((find as { hashed_secret?: unknown } | null)?.hashed_secret);
      known.add(`${path}\0${hash}`);
      told.add(hash);
    }
  }
  const hashes = new Map<string, string>();
  const sha1 = ({ secret }: Match): string => {
    const hash = hashes.get(secret) ?? createHash('sha1').update(secret, 'utf8').digest('hex');
    hashes.set(secret, hash);
    return hash;
  };
  return (_finding, match) =>
    told.has(match.secret) || known.has(`${match.location.path}\0${sha1(match)}`)
      ? accepted(`known to detect-secrets (${file})`)
      : undefined;
}

/** `paths-ignore` of .github/secret_scanning.yml: globs from the root of the repository. */
export function pathsIgnoreAcceptor(globs: readonly string[], file: string): Acceptor {
  const filter = new PathFilter(
    [],
    globs.map((glob) => `/${glob.replace(/^\//, '')}`),
  );
  return (_finding, { location }) =>
    filter.wantsFile(location.path) ? undefined : accepted(`in a path that ${file} leaves out`);
}
