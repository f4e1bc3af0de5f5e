import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FEATURE_NAMES } from '../../../src/detect/score/features.ts';
import { Looks } from '../../../src/detect/look.ts';
import { findGiven } from '../../../src/detect/score/forms.ts';
import { loadModel } from '../../../src/detect/score/model.ts';
import { isToldAt, mayBeTold, type Settling, settle, weigh } from '../../../src/detect/score/weigh.ts';
import { CONFIDENCES, type Match } from '../../../src/model.ts';
import { random } from '../../helpers/tokens.ts';

const strong = random(24, 'strong');
const SYMBOLS = 'abcdefghijkmnopqrstuvwxyz23456789!#%+*';

/** The evidence on the value given to the name at the start of a text. */
function evidence(text: string): readonly number[] | undefined {
  const data = Buffer.from(text, 'latin1');
  const { form, span } = findGiven(new Looks(), data, 0, 3, 0, data.length).spans[0]!;
  return weigh(new Looks(), data, 0, data.length, form, span)?.evidence;
}

function match(over: Partial<Match> = {}): Match {
  return {
    rule: 'generic-password',
    secret: strong,
    location: { path: 'src/app.ts', startLine: 1, startColumn: 1, endLine: 1, endColumn: 1, offset: 0, length: strong.length },
    frame: { lines: [], first: 1 } as unknown as Match['frame'],
    confidence: 'medium',
    reasons: [],
    ...over,
  };
}

/** Passwords from what is surely one to what hardly is. */
const WEIGHED = Array.from({ length: 80 }, (_, i) => {
  const value = i % 2 === 0 ? random(4 + (i % 17), `${i}`, SYMBOLS) : `server${i}${random(i % 7, `w${i}`)}`;
  return evidence(`${i % 8 === 7 ? 'password_hint_id' : 'password'} = "${value}"\n`);
}).flatMap((known) => (known ? [match({ evidence: known })] : []));

const probability = (settled: Match): number => Number(/(\d+) %/.exec(settled.reasons.at(-1)!.text)![1]);
const told = (settling: Settling): Match[] => settle(WEIGHED, settling);

describe('weighing', () => {
  it.each([
    ['a public key of SSH', 'key: "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGp2fxq"'],
    ['a hash of a password', `password = "$2b$10$${random(53, 'bcrypt')}"`],
    ['a hash as Django writes it', `password = "pbkdf2_sha256$600000$${random(20, 'django')}"`],
    ['a key that is encrypted', `encrypted_key: "${random(40, 'jwe')}"`],
    ['a hash of a token', `token_hash = "${random(40, 'hash')}"`],
    ['a sentence in another language', Buffer.from('password: "Zadejte prosím své heslo"').toString('latin1')],
    ['a reference', 'password = "${DB_PASSWORD}"'],
    ['common words', 'password = "enter your password"'],
    ['a word in disguise', 'password = "p4ssw0rd"'],
    ['another one', 'password: "s3cret"'],
  ])('is not done for %s', (_, text) => {
    expect(evidence(text)).toBeUndefined();
  });

  it('is done for a password, with a number for each feature of its own', () => {
    const known = evidence(`password = "${strong}"\n`)!;
    expect(known.length).toBeGreaterThan(100);
    expect(known.length).toBeLessThan(FEATURE_NAMES.length);
    expect(known.every(Number.isFinite)).toBe(true);
  });
});

