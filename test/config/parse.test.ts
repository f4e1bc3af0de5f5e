import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { TEMPLATE } from '../../src/cli/init.ts';
import schema from '../../src/config/config.schema.json' with { type: 'json' };
import { type KnownRule, parseConfig } from '../../src/config/parse.ts';

const ids = (): KnownRule[] => [
  ...['github-pat', 'jwt', 'aws-key', 'aws-secret'].map((id) => ({ id })),
  { id: 'generic-password', detector: 'assignment/password' },
];
const problems = (text: string, name = 'c.yaml'): string[] => parseConfig(text, name, ids).problems;

const FULL = `
rules:
  github-pat: { severity: low }
  aws-*: { enabled: false }
allow:
  - paths: [test/]
    rules: [jwt, aws-*]
    values: ['^x+$']
    commits: ['abcdef0']
    max-severity: high
    reason: made up
    owner: ann
    until: 2027-01-31
  - ids: ['0123456789abcdef0123']
severity:
  - paths: [docs/]
    severity: low
fail-on: high
min-severity: low
max-file-size: 10M
include: [src/]
exclude: [vendor/]
gitignore: false
inline-ignores: true
baseline: [a.json]
extends: [b.yaml]
rule-files: [r.yaml]
`;

describe('a configuration', () => {
  it('is read, in three languages', () => {
    const { value, problems: none } = parseConfig(FULL, 'c.yaml', ids);
    expect(none).toEqual([]);
    expect(value).toEqual(parse(FULL));
    expect(parseConfig(JSON.stringify(value), 'c.json', ids).value).toEqual(value);
    const toml =
      'fail-on = "high"\nexclude = ["a"]\n[rules.jwt]\nseverity = "low"\n[[allow]]\npaths = ["t/"]\nuntil = 2027-01-31\n';
    expect(parseConfig(toml, 'c.toml', ids)).toMatchObject({
      problems: [],
      value: {
        'fail-on': 'high',
        exclude: ['a'],
        rules: { jwt: { severity: 'low' } },
        allow: [{ paths: ['t/'], until: '2027-01-31' }],
      },
    });
  });

  it('tells the line of a key', () => {
    const { lineOf } = parseConfig(FULL, 'c.yaml', ids);
    expect([lineOf('rules'), lineOf('fail-on'), lineOf('nothing')]).toEqual([2, 18, undefined]);
  });

  it('of comments only says nothing', () => {
    expect(parseConfig('# nothing\n', 'c.yaml', ids)).toMatchObject({ value: {}, problems: [] });
    expect(parseConfig('', 'c.yaml', ids).problems).toEqual([]);
    expect(parseConfig('', 'c.toml', ids).problems).toEqual([]);
  });

  it.each([
    ['an unknown key', 'fail-an: high', 'c.yaml:1:1: unknown key "fail-an" (did you mean fail-on?)'],
    ['a wrong word', 'a: 1\nfail-on: hgih', 'c.yaml:2:10: fail-on cannot be "hgih" (did you mean high?)'],
    ['a wrong type', 'exclude: vendor', 'c.yaml:1:10: exclude is "vendor" (write a list: one item a line after "- ", or [a, b])'],
    [
      'a rule that is not there',
      'rules:\n  github-pta: { severity: low }',
      'c.yaml:2:15: there is no rule github-pta (did you mean github-pat?)',
    ],
    ['a key of a rule', 'rules:\n  jwt: { severty: low }', 'c.yaml:2:10: unknown key "severty" (did you mean severity?)'],
    [
      'rules that are not there',
      'allow:\n  - rules: [gcp-*]',
      'c.yaml:2:13: there is no rule gcp-* (bearertrap rules lists them)',
    ],
    [
      'an entry for everything',
      'allow:\n  - reason: x',
      'c.yaml:2:5: the entry would accept everything (add paths, rules, ids, values or commits)',
    ],
    [
      'a day that is none',
      'allow:\n  - paths: [a]\n    until: 2027-02-30',
      'c.yaml:3:12: there is no day 2027-02-30 (write a day as 2027-01-31)',
    ],
    [
      'an id',
      'allow:\n  - ids: [abc]',
      'c.yaml:2:11: item 1 of ids cannot be "abc" (write the 20 characters that stand at id in a report, in quotes)',
    ],
    ['a size', 'max-file-size: big', 'c.yaml:1:16: max-file-size cannot be "big" (write a size in quotes: "500K", "10M", "2G")'],
  ])('%s is told with its place', (_name, text, message) => {
    expect(problems(text)).toContain(message);
  });

  it.each([
    ['an unknown key', 'fail-an = "high"', 'c.toml:1:1: unknown key "fail-an" (did you mean fail-on?)'],
    ['a wrong word', '# what fails\r\n\r\nfail-on = "hgih"', 'c.toml:3:11: fail-on cannot be "hgih" (did you mean high?)'],
    [
      'a rule that is not there',
      '[rules.github-pta]\nseverity = "low"',
      'c.toml:1:8: there is no rule github-pta (did you mean github-pat?)',
    ],
    [
      'a key of a rule',
      'gitignore = true\n[rules]\njwt = { severty = "low" }',
      'c.toml:3:9: unknown key "severty" (did you mean severity?)',
    ],
    ['a dotted key', 'rules."jwt".severity = "lo"', 'c.toml:1:24: severity cannot be "lo" (did you mean low?)'],
    [
      'the second of several tables',
      '[[allow]]\npaths = ["a"]\n\n[[allow]]\npaths = [\n  "x", # first\n  3,\n]',
      'c.toml:7:3: item 2 of paths is "3" (put it in quotes, or write a text)',
    ],
    [
      'an entry for everything',
      '[[allow]]\nreason = "x"',
      'c.toml:1:1: the entry would accept everything (add paths, rules, ids, values or commits)',
    ],
    [
      'a day that is none',
      '[[allow]]\npaths = ["a"]\nuntil = "2027-02-30"',
      'c.toml:3:9: there is no day 2027-02-30 (write a day as 2027-01-31)',
    ],
  ])('%s is told with its place in TOML', (_name, text, message) => {
    expect(problems(text, 'c.toml')).toEqual([message]);
  });

  it('tells the line of a key in TOML', () => {
    const { lineOf } = parseConfig(
      'gitignore = true\n\n[rules]\njwt.severity = "low"\n[[severity]]\npaths = ["a"]\nseverity = "low"',
      'c.toml',
      ids,
    );
    expect(['gitignore', 'rules', 'severity', 'nothing'].map(lineOf)).toEqual([1, 3, 5, undefined]);
  });

  it('tells all mistakes, and those of syntax', () => {
    expect(problems('fail-on: x\nexclude: 3\n')).toHaveLength(2);
    expect(problems('a: [')[0]).toMatch(/^c\.yaml:1:/);
    expect(problems('{"a": }', 'c.json')[0]).toMatch(/^c\.json:1:/);
    expect(problems('a = [', 'c.toml')[0]).toMatch(/^c\.toml:1:5: /);
    expect(problems('allow:\n  - values: ["("]')[0]).toMatch(/^c\.yaml:2:14: the expression cannot be read: Unterminated group/);
  });

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('c.yaml', 'c.json', 'c.toml'), (text, name) =>
        Array.isArray(parseConfig(text, name, ids).problems),
      ),
    );
  });
});

