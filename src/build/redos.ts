/**
 * Which expressions of the built-in rules are known not to backtrack for long, by recheck. An expression sees no more than
 * its longest match, so a polynomial is no danger while it stays small for that. Each takes seconds to check, so what was
 * found safe is written down by its hash; a test checks those which are not.
 *
 *     npx tsx src/build/redos.ts
 * @module
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { check } from 'recheck';
import type { Rule } from '../rules/rule.ts';

const CHECKED = new URL('redos.checked.json', import.meta.url);
const TIMEOUT_MS = 120_000;
/** Most steps that one look of a rule may take; V8 takes some hundred million a second. */
const MOST_STEPS = 10_000_000;

/** An expression as the scanner tries it at one place. */
export interface Expression {
  source: string;
  flags: string;
  /** Bytes that it sees at most. */
  window: number;
  /** Of the rules it belongs to. */
  ids: string[];
  hash: string;
}

/** The expressions of rules, each once. */
export function expressionsOf(rules: readonly Rule[]): Expression[] {
  const out = new Map<string, Expression>();
  for (const { id, pattern, edgeAfter, flags, maxLength } of rules) {
    if (pattern === '') continue;
    const source = `^(?:${pattern})${edgeAfter === '' ? '' : `(?![${edgeAfter}])`}`;
    const hash = createHash('sha256').update(`${maxLength}/${flags}/${source}`).digest('hex').slice(0, 16);
    const known = out.get(hash);
    if (known) known.ids.push(id);
    else out.set(hash, { source, flags, window: maxLength + 1, ids: [id], hash });
  }
  return [...out.values()];
}

/** Hashes of the expressions that were found safe. */
export function checkedBefore(): Set<string> {
  return new Set(JSON.parse(readFileSync(CHECKED, 'utf8')) as string[]);
}

/** @returns why an expression is not safe, undefined when it is */
export async function problemOf({ source, flags, window, ids }: Expression): Promise<string | undefined> {
  const found = await check(source, flags, { timeout: TIMEOUT_MS, randomSeed: 1 });
  if (found.status === 'safe') return undefined;
  if (found.status === 'unknown') return `${ids.join(', ')}: recheck cannot tell (${found.error.kind})`;
  const { complexity } = found;
  if (complexity.type === 'polynomial' && window ** complexity.degree <= MOST_STEPS) return undefined;
  const attack = JSON.stringify(found.attack.string.slice(0, 60));
  return `${ids.join(', ')}: ${complexity.type} backtracking, for instance on ${attack}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { loadCatalogue } = await import('../rules/catalogue.ts');
  const before = checkedBefore();
  const safe: string[] = [];
  for (const expression of expressionsOf(loadCatalogue().rules)) {
    const problem = before.has(expression.hash) ? undefined : await problemOf(expression);
    if (problem === undefined) safe.push(expression.hash);
    else process.stderr.write(`${problem}\n`);
  }
  writeFileSync(CHECKED, `${JSON.stringify(safe.sort(), undefined, 2)}\n`);
  process.stdout.write(`${safe.length} expressions are safe\n`);
}
