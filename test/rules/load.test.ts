import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { checkRules, parseRules, problemText } from '../../src/rules/load.ts';
import { GOOD } from './rules.ts';

/** GOOD with one text in it replaced. */
function with_(what: string, by: string): string {
  if (!GOOD.includes(what)) throw new Error(`${what} is not in it`);
  return GOOD.replace(what, by);
}

describe('a file without problems', () => {
  it('is read as it stands', async () => {
    const { file, problems } = parseRules(GOOD, 'acme.yaml');
    expect(problems).toEqual([]);
    expect(file).toEqual(parseYaml(GOOD));
  });

  it('may use aliases', async () => {
    const text = with_('kind: api-key', 'kind: &kind api-key').replace('kind: client-secret', 'kind: *kind');
    const { file, problems } = parseRules(text, 'acme.yaml');
    expect(problems).toEqual([]);
    expect(file.rules.map((rule) => rule.kind)).toEqual(['api-key', 'api-key']);
  });

  it('tells where its parts stand', async () => {
    const rules = parseRules(GOOD, 'acme.yaml');
    expect(rules.locate('acme-secret')).toEqual({ line: 15, column: 9 });
    expect(rules.locate('acme-secret', ['companions', 0, 'rule'])).toEqual({ line: 23, column: 15 });
    expect(rules.locate('acme-key', ['note'])).toEqual({ line: 5, column: 5 });
  });
});

