/**
 * What the environment may change; every variable is described in README.md.
 * @module
 */
function number(name: string, fallback: number): number {
  const text = process.env[name];
  if (text === undefined || text === '') return fallback;
  const value = Number(text);
  if (!Number.isFinite(value) || value <= 0) throw new Error(`${name} must be a number above 0, not "${text}"`);
  return value;
}

function text(name: string): string | undefined {
  return process.env[name] === '' ? undefined : process.env[name];
}

export interface Settings {
  tree: string | undefined;
  repository: string | undefined;
  staged: string | undefined;
  json: string | undefined;
  only: readonly string[] | undefined;
  slow: boolean;
  files: number;
  timeoutMs: number;
  megabytes: number;
  rounds: number;
}

export function settings(rounds: number): Settings {
  return {
    tree: text('BENCH_TREE'),
    repository: text('BENCH_REPO'),
    staged: text('BENCH_STAGED'),
    json: text('BENCH_JSON'),
    only: text('BENCH_ONLY')?.split(','),
    slow: process.env.BENCH_SLOW === '1',
    files: number('BENCH_FILES', 5000),
    timeoutMs: number('BENCH_TIMEOUT', 1800) * 1000,
    megabytes: number('BENCH_MB', 50),
    rounds: number('BENCH_ROUNDS', rounds),
  };
}
