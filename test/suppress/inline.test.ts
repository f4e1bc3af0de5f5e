import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Encoding } from '../../src/detect/encoding.ts';
import { Positions } from '../../src/detect/position.ts';
import { inlineIgnores, isDay, isOver, speaksOf, terms } from '../../src/suppress/inline.ts';

/** All comments in a text that is one secret from its beginning to its end. */
function ignores(text: string, encoding: Encoding = 'utf-8') {
  const wide = encoding === 'utf-16le' || encoding === 'utf-16be';
  const data = Buffer.from(text, wide ? 'utf16le' : 'utf8');
  if (encoding === 'utf-16be') data.swap16();
  return inlineIgnores(
    data,
    0,
    data.length,
    encoding,
    [{ start: 0, end: data.length }],
    new Positions(data, 0, data.length, encoding),
  );
}

/** `marker@line covers from-to`. */
const told = (text: string, encoding?: Encoding): string[] =>
  ignores(text, encoding).map((one) => `${one.marker}@${one.line} ${one.fault ?? `${one.from}-${one.to}`}`);

const REST = Number.MAX_SAFE_INTEGER;

describe('comments that accept', () => {
  it.each([
    ['# shell', 'a # bearertrap:ignore'],
    ['// C++', 'a // bearertrap:ignore'],
    ['/* C */', 'a /* bearertrap:ignore */ b'],
    ['<!-- markup -->', 'a <!-- bearertrap:ignore -->'],
    ['-- SQL', 'a -- bearertrap:ignore'],
    ['; ini', 'a ; bearertrap:ignore'],
    ['% TeX', 'a % bearertrap:ignore'],
    ['{# template #}', 'a {# bearertrap:ignore #}'],
    ['a JSON member', '{"a": 1, "note": "bearertrap:ignore"},'],
    ['written out', 'a # bearertrap:ignore-line'],
  ])('in every style: %s', (_name, text) => {
    const [one, ...others] = ignores(`first\n${text}\nlast`);
    expect(others).toEqual([]);
    expect(one).toMatchObject({ line: 2, from: 2, to: 2 });
    expect([one!.rules, one!.reason, one!.fault]).toEqual([undefined, undefined, undefined]);
  });

  it.each<[string, string, string[]]>([
    ['the next line', '# bearertrap:ignore-next-line\na', ['bearertrap:ignore-next-line@1 2-2']],
    ['a block', '# bearertrap:ignore-start\na\n# bearertrap:ignore-end', ['bearertrap:ignore-start@1 1-3']],
    [
      'two blocks',
      'bearertrap:ignore-start\nbearertrap:ignore-end\nbearertrap:ignore-start\nbearertrap:ignore-end',
      ['bearertrap:ignore-start@1 1-2', 'bearertrap:ignore-start@3 3-4'],
    ],
    ['a block without an end', 'bearertrap:ignore-start\na', ['bearertrap:ignore-start@1 its bearertrap:ignore-end is missing']],
    ['an end without a block', 'bearertrap:ignore-end', ['bearertrap:ignore-end@1 nothing was begun that it could end']],
    [
      'a block in a block',
      'bearertrap:ignore-start\nbearertrap:ignore-start\nbearertrap:ignore-end',
      ['bearertrap:ignore-start@1 another bearertrap:ignore-start stands before its end', 'bearertrap:ignore-start@2 2-3'],
    ],
    ['gitleaks', 'a #gitleaks:allow', ['gitleaks:allow@1 1-1']],
    ['trufflehog', 'a # trufflehog:ignore', ['trufflehog:ignore@1 1-1']],
    ['detect-secrets', 'a # pragma: allowlist secret', ['pragma: allowlist secret@1 1-1']],
    ['detect-secrets, old', 'a # pragma: whitelist secret', ['pragma: whitelist secret@1 1-1']],
    ['detect-secrets, next line', '# pragma: allowlist nextline secret\na', ['pragma: allowlist nextline secret@1 2-2']],
    ['ggshield', 'a # ggignore', ['ggignore@1 1-1']],
    ['secretlint, line', 'a // secretlint-disable-line', ['secretlint-disable-line@1 1-1']],
    ['secretlint, next line', '// secretlint-disable-next-line\na', ['secretlint-disable-next-line@1 2-2']],
    ['secretlint, block', '/* secretlint-disable */\na\n/* secretlint-enable */', ['secretlint-disable@1 1-3']],
    ['secretlint, to the end', '/* secretlint-disable */\na\n', [`secretlint-disable@1 1-${REST}`]],
    ['nothing: another word', 'a # bearertrap:ignored', []],
    ['nothing: part of a name', 'a # my-gitleaks:allow xtrufflehog:ignore', []],
    ['nothing: another pragma', '#pragma: once', []],
    ['two on a line', 'a # gitleaks:allow bearertrap:ignore', ['gitleaks:allow@1 1-1', 'bearertrap:ignore@1 1-1']],
  ])('%s', (_name, text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it.each<Encoding>(['utf-16le', 'utf-16be'])('in %s', (encoding) => {
    expect(told('ਅ first\na # bearertrap:ignore-next-line jwt -- ਊ known\nb\n', encoding)).toEqual([
      'bearertrap:ignore-next-line@2 3-3',
    ]);
    expect(ignores('a # bearertrap:ignore jwt -- known\nb', encoding)[0]).toMatchObject({ rules: ['jwt'], reason: 'known' });
  });

  it('of other scanners count near secrets only, ours everywhere', () => {
    const filler = 'x'.repeat(100_000);
    const data = Buffer.from(
      `gitleaks:allow bearertrap:ignore\n${filler}\n# gitleaks:allow\nsecret # ggignore\n${filler}\nggignore`,
    );
    const start = data.indexOf('secret');
    const found = inlineIgnores(
      data,
      0,
      data.length,
      'utf-8',
      [{ start, end: start + 6 }],
      new Positions(data, 0, data.length, 'utf-8'),
    );
    expect(found.map(({ marker, line }) => `${marker}@${line}`)).toEqual([
      'bearertrap:ignore@1',
      'gitleaks:allow@3',
      'ggignore@4',
    ]);
  });

  it('tells where it stands in any text', () => {
    const line = fc.string({ maxLength: 20 }).map((text) => text.replace(/[\n\r\w:-]/g, '.'));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), fc.array(line, { maxLength: 5 }), (before, after) => {
        const found = ignores([...before, '# bearertrap:ignore', ...after].join('\n'));
        expect(found.map(({ from }) => from)).toEqual([before.length + 1]);
      }),
    );
  });
});

