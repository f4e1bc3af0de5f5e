import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHECKSUMS, checksumHolds } from '../../src/detect/checksum.ts';
import { compileRule } from '../../src/rules/compile.ts';
import { expandExamples, expandTemplate, TemplateError } from '../../src/rules/examples.ts';
import { generate, type Mutation, mutate } from '../../src/rules/generate.ts';
import { randomFrom } from '../../src/rules/random.ts';
import { referenceMatches, shannon } from '../../src/rules/reference.ts';
import type { RuleSource } from '../../src/rules/rule.ts';
import { parseShape } from '../../src/rules/shape.ts';
import { rule, VARIED } from './rules.ts';
import { shapeText } from './shapes.ts';

const alone = (source: RuleSource) => {
  const { context: _, ...compiled } = compileRule('acme', source);
  return { ...compiled, near: [] };
};

/** Properties over many random shapes take a while on a busy machine. */
const SLOW = { timeout: 60_000 };

describe('generated credentials', () => {
  it('cover every checksum but those of whole files', () => {
    const covered = new Set(VARIED.map((source) => source.checksum?.is));
    expect([...CHECKSUMS.keys()].filter((name) => !covered.has(name))).toEqual(['pgp-crc24', 'putty-mac']);
  });

  it.each(VARIED)('of $id fit its shape, checksum and entropy', (source) => {
    const compiled = alone(source);
    for (let i = 0; i < 5; i++) {
      const text = generate(source, randomFrom(`${source.id} ${i}`));
      const found = new RegExp(`^(?:${compiled.pattern})$`, compiled.flags).exec(text);
      expect([text, found === null]).toEqual([text, false]);
      const secret = found!.groups?.['secret'] ?? text;
      if (source.checksum) expect(checksumHolds(source.checksum, { ...found!.groups, secret })).toBe(true);
      expect(shannon(secret)).toBeGreaterThanOrEqual(source.entropy ?? 0);
      expect(secret).not.toMatch(/(.)\1{5}/);
      expect(referenceMatches(compiled, `key = "${text}"`).map((match) => match.text)).toEqual([text]);
    }
  });

  it('fit random shapes', SLOW, () => {
    fc.assert(
      fc.property(shapeText, fc.string(), (shape, seed) => {
        fc.pre(shape !== '' && parseShape(shape).type !== 'choice');
        const text = generate(rule('any', { shape }), randomFrom(seed));
        expect(text).toMatch(new RegExp(`^(?:${compileRule('', rule('any', { shape })).pattern})$`, 's'));
      }),
      { numRuns: 200 },
    );
  });

  it('are the same for the same numbers and differ for others', () => {
    const source = VARIED[0]!;
    expect(generate(source, randomFrom('a'))).toBe(generate(source, randomFrom('a')));
    expect(generate(source, randomFrom('a'))).not.toBe(generate(source, randomFrom('b')));
  });

  it('do not look like placeholders, though the fixed part may hold such a word', () => {
    const source = rule('x', { shape: 'sk_test_xxxx[a-z]{6}' });
    for (let i = 0; i < 300; i++) {
      const body = generate(source, randomFrom(String(i))).slice('sk_test_xxxx'.length);
      expect(body).not.toMatch(/test|abcd|xxx|(.)\1{3}/);
    }
  });

  it('that cannot be are an error', () => {
    const impossible = rule('x', { shape: 'aaaa[bc]{4}', entropy: 5 });
    expect(() => generate(impossible, randomFrom('x'))).toThrow('no text fits the shape, checksum and entropy of x');
    expect(() => generate(rule('x', { detector: 'jwt' }), randomFrom('x'))).toThrow('the detector jwt has no shape');
  });
});

describe('mutations', () => {
  const all: Mutation[] = ['short', 'long', 'alphabet', 'checksum'];

  it.each(VARIED)('of $id match nowhere', (source) => {
    const compiled = { ...alone(source), entropy: 0 };
    for (let i = 0; i < 3; i++) {
      const random = randomFrom(`${source.id} ${i}`);
      const secret = generate(source, random);
      for (const how of all) {
        const text = mutate(source, secret, how, random);
        const possible = how === 'checksum' ? source.checksum !== undefined : how !== 'long' || source.edge !== 'none';
        // Of Fly.io's tokens only the fixed beginning is checked, so a change may or may not be seen.
        if (source.id !== 'fly') expect([how, text === undefined]).toEqual([how, !possible]);
        if (text === undefined) continue;
        expect([how, text, referenceMatches(compiled, `key = "${text}"`)]).toEqual([how, text, []]);
        if (how === 'short') expect(text.length).toBeLessThan(secret.length);
        if (how === 'long') expect(text.startsWith(secret)).toBe(true);
        if (how === 'alphabet' || how === 'checksum') expect(differences(text, secret)).toBe(1);
      }
    }
  });

  it('a checksum that is only lowered in confidence cannot be missed', () => {
    const source = rule('x', {
      ...VARIED.find((s) => s.id === 'base62'),
      checksum: { is: 'crc32-base62', over: ['body'], in: 'check', mismatch: 'low' },
    });
    expect(mutate(source, generate(source, randomFrom('x')), 'checksum', randomFrom('x'))).toBeUndefined();
  });
});

