import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileRule } from '../../src/rules/compile.ts';
import { expandExamples } from '../../src/rules/examples.ts';
import { checkRules, parseRules, problemText } from '../../src/rules/load.ts';
import { referenceMatches } from '../../src/rules/reference.ts';

const folder = new URL('../../patterns/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

describe.runIf(names.length > 0)('the built-in rules', async () => {
  const parsed = await Promise.all(
    names.map(async (name) => ({ name, rules: await parseRules(readFileSync(new URL(name, folder), 'utf8'), name) })),
  );

  it('have no problems', () => {
    const problems = [...parsed.flatMap(({ rules }) => rules.problems), ...checkRules(parsed)];
    expect(problems.map(problemText)).toEqual([]);
  });

  it.each(names)('match their examples by definition: %s', (name) => {
    const { file } = parsed.find((entry) => entry.name === name)!.rules;
    for (const source of file.rules.filter((rule) => rule.shape !== undefined)) {
      const rule = compileRule(file.provider, source);
      const { match, miss } = expandExamples(source, file.rules);
      const found = (text: string) => referenceMatches(rule, text).length > 0;
      for (const { template, text } of match)
        expect([source.id, template, text, found(text)]).toEqual([source.id, template, text, true]);
      for (const { template, text } of miss)
        expect([source.id, template, text, found(text)]).toEqual([source.id, template, text, false]);
    }
  });
});
