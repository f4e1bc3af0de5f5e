import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Detector } from '../../src/detect/engine.ts';
import { loadCatalogue } from '../../src/rules/catalogue.ts';
import { parseRules } from '../../src/rules/load.ts';
import { checkExamples } from '../../src/rules/run-examples.ts';
import { parseServices } from '../../src/rules/services.ts';

const FOLDER = new URL('../../patterns/', import.meta.url);
const catalogue = loadCatalogue();
const detector = new Detector(catalogue);

describe('the built-in rules', () => {
  it.each(readdirSync(FOLDER).filter((name) => name.endsWith('.yaml')))('%s: every example comes out as it says', (name) => {
    const { file, problems } = parseRules(readFileSync(new URL(name, FOLDER), 'utf8'), name);
    expect(problems).toEqual([]);
    const { passed, failures } = checkExamples(file, catalogue, detector);
    expect(failures).toEqual([]);
    expect(passed).toBeGreaterThanOrEqual(4 * file.rules.length);
  });

  it('are those that the page of what is covered names', () => {
    const page = readFileSync(new URL('../docs/coverage.md', FOLDER), 'utf8');
    const named = Array.from(page.matchAll(/^\| \S+ +\| \S+ +\| `([^`]+)`/gm), ([, id]) => id!);
    const known = new Set(catalogue.rules.map(({ id }) => id));
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter((id) => !known.has(id))).toEqual([]);
  });

  it('of the table of services: every example comes out as it says', () => {
    const name = 'services/services.yaml';
    const services = parseServices(readFileSync(new URL(name, FOLDER), 'utf8'), name);
    expect(services.flatMap(({ rules }) => checkExamples(rules.file, catalogue, detector).failures)).toEqual([]);
  });
});
