import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checksumHolds, checksumProves } from '../../src/detect/checksum.ts';
import { edgeBefore } from '../../src/detect/edge.ts';
import { Detector } from '../../src/detect/engine.ts';
import { Looks } from '../../src/detect/look.ts';
import { entropy, looksLikePlaceholder } from '../../src/detect/plausible.ts';
import { compileRules } from '../../src/rules/compile.ts';
import { generate, mutate } from '../../src/rules/generate.ts';
import { parseRules } from '../../src/rules/load.ts';
import { randomFrom } from '../../src/rules/random.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { file, rule } from '../rules/rules.ts';

const FOLDER = new URL('../../patterns/', import.meta.url);
const FILES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => parseRules(readFileSync(new URL(name, FOLDER), 'utf8'), name).file);
const CATALOGUE = compileRules(FILES);
const SHAPED = FILES.flatMap((file) => file.rules).filter((rule) => rule.shape !== undefined && !rule.near);

interface Place {
  rule: string;
  start: number;
  end: number;
}

/** Every place at which a rule with a shape holds: its expression tried at each byte of the whole text, without prefilter or window. */
function naive(rules: readonly Rule[], data: Buffer): Place[] {
  const text = data.toString('latin1');
  const out: Place[] = [];
  for (const rule of rules) {
    if (rule.pattern === '' || rule.near.length > 0) continue;
    const after = rule.edgeAfter === '' ? '' : `(?![${rule.edgeAfter}])`;
    const expression = new RegExp(`(?:${rule.pattern})${after}`, `${rule.flags}dg`);
    const inWord = Uint8Array.from({ length: 256 }, (_, byte) =>
      rule.edgeBefore !== '' && new RegExp(`[${rule.edgeBefore}]`).test(String.fromCharCode(byte)) ? 1 : 0,
    );
    for (let found = expression.exec(text); found; found = expression.exec(text)) {
      expression.lastIndex = found.index + 1;
      const [start, end] = found.indices!.groups?.['secret'] ?? found.indices![0]!;
      if (edgeBefore(new Looks(), data, found.index, 0, inWord) && holds(rule, found, text))
        out.push({ rule: rule.id, start, end });
    }
  }
  return out;
}

function holds(rule: Rule, found: RegExpExecArray, text: string): boolean {
  const secret = found.groups?.['secret'] ?? found[0];
  const right = !rule.checksum || checksumHolds(rule.checksum, { ...found.groups, secret });
  if (!right && rule.checksum?.mismatch !== 'low') return false;
  const proven = rule.checksum !== undefined && right && checksumProves(rule.checksum);
  if (!proven && (entropy(secret) < rule.entropy || looksLikePlaceholder(secret, rule.entropy > 0))) return false;
  if (!rule.context || rule.context.required === false) return true;
  const within = rule.context.within ?? 200;
  const around = text.slice(Math.max(0, found.index - within), found.index + found[0].length + within);
  return rule.context.words.some((word) => new RegExp(word.split(/[ _.-]+/).join('[ _.-]?'), 'i').test(around));
}

const detector = new Detector(CATALOGUE);

describe('matches close behind each other', () => {
  const compiled = compileRules([file(rule('acme-key', { shape: '[a-z0-9]{4,40}\\.acme\\.[0-9]{8}' }))]);
  const own = new Detector(compiled);
  it.each([
    ['a space between', 'ab12.acme.48151623 zx98.acme.42108372'],
    ['a letter between', 'ab12.acme.48151623/zx98.acme.42108372/qq77.acme.91827364'],
  ])('are all found: %s', (_, text) => {
    const data = Buffer.from(text);
    const found = own.scan(data, 0, data.length).filter((hit) => hit.rule >= 0);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(text.split(/[ /]/));
  });
});