describe('the schema', () => {
  const validate = new Ajv2020({ allowUnionTypes: true, strict: false }).compile(schema);

  it('agrees with what is read', () => {
    expect(validate(parse(FULL))).toBe(true);
    for (const text of [
      'fail-an: high',
      'fail-on: hgih',
      'exclude: vendor',
      'rules: { jwt: { severty: low } }',
      'allow: [{ ids: [abc] }]',
    ]) {
      expect([text, validate(parse(text)), problems(text).length > 0]).toEqual([text, false, true]);
    }
  });

  it('accepts the file that init writes, with everything in it used', () => {
    const used = TEMPLATE.replace(/^# (?=\S+:(?: |$)| )/gm, '').replace(/^(All keys|Configuration).*$/gm, '');
    const value = parse(used) as Record<string, unknown>;
    expect(Object.keys(value).sort()).toEqual(
      Object.keys(schema.properties)
        .filter((key) => !['min-severity', 'gitignore', 'inline-ignores'].includes(key))
        .sort(),
    );
    expect(validate(value)).toBe(true);
    const weighed = (): KnownRule[] =>
      ['jwt', 'generic-secret', 'generic-password'].map((id) => ({ id, detector: 'assignment' }));
    expect(parseConfig(used, 'c.yaml', weighed).problems).toEqual([]);
    expect(parseConfig(TEMPLATE, 'c.yaml', ids)).toMatchObject({ value: {}, problems: [] });
  });
});
