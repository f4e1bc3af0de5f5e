/**
 * What of a list of known credential formats the built-in rules find: for each format a value of its shape is made and
 * given to usual names, and the rules that find it are told.
 *
 *     npm run build && npx tsx src/build/coverage.ts FORMATS.json
 *
 * Formats that docs/coverage.md explains, and those of no provider that generic rules are for, count as such.
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
    if (part.alphabet?.startsWith('non-space')) part.alphabet = 'A-Za-z0-9_.-';
    if (part.literal !== undefined) text += part.literal;
    else if (part.one_of) text += part.one_of[0];
    else if (part.uuid !== undefined) text += generateText(UUID, random);
    else if (part.checksum !== undefined) text += checkOf(part, random);
    else if (part.alphabet !== undefined && !/^(?:any|printable)/.test(part.alphabet)) {
      // Facts that give a UUID as an alphabet and a length.
      if (/^0-9A?-?F?a-f-$|^a-f0-9-$/.test(part.alphabet) && part.min === 36) {
        text += generateText(UUID, random);
        continue;
      }
      const length = part.min ?? part.max ?? 32;
      text += generateText(`[${part.alphabet.replace(/[[\]\\^]/g, '\\$&')}]{${Math.max(1, length)}}`, random);
    } else if (part.any_of) text += valueOf(part.any_of[0]!, random) ?? '';
    else if (part.optional !== undefined) continue;
    else return undefined;
  }
  return text;
}

/** Characters in the place of a checksum; its alphabet may be told in words. */
function checkOf({ alphabet, len }: Segment, random: Random): string {
  const chars = alphabet === undefined ? '0-9a-f' : alphabet.includes('bech32') ? 'ac-hj-np-z02-9' : alphabet;
  return generateText(`[${chars}]{${len ?? 6}}`, random);
}

const catalogue = loadCatalogue();
// A made-up value has no right checksum; that rules accept right ones is shown by their own examples.
const unchecked = catalogue.rules.map((rule) => {
  const { checksum: _checksum, ...rest } = rule;
  return rest;
});
const detector = new Detector({ ...catalogue, rules: unchecked, rule: (index) => unchecked[index]! });
const formats = JSON.parse(readFileSync(process.argv[2]!, 'utf8')) as Format[];
const explained = new Set(
  Array.from(
    readFileSync('docs/coverage.md', 'utf8').matchAll(/^\| (\S+) +\| (\S+) +\|/gm),
    ([, provider, kind]) => `${provider} ${kind}`,
  ),
);
const missed: string[] = [];
const counts = { found: 0, explained: 0, generic: 0, prose: 0 };
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
  const own = [...ids].some((id) => id !== '') || (ids.size > 0 && format.provider.startsWith('generic-'));
  if (own) {
    counts.found++;
    providers.add(format.provider);
  } else if (explained.has(`${format.provider} ${format.kind}`)) {
    counts.explained++;
  } else {
    if (ids.size > 0) counts.generic++;
    const level = `${format.curated ? 'curated' : 'tail'} ${format.confidence}`;
    missed.push(
      [level, format.sensitivity, format.shape, format.provider, format.kind, ids.size > 0 ? 'generic' : 'none'].join('\t'),
    );
  }
}
process.stdout.write(`${missed.sort().join('\n')}\n`);
process.stdout.write(
  `${formats.length} formats: ${counts.found} found, of ${providers.size} providers; ${counts.explained} explained in docs/coverage.md; ${counts.generic} by a generic rule only; ${counts.prose} in prose only\n`,
);
