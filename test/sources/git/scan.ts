import { type ObjectSink, scanObjects } from '../../../src/sources/git/objects.ts';
import { tellMissing } from '../../../src/sources/git/missing.ts';
import { planObjects } from '../../../src/sources/git/plan.ts';
import { openRepo } from '../../../src/sources/git/repo.ts';
import { finish } from '../../../src/sources/git/steps.ts';
import { scanTrees } from '../../../src/sources/git/treescan.ts';
import { describeHits, listLedger, sortMap, toyScanner } from './toy.ts';

type Options = Parameters<typeof scanObjects>[4];

/** What scanObjects finds in a repository, in a form that can be compared. */
export function scanRepository(folder: string, options?: Options) {
  const ledger = listLedger();
  const plan = planObjects(openRepo(folder, ledger), ledger);
  const blobs = new Map<string, string[]>();
  const texts: string[] = [];
  const twice: string[] = [];
  const sink: ObjectSink = {
    onBlob(id, data, start, end, hits) {
      if (blobs.has(id)) twice.push(id);
      blobs.set(id, describeHits(hits.map((hit) => ({ ...hit, start: hit.start - start, end: hit.end - start }))));
      if (end > data.length) twice.push('end');
    },
    onText(kind, id, data, _start, _end, hits) {
      for (const { start, end } of hits)
        texts.push(`${kind} ${kind === 'path' ? '' : id} ${data.toString('latin1', start, end)}`);
    },
  };
  const content = finish(scanObjects(plan, toyScanner, sink, ledger, options));
  const { trees, missing } = finish(scanTrees(plan, toyScanner, sink, ledger, { ...options, others: content.otherTrees }));
  tellMissing(
    plan.repo,
    { commits: [content.commits], tags: [content.tags], trees: [{ missing }], refs: [], indexes: [] },
    ledger,
  );
  const counts = { blobs: content.blobs, commits: content.commits.count, tags: content.tagCount, trees };
  return { plan, counts, blobs: sortMap(blobs), texts: texts.sort(), twice, ledger: ledger.entries.sort() };
}