function differences(a: string, b: string): number {
  expect(a.length).toBe(b.length);
  return Array.from(a).filter((char, i) => char !== b[i]).length;
}

describe('example templates', () => {
  const source = VARIED.find((s) => s.id === 'with-context')!;
  const named = VARIED.find((s) => s.id === 'named')!;
  const text = (template: string, of = source): string => expandTemplate(of, template, VARIED).text;

  it.each<[template: string, pattern: RegExp]>([
    ['a {secret} b', /^a AccountKey=[A-Za-z0-9+/]{40,80}={0,2} b$/],
    ['{value}', /^[A-Za-z0-9+/]{40,80}={0,2}$/],
    ['{upper}', /^ACCOUNTKEY=[A-Z0-9+/]{40,80}=*$/],
    ['{lower}', /^accountkey=[a-z0-9+/]{40,80}=*$/],
    ['{hex:8}', /^[0-9a-f]{8}$/],
    ['{HEX:8}', /^[0-9A-F]{8}$/],
    ['{digits:12}', /^\d{12}$/],
    ['{lower:9}{upper:9}', /^[a-z]{9}[A-Z]{9}$/],
    ['{alnum:40}', /^[A-Za-z0-9]{40}$/],
    ['{base32:40}', /^[A-Z2-7]{40}$/],
    ['{base64:40}', /^[A-Za-z0-9+/]{40}$/],
    ['{base64url:40}', /^[\w-]{40}$/],
    ['{hex:0}', /^$/],
    ['{uuid}', /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/],
    ['{name}', /^[a-z]{3,9}_[a-z]{3,9}$/],
    ['{rule:fixed}', /^acme_[A-Za-z0-9]{32}$/],
    ['{{"key": "{hex:2}"}', /^\{"key": "[0-9a-f]{2}"\}$/],
    ['{{{{ secrets.X }}', /^\{\{ secrets\.X \}\}$/],
    ['{ a } {} ${} {GITHUB_TOKEN} }', /^\{ a \} \{\} \$\{\} \{GITHUB_TOKEN\} \}$/],
    ['{{secret}', /^\{secret\}$/],
  ])('%s', (template, pattern) => {
    expect(text(template)).toMatch(pattern);
  });

  it('near is the first near word', () => {
    expect(text('{near} = {secret}', named)).toMatch(/^acme_api_key = [0-9a-f]{32}$/);
  });

  it('repeat a secret within one example, and differ between examples', () => {
    const [first, second] = text('{secret} {secret}').split(' ');
    expect(first).toBe(second);
    expect(text('a {secret}').slice(2)).not.toBe(text('b {secret}').slice(2));
    expect(text('{hex:9} {hex:9}').split(' ')[0]).not.toBe(text('{hex:9} {hex:9}').split(' ')[1]);
    expect(text('{secret}')).toBe(text('{secret}'));
  });

  it('of a rule tell the secret', () => {
    const { match, miss } = expandExamples({ ...source, examples: { match: ['x {secret}', 'none'], miss: ['{short}'] } });
    expect(match[0]!.text).toBe(`x ${match[0]!.secret}`);
    expect(match[1]).toEqual({ template: 'none', text: 'none' });
    expect(miss[0]!.secret).toBeUndefined();
    expect(referenceMatches(compileRule('', source), match[0]!.text)).toHaveLength(1);
    expect(referenceMatches(compileRule('', source), miss[0]!.text)).toEqual([]);
    expect(expandExamples(source)).toEqual({ match: [], miss: [] });
  });

  it.each([
    ['ab {secrets}', 3, 'there is no template {secrets}; write {{ for a brace'],
    ['{hex}', 0, 'there is no template {hex}'],
    ['{secret:3}', 0, 'there is no template {secret:3}'],
    ['{hex:many}', 0, '{hex:many} needs a number of characters'],
    ['{rule:none}', 0, '{rule:none} names no rule of this file'],
    ['x{checksum}', 1, 'with-context gives no text for {checksum}'],
    ['{near}', 0, 'with-context gives no text for {near}'],
  ])('%s is an error', (template, index, message) => {
    let error: unknown;
    try {
      text(template);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(TemplateError);
    expect((error as TemplateError).index).toBe(index);
    expect((error as TemplateError).message).toContain(message);
  });
});
