import { describe, expect, it } from 'vitest';
import { Detector } from '../../src/detect/engine.ts';
import { beginsPart } from '../../src/detect/near.ts';
import { resolve } from '../../src/detect/resolve.ts';
import { loadCatalogue } from '../../src/rules/catalogue.ts';
import { compileRules, isTelling } from '../../src/rules/compile.ts';
import { generate } from '../../src/rules/generate.ts';
import { randomFrom } from '../../src/rules/random.ts';
import type { Catalogue, RuleSource } from '../../src/rules/rule.ts';
import { FORMS, WIDE_FORMS } from '../helpers/forms.ts';
import { file, rule } from '../rules/rules.ts';

const builtIn = loadCatalogue();
const sheets = new Map(builtIn.sheets.map((sheet) => [sheet.id, sheet]));
/** Every ninth rule that a provider's word tells; all of them take half a minute. */
const SAMPLE = builtIn.rules.filter((one) => one.service.length > 0).filter((_, index) => index % 9 === 0);

/** `rule=secret` of all finds. */
function finder(catalogue: Pick<Catalogue, 'rules' | 'rule' | 'tables'>): (text: string) => string[] {
  const detector = new Detector(catalogue);
  return (text) => {
    const data = Buffer.from(text);
    return resolve(detector.scan(data, 0, data.length), catalogue).map(
      (hit) => `${catalogue.rules[hit.rule]!.id}=${data.toString('latin1', hit.start, hit.end)}`,
    );
  };
}
const finds = finder(builtIn);

function valueOf(id: string): string {
  const { entropy, checksum, service } = builtIn.rules.find((one) => one.id === id)!;
  const source = { id, shape: sheets.get(id)!.shape!, entropy, checksum, service } as RuleSource;
  return generate(source, randomFrom(id));
}

/** A rule finds the value, or a rule of the same provider that has the same shape, or one whose shape tells more. */
function isFound(text: string, id: string, value: string): boolean {
  const { provider, rank } = builtIn.rules.find((one) => one.id === id)!;
  return finds(text).some((find) => {
    const [found, secret] = [find.slice(0, find.indexOf('=')), find.slice(find.indexOf('=') + 1)];
    const other = builtIn.rules.find((one) => one.id === found)!;
    return value.includes(secret) && (other.provider === provider || other.rank > rank);
  });
}

describe('values that a provider and a word for credentials tell', () => {
  it.each(Object.entries(FORMS))('are found in %s', (_, form) => {
    const missed = SAMPLE.filter(({ id, service }) => {
      const value = valueOf(id);
      return !isFound(form([...service[0]!.split(/[ .]/), 'api', 'key'], value), id, value);
    });
    expect(missed.map(({ id }) => id)).toEqual([]);
  });

  it.each(Object.entries(WIDE_FORMS))('are found in %s', (_, form) => {
    const long = SAMPLE.filter(({ service }) => isTelling(service[0]!.replace(/[ .]/g, '')));
    const missed = long.filter(({ id, service }) => {
      const value = valueOf(id);
      return !isFound(form(service[0]!.replace(/[ .]/g, ''), value), id, value);
    });
    expect(missed.map(({ id }) => id)).toEqual([]);
  });

  const key = valueOf('axonaut-api-key');
  it.each([
    ['a word that begins with the name', `axonautical_key = "${key}"`],
    ['a word that ends with it', `taxonaut_key = "${key}"`],
    ['an identifier', `axonaut_commit = "${key}"`],
    ['an address', `AXONAUT_URL=${key}`],
    ['a sentence', `Axonaut wrote the key to a file, and the file is ${key}.`],
    ['a longer value', `AXONAUT_KEY=${key}0`],
    ['a name behind a mail address', `Someone <someone@axonaut.com> 1600000000 +0000\n\ntoken: ${key}`],
    ['a name far away', `axonaut:\n${'  a: b\n'.repeat(9)}  key: ${key}`],
  ])('are not found in %s', (_, text) => {
    expect(finds(text).filter((find) => find.startsWith('axonaut'))).toEqual([]);
  });
});

it('counting solid bytes first loses nothing: the rules without that count find the same', () => {
  const loose = finder({
    ...builtIn,
    rules: builtIn.rules.map((one) => ({ ...one, solid: 0 })),
    rule: (n) => ({ ...builtIn.rule(n), solid: 0 }),
    tables: builtIn.tables,
  });
  const near = builtIn.rules.filter((one) => one.near.length + one.service.length > 0 && one.pattern !== '');
  const forms = Object.values(FORMS);
  const texts = near.map(({ id, near: names, service }, index) => {
    const words = (service[0] ?? names[0]!).split(/[ ._-]/);
    const value = valueOf(id);
    // Whole, cut, and with something else behind it.
    return [value, value.slice(0, -1), `${value}|x`, `${value.slice(0, 5)} ${value.slice(5)}`]
      .map((text, n) => forms[(index + n) % forms.length]!([...words, 'api', 'key'], text))
      .join('\n\n\n\n\n');
  });
  const found = texts.map(finds);
  expect(found).toEqual(texts.map(loose));
  expect(found.filter((finds) => finds.length > 0).length).toBeGreaterThan(near.length / 2);
});

describe('a name and a value that several rules know', () => {
  const hex = (id: string, rest: Partial<RuleSource>): RuleSource => rule(id, { shape: '[0-9a-f]{32}', entropy: 2, ...rest });
  const catalogue = compileRules([
    file(
      hex('acme-key', { service: ['acme'] }),
      hex('acme-admin-key', { near: ['acme_admin_key'] }),
      hex('zeta-key', { service: ['zeta'] }),
      hex('anyone-token', { near: ['auth_token'] }),
      hex('do-token', { near: ['do_token'] }),
      hex('orbit-key', { service: ['orbit', 'orbital'] }),
    ),
  ]);
  const value = 'c0ffee5a1b2d3e4f6071829304a5b6c7';
  const first = (text: string): string | undefined => finder(catalogue)(text)[0]?.split('=')[0];
  it.each([
    ['a rule that lists the name, before one that knows the provider', `ACME_ADMIN_KEY=${value}`, 'acme-admin-key'],
    ['the provider that stands closer to the value', `ZETA_ACME_KEY=${value}`, 'acme-key'],
    ['the provider that stands closer, the other way', `ACME_ZETA_KEY=${value}`, 'zeta-key'],
    ['a provider before a name that is nobody’s', `ZETA_AUTH_TOKEN=${value}`, 'zeta-key'],
    ['the provider of the name before one above it', `acme:\n  zeta_key: ${value}`, 'zeta-key'],
    ['the only one whose name it is', `DO_TOKEN=${value}`, 'do-token'],
    ['the longer of two words, the shorter one first in the rule', `ORBITAL_TOKEN=${value}`, 'orbit-key'],
    ['nobody, within another word', `TODO_TOKEN=${value}`, undefined],
  ])('go to %s', (_, text, id) => {
    expect(first(text)).toBe(id);
  });
});

describe('the beginning of a part of a name', () => {
  it.each([
    ['do_token', 0, true],
    ['my_do_token', 3, true],
    ['myDoToken', 2, true],
    ['APIDoToken', 3, true],
    ['todo_token', 2, false],
    ['TODO_TOKEN', 2, false],
    ['x2do', 2, true],
  ])('%s at %i: %s', (text, at, expected) => {
    expect(beginsPart(text, at)).toBe(expected);
  });
});
