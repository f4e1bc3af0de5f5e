import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../../src/rules/rule.ts';
import { catalogueOf, compileRule, compileRules, NEAR_WINDOW, nearAnchors } from '../../src/rules/compile.ts';
import { referenceMatches } from '../../src/rules/reference.ts';
import { ShapeError } from '../../src/rules/shape.ts';
import { file, rule, VARIED } from './rules.ts';

const compiled = (rest: Parameters<typeof rule>[1], id = 'acme-key') => compileRule('acme', rule(id, rest));

/** Without the tables, which are long and follow from the rest. */
const plain = ({ count, rules, sheets, hash }: Catalogue) => ({ count, rules, sheets, hash });

describe('a rule with a shape', () => {
  it('becomes a pattern with anchors, lengths and edges', () => {
    expect(compiled({ shape: 'acme_(?<body>[a-z]{4,8})' })).toEqual({
      id: 'acme-key',
      provider: 'acme',
      pattern: 'acme_(?<body>[a-z]{4,8})',
      flags: 's',
      detector: '',
      anchors: [expect.objectContaining({ text: 'acme_', fold: false, before: [0, 0] })],
      minLength: 9,
      maxLength: 13,
      solid: 0,
      edgeBefore: 'A-Za-z0-9_',
      edgeAfter: 'A-Za-z0-9_',
      rank: 60,
      confidence: 'high',
      kind: 'api-key',
      near: [],
      service: [],
      entropy: 0,
      companions: [],
      structured: true,
    });
  });

  it('keeps its facts', () => {
    const facts = {
      checksum: { is: 'crc32-hex', over: ['a'], in: 'b' },
      context: { words: ['acme'] },
      companions: [{ rule: 'other' }],
      entropy: 3.5,
      confidence: 'low' as const,
    };
    expect(compiled({ shape: '(?<a>acme)(?<b>[0-9]{8})', ...facts })).toMatchObject(facts);
  });

  it('ignores case by its flags and folded anchors', () => {
    expect(compiled({ shape: 'ACME[0-9]{4}', ignoreCase: true })).toMatchObject({
      flags: 'is',
      anchors: [{ text: 'acme', fold: true, before: [0, 0], next: '0123456789' }],
    });
  });
});

describe('a rule with near words', () => {
  it('is anchored by each, the pieces joined in every way, before the match', () => {
    const found = compiled({ shape: '[0-9a-f]{32}', near: ['Zqx', 'acme token'] });
    const joined = ['acmetoken', 'acme_token', 'acme-token', 'acme.token', 'acme token'];
    expect(found.anchors).toMatchObject(
      ['zqx', ...joined].map((text) => ({ text, fold: true, before: [-NEAR_WINDOW, -text.length] })),
    );
    expect(found).toMatchObject({
      confidence: 'medium',
      rank: 30,
      structured: false,
      near: ['Zqx', 'acme token'],
    });
  });

  it.each([
    ['ac_zqx', ['aczqx', 'ac_zqx', 'ac-zqx', 'ac.zqx', 'ac zqx']],
    ['the_on', ['theon', 'the_on', 'the-on', 'the.on', 'the on']],
    ['a_b-c', []],
    ['intercontinentalaccountancy', ['intercontinentalaccounta']],
    ['key', ['key']],
  ])('what is looked for to find %s is %s', (word, texts) => expect(nearAnchors(word)).toEqual(texts));
});

