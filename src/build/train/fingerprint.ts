/**
 * What the feature code makes of made-up candidates, as a hash: weights that were learned with other code have another.
 * @module
 */
import { createHash } from 'node:crypto';
import { ownFeatures, withPath } from '../../detect/score/features.ts';
import type { WordTables } from '../../detect/score/words.ts';
import { loadCatalogue } from '../../rules/catalogue.ts';
import { randomFrom } from '../../rules/random.ts';
import { Collector } from './collect.ts';
import { syntheticExamples } from './dataset.ts';

const EXAMPLES = 400;

export function fingerprintOf(tables: WordTables): string {
  const examples = syntheticExamples(EXAMPLES, [], new Collector(loadCatalogue(), tables), randomFrom('fingerprint'));
  const hash = createHash('sha256');
  for (const { read, paths } of examples)
    hash.update(JSON.stringify(withPath(ownFeatures(read.candidate, read.reading), paths[0]![0])));
  return hash.digest('hex').slice(0, 16);
}
