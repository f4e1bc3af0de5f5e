/**
 * What a schema cannot say of rules: that a shape can be read and searched for, that checksums and companions exist,
 * that examples can be made.
 * @module
 */
import { CHECKSUMS } from '../detect/checksum.ts';
import { anchorsOf, MIN_ANCHOR } from './anchors.ts';
import { callFaults } from './check-calls.ts';
import { nearAnchors } from './compile.ts';
import { contextOf, missKindOf } from './example-kinds.ts';
import { expandTemplate, TemplateError } from './examples.ts';
import type { RuleSource } from './rule.ts';
import type { Path } from './schema.ts';
import { lengthOf, type Node, parseShape, ShapeError } from './shape.ts';

/** Something wrong with a rule, at a path within it and, in a text, at a 0-based index. */
export interface Fault {
  path: Path;
  index?: number;
  message: string;
  fix: string;
}

/** The scanner's windows are no longer than this. */
const MAX_MATCH = 65_536;

/** Everything wrong with one rule by itself. */
export function faultsOf(rule: RuleSource): Fault[] {
  const faults: Fault[] = [];
  if ((rule.shape === undefined) === (rule.detector === undefined)) {
    const both = rule.shape !== undefined;
    const message = both ? 'the rule has a shape and a detector' : 'the rule has neither a shape nor a detector';
    faults.push({
      path: both ? ['detector'] : [],
      message,
      fix: both ? 'keep one of them' : 'add shape: what the text looks like',
    });
  }
  for (const list of ['near', 'service'] as const) {
    for (const [i, word] of (rule[list] ?? []).entries()) {
      if (nearAnchors(word).length > 0) continue;
      const fix = `write a word with ${MIN_ANCHOR} letters or digits in a row`;
      faults.push({ path: [list, i], message: `${list} word "${word}" cannot be searched for`, fix });
    }
  }
  const names = rule.shape === undefined ? undefined : shapeFaults(rule, rule.shape, faults);
  checksumFaults(rule, names, faults);
  if (rule.sensitivity === 'publishable' && rule.severity !== 'info') {
    faults.push({ path: ['severity'], message: 'a publishable credential is no danger', fix: 'write severity: info' });
  }
  rule.companions?.forEach((companion, i) => {
    if (companion.rule !== rule.id) return;
    faults.push({ path: ['companions', i, 'rule'], message: 'a rule cannot be its own companion', fix: 'name another rule' });
  });
  faults.push(...callFaults(rule));
  return faults;
}

/** The shape's group names; undefined when it cannot be read. */
function shapeFaults(rule: RuleSource, shape: string, faults: Fault[]): Set<string> | undefined {
  const fault = (message: string, fix: string, index = 0): void => {
    faults.push({ path: ['shape'], index, message, fix });
  };
  let node: Node;
  try {
    node = parseShape(shape);
  } catch (error) {
    if (!(error instanceof ShapeError)) throw error;
    const [message = '', fix] = error.message.split('; ');
    fault(message, fix ?? 'see the language of shapes in rule.schema.json', error.index);
    return undefined;
  }
  const [min, max] = lengthOf(node);
  if (min === 0) fault('the shape can match nothing at all', 'give it something that must be there');
  if (max > MAX_MATCH) fault(`the shape can match ${max} bytes`, `lower its repeats to ${MAX_MATCH} bytes together`);
  if (!rule.near && !rule.service && anchorsOf(node, rule.ignoreCase ?? false).length === 0) {
    const message = `the shape has no ${MIN_ANCHOR} fixed bytes in a row to search for`;
    fault(message, 'add near: names after which the value stands, or a literal');
  }
  return groupNames(node);
}

function groupNames(node: Node, names = new Set<string>()): Set<string> {
  if (node.type === 'group' && node.name !== undefined) names.add(node.name);
  if (node.type === 'group' || node.type === 'repeat') groupNames(node.item, names);
  if (node.type === 'sequence' || node.type === 'choice') for (const item of node.items) groupNames(item, names);
  return names;
}

function checksumFaults(rule: RuleSource, names: Set<string> | undefined, faults: Fault[]): void {
  const fact = rule.checksum;
  const checksum = fact && CHECKSUMS.get(fact.is);
  if (!fact || !checksum) return;
  if (checksum.needs === 'groups' && (fact.over === undefined || fact.in === undefined)) {
    const fix = 'name groups of the shape: over: [body], in: check';
    faults.push({ path: ['checksum'], message: `${fact.is} needs over and in`, fix });
  }
  if (checksum.needs === 'text' && fact.in !== undefined) {
    faults.push({ path: ['checksum', 'in'], message: `${fact.is} finds its check characters itself`, fix: 'remove in' });
  }
  if (!names) return;
  const missing = (name: string): boolean => name !== 'secret' && !names.has(name);
  const fix = `name it in the shape: (?<name>...); its groups are ${[...names].join(', ') || 'without names'}`;
  for (const [i, name] of (fact.over ?? []).entries()) {
    if (missing(name)) faults.push({ path: ['checksum', 'over', i], message: `the shape has no group ${name}`, fix });
  }
  if (fact.in !== undefined && missing(fact.in)) {
    faults.push({ path: ['checksum', 'in'], message: `the shape has no group ${fact.in}`, fix });
  }
}

/**
 * Examples that are missing, too much alike, or cannot be made.
 * @param siblings the rules of the same file
 * @param least in how many contexts the credential must be found, and of how many kinds near misses must be
 */
export function exampleFaults(rule: RuleSource, siblings: readonly RuleSource[], least = 1): Fault[] {
  if (!rule.examples) {
    const fix = 'add examples: match, texts in which it is found, and miss, near misses';
    return [{ path: [], message: `${rule.id} has no examples`, fix }];
  }
  const faults: Fault[] = [];
  const kinds = { match: new Set<string>(), miss: new Set<string>() };
  for (const list of ['match', 'miss'] as const) {
    for (const [i, template] of rule.examples[list].entries()) {
      try {
        const { text } = expandTemplate(rule, template, siblings);
        kinds[list].add(list === 'match' ? contextOf(rule, text) : missKindOf(template));
      } catch (error) {
        if (!(error instanceof TemplateError)) throw error;
        const [message = '', fix] = error.message.split('; ');
        faults.push({ path: ['examples', list, i], index: error.index, message, fix: fix ?? 'change the template or the rule' });
      }
    }
  }
  if (faults.length > 0) return faults;
  const tooAlike = (list: 'match' | 'miss', are: string, fix: string): void => {
    if (kinds[list].size >= least) return;
    faults.push({ path: ['examples', list], message: `${rule.id}: ${are} (${[...kinds[list]].join(', ')})`, fix });
  };
  tooAlike('match', 'all examples stand in one context', 'write one for another: env file, YAML, JSON, code, shell, log');
  tooAlike('miss', 'all near misses are of one kind', 'write one that is wrong in another way');
  return faults;
}
