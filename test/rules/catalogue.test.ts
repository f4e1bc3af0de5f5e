import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildCatalogue } from '../../src/build/catalogue.ts';
import { CATALOGUE_FILE, HEAD_FILE, loadCatalogue, loadSheets, loadWithAnchors, SHEETS_FILE } from '../../src/rules/catalogue.ts';

let folder: string;
let out: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bearertrap-patterns-'));
  out = await mkdtemp(join(tmpdir(), 'bearertrap-catalogue-'));
});
afterEach(() => Promise.all([folder, out].map((path) => rm(path, { recursive: true }))));

const text = (
  provider: string,
  shape: string,
  examples = '{ match: ["key: {secret}", "key={secret}"], miss: ["{short}", "key=xxxxxxxx"] }',
): string => `provider: ${provider}
name: ${provider}
rules:
  - id: ${provider}-key
    title: key
    kind: api-key
    opens: Everything.
    severity: high
    shape: '${shape}'
    revoke: { how: Press the button }
    examples: ${examples}
`;

describe('the build of the catalogue', () => {
  it('writes rules and sheets of all files, the same bytes each time', async () => {
    await writeFile(join(folder, 'b.yaml'), text('bbb', 'bbb_[a-z]{9}'));
    await writeFile(join(folder, 'a.yaml'), text('aaa', 'aaa_[a-z]{9}'));
    await writeFile(join(folder, 'rule.schema.json'), '{}');
    const catalogue = await buildCatalogue(folder, out);
    expect(catalogue.rules.map((rule) => rule.id)).toEqual(['aaa-key', 'bbb-key']);
    const written = await readFile(join(out, CATALOGUE_FILE), 'utf8');
    const rules = written.trimEnd().split('\n');
    expect(JSON.parse(await readFile(join(out, HEAD_FILE), 'utf8'))).toEqual({
      count: 2,
      hash: catalogue.hash,
      detectors: {},
    });
    expect(rules.map((line) => JSON.parse(line) as unknown)).toEqual(catalogue.rules.map((rule) => ({ ...rule, anchors: [] })));
    expect(JSON.parse(await readFile(join(out, SHEETS_FILE), 'utf8'))).toEqual(catalogue.sheets);
    await buildCatalogue(folder, out);
    expect(await readFile(join(out, CATALOGUE_FILE), 'utf8')).toBe(written);
  });

  it('makes files that are loaded, the sheets when they are asked for', async () => {
    await writeFile(join(folder, 'a.yaml'), text('aaa', 'aaa_[a-z]{9}'));
    const built = await buildCatalogue(folder, out);
    const place = pathToFileURL(`${out}/`);
    const loaded = loadCatalogue(place);
    const bare = built.rules.map((rule) => ({ ...rule, anchors: [] }));
    expect([loaded.count, loaded.hash, loaded.rules]).toEqual([built.count, built.hash, bare]);
    expect(loaded.tables).toEqual(built.tables);
    expect(loadWithAnchors(place)).toEqual({ rules: built.rules, sheets: built.sheets });
    expect(loadSheets(place)).toEqual(built.sheets);
    const later = loadCatalogue(place);
    await rm(join(out, SHEETS_FILE));
    expect(later.rules).toEqual(bare);
    expect(() => later.sheets).toThrow('sheets.generated.json) cannot be read; run npm run build');
  });

  it('lists every problem of every file, and writes nothing', async () => {
    await writeFile(join(folder, 'a.yaml'), text('aaa', 'aaa_[a-z]+'));
    await writeFile(
      join(folder, 'b.yaml'),
      text('bbb', 'bbb_[a-z]{9}', '{ match: ["{oops}", "key={secret}"], miss: ["{short}", "key=xxxxxxxx"] }'),
    );
    await writeFile(join(folder, 'c.yaml'), text('bbb', 'bbc_[a-z]{9}'));
    const error: unknown = await buildCatalogue(folder, out).catch((reason: unknown) => reason);
    expect((error as Error).message.split('\n').slice(1)).toEqual([
      'a.yaml:9:22: aaa-key: a repeat needs an end: write {0,n} or {1,n} instead of + (see the language of shapes in rule.schema.json)',
      'c.yaml:4:9: bbb-key: the id bbb-key is already used in b.yaml (give the rule another id)',
      'b.yaml:11:26: bbb-key: there is no template {oops} (write {{ for a brace)',
    ]);
    await expect(readFile(join(out, CATALOGUE_FILE))).rejects.toThrow('ENOENT');
  });
});
