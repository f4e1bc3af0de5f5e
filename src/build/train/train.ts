/**
 * Learns the weights of the scorer and writes them: `npm run train -- --help` tells what it needs.
 *
 * The same folders and seed give the same file. Nothing of the data goes into it but sums over many examples: trees,
 * a set of common words and counts of letters.
 * @module
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { FEATURE_NAMES, ownFeatures, withPath } from '../../detect/score/features.ts';
import { Forest } from '../../detect/score/forest.ts';
import { calibrated, readWeights, tablesOf, type Weights } from '../../detect/score/model.ts';
import { loadCatalogue } from '../../rules/catalogue.ts';
import { parseRules } from '../../rules/load.ts';
import { randomFrom } from '../../rules/random.ts';
import { boost, type BoostOptions, type Sample } from './boost.ts';
import { isotonic, type Prediction } from './calibrate.ts';
import { Collector } from './collect.ts';
import { cleanExamples, type Example, type Labelled, labelledExamples, syntheticExamples } from './dataset.ts';
import { fingerprintOf } from './fingerprint.ts';
import { foldsOf } from './folds.ts';
import { learnWords } from './words.ts';

const HELP = `npm run train -- --words DIR… --clean DIR… [--labelled DIR] [--out FILE] [--predictions FILE] [--seed N] [--trees N]

  --words DIR        public source, to learn words from; each folder in it counts once for a word. Default: those of --from
  --from FILE        weights to take the words of (default src/detect/score/weights.json)
  --clean DIR        public source without secrets, one project a folder
  --labelled DIR     data in the form of CredData: truth.jsonl and data/<project>/…
  --describe TEXT    what the folders held, for the file's history; may repeat
  --synthetic N      secrets to make up (default 3000)
  --out FILE         default src/detect/score/weights.json
  --predictions FILE what the cross-validation says of each labelled candidate, a JSON object a line
`;

const { values: options } = parseArgs({
  options: {
    words: { type: 'string', multiple: true, default: [] },
    from: { type: 'string', default: 'src/detect/score/weights.json' },
    clean: { type: 'string', multiple: true, default: [] },
    labelled: { type: 'string' },
    describe: { type: 'string', multiple: true, default: [] },
    synthetic: { type: 'string', default: '3000' },
    out: { type: 'string', default: 'src/detect/score/weights.json' },
    predictions: { type: 'string' },
    seed: { type: 'string', default: '1' },
    trees: { type: 'string', default: '180' },
    help: { type: 'boolean' },
  },
});
if (options.help || options.clean.length === 0) {
  process.stdout.write(HELP);
  process.exit(options.help ? 0 : 2);
}
const say = (text: string): void => void process.stderr.write(`${text}\n`);
const seed = Number(options.seed);
/** Least probability of what is called high and medium. */
const LEVELS = { high: 0.9, medium: 0.78 };
const FOLDS = 5;

const boostOptions = (purpose: string): BoostOptions => ({
  trees: Number(options.trees),
  depth: 5,
  rate: 0.1,
  rows: 0.7,
  columns: 0.4,
  leafWeight: 2,
  penalty: 3,
  random: randomFrom(`${purpose} ${seed}`),
});

const tables = options.words.length > 0 ? learnWords(options.words) : tablesOf(readWeights(options.from));

const collector = new Collector(loadCatalogue(), tables);
const labelled: Labelled = options.labelled ? labelledExamples(options.labelled, collector) : { examples: [], fixed: [] };
const others = [
  ...options.clean.flatMap((folder) => cleanExamples(folder, projectIn, collector, randomFrom(`clean ${seed}`))),
  ...syntheticExamples(Number(options.synthetic), shapedRules(), collector, randomFrom(`synthetic ${seed}`)),
];
say(`${labelled.examples.length} labelled candidates, ${others.length} others`);
const own = new Map<Example, number[]>();
for (const example of [...labelled.examples, ...others])
  own.set(example, ownFeatures(example.read.candidate, example.read.reading));

// Cross-validation by project: each is judged by a model that never saw it.
const logOdds = new Map<Example, number>();
const folds = foldsOf([...labelled.examples, ...others], FOLDS);
for (let fold = 0; fold < FOLDS; fold++) {
  const held = (example: Example): boolean => folds.get(example.project) === fold;
  const forest = new Forest(
    boost(samplesOf([...labelled.examples, ...others].filter((example) => !held(example))), boostOptions(`fold ${fold}`)),
  );
  for (const example of [...labelled.examples, ...others].filter(held)) {
    logOdds.set(example, forest.sum(withPath(own.get(example)!, example.paths[0]![0])));
  }
  say(`fold ${fold + 1} of ${FOLDS}`);
}
// Without labels, as in a trial run, all that there is must do.
const measured = labelled.examples.length > 0 ? labelled.examples : others;
const predictions = measured.flatMap((example): Prediction[] => {
  const weight = example.paths.reduce((sum, [, w]) => sum + w, 0);
  return weight === 0
    ? []
    : [{ logOdds: logOdds.get(example)!, label: example.label, weight: example.label === 1 ? 1 : weight / 0.8 }];
});
const calibration = isotonic(predictions);
const probabilities = predictions.map(({ logOdds: x, label, weight }) => ({ p: calibrated(calibration, x), label, weight }));

