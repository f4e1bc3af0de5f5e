import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CoverageLedger } from '../../src/sources/ledger.ts';

const skips = fc.array(fc.tuple(fc.constantFrom('binary', 'unreadable', 'symlink'), fc.string({ maxLength: 3 }), fc.boolean()), {
  maxLength: 40,
});

test('counts by reason, with the first five examples', () => {
  const ledger = new CoverageLedger();
  expect(ledger.skipped()).toEqual([]);
  for (const path of ['g', 'c', 'a', 'f', 'b', 'e', 'd']) ledger.skip('binary', path, false);
  expect(ledger.complete).toBe(true);
  ledger.skip('unreadable', 'x', true);
  ledger.skip('unreadable', 'y', false);
  expect(ledger.complete).toBe(false);
  expect(ledger.skipped()).toEqual([
    { reason: 'binary', count: 7, examples: ['a', 'b', 'c', 'd', 'e'], gap: false },
    { reason: 'unreadable', count: 1, examples: ['x'], gap: true },
    { reason: 'unreadable', count: 1, examples: ['y'], gap: false },
  ]);
});

test('the order, and who met what, make no difference', () => {
  fc.assert(
    fc.property(skips, fc.nat(40), (all, split) => {
      const one = new CoverageLedger();
      for (const skip of all) one.skip(...skip);
      const workers = [all.slice(split).reverse(), all.slice(0, split)].map((part) => {
        const ledger = new CoverageLedger();
        for (const skip of part) ledger.skip(...skip);
        return ledger;
      });
      const merged = new CoverageLedger();
      for (const worker of workers) merged.merge(worker.skipped());
      expect(merged.skipped()).toEqual(one.skipped());
      for (const { reason, gap, count, examples } of one.skipped()) {
        const paths = all.filter(([other, , otherGap]) => other === reason && otherGap === gap).map(([, path]) => path);
        expect([count, examples]).toEqual([paths.length, paths.sort().slice(0, 5)]);
      }
    }),
  );
});

test('what it gave is not changed by what comes', () => {
  const ledger = new CoverageLedger();
  ledger.skip('binary', 'b', false);
  const given = ledger.skipped();
  ledger.skip('binary', 'a', false);
  expect(given).toEqual([{ reason: 'binary', count: 1, examples: ['b'], gap: false }]);
});
