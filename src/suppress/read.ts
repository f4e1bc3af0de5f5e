/**
 * Reads the files that say what is accepted, whichever scanner they are of.
 * @module
 */
import { dirname } from 'node:path';
import { rebase } from '../config/paths.ts';
import { UsageError } from '../errors.ts';
import type { Acceptor } from './apply.ts';
import { Baseline, baselineEntries } from './baseline.ts';
import { detectSecretsAcceptor, gitleaksAcceptor, isDetectSecrets, isGitleaks, pathsIgnoreAcceptor } from './peers.ts';
import { readText } from './text.ts';

export interface AcceptedFile {
  accepts: Acceptor;
  /** Where it is a baseline of ours. */
  baseline?: Baseline;
}

/**
 * @param path absolute
 * @param name what the user calls it
 * @param root absolute folder that the paths of findings are relative to
 * @throws UsageError when it cannot be read, or is nothing that is known here
 */
export async function readAccepted(path: string, name: string, root: string): Promise<AcceptedFile> {
  const text = readText(path, name);
  if (path.endsWith('.gitleaksignore')) {
    const { gitleaksIgnoreAcceptor } = await import('./gitleaksignore.ts');
    const folder = dirname(path);
    return { accepts: await gitleaksIgnoreAcceptor(text, folder, rebase(root, folder), name) };
  }
  if (/\.ya?ml$/.test(path)) return { accepts: await readExclusions(text, name) };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    // The message of JSON.parse quotes the text: it stays unsaid.
    throw new UsageError(
      `${name}: this is no JSON; a merge conflict that was left? Repair it, or write it anew with bearertrap baseline`,
      {
        cause: error,
      },
    );
  }
  if (isGitleaks(value)) return { accepts: gitleaksAcceptor(value, name) };
  if (isDetectSecrets(value)) return { accepts: detectSecretsAcceptor(value, name) };
  const baseline = new Baseline(baselineEntries(value, name));
  return { accepts: baseline.accepts, baseline };
}

async function readExclusions(text: string, name: string): Promise<Acceptor> {
  const { parseYaml } = await import('./yaml.ts');
  const value = parseYaml(text, name) as { 'paths-ignore'?: unknown } | null;
  const globs = value?.['paths-ignore'];
  if (!Array.isArray(globs) || globs.some((glob) => typeof glob !== 'string'))
    throw new UsageError(`${name}: there is no list paths-ignore, as secret scanning has it`);
  return pathsIgnoreAcceptor(globs as string[], name);
}