const model = boost(samplesOf([...labelled.examples, ...others]), boostOptions('all'));
const weights: Weights = {
  history: {
    script: 'npm run train (src/build/train/train.ts)',
    seed,
    data: options.describe,
    fingerprint: fingerprintOf(tables),
  },
  features: [...FEATURE_NAMES],
  neutral: neutralOf(),
  ...model,
  bias: Math.round(model.bias * 1000) / 1000,
  calibration,
  levels: levelsOf(),
  words: { set: base64(tables.set), surprises: base64(tables.surprises) },
};
mkdirSync(dirname(options.out), { recursive: true });
const text = JSON.stringify(weights);
writeFileSync(options.out, `${text}\n`);
say(`${options.out}: ${text.length} bytes, levels ${JSON.stringify(weights.levels)}`);
if (labelled.examples.length > 0) say(calibrationTable(weights.levels));
if (options.predictions !== undefined) writePredictions(options.predictions);

function samplesOf(examples: readonly Example[]): Sample[] {
  // Each example is learned with one of its paths, chosen by their weights.
  const random = randomFrom(`paths ${seed}`);
  return examples.flatMap((example) => {
    const weight = example.paths.reduce((sum, [, w]) => sum + w, 0);
    let left = random() * weight;
    const chosen = example.paths.find(([, w]) => (left -= w) <= 0);
    return weight > 0 && chosen ? [{ features: withPath(own.get(example)!, chosen[0]), label: example.label, weight }] : [];
  });
}

/** Medians over what is no secret. */
function neutralOf(): number[] {
  const negatives = [...own]
    .filter(([example]) => example.label === 0)
    .map(([example, features]) => withPath(features, example.paths[0]![0]));
  return FEATURE_NAMES.map((_, f) => negatives.map((features) => features[f]!).sort((a, b) => a - b)[negatives.length >> 1] ?? 0);
}

/** Probabilities are calibrated, so high and medium are what they promise; low begins where telling more would cost more precision than it brings recall (the greatest F1). */
function levelsOf(): Weights['levels'] {
  const sorted = [...probabilities].sort((a, b) => b.p - a.p);
  const positive = sorted.reduce((sum, { label, weight }) => sum + label * weight, 0);
  let [hits, all, best, low] = [0, 0, 0, LEVELS.medium];
  for (const { p, label, weight } of sorted) {
    hits += label * weight;
    all += weight;
    const f1 = (2 * hits) / (all + positive);
    if (f1 > best && p <= LEVELS.medium) [best, low] = [f1, p];
  }
  return { ...LEVELS, low: Math.round(low * 1000) / 1000 };
}

/** What each level holds of the labelled candidates, judged by models that did not see their project. */
function calibrationTable(levels: Weights['levels']): string {
  const starts = [
    ['high', levels.high, 2],
    ['medium', levels.medium, levels.high],
    ['low', levels.low, levels.medium],
    ['not told', 0, levels.low],
  ] as const;
  const percent = (part: number, whole: number): string => (whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`);
  const rows = starts.map(([name, from, to]) => {
    const held = labelled.examples.filter((example) => {
      const p = calibrated(calibration, logOdds.get(example)!);
      return p >= from && p < to && example.paths.some(([, weight]) => weight > 0);
    });
    const right = held.filter(({ label }) => label === 1).length;
    const decided = held.filter((example) => example.label === 1 || example.labelled?.certain).length;
    return `| ${name} | ${held.length} | ${right} | ${percent(right, decided)} | ${percent(right, held.length)} |`;
  });
  return ['| level | candidates | credentials | of the decided | of all |', '| --- | --- | --- | --- | --- |', ...rows].join(
    '\n',
  );
}

/** A project of a folder of work trees or packages: its first folder, or the two or three that name a scoped or Go package. */
function projectIn(path: string): string | undefined {
  return /^(?:@[^/]+\/[^/]+|[^/]+\.[a-z]+\/[^/]+\/[^/]+|[^/]+)(?=\/)/.exec(path)?.[0];
}

function shapedRules(): ReturnType<typeof parseRules>['file']['rules'] {
  return readdirSync('patterns')
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => parseRules(readFileSync(join('patterns', name), 'utf8'), name).file.rules)
    .filter(
      (rule) =>
        rule.shape !== undefined && rule.near !== undefined && rule.checksum === undefined && !/[\\n]\[|BEGIN/.test(rule.shape),
    );
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

function writePredictions(file: string): void {
  const lines = labelled.examples.map((example) => {
    const {
      label,
      labelled: place,
      read: { candidate },
    } = example;
    return {
      ...place,
      secret: candidate.value,
      name: candidate.name,
      form: candidate.form,
      label,
      p: calibrated(calibration, logOdds.get(example)!),
    };
  });
  const fixed = labelled.fixed.map(({ file: path, finding: { line, value, rule } }) => ({
    file: path,
    line,
    secret: value,
    rule,
    p: 1,
  }));
  writeFileSync(file, `${[...lines, ...fixed].map((line) => JSON.stringify(line)).join('\n')}\n`);
}
