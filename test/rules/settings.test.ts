import { describe, expect, it } from 'vitest';
import type { RuleSettings } from '../../src/rules/settings.ts';
import { scan } from '../../src/scan.ts';
import { githubPat, jwt } from '../helpers/tokens.ts';

const pat = githubPat();
const stdin = Buffer.from(`GITHUB_TOKEN=${pat}\nSESSION=${jwt({ sub: 'ada', exp: 4_000_000_000 })}\n`);
const found = async (ruleSettings?: RuleSettings, onlyRules?: string[]): Promise<string[]> => {
  const report = await scan({ stdin, ...(ruleSettings && { ruleSettings }), ...(onlyRules && { onlyRules }) });
  return report.findings.map(({ rule, severity }) => `${rule} ${severity}`);
};

describe('settings of rules', () => {
  it.each<[string, RuleSettings | undefined, string[] | undefined, string[]]>([
    ['none', undefined, undefined, ['github-pat critical', 'jwt high']],
    ['a rule with a shape off', { 'github-pat': { enabled: false } }, undefined, ['jwt high']],
    ['a rule with a detector off', { jwt: { enabled: false } }, undefined, ['github-pat critical']],
    [
      'other severities',
      { jwt: { severity: 'low' }, 'github-pat': { severity: 'info' } },
      undefined,
      ['jwt low', 'github-pat info'],
    ],
    ['only one rule', undefined, ['jwt'], ['jwt high']],
    ['only one rule, of another severity', { jwt: { severity: 'info' } }, ['jwt'], ['jwt info']],
  ])('%s', async (_, settings, only, expected) => {
    expect((await found(settings, only)).sort()).toEqual(expected.sort());
  });

  it('counts the rules that are on', async () => {
    const all = await scan({ stdin });
    const fewer = await scan({ stdin, ruleSettings: { jwt: { enabled: false } } });
    expect(fewer.tool.rules).toBe(all.tool.rules - 1);
  });

  it.each<[RuleSettings, string]>([
    [{ 'github-patt': { enabled: false } }, 'there is no rule github-patt; did you mean github-pat?'],
    [{ 'nothing-like-it-at-all': {} }, 'there is no rule nothing-like-it-at-all; bearertrap rules lists them all'],
    [{ jwt: { severity: 'worst' as 'low' } }, 'the severity of rule jwt cannot be worst'],
  ])('refuse %j', async (settings, message) => {
    await expect(found(settings)).rejects.toThrow(message);
  });
});
