/**
 * The parts of a scan in one process, without the start of one: what the prefilter does to bytes, what more rules cost,
 * and what it costs to read the rules and to decode a token.
 * @module
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Detector } from '../src/detect/engine.ts';
import type { Prefilter } from '../src/detect/prefilter.ts';
import { JsPrefilter } from '../src/detect/prefilter-js.ts';
import { WasmPrefilter } from '../src/detect/prefilter-wasm.ts';
import { loadCatalogue } from '../src/rules/catalogue.ts';
import { compileRules } from '../src/rules/compile.ts';
import { parseRules } from '../src/rules/load.ts';
import type { Catalogue, ProviderFile, RuleSource } from '../src/rules/rule.ts';
import { Core, partSize } from '../src/wasm/core.ts';
import { explainToken } from '../src/tokens/index.ts';
import { loadIssuerTable } from '../src/tokens/issuer-table.ts';
import { sourceText } from './corpus.ts';
import { Random } from './random.ts';
import { settings } from './settings.ts';
import { digits, table } from './table.ts';
import { BASE62 } from './tokens.ts';

const { rounds, tree } = settings(5);
const LIMIT = 64 * 1024 * 1024;
const MARGIN = 64;
const random = new Random(1);
const data = corpus();

const built = loadCatalogue();
const core = new Core(WasmPrefilter.size(built.tables.literals) + partSize(data.length));
const wasm = new WasmPrefilter(core, built.tables.literals);
const rows = [['', 'ms', 'MB/s']];
rows.push(speed('prefilter, JavaScript', prefilter(new JsPrefilter(built.tables.literals), data)));
rows.push(speed('prefilter, WebAssembly', prefilter(wasm, filled(core.take(data.length)))));
for (const count of [100, 500, 1000, 2000]) rows.push(speed(`detector with ${count} rules`, detector(rulesOf(count))));
process.stdout.write(`${(data.length / 1e6).toFixed(0)} MB of ${tree ?? 'generated source'}, medians of ${rounds}\n`);
process.stdout.write(table(rows));

const issuers = loadIssuerTable();
const claims = {
  iss: 'https://accounts.google.com',
  aud: 'a',
  sub: 'b',
  exp: 1_900_000_000,
  iat: 1_800_000_000,
  scope: 'openid email',
};
const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const token = `${part({ alg: 'RS256', kid: 'k' })}.${part(claims)}.${random.text(BASE62, 342)}`;
const small = [['', 'us']];
small.push(each('read the rules', 20, () => loadCatalogue()));
small.push(each('explain a JWT', 2000, () => explainToken(token, { now: new Date(0), personalData: 'redact', issuers })));
process.stdout.write(`\n${table(small)}`);

/** Much source in one piece of memory, as a scan has it. */
function corpus(): Buffer {
  if (tree === undefined) return Buffer.from(`${'\n'.repeat(MARGIN)}${sourceText(random, LIMIT / 2)}${'\n'.repeat(MARGIN)}`);
  const parts: Buffer[] = [];
  let size = 0;
  for (const entry of readdirSync(tree, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const content = readFileSync(join(entry.parentPath, entry.name));
    if (content.includes(0) || size + content.length > LIMIT) continue;
    parts.push(content);
    size += content.length;
  }
  return Buffer.concat([Buffer.alloc(MARGIN, 10), ...parts, Buffer.alloc(MARGIN, 10)]);
}

/** The corpus in an engine's own memory, as files are read into it. */
function filled(memory: Buffer): Buffer {
  data.copy(memory);
  return memory;
}

function prefilter(engine: Prefilter, memory: Buffer): () => void {
  const [start, end] = [MARGIN, data.length - MARGIN];
  const whole = { pairs: Int32Array.of(start, end), count: 1 };
  return () => engine.scan(memory, start, end, whole, () => undefined);
}

function detector(catalogue: Catalogue): () => void {
  const engine = new Detector(catalogue, partSize(data.length));
  const memory = filled(engine.core.take(data.length));
  return () => void engine.scan(memory, MARGIN, data.length - MARGIN);
}

/** So many rules: some of the built-in ones, or all of them and invented ones of the same two kinds. */
function rulesOf(count: number): Catalogue {
  const folder = new URL('../patterns/', import.meta.url);
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => parseRules(readFileSync(new URL(name, folder), 'utf8'), name).file);
  const all = files.flatMap((file) => file.rules.map((rule) => ({ from: file, rule, order: random.next() })));
  const some = all.sort((a, b) => a.order - b.order).slice(0, count);
  const invented = Array.from({ length: count - some.length }, (_, n): RuleSource => invent(n));
  const picked = some.map(({ from: { provider, name }, rule }): ProviderFile => ({ provider, name, rules: [rule] }));
  return compileRules([...picked, { provider: 'invented', name: 'Invented', rules: invented }]);
}

function invent(n: number): RuleSource {
  const name = random.text('abcdefghijklmnopqrstuvwxyz', 5 + random.below(5));
  const shape = n % 2 === 0 ? { shape: `${name}_[A-Za-z0-9]{32}` } : { shape: '[0-9a-f]{32}', near: [`${name} api key`] };
  return {
    id: `invented-${n}`,
    title: name,
    kind: 'api-key',
    opens: 'Nothing.',
    severity: 'low',
    revoke: { how: 'None.' },
    ...shape,
  };
}

function speed(name: string, run: () => void): string[] {
  const ms = median(Array.from({ length: rounds + 1 }, () => timed(run)).slice(1));
  return [name, digits(ms), digits(data.length / 1000 / ms)];
}

function each(name: string, times: number, run: () => unknown): string[] {
  const ms = Array.from({ length: rounds + 1 }, () =>
    timed(() => {
      for (let n = 0; n < times; n++) run();
    }),
  );
  return [name, digits((median(ms.slice(1)) * 1000) / times)];
}

function timed(run: () => void): number {
  const begin = performance.now();
  run();
  return performance.now() - begin;
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1]!;
}
