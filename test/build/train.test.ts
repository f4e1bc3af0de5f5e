import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { boost } from '../../src/build/train/boost.ts';
import { isotonic, rising } from '../../src/build/train/calibrate.ts';
import { Collector } from '../../src/build/train/collect.ts';
import { syntheticExamples } from '../../src/build/train/dataset.ts';
import { fingerprintOf } from '../../src/build/train/fingerprint.ts';
import { foldsOf } from '../../src/build/train/folds.ts';
import { ownFeatures, withPath } from '../../src/detect/score/features.ts';
import { Forest } from '../../src/detect/score/forest.ts';
import { loadModel, Model, readWeights } from '../../src/detect/score/model.ts';
import { read as reading } from '../../src/detect/score/words.ts';
import { loadCatalogue } from '../../src/rules/catalogue.ts';
import { randomFrom } from '../../src/rules/random.ts';

describe('the weights that come with the program', () => {
  const { weights, tables } = loadModel();

  it('were learned with the features as they are now', () => {
    expect(fingerprintOf(tables), 'run npm run train').toBe(weights.history.fingerprint);
  });

  it('tell where they come from, and are small', () => {
    expect(weights.history.data.length).toBeGreaterThan(0);
    expect(weights.history.script).toContain('train');
    expect(JSON.stringify(weights).length).toBeLessThan(200_000);
  });

  it('rise in probability with the log-odds, and so do the levels', () => {
    const { calibration, levels } = weights;
    for (const [i, [x, p]] of calibration.slice(1).entries()) {
      expect(x).toBeGreaterThan(calibration[i]![0]);
      expect(p).toBeGreaterThan(calibration[i]![1]);
    }
    expect(levels.high).toBeGreaterThan(levels.medium);
    expect(levels.medium).toBeGreaterThanOrEqual(levels.low);
  });

  it('are refused when they name other features', () => {
    expect(() => new Model({ ...weights, features: weights.features.slice(1) })).toThrow('npm run train');
  });
});

describe('boosting', () => {
  const random = randomFrom('boost');
  const samples = Array.from({ length: 600 }, () => {
    const features = Float64Array.of(random(), random(), random());
    const label = features[0]! > 0.5 === features[1]! > 0.5 ? (1 as const) : (0 as const);
    return { features, label, weight: 1 };
  });
  const options = { trees: 40, depth: 3, rate: 0.3, rows: 0.8, columns: 1, leafWeight: 1, penalty: 1 };
  const learn = (seed: string) => boost(samples, { ...options, random: randomFrom(seed) });

  it('learns what no single feature tells', () => {
    const forest = new Forest(learn('a'));
    const right = samples.filter(({ features, label }) => forest.sum(features) > 0 === (label === 1));
    expect(right.length / samples.length).toBeGreaterThan(0.95);
  });

  it('gives the same trees for the same seed', () => {
    expect(learn('a')).toEqual(learn('a'));
    expect(learn('a')).not.toEqual(learn('b'));
  });
});

describe('calibration', () => {
  it('finds the shares that stand behind log-odds', () => {
    const random = randomFrom('calibrate');
    const predictions = Array.from({ length: 4000 }, () => {
      const share = random();
      return { logOdds: Math.log(share / (1 - share)) * 3, label: random() < share ? (1 as const) : (0 as const), weight: 1 };
    });
    for (const [x, p] of isotonic(predictions)) expect(Math.abs(p - 1 / (1 + Math.exp(-x / 3)))).toBeLessThan(0.12);
  });
});

it('joins points that fall or stand still after smoothing', () => {
  expect(
    rising([
      [0, 0.1],
      [1, 0.5],
      [2, 0.4],
      [3, 0.45],
      [4, 0.9],
    ]),
  ).toEqual([
    [0, 0.1],
    [2.25, 0.45],
    [4, 0.9],
  ]);
});

describe('folds', () => {
  it('hold a project whole, and are of like size', () => {
    const examples = Array.from({ length: 500 }, (_, i) => ({ project: `p${i % 37}` }));
    const folds = foldsOf(examples, 5);
    const sizes = [0, 1, 2, 3, 4].map((fold) => examples.filter(({ project }) => folds.get(project) === fold).length);
    expect(folds.size).toBe(37);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThan(40);
  });
});

describe('the script', () => {
  const folder = mkdtempSync(join(tmpdir(), 'train-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Weights learned from a small sample. */
  async function learned(
    name: string,
    more: readonly string[],
    sources = ['yaml', 'commander', 'vitest'],
  ): Promise<{ text: string; model: Model }> {
    const out = join(folder, name);
    const clean = sources.flatMap((one) => ['--clean', `node_modules/${one}`]);
    const args = ['--synthetic', '400', '--trees', '12', '--out', out, '--describe', 'a sample', ...more];
    await promisify(execFile)('node_modules/.bin/tsx', ['src/build/train/train.ts', ...clean, ...args]);
    return { text: readFileSync(out, 'utf8'), model: new Model(readWeights(out)) };
  }

  it('learns from a sample what a secret is, and the same each time', { timeout: 300_000 }, async () => {
    const [one, other] = await Promise.all([learned('one.json', []), learned('other.json', [])]);
    expect(other.text).toBe(one.text);
    const { model } = one;
    const collector = new Collector(loadCatalogue(), model.tables);
    const secrets = syntheticExamples(100, [], collector, randomFrom('held out'));
    const told = secrets.filter(({ read, paths }) => {
      return model.probability(withPath(ownFeatures(read.candidate, read.reading), paths[0]![0])) > 0.5;
    });
    expect(told.length / secrets.length).toBeGreaterThan(0.8);
    expect(model.weights.words, 'without --words those that are there stay').toEqual(loadModel().weights.words);
  });

  it('learns the words of the folders that --words names', { timeout: 300_000 }, async () => {
    for (const [project, text] of [
      ['one', 'let zorblatt = quimber; // zorblatt and quimber'],
      ['two', 'const myZorblatt = QUIMBER_SIZE;'],
    ] as const) {
      mkdirSync(join(folder, 'words', project), { recursive: true });
      writeFileSync(join(folder, 'words', project, 'index.js'), text);
    }
    const { model } = await learned('words.json', ['--words', join(folder, 'words')], ['commander']);
    const known = (text: string, { tables }: Model): number => reading(text, tables).known;
    expect(known('zorblatt-quimber', model)).toBe(15);
    expect(known('zorblatt-quimber', loadModel())).toBeLessThan(15);
    expect(known('password', loadModel())).toBe(8);
    expect(known('password', model)).toBe(0);
    // Letters that follow each other in these words surprise less than before.
    expect(reading('zorblatt', model.tables).surprise).toBeLessThan(reading('zorblatt', loadModel().tables).surprise);
  });
});
