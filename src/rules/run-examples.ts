/**
 * Runs the examples of rule files: what must match and what must not.
 * @module
 */
import { readFile } from 'node:fs/promises';
import { Detector } from '../detect/engine.ts';
import { resolve } from '../detect/resolve.ts';
import { UsageError } from '../errors.ts';
import { compileRules } from './compile.ts';
import { expandExample } from './examples.ts';
import { parseRules } from './load.ts';
import type { Catalogue, ProviderFile, RuleSource } from './rule.ts';

/**
 * @returns how many examples came out right, and a line for each problem
 * @throws UsageError when the file cannot be read
 */
export async function checkRuleFile(name: string): Promise<{ passed: number; problems: string[] }> {
  let text: string;
  try {
    text = await readFile(name, 'utf8');
  } catch (error) {
    throw new UsageError(`rule file ${name} cannot be read (${(error as NodeJS.ErrnoException).code}): check the path`);
  }
  const { file, problems: found } = await parseRules(text, name);
  const problems = found.map((problem) => `${problem.file}:${problem.line}:${problem.column}: ${problem.message}`);
  const { passed, failures } = checkExamples(file, compileRules([file]));
  return { passed, problems: [...problems, ...failures.map((failure) => `${name}: ${failure}`)] };
}

/** Every example of a provider's rules against a catalogue: the rule's own find must be there, or must not. */
export function checkExamples(file: ProviderFile, catalogue: Catalogue, seed = 1): { passed: number; failures: string[] } {
  const detector = new Detector(catalogue);
  const failures: string[] = [];
  let passed = 0;
  const finds = (rule: RuleSource, text: string): boolean => {
    const data = Buffer.from(text, 'latin1');
    return resolve(detector.scan(data, 0, data.length), catalogue.rules).some((hit) => catalogue.rules[hit.rule]!.id === rule.id);
  };
  for (const rule of file.rules) {
    for (const expected of ['match', 'miss'] as const) {
      for (const template of rule.examples?.[expected] ?? []) {
        const random = mulberry32(seed);
        if (finds(rule, expandExample(template, rule, random)) === (expected === 'match')) passed++;
        else
          failures.push(
            `${rule.id}: the example ${JSON.stringify(template)} ${expected === 'match' ? 'is not found' : 'is found, and must not be'}`,
          );
      }
    }
  }
  return { passed, failures };
}

/** A small seeded generator (Mulberry32, public domain by Tommy Ettinger): examples must come out alike each time. */
export function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