describe('words longer than any literal', () => {
  const word = 'intercontinentalaccountancy';
  const secret = ['k9Jx2mQv', '8zR4tW7p'].join('');
  it.each([
    ['near', `${word}_reconciliation`, `${word}_reconciliation = "${secret}"`],
    ['near', word, `MY_${word.toUpperCase()}: ${secret}`],
    ['service', word, `${word}_token = "${secret}"`],
    ['service', word, `${word}: { apiKey: "${secret}" }`],
  ] as const)('are found, in %s: %s', (list, name, text) => {
    const own = new Detector(compileRules([file(rule('acme-key', { shape: '[A-Za-z0-9]{16}', [list]: [name] }))]));
    const data = Buffer.from(text);
    expect(own.scan(data, 0, data.length).map(({ start, end }) => text.slice(start, end))).toEqual([secret]);
  });
});

/** Checks of fields of which only a part is the secret (decode/credentials.ts). */
const HOLDS_PASSWORD: ReadonlySet<string> = new Set(['decode-basic', 'decode-text']);

/** Both ways tell of the same secrets: what one finds, the other finds at the same place or at one that overlaps it. */
function compare(data: Buffer): number {
  const hits = detector
    .scan(data, 0, data.length)
    .flatMap(({ rule, start, end, decoded }) => (rule < 0 ? [] : [{ ...CATALOGUE.rules[rule]!, start, end, decoded }]))
    .filter((hit) => hit.pattern !== '' && hit.near.length === 0)
    // What is told of a decoded text does not stand there; the password in a field that is base64 by its rule does.
    .filter(({ decoded, checksum }) => !decoded || HOLDS_PASSWORD.has(checksum?.is ?? ''))
    .map(({ id, start, end, decoded }) => ({ rule: id, start, end, decoded }));
  const expected = naive(CATALOGUE.rules, data);
  const key = ({ rule, start, end }: Place): string => `${rule} ${start}-${end} ${data.toString('latin1', start, end)}`;
  const allowed = new Set(expected.map(key));
  const wrong = hits.filter((hit) => !hit.decoded && !allowed.has(key(hit)));
  expect(wrong.map(key)).toEqual([]);
  const missed = expected.filter(
    (place) => !hits.some((hit) => hit.rule === place.rule && hit.start < place.end && place.start < hit.end),
  );
  expect(missed.map(key)).toEqual([]);
  return expected.length;
}

/** Texts around a secret as they stand in files; `@` is its place. */
const AROUND = [
  'KEY=@\n',
  '{"key": "@"}',
  "const a = '@';",
  '\\n@\\n',
  'https://h.example/?a=%20@&b=1',
  'x@',
  '@y',
  'm@',
  '-@-',
  '_@',
  '@',
  '\x1b[31m@\x1b[0m',
];

describe('prefilter and windows find what trying every rule at every byte finds', () => {
  it('in texts full of credentials and of what nearly is one', { timeout: 120_000 }, () => {
    let places = 0;
    const piece = fc.record({
      rule: fc.constantFrom(...SHAPED),
      seed: fc.string({ maxLength: 8 }),
      around: fc.constantFrom(...AROUND),
      wrong: fc.constantFrom(undefined, undefined, 'short', 'long', 'alphabet', 'checksum'),
      filler: fc.string({ maxLength: 30 }),
    });
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), (pieces) => {
        const text = pieces
          .map(({ rule, seed, around, wrong, filler }) => {
            const random = randomFrom(seed);
            const word = rule.context?.words[0] ?? '';
            const secret = (wrong && mutate(rule, generate(rule, random), wrong, random)) ?? generate(rule, random);
            return `${word} ${around.replace('@', () => secret)}${filler}`;
          })
          .join('');
        places += compare(Buffer.from(text));
      }),
      { numRuns: 60 },
    );
    expect(places).toBeGreaterThan(60);
  });

  it('in real sources', { timeout: 120_000 }, () => {
    const folder = new URL('../../node_modules/', import.meta.url);
    // What stands in this repository's own packages, whichever version they have.
    const names = [
      'commander/lib/command.js',
      'yaml/package.json',
      'jose/README.md',
      'typescript/README.md',
      'fast-glob/README.md',
      'ajv/lib/core.ts',
    ];
    for (const name of names) compare(readFileSync(new URL(name, folder)).subarray(0, 40_000));
  });
});
