/**
 * Reads rule files, the built-in ones at build time and custom ones at run time, and tells every problem in them with
 * its place and what to do about it. Loads the yaml package: import it only when there is a file to read.
 * @module
 */
import * as Yaml from 'yaml';
import schema from '../../patterns/rule.schema.json' with { type: 'json' };
import { exampleFaults, type Fault, faultsOf } from './check.ts';
import { closest } from './closest.ts';
import type { ProviderFile, RuleSource } from './rule.ts';
import { type Path, readBySchema } from './schema.ts';

export interface RuleProblem {
  file: string;
  /** 1-based; columns count UTF-16 code units. */
  line: number;
  column: number;
  /** Id of the rule, where it has a readable one. */
  rule?: string;
  message: string;
  /** What to do about it. */
  fix: string;
}

export interface ParsedRules {
  /** The rules without a problem. */
  file: ProviderFile;
  /** Sorted by place. */
  problems: RuleProblem[];
  /** The place of a path within one of the rules, and of an index in the text that stands there. */
  locate(rule: string, path?: Path, index?: number): { line: number; column: number };
}

/**
 * Reads one file of rules. A rule with a problem is left out and the others are kept; a file that is not YAML, or that
 * does not name its provider, gives none.
 * @param text the YAML text
 * @param file its name, for problems
 */
export function parseRules(text: string, file: string): ParsedRules {
  const lines = new Yaml.LineCounter();
  const document = Yaml.parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const problems: RuleProblem[] = [];
  const place = (offset: number): { line: number; column: number } => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const failed = (): ParsedRules => ({
    file: { provider: '', name: '', rules: [] },
    problems: sorted(problems),
    locate: () => ({ line: 1, column: 1 }),
  });
  for (const error of document.errors) {
    problems.push({ file, ...place(error.pos[0]), message: firstLine(error.message), fix: fixOf(error.code) });
  }
  if (problems.length > 0) return failed();

  const { value, departures, nodes } = readBySchema(document, schema);
  const { provider, name, rules: sources = [], ...head } = (value ?? {}) as Partial<ProviderFile>;
  const bad = new Set<number>();
  const idOf = (i: number): { rule?: string } => {
    const id = (sources[i] as Partial<RuleSource> | undefined)?.id;
    return id === undefined ? {} : { rule: id };
  };
  for (const { path, offset, message, fix } of departures) {
    const rule = path[0] === 'rules' && typeof path[1] === 'number' ? path[1] : undefined;
    if (rule !== undefined) bad.add(rule);
    problems.push({ file, ...place(offset), ...(rule !== undefined && idOf(rule)), message, fix });
  }
  if (provider === undefined || name === undefined || sources.length === 0) return failed();

  const at = (i: number, path: Path, index?: number): { line: number; column: number } => {
    for (let depth = path.length; depth >= 0; depth--) {
      const node = nodes.get(['rules', i, ...path.slice(0, depth)].join('/'));
      if (!node?.range) continue;
      const inText = index !== undefined && depth === path.length && Yaml.isScalar(node);
      return place(inText ? offsetInScalar(text, node, index) : node.range[0]);
    }
    return { line: 1, column: 1 };
  };
  const kept = new Map<string, number>();
  const rules: RuleSource[] = [];
  for (const [i, source] of sources.entries()) {
    if (bad.has(i)) continue;
    const faults = faultsOf(source);
    if (kept.has(source.id))
      faults.push({ path: ['id'], message: `the id ${source.id} is used twice`, fix: 'give each rule its own' });
    for (const { path, index, message, fix } of faults) {
      problems.push({ file, ...at(i, path, index), rule: source.id, message, fix });
    }
    if (faults.length > 0) continue;
    kept.set(source.id, i);
    rules.push(source);
  }
  return {
    file: { provider, name, ...head, rules },
    problems: sorted(problems),
    locate: (rule, path = ['id'], index) => at(kept.get(rule) ?? -1, path, index),
  };
}

/**
 * Problems that show only among all files together: ids used twice and companions that do not exist; and, for rules
 * that are to be shipped, examples that are missing, too much alike, or cannot be made.
 * @param least see {@link exampleFaults}
 * @param known ids that exist besides, those of the built-in rules when custom ones are checked
 */
export function checkRules(
  parsed: readonly { name: string; rules: ParsedRules }[],
  options: { known?: ReadonlySet<string>; examples?: boolean; least?: number } = {},
): RuleProblem[] {
  const owners = new Map<string, string>();
  for (const id of options.known ?? []) owners.set(id, 'the built-in rules');
  const problems: RuleProblem[] = [];
  const report = (name: string, from: ParsedRules, rule: string, { path, index, message, fix }: Fault): void => {
    problems.push({ file: name, ...from.locate(rule, path, index), rule, message, fix });
  };
  for (const { name, rules } of parsed) {
    for (const { id } of rules.file.rules) {
      const owner = owners.get(id);
      const message = `the id ${id} is already used in ${owner}`;
      if (owner !== undefined) report(name, rules, id, { path: ['id'], message, fix: 'give the rule another id' });
      else owners.set(id, name);
    }
  }
  for (const { name, rules } of parsed) {
    for (const rule of rules.file.rules) {
      for (const [i, companion] of (rule.companions ?? []).entries()) {
        if (owners.has(companion.rule)) continue;
        const close = closest(companion.rule, [...owners.keys()]);
        const fix = close === undefined ? 'name the id of a rule' : `did you mean ${close}?`;
        report(name, rules, rule.id, { path: ['companions', i, 'rule'], message: `there is no rule ${companion.rule}`, fix });
      }
      if (!options.examples) continue;
      for (const fault of exampleFaults(rule, rules.file.rules, options.least)) report(name, rules, rule.id, fault);
    }
  }
  return problems;
}

/** A problem in one line: `file:line:column: rule: message (fix)`. */
export function problemText({ file, line, column, rule, message, fix }: RuleProblem): string {
  return `${file}:${line}:${column}: ${rule === undefined ? '' : `${rule}: `}${message} (${fix})`;
}

function sorted(problems: RuleProblem[]): RuleProblem[] {
  return problems.sort((a, b) => a.line - b.line || a.column - b.column);
}

function firstLine(message: string): string {
  return message.split('\n')[0]!;
}

function fixOf(code: string): string {
  if (code === 'DUPLICATE_KEY') return 'keep one of the two';
  if (code === 'MULTIPLE_DOCS') return 'write one document a file';
  return 'put texts that hold : # { } [ ] & * ! | > % @ or ` in single quotes, and indent with spaces';
}

/** Where the character at an index of a scalar's value stands in the YAML text. */
function offsetInScalar(text: string, node: Yaml.Scalar, index: number): number {
  const [start, end] = node.range!;
  const type = node.type;
  if (type === 'PLAIN' || type === 'QUOTE_SINGLE' || type === 'QUOTE_DOUBLE') {
    let at = type === 'PLAIN' ? start : start + 1;
    for (let i = 0; i < index && at < end; i++) {
      if (type === 'QUOTE_SINGLE' && text.startsWith("''", at)) at += 2;
      else if (type === 'QUOTE_DOUBLE' && text[at] === '\\') at += { x: 4, u: 6, U: 10 }[text[at + 1]!] ?? 2;
      else at++;
    }
    return Math.min(at, end);
  }
  const line = String(node.value).slice(0, index).split('\n');
  let at = start;
  for (let i = 0; i < line.length; i++) at = text.indexOf('\n', at) + 1;
  while (text[at] === ' ') at++;
  return Math.min(at + line.at(-1)!.length, end);
}
