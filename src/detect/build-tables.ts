/**
 * Makes the tables of a set of rules.
 * @module
 */
import type { Rule } from '../rules/rule.ts';
import { DETECTORS } from './detectors/index.ts';
import { base64Anchor } from './decode/base64.ts';
import { literalData } from './literals.ts';
import type { Literal } from './prefilter.ts';
import { type Tables, USE } from './tables.ts';

export function buildTables(rules: readonly Rule[]): Tables {
  const literals: Literal[] = [];
  const uses: number[][] = [];
  const byText = new Map<string, number>();
  const codes = [...DETECTORS.keys()];
  const add = (literal: Literal, ...use: [kind: number, index: number, least: number, most: number]): void => {
    const key = `${literal.fold ? 'i' : 'c'}${literal.text}\0${literal.prev ?? ''}\0${literal.next ?? ''}`;
    let at = byText.get(key);
    if (at === undefined) {
      at = literals.push(literal) - 1;
      byText.set(key, at);
      uses.push([]);
    }
    uses[at]!.push(...use);
  };
  for (const [index, rule] of rules.entries()) {
    for (const anchor of rule.anchors) {
      add(anchor, rule.near.length > 0 ? USE.near : USE.shape, index, ...anchor.before);
      const encoded = rule.near.length > 0 ? undefined : base64Anchor(anchor);
      if (encoded) add(encoded, USE.code, codes.indexOf('base64'), 0, 0);
    }
  }
  const wanted = new Set(rules.map((rule) => rule.detector.split('/')[0]!));
  for (const [index, [name, code]] of [...DETECTORS].entries()) {
    if (wanted.has(name) || code.always) for (const literal of code.literals) add(literal, USE.code, index, 0, 0);
  }
  let end = 0;
  const useStarts = Int32Array.from([0, ...uses.map((list) => (end += list.length))]);
  return { literals: literalData(literals), uses: Int32Array.from(uses.flat()), useStarts };
}
