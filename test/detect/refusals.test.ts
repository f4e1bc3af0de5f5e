import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Detector } from '../../src/detect/engine.ts';
import { Recall } from '../../src/detect/recall.ts';
import { refusalsOf } from '../../src/detect/refusals.ts';
import { loadCatalogue } from '../../src/rules/catalogue.ts';
import { Core, partsSize } from '../../src/wasm/core.ts';
import { githubPat, random } from '../helpers/tokens.ts';

const { tables } = loadCatalogue();
const ROOM = 1 << 12;
const refusals = refusalsOf(tables);
const core = new Core(Recall.size + partsSize({ refusals: refusals.length, held: ROOM }));
/** Remembers nothing: all that it knows of is refused. */
const recall = new Recall(core, refusals);
const held = core.take(ROOM);

/** Numbers of the literals, by their texts. */
const literals = new Map<string, number[]>();
{
  const { pool, starts } = tables.literals;
  for (let i = 0; i + 1 < starts.length; i++) {
    const text = Buffer.from(pool.subarray(starts[i], starts[i + 1])).toString('latin1');
    literals.set(text, [...(literals.get(text) ?? []), i]);
  }
}
const literalsOf = (text: string): number[] => literals.get(text) ?? [];

/** On which bytes of the text it depends that the look at a word in it is refused; undefined where it is not. */
function refusal(text: string, word: string, start = 0): [from: number, to: number] | undefined {
  held.fill('x');
  held.write(text, start, 'latin1');
  const first = held.byteOffset + start;
  const at = text.toLowerCase().indexOf(word);
  if (at < 0 || !literalsOf(word).some((i) => recall.knows(i, first + at, first, first + text.length))) return undefined;
  return [at - recall.before, at - recall.before + recall.length];
}

const pat = githubPat('refusals');
const password = random(12, 'refusals');

describe('looks that are refused', () => {
  it.each([
    ['an address', 'see https://example.org/a', '://', [7, 24]],
    ['an address at the end', 'see https://example.org', '://', [7, 23]],
    ['a provider in an address', 'see https://github.com/rails/rails/pull/1', 'github', [10, 41]],
    ['a provider in a path', '/src/github.com/rails', 'github', [3, 21]],
  ] as const)('%s', (_, text, word, bytes) => expect(refusal(text, word, 50)).toEqual(bytes));

  it.each([
    ['a password in an address', `https://user:${password}@example.org/`, '://'],
    ['an escape in an address', 'https://user%3Ax/', '://'],
    ...['key', 'Token', 'secret', 'passwd', 'AUTH', 'bearer', 'credential'].map((word): [string, string, string] => [
      `with ${word} behind it`,
      `github.com/rails?${word}=abc`,
      'github',
    ]),
    ['with a word for credentials farther on', `github.com/rails${' '.repeat(90)}token`, 'github'],
    ['a name to which something is given', `github_x = "${pat}"`, 'github'],
    ['a name at the end', 'github', 'github'],
    ['a word of a rule, not of a provider', 'secret_key/x', 'secret_key'],
  ])('not %s', (_, text, word) => {
    expect(literalsOf(word)).not.toEqual([]);
    expect(refusal(text, word, 50)).toBeUndefined();
  });

  const PIECES = [
    ...'github|gitlab|twilio_|heroku|cloudflare|.com|/|://|@|:|?|=|%40| |\n|"|\'|#|<|>|->|(|)|[|]|words and more '.split('|'),
    ...'key=|token|Secret: |password|auth|bearer |credentials|https|user'.split('|'),
    `:${password}@host`,
    pat,
    random(32, 'hex', '0123456789abcdef'),
    `"${random(40, 'any')}"`,
  ];
  const texts = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 24 }).map((pieces) => pieces.join(''));

  it('come to nothing', () => {
    const [detector, plain] = [new Detector(loadCatalogue()), new Detector(loadCatalogue())];
    plain.core.exports.setupRefusals(0);
    let refused = 0;
    fc.assert(
      fc.property(texts, (text) => {
        const data = Buffer.from(text, 'latin1');
        expect(detector.scan(data, 0, data.length)).toEqual(plain.scan(data, 0, data.length));
        refused += ['github', '://'].filter((word) => refusal(text, word)).length;
      }),
      { numRuns: 5_000 },
    );
    expect(refused).toBeGreaterThan(200);
  });

  it('depend on the bytes that are told only', () => {
    let refused = 0;
    fc.assert(
      fc.property(texts, texts, texts, fc.constantFrom('github', '://'), (before, behind, rest, word) => {
        const text = `see ${word}.com/${rest}`;
        const [from, to] = refusal(text, word) ?? [];
        // Where they end with the text, it also depends on that.
        if (from === undefined || to === undefined || to === text.length || before.toLowerCase().includes(word)) return;
        refused++;
        const same = text.slice(from, to);
        expect(refusal(before + same + behind, word)).toEqual([before.length, before.length + same.length]);
      }),
      { numRuns: 5_000 },
    );
    expect(refused).toBeGreaterThan(200);
  });
});
