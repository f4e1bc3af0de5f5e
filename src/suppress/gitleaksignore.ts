/**
 * The .gitleaksignore of gitleaks: a fingerprint a line, `file:rule:line`, or `commit:file:rule:line` of what was found in
 * history. Such a place says little of what stood there; where the commit can be read, the line is looked up in it, so that
 * the secret is known wherever the file holds it now.
 * @module
 */
import type { Match, Suppression } from '../model.ts';
import { streamObjects } from '../sources/git/batch.ts';
import { runGit } from '../sources/git/spawn.ts';
import { SILENT } from '../sources/ledger.ts';
import type { Acceptor } from './apply.ts';

/** Larger files are not looked up, in bytes. */
const MOST_BYTES = 10 * 1024 * 1024;

/** One line of the file. */
export interface Fingerprint {
  commit?: string;
  path: string;
  rule: string;
  /** From 1 on. */
  line: number;
}

const FORM = /^(?:([0-9a-f]{40}|[0-9a-f]{64}):)?(.+):([^:]+):(\d+)$/;

/** The fingerprints of a file; comments and what is none are left out, as gitleaks does. */
export function parseFingerprints(text: string): Fingerprint[] {
  return text.split('\n').flatMap((entry) => {
    const [, commit, path, rule, line] = (entry.startsWith('#') ? null : FORM.exec(entry.trim())) ?? [];
    if (path === undefined || rule === undefined) return [];
    return [{ ...(commit !== undefined && { commit }), path, rule, line: Number(line) }];
  });
}

/**
 * What the file accepts: the place that is named, and what its line held in the commit that is named, in the same file. Rules are
 * compared by provider, since the two name them differently; gitleaks' generic rules stand for any.
 * @param folder absolute, what the paths are relative to; in a repository, commits are read there
 * @param inFolder a path of the scan, seen from that folder
 * @param file as the user calls it
 */
export async function gitleaksIgnoreAcceptor(
  text: string,
  folder: string,
  inFolder: (path: string) => string | undefined,
  file: string,
): Promise<Acceptor> {
  const fingerprints = parseFingerprints(text);
  const lines = await linesIn(
    folder,
    fingerprints.filter(({ commit }) => commit !== undefined),
  );
  const byPath = new Map<string, Fingerprint[]>();
  for (const one of fingerprints) byPath.set(one.path, [...(byPath.get(one.path) ?? []), one]);
  const accepted: Suppression = { by: 'baseline', reason: `known to gitleaks (${file})` };
  return ({ rule, provider }, match) => {
    const path = inFolder(match.location.path);
    const known = path === undefined ? [] : (byPath.get(path) ?? []);
    const means = (theirs: string): boolean => isGeneric(theirs) || theirs === rule || wordOf(theirs) === wordOf(provider);
    return known.some((one) => means(one.rule) && (stands(one, match) || holds(lines.get(one), match))) ? accepted : undefined;
  };
}

/** Rules of gitleaks that know a secret by what stands around it. */
const isGeneric = (rule: string): boolean => /^(?:generic|curl)-/.test(rule);

const wordOf = (name: string): string => name.split('-', 1)[0]!;

function stands({ commit, line }: Fingerprint, { location }: Match): boolean {
  return line === location.startLine && (commit === undefined || commit === location.commit);
}

function holds(line: string | undefined, { secret, encoded }: Match): boolean {
  if (line === undefined) return false;
  const [first = ''] = (encoded ?? secret).split('\n', 1);
  return first !== '' && line.includes(first);
}

/** The lines that fingerprints name, of commits that are there. */
async function linesIn(folder: string, fingerprints: readonly Fingerprint[]): Promise<Map<Fingerprint, string>> {
  const found = new Map<Fingerprint, string>();
  if (fingerprints.length === 0) return found;
  const input = fingerprints.map(({ commit, path }) => `${commit}:./${path}\n`).join('');
  const { stdout } = runGit(['cat-file', '--batch-check=%(objecttype) %(objectname)'], { cwd: folder, input });
  const blobs = new Map<string, Fingerprint[]>();
  for (const [at, answer] of stdout.toString('latin1').split('\n').entries()) {
    const [, id] = /^blob ([0-9a-f]+)$/.exec(answer) ?? [];
    if (id !== undefined) blobs.set(id, [...(blobs.get(id) ?? []), fingerprints[at]!]);
  }
  // What cannot be read accepts its place only: that is no gap of the scan.
  const take = (id: string, data: Buffer): void => {
    const lines = data.toString('utf8').split('\n');
    for (const one of blobs.get(id) ?? []) found.set(one, lines[one.line - 1] ?? '');
  };
  await streamObjects(
    folder,
    [...blobs.keys()],
    { maxSize: MOST_BYTES },
    (object) => object && take(object.id, object.data),
    SILENT,
  );
  return found;
}
