import { describe, expect, it } from 'vitest';
import { checkedBefore, expressionsOf, problemOf } from '../../src/build/redos.ts';
import { loadCatalogue } from '../../src/rules/catalogue.ts';
import { compileRule } from '../../src/rules/compile.ts';
import { rule } from './rules.ts';

const EXPRESSIONS = expressionsOf(loadCatalogue().rules);
const before = checkedBefore();

describe('the expressions of the built-in rules', () => {
  it('do not backtrack without end', { timeout: 600_000 }, async () => {
    const problems: string[] = [];
    for (const expression of EXPRESSIONS) {
      const problem = before.has(expression.hash) ? undefined : await problemOf(expression);
      if (problem !== undefined) problems.push(problem);
    }
    expect(problems).toEqual([]);
  });

  it('are nearly all known to, so that this takes no time', () => {
    const unknown = EXPRESSIONS.filter(({ hash }) => !before.has(hash)).flatMap(({ ids }) => ids);
    expect(unknown.slice(20), 'run npx tsx src/build/redos.ts').toEqual([]);
  });

  it('would be told of, if one did', async () => {
    const [endless] = expressionsOf([compileRule('acme', rule('endless', { shape: 'acme_(?:a|a){1,60}!' }))]);
    expect(await problemOf(endless!)).toMatch(/^endless: exponential backtracking, for instance on "acme_a/);
  });
});
