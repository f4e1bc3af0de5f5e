/**
 * Everything that may accept findings of a scan, put to work.
 * @module
 */
import { basename, dirname, relative, resolve } from 'node:path';
import { type Allow, allowAcceptor, type SeverityRule, setSeverities } from '../config/allow.ts';
import type { Found } from '../findings.ts';
import type { ScopeKind } from '../model.ts';
import { byImportance, byPlace } from '../order.ts';
import { type Acceptor, suppress } from './apply.ts';
import { ignoredPaths } from './ignorefile.ts';
import { readAccepted } from './read.ts';

export interface AcceptOptions {
  cwd: string;
  /** Absolute folder that the paths of findings are relative to. */
  root: string;
  kind: ScopeKind;
  /** Whether all of the scope was looked at. */
  whole: boolean;
  now: Date;
  inline: boolean;
  /** Baselines, of ours or of other scanners, relative to `cwd`. */
  baseline: readonly string[];
  /** A file of paths (in .gitignore syntax, relative to its folder) in which findings are accepted. */
  ignoreFile?: string;
  allow: readonly Allow[];
  severities: readonly SeverityRule[];
  onNotice?: (text: string) => void;
  onProblem?: (text: string) => void;
}

/** Ids that a notice lists. */
const MOST_STALE = 5;

/**
 * Marks what is accepted.
 * @throws UsageError where a file cannot be read, unless `onProblem` is told: then it accepts nothing
 */
export async function acceptFindings(found: Found, options: AcceptOptions): Promise<void> {
  const { cwd, root, kind, onNotice } = options;
  setSeverities(found.matches, options.severities, root);
  const acceptors: Acceptor[] = [];
  if (options.ignoreFile !== undefined) acceptors.push(ignoreAcceptor(options.ignoreFile, root));
  const baselines: { name: string; folder: string; stale: (history: boolean) => { id: string }[] }[] = [];
  for (const file of options.baseline) {
    const path = resolve(cwd, file);
    const name = relative(cwd, path) || file;
    try {
      const { accepts, baseline } = await readAccepted(path, name, root);
      acceptors.push(accepts);
      if (baseline) baselines.push({ name, folder: dirname(path), stale: (history) => baseline.stale(history) });
    } catch (error) {
      if (!options.onProblem || (error as Error).name !== 'UsageError') throw error;
      options.onProblem((error as Error).message);
    }
  }
  for (const allow of options.allow) acceptors.push(allowAcceptor(allow, root, options.onProblem));

  // Versions of files in history, and the comments in them, cannot be changed any more.
  const past = kind === 'history' || kind === 'range';
  suppress(found, { now: options.now, inline: options.inline, acceptors, ...(onNotice && !past && { onNotice }) });
  for (const { locations } of found.findings) locations.sort(byPlace);
  found.findings.sort(byImportance);
  for (const { name, folder, stale } of baselines) {
    // Only a scan that meets everything the entries may be about can tell that they are about nothing.
    if (!options.whole || !(kind === 'history' || (kind === 'tree' && root === folder))) continue;
    const gone = stale(kind === 'history').map(({ id }) => id);
    if (gone.length === 0) continue;
    const more = gone.length > MOST_STALE ? ` and ${gone.length - MOST_STALE} more` : '';
    const what = gone.length === 1 ? '1 entry accepts' : `${gone.length} entries accept`;
    onNotice?.(
      `${name}: ${what} nothing any more (${gone.slice(0, MOST_STALE).join(', ')}${more}): bearertrap baseline --prune removes them`,
    );
  }
}

function ignoreAcceptor(file: string, root: string): Acceptor {
  const covers = ignoredPaths(file, root);
  const reason = basename(file);
  return (_finding, { location }) => (covers(location.path) ? { by: 'ignore-file', reason } : undefined);
}
