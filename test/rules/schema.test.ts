import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml, stringify } from 'yaml';
import { CHECKSUMS } from '../../src/detect/checksum.ts';
import { parseRules } from '../../src/rules/load.ts';
import type { RuleSource } from '../../src/rules/rule.ts';
import { closest } from '../../src/rules/closest.ts';
import { GOOD } from './rules.ts';

const schema = JSON.parse(readFileSync(new URL('../../patterns/rule.schema.json', import.meta.url), 'utf8')) as {
  $defs: Record<string, { properties: Record<string, { description?: string; enum?: string[]; $ref?: string }> }>;
};

/** Properties over many random shapes take a while on a busy machine. */
const SLOW = { timeout: 60_000 };

describe('rule.schema.json', () => {
  const ajv = new Ajv2020({ strict: true, allErrors: true, strictRequired: false });
  ajv.addKeyword('patternErrorMessage');
  const validate = ajv.compile(schema);

  it('names exactly the checksums there are', () => {
    expect(schema.$defs['checksum']!.properties['is']!.enum).toEqual([...CHECKSUMS.keys()]);
  });

  it('describes every property', () => {
    for (const [name, def] of Object.entries(schema.$defs)) {
      for (const [key, property] of Object.entries(def.properties)) {
        const described = property.$ref === undefined ? property : schema.$defs[property.$ref.slice(8)]!;
        expect([name, key, (described as { description?: string }).description?.length ?? 0]).toEqual([
          name,
          key,
          expect.any(Number),
        ]);
        expect((described as { description?: string }).description).toBeTruthy();
      }
    }
  });

  it('has the properties of RuleSource', () => {
    const all: Record<keyof RuleSource, true> = {
      id: true,
      title: true,
      kind: true,
      opens: true,
      severity: true,
      confidence: true,
      sensitivity: true,
      shape: true,
      ignoreCase: true,
      detector: true,
      near: true,
      service: true,
      edge: true,
      checksum: true,
      entropy: true,
      context: true,
      companions: true,
      docs: true,
      revoke: true,
      note: true,
      examples: true,
      verify: true,
      revocation: true,
    };
    expect(Object.keys(schema.$defs['rule']!.properties).sort()).toEqual(Object.keys(all).sort());
  });

  it('uses only keywords that the reader knows', () => {
    const known =
      'type properties required additionalProperties items minItems enum pattern patternErrorMessage minLength maxLength minimum maximum $ref description';
    const extra = new Set<string>();
    const visit = (node: object): void => {
      for (const [key, value] of Object.entries(node) as [string, unknown][]) {
        if (key === 'properties' || key === '$defs') for (const inner of Object.values(value as object)) visit(inner as object);
        else if (key === 'items') visit(value as object);
        if (!known.split(' ').includes(key)) extra.add(key);
      }
    };
    visit(schema);
    expect([...extra].sort()).toEqual(['$defs', '$schema', 'oneOf', 'title']);
  });

  it('is read as a full validator reads it', SLOW, async () => {
    const good = parseYaml(GOOD) as object;
    const paths = pathsOf(good);
    const junk = fc.constantFrom<unknown>(
      null,
      1,
      1.5,
      -1,
      true,
      '',
      'x',
      'high',
      'https://a.b',
      [],
      ['a'],
      [1],
      {},
      { how: 'x' },
      { is: 'bech32' },
    );
    const change = fc.tuple(fc.constantFrom(...paths), fc.oneof(junk, fc.constantFrom('delete', 'add')), junk);
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 2 }), async (changes) => {
        const document = structuredClone(good);
        for (const [path, what, value] of changes) edit(document, path, what, value);
        const text = stringify(document);
        const valid = validate(parseYaml(text));
        const { problems } = parseRules(text, 'f');
        // What the schema accepts may still have faults of meaning; what it refuses must be told.
        if (!valid) expect([text, problems.length > 0]).toEqual([text, true]);
        const meant = problems.filter(
          ({ message }) => !/shape|group|needs over|used twice|companion|near word|check characters/.test(message),
        );
        if (valid) expect([text, meant]).toEqual([text, []]);
      }),
      { numRuns: 300 },
    );
  });
});

type Path = (string | number)[];

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [
    path,
    ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, Array.isArray(value) ? Number(key) : key])),
  ];
}

function edit(root: object, path: Path, what: unknown, value: unknown): void {
  let at: Record<string, unknown> = root as Record<string, unknown>;
  for (const key of path.slice(0, -1)) {
    const next = at[key];
    if (typeof next !== 'object' || next === null) return;
    at = next as Record<string, unknown>;
  }
  const last = path.at(-1);
  if (last === undefined) return;
  if (what === 'delete' && !Array.isArray(at)) delete at[last];
  else if (what === 'add' && !Array.isArray(at)) at['extra'] = value;
  else if (what !== 'delete' && what !== 'add') at[last] = what;
}

describe('what may have been meant', () => {
  it.each([
    ['severty', 'severity'],
    ['Shape', 'shape'],
    ['sahpe', 'shape'],
    ['entropie', 'entropy'],
    ['nothing-like-it', undefined],
    ['', undefined],
  ])('%s: %s', (word, meant) => {
    expect(closest(word, ['severity', 'shape', 'entropy', 'near'])).toBe(meant);
  });
});
