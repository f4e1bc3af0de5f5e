import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { afterAll, describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/pipeline/file.ts';
import type { PoolOptions, ScanPool } from '../../src/pipeline/pool.ts';
import { compileRules } from '../../src/rules/compile.ts';
import type { Catalogue } from '../../src/rules/rule.ts';
import type { FileEntry } from '../../src/sources/entry.ts';
import { put, tree } from '../helpers/cli.ts';
import { random } from '../helpers/tokens.ts';
import { file, rule } from '../rules/rules.ts';

/** The pool and its worker, built side by side as in dist/. */
const built = tree();
buildSync({
  entryPoints: { pool: 'src/pipeline/pool.ts', worker: 'src/pipeline/worker.ts' },
  outdir: built,
  bundle: true,
  platform: 'node',
  format: 'esm',
});
put(built, 'package.json', '{ "type": "module" }');
const { ScanPool: Pool } = (await import(join(built, 'pool.js'))) as { ScanPool: typeof ScanPool };
const folders = [built];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

function entries(files: Record<string, string | Buffer>): FileEntry[] {
  const folder = tree(files);
  folders.push(folder);
  return Object.keys(files).map((path) => ({ path, open: join(folder, path), explicit: false }));
}

function scan(files: readonly FileEntry[], catalogue: Catalogue, options: Partial<PoolOptions>): Promise<Outcome> {
  const pool = new Pool({
    catalogue,
    customRules: true,
    limits: { maxFileSize: Infinity },
    jobs: 2,
    deadlineMs: 60_000,
    ...options,
  });
  pool.add(files);
  return pool.finish();
}

const summary = ({ files, bytes, matches, skipped }: Outcome) => ({
  files,
  bytes,
  matches: matches.map(({ rule, location: { path, offset } }) => `${path} ${rule} ${offset}`).sort(),
  skipped: skipped.map(({ reason, path, gap }) => `${path} ${reason} ${gap}`).sort(),
});

const RULES = [
  rule('acme', { shape: 'acme_[A-Za-z0-9]{32}' }),
  // Bounded, and still without end on a text that nearly matches: what a custom rule can do.
  rule('endless', { shape: 'endless_(?:a|a){40,60}!', edge: 'none' }),
  rule('broken', { shape: 'broken_[0-9]{8}' }),
];

function catalogue(): Catalogue {
  const made = compileRules([file(...RULES)]);
  // No rule that was checked has such an expression; it stands for whatever may end a thread.
  made.rules.find(({ id }) => id === 'broken')!.pattern = '(';
  return made;
}

const FILLER = 'const line = "of a program without secrets";\n'.repeat(3000);

/** Work enough for threads to join, with a credential in every seventh file. */
const MANY = Object.fromEntries(
  Array.from({ length: 300 }, (_, n) => [`f${n}.js`, n % 7 === 0 ? `${FILLER}acme_${random(32, `${n}`)}\n` : FILLER]),
);

const files = entries(MANY);
const plain = summary(await scan(files, catalogue(), { jobs: 1 }));

describe('threads', () => {
  it.each([2, 4])('%i find together what one finds', async (jobs) => {
    expect(plain).toMatchObject({ files: 300, skipped: [] });
    expect(plain.matches).toHaveLength(43);
    expect(summary(await scan(files, catalogue(), { jobs }))).toEqual(plain);
  });

  it('with one thread, the failure of a built-in rule costs that file too', async () => {
    const bad = entries({ 'bad.js': `${FILLER}broken_12345678\n`, 'last.js': FILLER });
    const outcome = summary(await scan([...bad, ...files], catalogue(), { jobs: 1, customRules: false }));
    expect(outcome.skipped).toEqual(['bad.js unreadable true']);
    expect(outcome).toMatchObject({ files: 301, matches: plain.matches });
  });

  it.each([1, 2, 4])('that fail on a file cost that file: %i', async (jobs) => {
    const bad = entries({ 'bad.js': `${FILLER}broken_12345678\n`, 'last.js': FILLER });
    const outcome = summary(await scan([...files, ...bad], catalogue(), { jobs }));
    expect(outcome.skipped).toEqual(['bad.js unreadable true']);
    expect(outcome.matches).toEqual(plain.matches);
    expect(outcome.files).toBe(301);
  });

  it.each([1, 2, 4])('that hang on a file are ended, and cost that file: %i', async (jobs) => {
    const bad = entries({ 'bad.js': `${FILLER}endless_${'a'.repeat(60)}\n`, 'last.js': FILLER });
    const outcome = summary(await scan([...files, ...bad], catalogue(), { jobs, deadlineMs: 500 }));
    expect(outcome.skipped).toEqual(['bad.js timeout true']);
    expect(outcome.matches).toEqual(plain.matches);
    expect(outcome.files).toBe(301);
  });

  it('end early when they are told to, with what there is until then', async () => {
    const abort = new AbortController();
    const done = scan(files, catalogue(), { jobs: 2, signal: abort.signal, onProgress: (count) => count > 20 && abort.abort() });
    const { files: count, skipped } = await done;
    expect(count).toBeGreaterThan(20);
    expect(count).toBeLessThan(300);
    expect(skipped).toEqual([]);
  });
});
