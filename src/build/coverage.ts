/**
 * What of a list of known credential formats the built-in rules find: for each format a value of its shape is made and
 * given to usual names, and the rules that find it are told.
 *
 *     npm run build && npx tsx src/build/coverage.ts FORMATS.json
 *
 * FORMATS.json is an array of objects with provider, kind, shape, body (segments: literal, one_of, alphabet with min and
 * max, optional), context_keywords, confidence, curated and sensitivity. Printed: counts, and a line for each format that
 * no rule but a generic one finds.
 * @module
 */
import { readFileSync } from 'node:fs';
import { Detector } from '../detect/engine.ts';
import { resolve } from '../detect/resolve.ts';
import { loadCatalogue } from '../rules/catalogue.ts';
import { randomFrom, type Random } from '../rules/random.ts';
import { generateText } from '../rules/generate.ts';

interface Segment {
  literal?: string;
  one_of?: string[];
  alphabet?: string;
  min?: number | null;
  max?: number | null;
  checksum?: string;
  len?: number;
  uuid?: unknown;
  jwt?: unknown;
  optional?: Segment | Segment[];
  any_of?: (Segment | Segment[])[];
  repeat?: Segment | Segment[];
  structure?: string;
}

interface Format {
  provider: string;
  kind: string;
  shape: string;
  body: Segment | Segment[];
  context_keywords: string[];
  confidence: string;
  curated: boolean;
  sensitivity: string;
}

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}';
const list = <T>(value: T | T[]): T[] => (Array.isArray(value) ? value : [value]);

/** A text of the format's shape; undefined where the facts describe it in prose only. */
function valueOf(body: Segment | Segment[], random: Random): string | undefined {
  let text = '';
  for (const part of list(body)) {
    if (part.literal !== undefined) text += part.literal;
    else if (part.one_of) text += part.one_of[0];
    else if (part.uuid !== undefined) text += generateText(UUID, random);
    else if (part.alphabet !== undefined && !/^(?:any|printable)/.test(part.alphabet)) {
      // Facts that give a UUID as an alphabet and a length.
      if (/^0-9A?-?F?a-f-$|^a-f0-9-$/.test(part.alphabet) && part.min === 36) {
        text += generateText(UUID, random);
        continue;
      }
      const length = part.min ?? part.max ?? 32;
      text += generateText(`[${part.alphabet.replace(/[[\]\\^]/g, '\\$&')}]{${Math.max(1, length)}}`, random);
    } else if (part.checksum !== undefined) text += generateText(`[0-9a-f]{${part.len ?? 6}}`, random);
    else if (part.any_of) text += valueOf(part.any_of[0]!, random) ?? '';
    else if (part.optional !== undefined) continue;
    else return undefined;
  }
  return text;
}

const catalogue = loadCatalogue();
const detector = new Detector(catalogue);
const formats = JSON.parse(readFileSync(process.argv[2]!, 'utf8')) as Format[];
const missed: string[] = [];
const counts = { found: 0, generic: 0, prose: 0, checksum: 0 };
const providers = new Set<string>();
for (const format of formats) {
  const value = valueOf(format.body, randomFrom(`${format.provider} ${format.kind}`));
  if (value === undefined) {
    counts.prose++;
    continue;
  }
  const word = format.provider.replaceAll('-', '_');
  const kind = format.kind.replaceAll('-', '_');
  const names = [`${word}_${kind}`, `${word}_api_key`, `${word}_token`, `${word}_secret`, ...format.context_keywords];
  const ids = new Set<string>();
  for (const name of names) {
    for (const text of [`${name}=${value}\n`, `${name.toUpperCase()} = "${value}"`, `"${name}": "${value}"`]) {
      const data = Buffer.from(text);
      for (const hit of resolve(detector.scan(data, 0, data.length), catalogue)) {
        const { id } = catalogue.rules[hit.rule]!;
        if (!id.startsWith('generic-')) ids.add(id);
        else ids.add('');
      }
    }
  }
  const special = [...ids].filter((id) => id !== '');
  if (special.length > 0) {
    counts.found++;
    providers.add(format.provider);
  } else {
    if (ids.size > 0) counts.generic++;
    // A made-up value has no right checksum: such a rule is there, and its own examples show that it works.
    const checked = catalogue.rules.some((rule) => rule.checksum && rule.provider === format.provider);
    if (checked) counts.checksum++;
    const level = `${format.curated ? 'curated' : 'tail'} ${format.confidence}`;
    missed.push(
      `${level}\t${format.sensitivity}\t${format.shape}\t${format.provider}\t${format.kind}\t${ids.size > 0 ? 'generic' : 'none'}\t${checked ? 'a rule of the provider wants a checksum' : ''}`,
    );
  }
}
process.stdout.write(`${missed.sort().join('\n')}\n`);
process.stdout.write(
  `${formats.length} formats: ${counts.found} found, of ${providers.size} providers; ${counts.generic} by a generic rule only; ${counts.checksum} of providers whose rules want a checksum; ${counts.prose} in prose only\n`,
);
