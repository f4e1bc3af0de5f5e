/**
 * Makes the tables of a set of rules.
 * @module
 */
import type { Rule } from '../rules/rule.ts';
import { DETECTORS } from './detectors/index.ts';
import { base64Anchor } from './decode/base64.ts';
import { WORD } from './edge.ts';
import { literalData } from './literals.ts';
import { type Literal, MAX_LEAD } from './prefilter.ts';
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
      at = literals.push({ ...literal }) - 1;
      byText.set(key, at);
      uses.push([]);
    } else {
      loosen(literals[at]!, literal);
    }
    uses[at]!.push(...use);
  };
  for (const [index, rule] of rules.entries()) {
    const named = rule.near.length + rule.service.length > 0;
    for (const { text, fold, prev, next, windows, tail, whole, wide, before } of rule.anchors) {
      const literal: Literal = { text, fold, ...(prev !== undefined && { prev }), ...(next !== undefined && { next }) };
      if (windows) literal.windows = windows;
      if (tail) literal.tail = tail;
      // A word's edge can be looked for where the match's beginning is certain.
      if (!named && rule.edgeBefore === WORD && before[0] === before[1] && before[0] <= MAX_LEAD) literal.edge = before[0];
      add(literal, whole ? USE.word : wide ? USE.wide : named ? USE.near : USE.shape, index, ...before);
      const encoded = named ? undefined : base64Anchor({ text, fold, before });
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

/** What must stand around a literal for one of two uses. */
function loosen(literal: Literal, other: Literal): void {
  if (literal.edge !== other.edge) delete literal.edge;
  if (literal.behind !== other.behind) delete literal.behind;
  if (literal.named !== other.named) delete literal.named;
  if (!literal.tail || !other.tail) delete literal.tail;
  else literal.tail = [union(literal.tail[0], other.tail[0]), Math.min(literal.tail[1], other.tail[1])];
}

function union(a: string, b: string): string {
  return [...new Set(a + b)].sort().join('');
}
