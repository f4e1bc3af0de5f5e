import { describe, expect, it } from 'vitest';
import { ObjectIds } from '../../../src/sources/git/ids.ts';
import { narrowPlan } from '../../../src/sources/git/needed.ts';
import { scanObjects } from '../../../src/sources/git/objects.ts';
import { DONE_WORK, planObjects } from '../../../src/sources/git/plan.ts';
import { openRepo } from '../../../src/sources/git/repo.ts';
import { finish } from '../../../src/sources/git/steps.ts';
import { TestRepository } from './repos.ts';
import { allObjects, listLedger, toyScanner } from './toy.ts';

/** Versions of files in two packs of which one holds some objects of the other, deltas of one another, and some that are loose. */
function makeRepository(): TestRepository {
  const repository = TestRepository.create();
  for (let i = 0; i < 30; i++) {
    repository.commit(`commit ${i}`, {
      [`f${i % 4}`]: `${'line\n'.repeat(40)}${i}\n${'more\n'.repeat(40)}`,
      [`own${i}`]: `${i}\n`,
    });
    if (i === 12) repository.git('repack', '-adq');
    if (i === 24) {
      repository.feed(
        repository.git('rev-list', '--objects', 'HEAD~15').replaceAll(/ .*/g, ''),
        'pack-objects',
        '-q',
        '.git/objects/pack/pack',
      );
      repository.git('repack', '-dq');
    }
  }
  return repository;
}

describe('nodeOf', () => {
  it('gives the entry of each number, and none for what is loose or not there', () => {
    const plan = planObjects(openRepo(makeRepository().folder), listLedger());
    const ids = new ObjectIds(plan);
    expect(plan.loose.count).toBeGreaterThan(0);
    const nodes = Array.from(plan.parents, (_, node) => node);
    expect(nodes.map((node) => ids.nodeOf(ids.ofNode(node)))).toEqual(nodes);
    expect([-1, ids.ofLoose(0), ids.count].map((number) => ids.nodeOf(number))).toEqual([-1, -1, -1]);
  });
});

describe('narrowPlan', () => {
  it('gives of a repository what is wanted and no other object, whatever those are made from', () => {
    const repository = makeRepository();
    const plan = planObjects(openRepo(repository.folder), listLedger());
    expect(plan.packs.length).toBeGreaterThan(1);
    const ids = new ObjectIds(plan);
    const packed = allObjects(repository).filter(({ id, type }) => type !== 'tree' && ids.findHex(id) < ids.ofLoose(0));
    for (const part of [2, 3, 7, packed.length]) {
      const wanted = packed.filter((_, i) => i % part === 1).map(({ id }) => id);
      const narrow = narrowPlan(
        plan,
        ids,
        wanted.map((id) => ids.findHex(id)),
      );
      const given: string[] = [];
      const give = (id: string): void => void given.push(id);
      const sink = { onClean: give, onBlob: give, onText: (_: string, id: string) => give(id) };
      const ledger = listLedger();
      finish(scanObjects(narrow, toyScanner, sink, ledger));
      expect(given.sort()).toEqual(wanted.sort());
      expect([ledger.entries, narrow.total, narrow.control[DONE_WORK]]).toEqual([[], wanted.length, narrow.work]);
    }
    // The whole plan is as it was.
    const all: string[] = [];
    const give = (id: string): void => void all.push(id);
    finish(scanObjects(plan, toyScanner, { onClean: give, onBlob: give, onText: (_, id) => give(id) }, listLedger()));
    expect(all.length).toBe(allObjects(repository).filter(({ type }) => type !== 'tree').length);
  });
});