describe('edges', () => {
  it.each<[shape: string, rest: object, found: string[], missed: string[]]>([
    [
      'acme_[a-z]{4}',
      {},
      [
        'acme_abcd',
        '"acme_abcd"',
        'url/acme_abcd',
        'a=acme_abcd',
        'x-acme_abcd',
        'acme_abcd.',
        'acme_abcd-x',
        'acme_abcd/x',
        '\u00e9acme_abcd',
      ],
      ['xacme_abcd', '_acme_abcd', '9acme_abcd', 'acme_abcde', 'acme_abcd9', 'acme_abcd_'],
    ],
    ['acme_[a-z-]{4}', {}, ['acme_ab-d', 'acme_ab-d.'], ['acme_ab-d-', 'acme_ab-de']],
    [
      'acme_[a-z./+=~]{4}',
      {},
      ['acme_abcd', 'acme_abcd-'],
      ['acme_abcd.', 'acme_abcd/', 'acme_abcd+', 'acme_abcd=', 'acme_abcd~'],
    ],
    [
      'acme_(?<a>[a-z.]{4})(?<b>[0-9a-f.]{8})',
      { checksum: { is: 'crc32-hex', over: ['a'], in: 'b', mismatch: 'low' } },
      ['acme_abcd12345678.'],
      ['acme_abcd123456789'],
    ],
    ['acme_[a-z]{4}', { edge: 'none' }, ['xacme_abcde'], []],
    ['\\.acme\\.[a-z]{4};', {}, ['x.acme.abcd;y'], []],
    ['"acme_[a-z]{4}"', {}, ['x"acme_abcd"y'], []],
    ['acme_[a-z]{4}==', {}, ['acme_abcd==', 'acme_abcd==x'], ['acme_abcd===']],
  ])('of %s %j', (shape, rest, found, missed) => {
    const source = compiled({ shape, ...rest });
    for (const text of found) expect([text, referenceMatches(source, text).length]).toEqual([text, 1]);
    for (const text of missed) expect([text, referenceMatches(source, text).length]).toEqual([text, 0]);
  });
});

describe('the reference matcher', () => {
  it('wants near words and context where a rule does', () => {
    const near = compiled({ shape: '[0-9a-f]{8}', near: ['acme_key'] });
    expect(referenceMatches(near, 'ACME-KEY: 0123abcd')).toHaveLength(1);
    expect(referenceMatches(near, 'other: 0123abcd')).toEqual([]);
    expect(referenceMatches(near, `acme_key${' '.repeat(200)}0123abcd`)).toEqual([]);
    const words = compiled({ shape: 'zzz[0-9]{4}', context: { words: ['acme'], within: 10 } });
    expect(referenceMatches(words, 'zzz1234 # acme')).toHaveLength(1);
    expect(referenceMatches(words, `zzz1234 ${' '.repeat(10)}acme`)).toEqual([]);
    const maybe = compiled({ shape: 'zzz[0-9]{4}', context: { words: ['acme'], required: false } });
    expect(referenceMatches(maybe, 'zzz1234')).toHaveLength(1);
  });

  it('drops low entropy and wrong checksums, or marks them', () => {
    expect(referenceMatches(compiled({ shape: 'zzz[0-9]{9}', entropy: 3 }), 'zzz111111111')).toEqual([]);
    const shape = 'zzz(?<a>[0-9]{9})(?<b>[0-9a-f]{8})';
    const checksum = { is: 'crc32-hex', over: ['a'], in: 'b' };
    expect(referenceMatches(compiled({ shape, checksum }), 'zzz123456789cbf43926')).toMatchObject([{ index: 0, checksum: true }]);
    expect(referenceMatches(compiled({ shape, checksum }), 'zzz123456789cbf43927')).toEqual([]);
    expect(
      referenceMatches(compiled({ shape, checksum: { ...checksum, mismatch: 'low' } }), 'zzz123456789cbf43927'),
    ).toMatchObject([{ checksum: false }]);
  });

  it('tells the secret within a match', () => {
    expect(referenceMatches(compiled({ shape: 'Key=(?<secret>[a-z]{4})' }), 'a Key=abcd')).toEqual([
      { index: 2, text: 'Key=abcd', secret: 'abcd', checksum: true },
    ]);
  });
});

