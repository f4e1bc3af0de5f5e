import fc from 'fast-check';
import { parse, stringify } from 'smol-toml';
import { describe, expect, it } from 'vitest';
import * as Yaml from 'yaml';
import { tomlDocument } from '../../src/config/toml.ts';

/** Key or value, and what stands at its place up to the end of the line. */
function places(text: string): string[] {
  const found: string[] = [];
  Yaml.visit(tomlDocument(text), {
    Scalar: (kind, { value, range }) => {
      const at = range?.[0] ?? text.length;
      found.push(`${kind === 'key' ? 'key' : 'value'} ${String(value)}: ${text.slice(at).split('\n', 1)[0]}`);
    },
  });
  return found;
}

describe('places in TOML', () => {
  it.each<[name: string, text: string, found: string[]]>([
    ['of a pair', '# x\n  a = 1', ['key a: a = 1', 'value 1: 1']],
    [
      'of dotted and quoted keys',
      `a . "b.c".'d' = true`,
      [`key a: a . "b.c".'d' = true`, `key b.c: "b.c".'d' = true`, `key d: 'd' = true`, 'value true: true'],
    ],
    [
      'of texts that hold what looks like more',
      `a = "x # = ]"\nb = 'y"' # c`,
      ['key a: a = "x # = ]"', 'value x # = ]: "x # = ]"', `key b: b = 'y"' # c`, `value y": 'y"' # c`],
    ],
    [
      'behind texts of several lines',
      'a = """\nx = 1\n\\""" y"""\nb = 2',
      ['key a: a = """', 'value x = 1\n""" y: """', 'key b: b = 2', 'value 2: 2'],
    ],
    [
      'in lists and tables within lines',
      'a = [[1], { b = "]" } ]',
      ['key a: a = [[1], { b = "]" } ]', 'value 1: 1], { b = "]" } ]', 'key b: b = "]" } ]', 'value ]: "]" } ]'],
    ],
    [
      'below tables in tables in lists',
      '[[a]]\nb = 1\n[[a]]\n[a.c]\nd = 2',
      ['key a: a]]', 'key b: b = 1', 'value 1: 1', 'key c: c]', 'key d: d = 2', 'value 2: 2'],
    ],
  ])('%s', (_, text, found) => expect(places(text)).toEqual(found));

  it('are those of all keys and values', () => {
    const { tree } = fc.letrec<{ tree: Record<string, unknown>; value: unknown }>((tie) => ({
      tree: fc.dictionary(fc.string({ minLength: 1 }), tie('value'), { maxKeys: 4, noNullPrototype: true }),
      value: fc.oneof(
        { maxDepth: 3 },
        fc.string(),
        fc.integer(),
        fc.boolean(),
        fc.array(fc.string()),
        fc.array(fc.integer(), { maxLength: 3 }),
        tie('tree'),
        fc.array(tie('tree'), { maxLength: 3 }),
      ),
    }));
    fc.assert(
      fc.property(tree, (value) => {
        const text = stringify(value);
        Yaml.visit(tomlDocument(text), {
          Scalar: (kind, { value: read, range }) => {
            expect(range).toBeDefined();
            const rest = text.slice(range![0]);
            if (kind === 'key') {
              const [key = ''] = /^(?:"(?:[^"\\]|\\.)*"|[\w-]+)/.exec(rest) ?? [];
              expect(Object.keys(parse(`${key} = 0`))).toEqual([String(read)]);
            } else expect(rest.startsWith(stringify({ x: read }).slice('x = '.length).trimEnd())).toBe(true);
          },
        });
      }),
      { examples: [[{ '': 1, __proto__: 2, 'a"b': [{ c: ['d', '#'] }, {}] }]] },
    );
  });
});