describe('problems', () => {
  it.each<[what: string, by: string, problems: string[], kept: string[]]>([
    [
      'severity: high',
      'severty: high',
      [
        '5:5: acme-key: the rule has no severity (add severity: How bad a leak is, before anything is known of the single credential.)',
        '9:5: acme-key: unknown key "severty" (did you mean severity?)',
      ],
      ['acme-secret'],
    ],
    ['severity: high', 'severity: hgih', ['9:15: acme-key: severity cannot be "hgih" (did you mean high?)'], ['acme-secret']],
    [
      'severity: high',
      'severity: enormous',
      ['9:15: acme-key: severity cannot be "enormous" (write one of critical, high, medium, low, info)'],
      ['acme-secret'],
    ],
    ['severity: high', 'severity:', ['9:14: acme-key: severity is empty (write a value or remove the key)'], ['acme-secret']],
    ['title: Acme API key', 'title: 12', ['6:12: acme-key: title is "12" (put it in quotes, or write a text)'], ['acme-secret']],
    ['title: Acme API key', 'title: [a, b]', ['6:12: acme-key: title is a list (write a text)'], ['acme-secret']],
    [
      'title: Acme API key',
      "title: ''",
      ['6:12: acme-key: title is an empty text (write a text or remove the key)'],
      ['acme-secret'],
    ],
    [
      'id: acme-key',
      'id: Acme_Key',
      ['5:9: id cannot be "Acme_Key" (use lower-case letters, digits and single dashes)'],
      ['acme-secret'],
    ],
    [
      'shape: acme_[a-z0-9]{20}',
      'shape: acme_[a-z0-9]+',
      [
        '10:25: acme-key: a repeat needs an end: write {0,n} or {1,n} instead of + (see the language of shapes in rule.schema.json)',
      ],
      ['acme-secret'],
    ],
    [
      'shape: acme_[a-z0-9]{20}',
      "shape: 'it''s[a-z'",
      ['10:18: acme-key: this class is not closed (see the language of shapes in rule.schema.json)'],
      ['acme-secret'],
    ],
    [
      'shape: acme_[a-z0-9]{20}',
      'shape: "a\\\\.b\\u0041c?*"',
      [
        '10:26: acme-key: a repeat needs an end: write {0,n} or {1,n} instead of * (see the language of shapes in rule.schema.json)',
      ],
      ['acme-secret'],
    ],
    [
      'shape: acme_[a-z0-9]{20}',
      'shape: |-\n      acme_?*',
      [
        '11:13: acme-key: a repeat needs an end: write {0,n} or {1,n} instead of * (see the language of shapes in rule.schema.json)',
      ],
      ['acme-secret'],
    ],
    [
      'shape: acme_[a-z0-9]{20}',
      "shape: 'acme_[a-z]{20}?{'",
      ['10:28: acme-key: a { begins a repeat: {n} or {n,m} (write \\{ for the character)'],
      ['acme-secret'],
    ],
    [
      'shape: acme_[a-z0-9]{20}',
      "shape: '[a-z]{20}'",
      [
        '10:13: acme-key: the shape has no 3 fixed bytes in a row to search for (add near: names after which the value stands, or a literal)',
      ],
      ['acme-secret'],
    ],
    [
      'shape: acme_[a-z0-9]{20}',
      "shape: 'acme(?:x{60000}){2}'",
      ['10:13: acme-key: the shape can match 120004 bytes (lower its repeats to 65536 bytes together)'],
      ['acme-secret'],
    ],
    [
      'shape: acme_[a-z0-9]{20}',
      "shape: '(?:acme)?'",
      [
        '10:13: acme-key: the shape can match nothing at all (give it something that must be there)',
        '10:13: acme-key: the shape has no 3 fixed bytes in a row to search for (add near: names after which the value stands, or a literal)',
      ],
      ['acme-secret'],
    ],
    [
      'shape: acme_[a-z0-9]{20}',
      'near: [acme_key]',
      ['5:5: acme-key: the rule has neither a shape nor a detector (add shape: what the text looks like)'],
      ['acme-secret'],
    ],
    [
      'shape: acme_[a-z0-9]{20}',
      'shape: acme_[a-z0-9]{20}\n    detector: jwt',
      ['11:15: acme-key: the rule has a shape and a detector (keep one of them)'],
      ['acme-secret'],
    ],
    [
      'shape: acme_[a-z0-9]{20}',
      "shape: '[a-z]{20}'\n    near: [acme_key, a_b]",
      ['11:22: acme-key: near word "a_b" cannot be searched for (write a word with 3 letters or digits in a row)'],
      ['acme-secret'],
    ],
    [
      'shape: acme_[a-z0-9]{20}',
      'shape: acme_[a-z0-9]{20}\n    entropy: 9',
      ['11:14: acme-key: entropy is 9 (write a number from 0 to 8)'],
      ['acme-secret'],
    ],
    [
      'shape: acme_[a-z0-9]{20}',
      'shape: acme_[a-z0-9]{20}\n    ignoreCase: yes',
      ['11:17: acme-key: ignoreCase is "yes" (write true or false)'],
      ['acme-secret'],
    ],
    [
      'shape: acme_[a-z0-9]{20}',
      'shape: acme_[a-z0-9]{20}\n    context: { words: [], within: 1.5 }',
      [
        '11:23: acme-key: words is an empty list (list something or remove the key)',
        '11:35: acme-key: within is "1.5" (write a whole number from 1 to 4096)',
      ],
      ['acme-secret'],
    ],
    [
      'shape: acme_[a-z0-9]{20}',
      'shape: acme_[a-z0-9]{20}\n    near: acme',
      ['11:11: acme-key: near is "acme" (write a list: one item a line after "- ", or [a, b])'],
      ['acme-secret'],
    ],
    [
      'shape: acme_[a-z0-9]{20}',
      'shape: acme_[a-z0-9]{20}\n    docs: see the web',
      ['11:11: acme-key: docs cannot be "see the web" (write a URL that begins with https://)'],
      ['acme-secret'],
    ],
    ['crc32-hex', 'crc32-hx', ['21:21: acme-secret: is cannot be "crc32-hx" (did you mean crc32-hex?)'], ['acme-key']],
    [
      'over: [body], in: check',
      'over: [bdy], in: chck',
      [
        '21:39: acme-secret: the shape has no group bdy (name it in the shape: (?<name>...); its groups are body, check)',
        '21:49: acme-secret: the shape has no group chck (name it in the shape: (?<name>...); its groups are body, check)',
      ],
      ['acme-key'],
    ],
    [
      ', over: [body], in: check',
      '',
      ['21:15: acme-secret: crc32-hex needs over and in (name groups of the shape: over: [body], in: check)'],
      ['acme-key'],
    ],
    [
      'is: crc32-hex, over: [body]',
      'is: bech32',
      ['21:33: acme-secret: bech32 finds its check characters itself (remove in)'],
      ['acme-key'],
    ],
    [
      '- rule: acme-key',
      '- rule: acme-secret',
      ['23:15: acme-secret: a rule cannot be its own companion (name another rule)'],
      ['acme-key'],
    ],
    [
      'id: acme-secret',
      'id: acme-key',
      [
        '15:9: acme-key: the id acme-key is used twice (give each rule its own)',
        '23:15: acme-key: a rule cannot be its own companion (name another rule)',
      ],
      ['acme-key'],
    ],
    [
      'url: https://acme.example\n',
      'home: https://acme.example\n',
      ['3:1: unknown key "home" (known keys are provider, name, url, service, rules)'],
      ['acme-key', 'acme-secret'],
    ],
    ['name: Acme\n', '', ["1:1: the file has no name (add name: The provider's name as it writes it.)"], []],
    [
      'provider: acme',
      'provider: ACME',
      ['1:11: provider cannot be "ACME" (use lower-case letters, digits and single dashes)'],
      [],
    ],
    [
      'revoke: { how: Press the button }',
      'revoke: Press the button',
      ['11:13: acme-key: revoke is "Press the button" (write a mapping of keys to values)'],
      ['acme-secret'],
    ],
    [
      'revoke: { how: Press the button }',
      'revoke: { }',
      ['11:13: acme-key: revoke has no how (add how: Where to click or what to run.)'],
      ['acme-secret'],
    ],
    [
      'title: Acme API key',
      'title: Acme: API key',
      [
        '6:12: Nested mappings are not allowed in compact mappings (put texts that hold : # { } [ ] & * ! | > % @ or ` in single quotes, and indent with spaces)',
      ],
      [],
    ],
    ['title: Acme API key', 'id: acme', ['6:5: Map keys must be unique (keep one of the two)'], []],
    [
      'provider: acme',
      '--- 1\n---\nprovider: acme',
      ['2:1: Source contains multiple documents; please use YAML.parseAllDocuments() (write one document a file)'],
      [],
    ],
  ])('%s becomes %s', async (what, by, problems, kept) => {
    const parsed = parseRules(with_(what, by), 'f');
    expect(parsed.problems.map((problem) => problemText(problem).replace('f:', ''))).toEqual(problems);
    expect(parsed.file.rules.map((rule) => rule.id)).toEqual(kept);
  });

  it.each(['', '# only a comment', '- a\n- b', 'just text', 'rules: 3', 'provider: a\nname: b\nrules:\n', '\u0000', '"'])(
    '%j is told and gives no rules',
    async (text) => {
      const parsed = parseRules(text, 'f');
      expect(parsed.problems.length).toBeGreaterThan(0);
      expect(parsed.file.rules).toEqual([]);
    },
  );

  it('an alias that expands without end is refused or harmless', async () => {
    const bomb = [
      'a: &a [x, x]',
      ...Array.from('bcdefghij', (c, i) => `${c}: &${c} [*${'abcdefghij'[i]}, *${'abcdefghij'[i]}]`),
    ].join('\n');
    const parsed = parseRules(`${bomb}\n${GOOD}`, 'f');
    expect(parsed.problems.length).toBeGreaterThan(0);
  });
});

