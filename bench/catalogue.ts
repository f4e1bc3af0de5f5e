/**
 * What the catalogue costs: the files of a tree through the detector with all rules, and with those that an older commit
 * had already, in turns; and what it takes to read the rules in a new process.
 *
 *     BENCH_TREE=folder npx tsx bench/catalogue.ts 60af8c0
 * @module
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Detector } from '../src/detect/engine.ts';
import { loadCatalogue, loadWithAnchors } from '../src/rules/catalogue.ts';
import { compileRules } from '../src/rules/compile.ts';
import { parseRules } from '../src/rules/load.ts';
import type { Catalogue, ProviderFile, RuleSource } from '../src/rules/rule.ts';
import { parseServices } from '../src/rules/services.ts';
import { settings } from './settings.ts';
import { digits, table } from './table.ts';

// Before anything else has warmed the code for it.
const begin = performance.now();
const built = loadCatalogue();
const detector = new Detector(built);
const readMs = performance.now() - begin;

const { rounds, tree } = settings(5);
const commit = process.argv[2];
if (tree === undefined || commit === undefined)
  throw new Error('set BENCH_TREE and name a commit: npx tsx bench/catalogue.ts COMMIT');
const LARGEST = 4 * 1024 * 1024;
const files = readdirSync(tree, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => readFileSync(join(entry.parentPath, entry.name)))
  .filter((data) => data.length > 0 && data.length <= LARGEST && !data.includes(0));
const bytes = files.reduce((sum, data) => sum + data.length, 0);

const first = new Set(
  execFileSync('git', ['grep', '-hoE', '^ +- id: [a-z0-9-]+', commit, '--', 'patterns/*.yaml'], { encoding: 'utf8' })
    .trimEnd()
    .split('\n')
    .map((line) => line.slice(line.indexOf('id: ') + 4)),
);
const contenders = [contender(`rules of ${commit}`, only(first)), contender('all rules', loaded())];
for (let round = -1; round < rounds; round++) {
  for (const { engine, times } of contenders) {
    const used = process.cpuUsage();
    for (const data of files) engine.scan(data, 0, data.length);
    const { user, system } = process.cpuUsage(used);
    if (round >= 0) times.push((user + system) / 1000);
  }
}

const rows = [['', 'rules', 'least ms', 'median ms', 'x']];
const leastOf = (times: readonly number[]): number => Math.min(...times);
for (const { name, count, times } of contenders) {
  const median = times.toSorted((a, b) => a - b)[times.length >> 1]!;
  rows.push([name, `${count}`, digits(leastOf(times)), digits(median), digits(leastOf(times) / leastOf(contenders[0]!.times))]);
}
process.stdout.write(`${files.length} files, ${(bytes / 1e6).toFixed(0)} MB; processor time of ${rounds} rounds in turns\n`);
process.stdout.write(table(rows));
process.stdout.write(`\nReading ${built.count} rules and making a detector of them in this process: ${digits(readMs)} ms\n`);
void detector;

function contender(name: string, catalogue: Catalogue): { name: string; count: number; engine: Detector; times: number[] } {
  return { name, count: catalogue.count, engine: new Detector(catalogue), times: [] };
}

/** All rules, made into tables in the same way as the others. */
function loaded(): Catalogue {
  return only(new Set(loadWithAnchors().rules.map(({ id }) => id)));
}

/** The rules of today whose ids are among these; a companion that is not among them is left out. */
function only(ids: ReadonlySet<string>): Catalogue {
  const folder = new URL('../patterns/', import.meta.url);
  const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
  const written = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  const sources = [
    ...written.map((name) => parseRules(read(name), name).file),
    ...parseServices(read('services/services.yaml'), 'services.yaml').map(({ rules }) => rules.file),
  ];
  return compileRules(sources.map((source) => narrowed(source, ids)));
}

function narrowed(source: ProviderFile, ids: ReadonlySet<string>): ProviderFile {
  const rules: RuleSource[] = [];
  for (const { companions = [], ...rule } of source.rules) {
    if (ids.has(rule.id)) rules.push({ ...rule, companions: companions.filter((one) => ids.has(one.rule)) });
  }
  return { ...source, rules };
}
