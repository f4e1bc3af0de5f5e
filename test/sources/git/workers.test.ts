import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { buildSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import type { ObjectScan } from '../../../src/sources/git/objects.ts';
import { scanObjects } from '../../../src/sources/git/objects.ts';
import { DONE, planObjects, STOP } from '../../../src/sources/git/plan.ts';
import { openRepo } from '../../../src/sources/git/repo.ts';
import { finish } from '../../../src/sources/git/steps.ts';
import { scanTrees, type TreeScan } from '../../../src/sources/git/treescan.ts';
import { makeFolder, TestRepository } from './repos.ts';
import { allObjects, describeHits, listLedger, naiveScan, sortMap, toyScanner } from './toy.ts';
import { attributeAll } from './told.ts';

const PROGRAM = `
  import { parentPort, workerData } from 'node:worker_threads';
  import { scanObjects } from './src/sources/git/objects.ts';
  import { scanTrees } from './src/sources/git/treescan.ts';
  import { finish } from './src/sources/git/steps.ts';
  import { toyScanner } from './test/sources/git/toy.ts';
  const ledger = { skip: (...entry) => parentPort.postMessage({ skip: entry }) };
  const blobs = [];
  const sink = { onBlob: (id, data, start, end, hits) => blobs.push([id, hits]), onText: () => undefined };
  parentPort.postMessage({ content: finish(scanObjects(workerData, toyScanner, sink, ledger)), blobs });
  parentPort.on('message', (wanted) => {
    parentPort.postMessage({ trees: finish(scanTrees(workerData, toyScanner, sink, ledger, { wanted })) });
    parentPort.close();
  });`;

interface Message {
  skip?: unknown[];
  content?: ObjectScan;
  blobs?: [string, ReturnType<typeof toyScanner.scan>][];
  trees?: TreeScan;
}

function makeRepository(): TestRepository {
  const repository = TestRepository.create();
  for (let i = 0; i < 40; i++) {
    repository.commit(`commit ${i}`, {
      [`dir${i % 5}/f${i % 9}`]: `${'line\n'.repeat(i)}tok_file${i}\n${'more\n'.repeat(40)}`,
      common: `tok_common\n${i}`,
    });
    if (i === 20) repository.git('repack', '-adq');
    if (i === 30) repository.git('repack', '-dq');
  }
  return repository;
}

describe('several workers', () => {
  it('find together what one finds, and can be attributed together', async () => {
    const repository = makeRepository();
    const { outputFiles } = buildSync({
      stdin: { contents: PROGRAM, resolveDir: join(import.meta.dirname, '../../..'), loader: 'ts' },
      bundle: true,
      platform: 'node',
      format: 'esm',
      external: ['vitest'],
      write: false,
      logLevel: 'error',
    });
    const program = join(makeFolder(), 'worker.mjs');
    writeFileSync(program, outputFiles[0]?.text ?? '');
    const plan = planObjects(openRepo(repository.folder), listLedger());
    const messages: Message[] = [];
    const workers = [0, 1, 2].map(() => new Worker(program, { workerData: plan }));
    const contents = await Promise.all(
      workers.map((worker) => new Promise<Message>((done, fail) => worker.once('message', done).once('error', fail))),
    );
    const blobs = contents.flatMap((message) => message.blobs ?? []);
    const wanted = blobs.map(([id]) => id).sort();
    messages.push(...contents);
    const trees = await Promise.all(
      workers.map((worker) => {
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
        worker.postMessage(wanted);
        return new Promise<Message>((done, fail) => worker.once('message', done).once('error', fail));
      }),
    );
    messages.push(...trees);
    expect(messages.filter(({ skip }) => skip)).toEqual([]);
    expect(new Set(wanted).size).toBe(wanted.length);
    const found = sortMap(new Map(blobs.map(([id, hits]) => [id, describeHits(hits)])));
    expect(found).toEqual(naiveScan(allObjects(repository)));
    const collected = {
      commits: contents.flatMap(({ content }) => (content ? [content.commits] : [])),
      tags: contents.flatMap(({ content }) => (content ? [content.tags] : [])),
      links: trees.flatMap((message) => message.trees?.links ?? []),
    };
    const together = await attributeAll(plan, { blobs: wanted }, collected);
    const alone = planObjects(openRepo(repository.folder), listLedger());
    const sink = { onBlob: () => undefined, onText: () => undefined };
    const { commits, tags } = finish(scanObjects(alone, toyScanner, sink, listLedger()));
    const { links } = finish(scanTrees(alone, toyScanner, sink, listLedger(), { wanted }));
    expect(together).toEqual(
      await attributeAll(alone, { blobs: wanted }, { commits: [commits], tags: [tags], links: links && [links] }),
    );
    expect(Atomics.load(plan.control, DONE)).toBe(plan.total);
    expect(Atomics.load(alone.control, DONE)).toBe(plan.total);
  }, 60_000);

  it('end early when they are told to', () => {
    const plan = planObjects(openRepo(makeRepository().folder), listLedger());
    const sink = { onBlob: () => void Atomics.store(plan.control, STOP, 1), onText: () => undefined };
    const { blobs } = finish(scanObjects(plan, toyScanner, sink, listLedger()));
    expect(blobs).toBeGreaterThan(0);
    expect(blobs).toBeLessThan(40);
    expect(finish(scanTrees(plan, toyScanner, sink, listLedger())).trees).toBe(0);
  });
});