describe('what a comment says', () => {
  it.each([
    ['', {}],
    [' github-pat', { rules: ['github-pat'] }],
    [' github-pat, aws-*', { rules: ['github-pat', 'aws-*'] }],
    [' * -- test keys', { rules: ['*'], reason: 'test keys' }],
    [' -- made up', { reason: 'made up' }],
    [' jwt -- made up until=2027-01-31 owner=ann */', { rules: ['jwt'], reason: 'made up', until: '2027-01-31', owner: 'ann' }],
    [' jwt -- made up -->', { rules: ['jwt'], reason: 'made up' }],
    [' until=2027-01-31', { until: '2027-01-31' }],
    [' -- x until=31.1.2027', { reason: 'x', fault: 'until=31.1.2027 is no day; write until=2027-01-31' }],
    [' -- x until=2027-02-30', { reason: 'x', fault: 'until=2027-02-30 is no day; write until=2027-01-31' }],
    [' This is fine', { rules: ['This', 'is', 'fine'], fault: '"This" is no rule id; write the reason after --' }],
    ['" }', {}],
  ])('%j', (rest, expected) => {
    expect(terms(rest)).toEqual(expected);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (rest) => typeof terms(rest) === 'object'));
  });

  it('names providers where it is of secretlint', () => {
    const [one] = ignores('a // secretlint-disable-line @secretlint/secretlint-rule-github -- known');
    expect(one).toMatchObject({ rules: ['github', 'github-*'], reason: 'known' });
  });

  it('speaks of the rules it names and the lines it covers', () => {
    const [one] = ignores('\na # bearertrap:ignore github-* jwt');
    const at = (rule: string, startLine: number, endLine = startLine) =>
      speaksOf(one!, { rule, location: { path: 'a', startLine, endLine, startColumn: 1, endColumn: 2, offset: 0, length: 1 } });
    expect([at('github-pat', 2), at('jwt', 2), at('private-key', 2), at('jwt', 1), at('jwt', 3)]).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(at('jwt', 1, 4)).toBe(true);
  });
});

describe('days', () => {
  it('knows the calendar', () => {
    expect(['2027-01-31', '2028-02-29', '2027-02-29', '2027-13-01', '27-1-1', ''].map(isDay)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it('lasts until the day is over', () => {
    expect(isOver('2027-01-31', new Date('2027-01-31T23:59:59Z'))).toBe(false);
    expect(isOver('2027-01-31', new Date('2027-02-01T00:00:00Z'))).toBe(true);
  });
});
