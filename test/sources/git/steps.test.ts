/** Long work in steps. */
import { describe, expect, it } from 'vitest';
import { planObjects, planSteps } from '../../../src/sources/git/plan.ts';
import { openRepo } from '../../../src/sources/git/repo.ts';
import { finish, giveWay, giveWayUntil, type Steps } from '../../../src/sources/git/steps.ts';
import { TestRepository } from './repos.ts';
import { listLedger } from './toy.ts';

/** Counts to three, and says when it is done with. */
function* count(said: string[]): Steps<number> {
  try {
    for (let i = 1; i < 3; i++) {
      said.push(`${i}`);
      yield;
    }
    return 3;
  } finally {
    said.push('closed');
  }
}

describe('work in steps', () => {
  it.each([
    ['in one go', (steps: Steps<number>) => finish(steps)],
    ['giving way', (steps: Steps<number>) => giveWay(steps)],
    ['until told to end', (steps: Steps<number>) => giveWayUntil(steps, new AbortController().signal)],
  ])('is done %s', async (_, run) => {
    const said: string[] = [];
    expect(await run(count(said))).toBe(3);
    expect(said).toEqual(['1', '2', 'closed']);
  });

  it('serves others between the steps, and is left where it is when one of them ends it', async () => {
    const said: string[] = [];
    const controller = new AbortController();
    setImmediate(() => controller.abort());
    expect(await giveWayUntil(count(said), controller.signal)).toBeUndefined();
    expect(said).toEqual(['1', 'closed']);
  });

  it('is how a repository is planned', () => {
    const repository = TestRepository.create();
    repository.commit('first', { a: 'first\n' });
    repository.git('gc', '-q');
    const repo = openRepo(repository.folder);
    let steps = 0;
    for (const work = planSteps(repo, listLedger()); !work.next().done; ) steps++;
    expect(steps).toBeGreaterThanOrEqual(6);
    const { total, work } = planObjects(repo, listLedger());
    expect({ total, work: work > 0 }).toEqual({ total: 3, work: true });
  });
});
