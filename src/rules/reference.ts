/**
 * What a rule with a shape matches, by its definition: the whole text, every place, no prefilter and no windows. Too slow
 * to scan with; generated examples and tests of the scanner are checked against it.
 * @module
 */
import { checksumHolds } from '../detect/checksum.ts';
import { NEAR_WINDOW } from './compile.ts';
import type { Rule } from './rule.ts';

export interface ReferenceMatch {
  /** Place and text of what the whole shape matches, in latin1 text. */
  index: number;
  text: string;
  secret: string;
  /** False where a checksum is wrong; a rule with `mismatch: low` still tells of it. */
  checksum: boolean;
}

/** The expression of a rule with its edges, for a search with flag g. */
export function searchPattern(rule: Rule): RegExp {
  const before = rule.edgeBefore === '' ? '' : `(?<![${rule.edgeBefore}])`;
  const after = rule.edgeAfter === '' ? '' : `(?![${rule.edgeAfter}])`;
  return new RegExp(`${before}(?:${rule.pattern})${after}`, `${rule.flags}g`);
}

/** All matches of a rule in latin1 text that its edges, checksum, entropy, near words and context let stand. */
export function referenceMatches(rule: Rule, text: string): ReferenceMatch[] {
  if (rule.pattern === '') return [];
  const out: ReferenceMatch[] = [];
  for (const found of text.matchAll(searchPattern(rule))) {
    const secret = found.groups?.['secret'] ?? found[0];
    const checksum = !rule.checksum || checksumHolds(rule.checksum, { ...found.groups, secret });
    if (!checksum && rule.checksum?.mismatch !== 'low') continue;
    if (!isRandomEnough(rule, secret)) continue;
    const names = [...rule.near, ...rule.service];
    if (names.length > 0 && !hasWord(text.slice(Math.max(0, found.index - NEAR_WINDOW), found.index), names)) continue;
    if (rule.context && rule.context.required !== false) {
      const within = rule.context.within ?? 200;
      const around = text.slice(Math.max(0, found.index - within), found.index + found[0].length + within);
      if (!hasWord(around, rule.context.words)) continue;
    }
    out.push({ index: found.index, text: found[0], secret, checksum });
  }
  return out;
}

/** Whether a secret has the entropy that its rule asks for; most ask for none, and then it is not counted. */
export function isRandomEnough({ entropy }: Rule, secret: string): boolean {
  return entropy === 0 || shannon(secret) >= entropy;
}

/** Shannon entropy of a text's characters, in bits a character. */
export function shannon(text: string): number {
  const counts = new Map<string, number>();
  for (const char of text) counts.set(char, (counts.get(char) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}

/** Words are compared without regard to case and to the `_`, `-`, `.` and spaces in them. */
function hasWord(text: string, words: readonly string[]): boolean {
  const plain = (value: string): string => value.toLowerCase().replace(/[-_. ]/g, '');
  return words.some((word) => plain(text).includes(plain(word)));
}
