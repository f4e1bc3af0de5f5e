/**
 * Examples to learn from, with their projects: labelled data, public source that holds no secrets, and made-up secrets.
 * @module
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isTestPath } from '../../judge/paths.ts';
import { below, type Random } from '../../rules/random.ts';
import type { RuleSource } from '../../rules/rule.ts';
import type { Collected, Collector, Read } from './collect.ts';
import { type TextFile, textFiles } from './files.ts';
import { synthetic } from './synthetic.ts';

export interface Example {
  /** The split of training and test is by project. */
  project: string;
  read: Read;
  /** Paths that it is learned with, each with its weight; undefined stands for bytes without a path. */
  paths: [path: string | undefined, weight: number][];
  label: 0 | 1;
  /** Set for labelled data: where it stands, to be scored. */
  labelled?: { file: string; line: number; certain: boolean };
}

/** A row of CredData's labels. */
interface Row {
  file: string;
  path?: string;
  lineStart: number;
  lineEnd: number;
  label: 'T' | 'F' | 'X';
  categories: string[];
  value: string | null;
}

/** Categories that name no credential (a UUID, a salt): what is only that is left out. */
const NO_CREDENTIAL = new Set(['UUID', 'Salt', 'Nonce', 'AWS S3 Bucket', 'Firebase Domain', 'Tencent WeChat API App ID']);

export interface Labelled {
  examples: Example[];
  /** What rules find that need no weighing. */
  fixed: { file: string; finding: Collected }[];
}

/** @param folder holds `truth.jsonl` and `data/<project>/…` */
export function labelledExamples(folder: string, collector: Collector): Labelled {
  const rows = readFileSync(join(folder, 'truth.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);
  const byFile = grouped(rows);
  const labelled: Labelled = { examples: [], fixed: [] };
  for (const file of textFiles(join(folder, 'data'))) {
    const own = byFile.get(file.path) ?? [];
    for (const found of collector.collect(file)) {
      if (!found.read) labelled.fixed.push({ file: file.path, finding: found });
      else add(labelled.examples, file, found, found.read, own);
    }
  }
  return labelled;
}

function grouped(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.file);
    if (group) group.push(row);
    else groups.set(row.file, [row]);
  }
  return groups;
}

function add(examples: Example[], file: TextFile, found: Collected, read: Read, rows: readonly Row[]): void {
  const here = rows.filter((row) => row.lineStart <= found.line && found.line <= row.lineEnd);
  const truths = here.filter((row) => row.label === 'T');
  const wanted = truths.filter((row) => !row.categories.every((category) => NO_CREDENTIAL.has(category)));
  const overlaps = wanted.some(
    (row) => !row.value || row.lineEnd > row.lineStart || row.value.includes(found.value) || found.value.includes(row.value),
  );
  // On a line with a credential another value is no mistake, nor what to learn from.
  const silent = truths.length > 0 && !overlaps;
  const undecided = here.some((row) => row.label === 'X');
  const weight = silent ? 0 : overlaps ? 1 : undecided ? 0.5 : 0.8;
  const real = here.find((row) => row.path)?.path ?? rows.find((row) => row.path)?.path;
  examples.push({
    project: file.project,
    read,
    paths: [
      [file.path, weight * 0.5],
      [real ?? file.path, weight * 0.3],
      [undefined, weight * 0.2],
    ],
    label: overlaps ? 1 : 0,
    labelled: { file: file.path, line: found.line, certain: !undecided && here.length > 0 },
  });
}

/** Most candidates of one project: a large one must not speak for all. */
const MOST = 80;

/**
 * Candidates of public source as what is no secret. By assumption: in test and example files, where made-up secrets
 * stand, they weigh little.
 */
export function cleanExamples(
  folder: string,
  projectOf: (path: string) => string | undefined,
  collector: Collector,
  random: Random,
): Example[] {
  const kept = new Map<string, { seen: number; examples: Example[] }>();
  for (const file of textFiles(folder)) {
    const project = projectOf(file.path);
    if (project === undefined) continue;
    const { seen, examples } = kept.get(project) ?? { seen: 0, examples: [] };
    const state = { seen, examples };
    kept.set(project, state);
    for (const { read } of collector.collect(file)) {
      if (!read) continue;
      const weight = isTestPath(file.path) ? 0.15 : 0.6;
      const path = file.path.slice(file.path.indexOf(project) + project.length + 1);
      const example: Example = {
        project,
        read,
        paths: [
          [path, weight * 0.8],
          [undefined, weight * 0.2],
        ],
        label: 0,
      };
      // A fair sample of unknown size (Vitter 1985, algorithm R).
      const place = state.seen++ < MOST ? state.examples.length : below(state.seen, random);
      if (place < MOST) state.examples[place] = example;
    }
  }
  return [...kept.values()].flatMap(({ examples }) => examples);
}

export function syntheticExamples(count: number, rules: readonly RuleSource[], collector: Collector, random: Random): Example[] {
  return synthetic(count, rules, random).flatMap(({ path, text, secret }, i) => {
    const data = Buffer.from(text, 'latin1');
    return collector
      .collect({ project: '', path, data, text })
      .filter(({ value, read }) => read && value === secret)
      .map(
        ({ read }): Example => ({
          project: `synthetic ${i % 50}`,
          read: read!,
          paths: [
            [path, 0.25],
            [undefined, 0.1],
          ],
          label: 1,
        }),
      );
  });
}