describe('ranks', () => {
  it('order rules by how sure their matches are', () => {
    const sources: [string, Parameters<typeof rule>[1]][] = [
      ['acme-check', { shape: 'acme(?<a>x)(?<b>[0-9]{8})', checksum: { is: 'crc32-hex', over: ['a'], in: 'b' } }],
      ['acme-long', { shape: 'acme_live_secret_key_[0-9]{8}' }],
      ['acme-short', { shape: 'acm[0-9]{8}' }],
      ['acme-jwt', { detector: 'jwt' }],
      ['acme-jwe', { detector: 'jwt/jwe' }],
      ['acme-jwt-cut', { detector: 'jwt/cut' }],
      ['acme-url', { detector: 'url' }],
      ['acme-near', { shape: '[0-9]{8}', near: ['acme'] }],
      ['generic-secret', { detector: 'assignment' }],
      ['generic-private-key', { detector: 'private-key' }],
    ];
    const ranks = Object.fromEntries(sources.map(([id, rest]) => [id, compiled(rest, id).rank]));
    expect(ranks).toEqual({
      'acme-check': 90,
      'acme-long': 80,
      'acme-short': 56,
      'acme-jwt': 55,
      'acme-jwe': 55,
      'acme-jwt-cut': 10,
      'acme-url': 20,
      'acme-near': 30,
      'generic-secret': 10,
      'generic-private-key': 55,
    });
    const structured = sources.filter(([id, rest]) => compiled(rest, id).structured).map(([id]) => id);
    expect(structured).toEqual(['acme-check', 'acme-long', 'acme-jwt', 'acme-jwe', 'generic-private-key']);
  });
});

describe('a catalogue', () => {
  it('is sorted, complete and the same for any order of files', () => {
    const half = VARIED.length >> 1;
    const a = file(...VARIED.slice(0, half));
    const b = { ...file(...VARIED.slice(half)), provider: 'other', name: 'Other' };
    const one = compileRules([a, b]);
    const two = compileRules([b, { ...a, rules: [...a.rules].reverse() }]);
    expect(plain(one)).toEqual(plain(two));
    expect(one.hash).toMatch(/^[0-9a-f]{12}$/);
    const ids = one.rules.map((r) => r.id);
    expect(ids).toEqual(VARIED.map((r) => r.id).sort());
    expect(one.sheets.map((sheet) => sheet.id)).toEqual(ids);
    expect(JSON.parse(JSON.stringify(plain(one)))).toEqual(plain(one));
  });

  it('is put together of several, as if compiled at once', () => {
    const a = compileRules([file(...VARIED.slice(0, 9))]);
    const b = compileRules([file(...VARIED.slice(9))]);
    expect(plain(catalogueOf([...b.rules, ...a.rules], [...a.sheets, ...b.sheets]))).toEqual(
      plain(compileRules([file(...VARIED)])),
    );
    expect(() => catalogueOf([...a.rules, ...a.rules], a.sheets)).toThrow(/two rules have the id/);
  });

  it('has another hash when a fact changes, not when keys are written in another order', () => {
    const source = rule('a', { shape: 'acme[0-9]{4}', note: 'one' });
    const hash = (...sources: (typeof source)[]) => compileRules([file(...sources)]).hash;
    expect(hash({ ...source, note: 'two' })).not.toBe(hash(source));
    expect(hash({ ...source, revoke: { how: 'Press another button' } })).not.toBe(hash(source));
    expect(hash(Object.fromEntries(Object.entries(source).reverse()) as unknown as typeof source)).toBe(hash(source));
  });

  it('holds what findings tell', () => {
    const { sheets } = compileRules([
      file(
        rule('a', { shape: 'acme[0-9]{4}', docs: 'https://x.example', note: 'n', sensitivity: 'identifier' }),
        rule('b', { detector: 'jwt', revoke: { how: 'x', automatic: true } }),
      ),
    ]);
    expect(sheets).toEqual([
      {
        id: 'a',
        provider: 'acme',
        providerName: 'Acme',
        title: 'Title of a',
        kind: 'api-key',
        opens: 'Everything.',
        severity: 'high',
        sensitivity: 'identifier',
        docs: 'https://x.example',
        revoke: { how: 'Press the button', automatic: false },
        note: 'n',
        shape: 'acme[0-9]{4}',
        rank: 58,
        companions: [],
      },
      {
        id: 'b',
        provider: 'acme',
        providerName: 'Acme',
        title: 'Title of b',
        kind: 'api-key',
        opens: 'Everything.',
        severity: 'high',
        sensitivity: 'secret',
        revoke: { how: 'x', automatic: true },
        rank: 55,
        detector: 'jwt',
        companions: [],
      },
    ]);
  });

  it('refuses what the checks should have told', () => {
    expect(() => compileRules([file(rule('a', { detector: 'x' })), file(rule('a', { detector: 'y' }))])).toThrow(
      'two rules have the id a',
    );
    expect(() => compileRules([file(rule('a', { shape: 'a+' }))])).toThrow(ShapeError);
  });
});
