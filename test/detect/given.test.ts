import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeAt } from '../../src/detect/decode/escapes.ts';
import { GIVEN_BEFORE, GIVEN_BEHIND, mayBeGiven } from '../../src/detect/given.ts';
import { literalData } from '../../src/detect/literals.ts';
import { Looks } from '../../src/detect/look.ts';
import { WasmPrefilter } from '../../src/detect/prefilter-wasm.ts';
import { findGiven } from '../../src/detect/score/forms.ts';
import { Core, partSize } from '../../src/wasm/core.ts';

const WORD = 'key';

/** What stands around names in programs, prose, data and commands, in pieces that make up most of it by chance. */
const SIGNS = Array.from(' \t\n"\'`=:!?|<>,;()[]{}*%&\\#@$-_.~+/');
const PIECES = SIGNS.concat(
  SIGNS,
  ['\r\n', ' = ', ': ', '=> ', '-> ', ' "', "\\n'", '%3d', '&#61;', '\\u003d', '="', '{ value: ', ' value', ' String ', ' as '],
  ['x', 'v', 'rb', 'L', 'is', 'the', 'val', 'type', 'default', 'password', 'set -x ', 'setenv ', 'redis', 'my', 'x1'],
  ['</key><string>', '<<~EOS\n', 'q{x}', 'qq(x)', 'R"(x)"', '<<"x">>', '[[x]]', '$$x$$', '~s(x)', 's:3:"x";', '**', WORD],
  [' {\ntype = "x"\n', 'default = "x"', 'string_value: "x"', ' Content="x"', 'data', 'def ', '::', '||=', '??', 'a, b)', '"x")'],
);
const around = (max: number) => fc.array(fc.constantFrom(...PIECES), { maxLength: max }).map((pieces) => pieces.join(''));

function whatIsGiven(text: string, at: number): string[] {
  const data = Buffer.from(text, 'latin1');
  const look = new Looks();
  const given = findGiven(look, data, at, at + 3, 0, data.length);
  const told = given.spans.map(({ form, span }) => `${form} ${data.toString('latin1', span.start, span.end)}`);
  const escape = given.nameEnd < data.length ? escapeAt(look, data, given.nameEnd, data.length) : undefined;
  return escape ? [...told, escape] : told;
}

describe('mayBeGiven', () => {
  it('is false only where nothing is given to a name', () => {
    let refused = 0;
    fc.assert(
      fc.property(around(6), around(12), (before, behind) => {
        const data = Buffer.from(before + WORD + behind, 'latin1');
        if (mayBeGiven(data, before.length, 0, data.length)) return;
        refused++;
        expect(whatIsGiven(before + WORD + behind, before.length)).toEqual([]);
      }),
      { numRuns: 100_000 },
    );
    expect(refused).toBeGreaterThan(1000);
  });

  it.each([
    ['the key is under the mat', false],
    ['a key', false],
    ['user.keys are few', false],
    ['"key" and', false],
    ['key = "x"', true],
    ['key "x"', true],
    ['key x', true],
    ["key rb'x'", true],
    ['{ "name": "key", "value": "x" }', true],
    [':key, "x"', true],
    ['key As String = "x"', true],
    ['set -x key value', true],
    ['--key value', true],
    ['monkey42 value of it', true],
    ['key%3Dx', true],
    ['primary_key(id, name)', false],
    ['key("x")', true],
    ['key(x, "y")', true],
    ['(key, digest)', false],
    [':key, length: 24', false],
    ['{key, <<"x">>}', true],
    ["name='post[key]' type='hidden'", false],
    ['"key": { "type": "x", "value": "y" }', true],
    ['key { type = string\n', true],
    ['key values are', false],
    ['key value = x', true],
    ['by_key\n\n  def create', false],
    ['Key::Methods.new', false],
    ['key? yes', false],
    ['key ?? "x"', true],
    ['key || x', false],
    ['key ||= x', true],
    ['key <tt>x</tt>', false],
    ['<key>x</key>', true],
    ['key } of', false],
    ['key assert', false],
    ['key                         = "x"', true],
  ])('of %j: %j', (text, may) => {
    const data = Buffer.from(text);
    expect(mayBeGiven(data, text.indexOf(WORD), 0, data.length)).toBe(may);
  });

  it('looks no farther than it says', () => {
    fc.assert(
      fc.property(around(6), around(12), around(4), around(4), (before, behind, other, another) => {
        const near = before.slice(-GIVEN_BEFORE);
        const begins = near.length < GIVEN_BEFORE ? '' : other;
        const rest = (WORD + behind).slice(0, GIVEN_BEHIND);
        const ends = rest.length < GIVEN_BEHIND ? '' : another;
        const one = Buffer.from(before + WORD + behind, 'latin1');
        const two = Buffer.from(begins + near + rest + ends, 'latin1');
        // That the data begins or ends there is seen, too.
        const isSame = before.length > near.length === (begins !== '') && behind.length + 3 > rest.length === (ends !== '');
        if (!isSame) return;
        expect(mayBeGiven(two, begins.length + near.length, 0, two.length)).toBe(mayBeGiven(one, before.length, 0, one.length));
      }),
      { numRuns: 5000 },
    );
  });

  it('is the same in the prefilter', () => {
    const literals = literalData([{ text: WORD, fold: true, named: true }]);
    const core = new Core(WasmPrefilter.size(literals) + partSize(4096));
    const prefilter = new WasmPrefilter(core, literals);
    const memory = core.take(4096);
    fc.assert(
      fc.property(around(6), around(12), fc.nat(9), (before, behind, shift) => {
        const text = before + WORD + behind;
        memory.fill('=');
        memory.write(text, 500 + shift, 'latin1');
        const [start, end] = [500 + shift, 500 + shift + text.length];
        const found: number[] = [];
        prefilter.scan(memory, start, end, { pairs: Int32Array.of(start, end), count: 1 }, (_, at) => found.push(at));
        const wanted = [...text.matchAll(/key/gi)].map(({ index }) => start + index);
        expect(found.sort((a, b) => a - b)).toEqual(wanted.filter((at) => mayBeGiven(memory, at, start, end)));
      }),
      { numRuns: 5000 },
    );
  });
});