describe('among all files', () => {
  const acme = async (text = GOOD, name = 'acme.yaml') => ({ name, rules: parseRules(text, name) });
  const other = (text: string) => acme(text.replaceAll('acme-', 'other-'), 'other.yaml');

  it('nothing is wrong with these', async () => {
    expect(checkRules([await acme(), await other(GOOD)], { examples: true })).toEqual([]);
  });

  it('ids are used once', async () => {
    const problems = checkRules([await acme(), await acme(GOOD, 'b.yaml')]).map(problemText);
    expect(problems).toEqual([
      'b.yaml:5:9: acme-key: the id acme-key is already used in acme.yaml (give the rule another id)',
      'b.yaml:15:9: acme-secret: the id acme-secret is already used in acme.yaml (give the rule another id)',
    ]);
    expect(checkRules([await acme()], { known: new Set(['acme-key']) }).map(problemText)).toEqual([
      'acme.yaml:5:9: acme-key: the id acme-key is already used in the built-in rules (give the rule another id)',
    ]);
  });

  it('companions exist, here or among the known', async () => {
    const text = with_('- rule: acme-key', '- rule: acme-kay');
    expect(checkRules([await acme(text)]).map(problemText)).toEqual([
      'acme.yaml:23:15: acme-secret: there is no rule acme-kay (did you mean acme-key?)',
    ]);
    expect(checkRules([await acme(text)], { known: new Set(['acme-kay']) })).toEqual([]);
  });

  it('examples are asked for only of rules that are to be shipped', async () => {
    const text = GOOD.replace(/ {4}examples:\n.*\n.*\n(?= {2}- id)/, '');
    expect(checkRules([await acme(text)])).toEqual([]);
    expect(checkRules([await acme(text)], { examples: true }).map(problemText)).toEqual([
      'acme.yaml:5:5: acme-key: acme-key has no examples (add examples: match, texts in which it is found, and miss, near misses)',
    ]);
  });

  it('built-in rules are found in two contexts, and have near misses of two kinds', () => {
    const told = (what: string, by: string): string[] =>
      checkRules([{ name: 'acme.yaml', rules: parseRules(with_(what, by), 'acme.yaml') }], { examples: true, least: 2 }).map(
        problemText,
      );
    expect(told('', '')).toEqual([]);
    const contexts = (which: string): string[] => [
      `acme.yaml:13:14: acme-key: acme-key: all examples stand in one context (${which}) (write one for another: env file, YAML, JSON, code, shell, log)`,
    ];
    expect(told("'key: {secret}'", "'key={secret}'")).toEqual(contexts('configuration'));
    expect(told("'key={secret}', 'key: {secret}'", "'key: {secret}', '  id: \"{secret}\"'")).toEqual(contexts('YAML'));
    const kinds = (which: string): string[] => [
      `acme.yaml:14:13: acme-key: acme-key: all near misses are of one kind (${which}) (write one that is wrong in another way)`,
    ];
    expect(told(", 'key=acme_xxxxxxxx'", '')).toEqual(kinds('length'));
    expect(told('key=acme_xxxxxxxx', 'key={long}')).toEqual(kinds('length'));
    expect(told('{short}', '${{KEY}}')).toEqual(kinds('placeholder'));
  });

  it('publishable ones are no danger', () => {
    const text = GOOD.replace('severity: high', 'severity: low\n    sensitivity: publishable');
    expect(parseRules(text, 'acme.yaml').problems.map(problemText)).toEqual([
      'acme.yaml:9:15: acme-key: a publishable credential is no danger (write severity: info)',
    ]);
  });

  it.each([
    ['{secret}', '{secrt}', '13:20: acme-key: there is no template {secrt} (write {{ for a brace)'],
    ['{secret}', '{hex:x}', '13:20: acme-key: {hex:x} needs a number of characters (change the template or the rule)'],
    ['{short}', '{checksum}', '14:19: acme-key: acme-key gives no text for {checksum} (change the template or the rule)'],
    [
      '{secret}',
      '{rule:acme-kex}',
      '13:20: acme-key: {rule:acme-kex} names no rule of this file (change the template or the rule)',
    ],
  ])('an example with %s changed to %s is told', async (what, by, problem) => {
    const problems = checkRules([await acme(with_(what, by))], { examples: true });
    expect(problems.map((p) => problemText(p).replace('acme.yaml:', ''))).toEqual([problem]);
  });
});
