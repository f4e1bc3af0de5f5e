/** Every credential that its rule finds in clear is found in every encoding, and as the same. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileRule } from '../../../src/rules/compile.ts';
import { generate } from '../../../src/rules/generate.ts';
import { parseRules } from '../../../src/rules/load.ts';
import { randomFrom } from '../../../src/rules/random.ts';
import { type Found, find } from './finder.ts';

const FOLDER = new URL('../../../patterns/', import.meta.url);
const rules = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.yaml'))
  .flatMap((name) => parseRules(readFileSync(new URL(name, FOLDER), 'utf8'), name).file.rules)
  .filter((rule) => rule.shape !== undefined && !rule.near && rule.kind !== 'misuse');

/** Of rules that find their own sample, alone, as it stands, in one piece of text. */
const samples = rules.flatMap((rule) => {
  const secret = generate(rule, randomFrom(`encodings/${rule.id}`));
  const found = find(`the value "${secret}" is in use`);
  const [only] = found.length === 1 ? found : [];
  return only?.text === secret && only.secret === secret && only.rule === rule.id && secret.length < 1_000
    ? [{ id: rule.id, secret }]
    : [];
});

const escaped = (text: string, write: (code: number) => string): string =>
  text.replace(/[^A-Za-z0-9]/g, (char) => write(char.charCodeAt(0)));
const hex = (code: number, digits: number): string => code.toString(16).padStart(digits, '0');

const ENCODINGS: Record<string, (secret: string) => string> = {
  base64: (secret) =>
    Buffer.from(`# the first line of some settings\nthe value "${secret}" is in use\n# the last line\n`).toString('base64'),
  base64url: (secret) =>
    Buffer.from(`# the first line of some settings\nthe value "${secret}" is in use\n# the last line\n`).toString('base64url'),
  'percent-encoding': (secret) => `/?x=${escaped(`"${secret}" is`, (code) => `%${hex(code, 2).toUpperCase()}`)}&y=1`,
  'string-escapes': (secret) => `"the value ${escaped(`"${secret}"`, (code) => `\\u${hex(code, 4)}`)} is in use"`,
  'html-entities': (secret) => `<p>${escaped(`"${secret}"`, (code) => `&#${code};`)}</p>`,
};
const lost = (encode: (secret: string) => string, of = samples): string[] =>
  of
    .filter(({ id, secret }) => !find(encode(secret)).some((found: Found) => found.rule === id && found.secret === secret))
    .map(({ id }) => id);

/** Bytes at the end that are cut off. Rules whose literal stands there do not see what is left. */
const CUT = 6;

describe('one secret, one finding', () => {
  const short = samples.filter(({ secret }) => secret.length < 200);
  const two = fc.tuple(fc.constantFrom(...short), fc.constantFrom(...short)).filter(([a, b]) => a.id !== b.id);
  const told = (text: string): string[] => find(text).map(({ rule, secret }) => `${rule} ${secret}`);
  const RUNS = { numRuns: 400 };

  it.each<[string, (a: string, b: string) => string]>([
    ['on one line', (a, b) => `const x = "${a}", y = "${b}";`],
    ['on lines of their own', (a, b) => `first: "${a}"\nsecond: "${b}"\n`],
    ['in one string', (a, b) => `"${a} ${b}"`],
    ['in one list', (a, b) => `['${a}','${b}']`],
  ])('two credentials of any two rules %s are two', (_, write) => {
    fc.assert(
      fc.property(two, ([a, b]) => {
        expect(told(write(a.secret, b.secret))).toEqual([`${a.id} ${a.secret}`, `${b.id} ${b.secret}`]);
      }),
      RUNS,
    );
  });

  it.each<[string, (secret: string, base64: string) => string]>([
    ['beside each other', (secret, base64) => `"${secret}" "${base64}"`],
    ['on lines of their own', (secret, base64) => `${base64}\nx = "${secret}"\n`],
  ])('a credential in clear and in base64, %s, is the same', (_, write) => {
    fc.assert(
      fc.property(fc.constantFrom(...short), ({ id, secret }) => {
        const base64 = Buffer.from(`# the first line of some settings\nthe value "${secret}" is in use\n# the last\n`).toString(
          'base64',
        );
        expect(told(write(secret, base64))).toEqual([`${id} ${secret}`, `${id} ${secret}`]);
      }),
      RUNS,
    );
  });
});

const anchors = new Map(rules.map((rule) => [rule.id, compileRule('x', rule).anchors]));
/** Whether a literal of the rule, and a little more, stands in the first bytes of its credentials. */
const beginsWithLiteral = (id: string, bytes: number): boolean =>
  anchors.get(id)!.every(({ text, before }) => before[1] + text.length + CUT <= bytes);

describe('credentials of all rules', () => {
  it('has samples of most rules that tell them by shape', () => expect(samples.length).toBeGreaterThan(300));

  it.each(Object.keys(ENCODINGS))('are found in %s', (name) => {
    // Its own form has percent-encoding in it.
    const own = name === 'percent-encoding' ? ['twitter-bearer-token'] : [];
    expect(lost(ENCODINGS[name]!)).toEqual(own);
  });

  it('are found in two pieces', () => {
    const plain = samples.filter(
      ({ id, secret }) => beginsWithLiteral(id, secret.length - CUT) && /^[\w+/=.~-]{16,}$/.test(secret),
    );
    const split = (secret: string): string => `x = "${secret.slice(0, -6)}" +\n  "${secret.slice(-6)}"`;
    expect(plain.length).toBeGreaterThan(250);
    expect(lost(split, plain)).toEqual([]);
  });

  it.each([1, 2, 3, 4, 6, 9])('are found in two pieces, cut behind byte %i', (cut) => {
    const plain = samples.filter(({ secret }) => /^[\w+/=.~-]{26,}$/.test(secret));
    expect(plain.length).toBeGreaterThan(250);
    expect(lost((secret) => `x = "${secret.slice(0, cut)}" + "${secret.slice(cut)}"`, plain)).toEqual([]);
    expect(lost((secret) => `x = "${secret.slice(0, cut)}\\\n${secret.slice(cut)}"`, plain)).toEqual([]);
  });
});
