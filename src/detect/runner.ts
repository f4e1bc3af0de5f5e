/**
 * Rules as the engine runs them: with what is made from each on first use.
 * @module
 */
import type { Rule } from '../rules/rule.ts';

/** One shape for all rules, each of which has properties of its own: what reads runners is compiled once. */
export interface Runner {
  index: number;
  rule: Rule;
  /** As in the rule. */
  minLength: number;
  maxLength: number;
  solid: number;
  expression: RegExp | undefined;
  contextWords: RegExp | undefined;
  nearWords: RegExp | undefined;
  serviceWords: RegExp | undefined;
  /** Bytes that may not stand before a match, unless they end an escape; undefined where any may. */
  noEdge: Uint8Array | undefined;
}

/** A rule, and its place among all. */
export function runnerOf(index: number, rule: Rule): Runner {
  const { minLength, maxLength, solid, edgeBefore: edge } = rule;
  return {
    index,
    rule,
    minLength,
    maxLength,
    solid,
    expression: undefined,
    contextWords: undefined,
    nearWords: undefined,
    serviceWords: undefined,
    noEdge: edge === '' ? undefined : byteTable(edge),
  };
}

/** Matches the rule's shape where its `lastIndex` says, with what may not stand behind. */
export function expressionOf(runner: Runner): RegExp {
  const { rule } = runner;
  if (!runner.expression) {
    const after = rule.edgeAfter === '' ? '' : `(?![${rule.edgeAfter}])`;
    const indices = rule.pattern.includes('(?<secret>') ? 'd' : '';
    runner.expression = new RegExp(`(?:${rule.pattern})${after}`, `${rule.flags}y${indices}`);
  }
  return runner.expression;
}

/** By byte: 1 for those of a class, given as the inside of its brackets. */
function byteTable(inside: string): Uint8Array {
  const table = new Uint8Array(256);
  const expression = new RegExp(`[${inside}]`);
  for (let byte = 0; byte < 256; byte++) table[byte] = expression.test(String.fromCharCode(byte)) ? 1 : 0;
  return table;
}

/** Whether one of the words is a part of a name, whatever stands between their letters and digits. */
export function hasWord(name: string, words: readonly string[]): boolean {
  const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  return words.some((word) => plain(name).includes(plain(word)));
}

/** Matches any of some words. */
export const anyOf = (words: readonly string[], flags: string): RegExp => new RegExp(words.map(looseWord).join('|'), flags);

/** `api key` also stands for `api_key`, `api-key`, `apiKey` and `api.key`. */
function looseWord(word: string): string {
  return word
    .split(/[ _.-]+/)
    .map((piece) => piece.replace(/[^A-Za-z0-9]/g, String.raw`\$&`))
    .join('[ _.-]?');
}
