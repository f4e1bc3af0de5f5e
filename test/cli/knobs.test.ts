import { describe, expect, it } from 'vitest';
import type { Confidence, Report } from '../../src/model.ts';
import { run, tree } from '../helpers/cli.ts';
import { random } from '../helpers/tokens.ts';

const SYMBOLS = 'abcdefghijkmnopqrstuvwxyz23456789!#%+*';
/** Passwords from what is surely one to what hardly is. */
const FILES = {
  'settings.py': Array.from({ length: 60 }, (_, i) => {
    const value = i % 2 === 0 ? random(4 + (i % 17), `${i}`, SYMBOLS) : `server${i}${random(i % 7, `w${i}`)}`;
    return `password_${i} = "${value}"\n`;
  }).join('\n'),
};

interface Told {
  code: number;
  levels: Partial<Record<Confidence, number>>;
  probabilities: number[];
  stderr: string;
}

async function scan(files: Record<string, string>, ...args: string[]): Promise<Told> {
  const { code, stdout, stderr } = await run(['scan', '--format', 'json', ...args], { cwd: tree(files) });
  const findings = stdout === '' ? [] : (JSON.parse(stdout) as Report).findings;
  const levels: Told['levels'] = {};
  for (const { confidence } of findings) levels[confidence] = (levels[confidence] ?? 0) + 1;
  const texts = findings.flatMap(({ reasons }) => reasons.filter((reason) => reason.code === 'score'));
  return { code, levels, probabilities: texts.map(({ text }) => Number(/(\d+) %/.exec(text)![1])), stderr };
}

const configured = (settings: string): Record<string, string> => ({ ...FILES, '.bearertrap.yaml': settings });

describe('how much is told of what is weighed', () => {
  it('the default tells every level, strict only high, thorough more as low', async () => {
    const [usual, strict, thorough] = await Promise.all([
      scan(FILES),
      scan(FILES, '--mode', 'strict'),
      scan(FILES, '--mode', 'thorough'),
    ]);
    expect(Object.keys(usual.levels).sort()).toEqual(['high', 'low', 'medium']);
    expect(strict).toMatchObject({ code: 1, levels: { high: usual.levels.high } });
    expect(Object.keys(strict.levels)).toEqual(['high']);
    expect(thorough.levels).toMatchObject({ high: usual.levels.high, medium: usual.levels.medium });
    expect(thorough.levels.low!).toBeGreaterThan(usual.levels.low!);
    expect(Math.min(...thorough.probabilities)).toBeGreaterThanOrEqual(15);
  });

  it('--min-confidence leaves out what is less sure, and wins over the mode', async () => {
    const [medium, certain, over] = await Promise.all([
      scan(FILES, '--min-confidence', 'medium'),
      scan(FILES, '--min-confidence', 'certain'),
      scan(FILES, '--mode', 'strict', '--min-confidence', 'medium'),
    ]);
    expect(Object.keys(medium.levels).sort()).toEqual(['high', 'medium']);
    expect(certain).toMatchObject({ code: 0, levels: {} });
    expect(over.levels).toEqual(medium.levels);
  });

  it.each([
    ['for a rule', 'rules: { generic-password: { min-probability: 0.85 } }', 85],
    ['for rules', 'rules: { generic-*: { min-probability: 0.8 } }', 80],
    ['less than the mode', 'rules: { generic-password: { min-probability: 0.2 } }', 20],
  ])('a least probability in the configuration, %s', async (_, settings, least) => {
    const { probabilities } = await scan(configured(settings));
    const usual = await scan(FILES);
    expect(Math.min(...probabilities)).toBeGreaterThanOrEqual(least);
    expect(probabilities.length).not.toBe(usual.probabilities.length);
    expect(probabilities.length).toBeGreaterThan(0);
  });

  it.each([
    [
      'a number that is none',
      'rules: { generic-password: { min-probability: 60 } }',
      'min-probability is 60 (write a number from 0 to 1)',
    ],
    ['no number', 'rules: { generic-password: { min-probability: often } }', 'min-probability is "often"'],
    [
      'a rule that is not weighed',
      'rules:\n  jwt: { enabled: false }\n  github-pat: { min-probability: 0.5 }',
      ':3:34: rule github-pat is not weighed, it has no probability (only ',
    ],
  ])('is refused for %s', async (_, settings, message) => {
    const { code, stderr } = await scan(configured(settings));
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });

  it.each([
    ['--mode', 'lax'],
    ['--min-confidence', 'sure'],
  ])('%s %s is refused', async (option, value) => {
    const { code, stderr } = await scan(FILES, option, value);
    expect(code).toBe(2);
    expect(stderr).toContain(option);
  });
});
