import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import { baselineEntries, type BaselineEntry, baselineText } from '../../src/suppress/baseline.ts';

const entry = (id: string, more: Partial<BaselineEntry> = {}): BaselineEntry => ({
  id: id.padEnd(20, '0'),
  rule: 'github-pat',
  severity: 'high',
  paths: ['a.env'],
  ...more,
});

describe('the file', () => {
  it('has a line for each entry, sorted by fingerprint', () => {
    const text = baselineText([entry('b', { owner: 'ann', reason: 'known' }), entry('a')]);
    expect(text.split('\n')).toEqual([
      '{',
      '  "version": 1,',
      expect.stringContaining('"about"'),
      '  "accepted": [',
      '    {"id":"a0000000000000000000","rule":"github-pat","severity":"high","paths":["a.env"]},',
      '    {"id":"b0000000000000000000","rule":"github-pat","severity":"high","paths":["a.env"],"reason":"known","owner":"ann"}',
      '  ]',
      '}',
      '',
    ]);
  });

  it('is read as it was written', () => {
    const hex = fc.string({
      unit: fc.constantFrom(...'0 1 2 3 4 5 6 7 8 9 a b c d e f'.split(' ')),
      minLength: 20,
      maxLength: 20,
    });
    const any = fc.record(
      {
        id: hex,
        rule: fc.string(),
        severity: fc.constantFrom('critical', 'high', 'medium', 'low', 'info'),
        paths: fc.array(fc.string()),
        reason: fc.string(),
        owner: fc.string(),
        until: fc.constant('2027-01-31'),
      },
      { requiredKeys: ['id', 'rule', 'severity', 'paths'] },
    );
    fc.assert(
      fc.property(fc.uniqueArray(any, { selector: ({ id }) => id }), (entries) => {
        const read = baselineEntries(JSON.parse(baselineText(entries)), 'b');
        expect(read).toEqual(entries.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
      }),
    );
  });

  it('changes by one line with one finding', () => {
    const some = ['a', 'c', 'e'].map((id) => entry(id));
    const before = new Set(baselineText(some).split('\n'));
    const after = baselineText([...some, entry('d')]).split('\n');
    expect(after.filter((line) => !before.has(line))).toHaveLength(1);
  });
});

describe('a file that cannot be read', () => {
  it.each<[string, unknown, string]>([
    ['no baseline', {}, 'this is no baseline'],
    ['another version', { version: 2, accepted: [] }, 'this is no baseline'],
    ['an id', { version: 1, accepted: [{ ...entry('a'), id: 'x' }] }, 'entry 1: id must be'],
    [
      'a severity',
      { version: 1, accepted: [entry('a'), { ...entry('b'), severity: 'bad' }] },
      'entry 2: severity must be one of',
    ],
    ['a day', { version: 1, accepted: [{ ...entry('a'), until: '2027-02-30' }] }, 'entry 1: until must be a day'],
    ['nothing', null, 'this is no baseline'],
    ['an empty entry', { version: 1, accepted: [null] }, 'entry 1: id must be'],
  ])('%s', (_name, value, message) => {
    expect(() => baselineEntries(value, 'b.json')).toThrow(UsageError);
    expect(() => baselineEntries(value, 'b.json')).toThrow(`b.json: ${message}`);
  });
});
