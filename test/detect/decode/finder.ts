/** The detector over the built-in rules, as tests of encodings use it. */
import { Detector } from '../../../src/detect/engine.ts';
import { REGION } from '../../../src/detect/hit.ts';
import { resolve } from '../../../src/detect/resolve.ts';
import { loadCatalogue } from '../../../src/rules/catalogue.ts';

const catalogue = loadCatalogue();
const detector = new Detector(catalogue);

export interface Found {
  rule: string;
  secret: string;
  /** The text at the place that is told. */
  text: string;
  from: string;
}

/** Names that only stand beside a secret are told with it. */
const names = new Set(catalogue.sheets.filter(({ sensitivity }) => sensitivity === 'name').map(({ id }) => id));

/** What is found in a text. */
export function find(text: string): Found[] {
  const data = Buffer.from(text, 'utf8');
  const hits = resolve(detector.scan(data, 0, data.length), catalogue);
  const secrets = hits.filter(({ rule }) => rule < 0 || !names.has(catalogue.rules[rule]!.id));
  return secrets.map((hit) => {
    const stands = data.toString('latin1', hit.start, hit.end);
    return {
      rule: catalogue.rules[hit.rule]!.id,
      secret: hit.decoded?.secret ?? stands,
      text: stands,
      from: hit.decoded?.from.join(' in ') ?? '',
    };
  });
}

/** In how many places something is decoded. */
export function countRegions(text: string): number {
  const data = Buffer.from(text, 'utf8');
  return detector.scan(data, 0, data.length).filter(({ rule }) => rule === REGION).length;
}