describe('the verdict', () => {
  it('has candidates of every level to be tested with', () => {
    const levels = new Set(told({ mode: 'thorough' }).map(({ confidence }) => confidence));
    expect([...levels].sort()).toEqual(['high', 'low', 'medium']);
  });

  it('gives the probability, what spoke for it, and no evidence any more', () => {
    const [settled] = settle([match({ evidence: evidence(`password = "${strong}"\n`)! })]);
    expect(settled).toMatchObject({ confidence: 'high', reasons: [{ code: 'score' }] });
    expect(settled!.reasons[0]!.text).toMatch(/^It is a secret with a probability of \d\d %\. What spoke most for it: .+\.$/);
    expect(settled).not.toHaveProperty('evidence');
  });

  it('lets the path speak too', () => {
    const password = ['kx7', 'winter'].join('-');
    const known = evidence(`password = "${password}"\n`)!;
    const at = (path: string): number => {
      const place = { ...match().location, path };
      return probability(
        settle([match({ evidence: known, location: place })], {
          mode: 'thorough',
          minProbability: { 'generic-password': 0 },
        })[0]!,
      );
    };
    expect(at('config/production.properties')).not.toBe(at('docs/login.test.md'));
  });

  it.each<[string, Settling, (percent: number) => boolean]>([
    ['default', {}, (p) => p >= 100 * loadModel().weights.levels.low - 1],
    ['strict', { mode: 'strict' }, (p) => p >= 100 * loadModel().weights.levels.high - 1],
    ['thorough', { mode: 'thorough' }, (p) => p >= 14],
    ['a least probability', { minProbability: { 'generic-password': 0.7 } }, (p) => p >= 69],
    ['a least probability over the mode', { mode: 'thorough', minProbability: { 'generic-password': 0.7 } }, (p) => p >= 69],
  ])('%s tells what is likely enough, and nothing else', (_, settling, likely) => {
    const everything = settle(WEIGHED, { minProbability: { 'generic-password': 0 } });
    const found = told(settling);
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(everything.length);
    expect(found.every((one) => likely(probability(one)))).toBe(true);
    // A percent is rounded: at the border either is right.
    const sure = everything.filter((one) => likely(probability(one) - 2));
    expect(found.length).toBeGreaterThanOrEqual(sure.length);
  });

  it('tells more, the less is asked for', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const count = (least: number): number => told({ minProbability: { 'generic-password': least } }).length;
        expect(count(low)).toBeGreaterThanOrEqual(count(high));
      }),
      { numRuns: 30 },
    );
  });

  it.each(CONFIDENCES)('leaves out what is less sure than %s, weighed or not', (least) => {
    const others = CONFIDENCES.map((confidence) => match({ rule: 'jwt', confidence }));
    const found = settle([...WEIGHED, ...others], { minConfidence: least });
    const rank = (one: Match): number => CONFIDENCES.indexOf(one.confidence);
    expect(Math.max(...found.map(rank))).toBe(CONFIDENCES.indexOf(least));
    expect(found.filter(({ rule }) => rule === 'jwt')).toHaveLength(CONFIDENCES.indexOf(least) + 1);
  });

  it('goes by --min-confidence where the mode says otherwise', () => {
    const levels = settle(WEIGHED, { mode: 'strict', minConfidence: 'medium' }).map(({ confidence }) => confidence);
    expect(new Set(levels)).toEqual(new Set(['high', 'medium']));
  });

  it('leaves matches that were not weighed as they are', () => {
    const other = match({ rule: 'jwt', confidence: 'low' });
    expect(settle([other])[0]).toBe(other);
    expect(settle([other], { minProbability: { jwt: 1 } })).toEqual([other]);
  });
});

it('what no path could lift is told at none', () => {
  const parts = [
    'src/',
    'test/',
    'docs/',
    'vendor/',
    'locales/',
    'app',
    'config',
    '.env',
    '.py',
    '.json',
    '.lock',
    '.sql',
    '.md',
    'Dockerfile',
  ];
  const path = fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength: 4 }).map((all) => all.join(''));
  const settlings: Settling[] = [
    {},
    { mode: 'strict' },
    { mode: 'thorough' },
    { minConfidence: 'medium' },
    { minProbability: { 'generic-password': 0.9 } },
  ];
  const never = new Set<boolean>();
  fc.assert(
    fc.property(fc.constantFrom(...WEIGHED), path, fc.constantFrom(...settlings), (weighed, at, settling) => {
      const may = mayBeTold(weighed, settling);
      never.add(may);
      if (!may) expect(isToldAt(weighed, at, settling)).toBe(false);
    }),
    { numRuns: 3000 },
  );
  expect(never.size).toBe(2);
  const plain = match({ confidence: 'low' });
  expect([mayBeTold(plain, {}), mayBeTold(plain, { mode: 'strict' })]).toEqual([true, false]);
});
