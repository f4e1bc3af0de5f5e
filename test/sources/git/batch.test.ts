import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ObjectFeed } from '../../../src/sources/git/batch.ts';
import { TestRepository } from './repos.ts';
import { listLedger } from './toy.ts';

const LIMITS = { maxSize: 1 << 20 };

/** A repository with many small objects, and their ids. */
function filled(count: number): { repository: TestRepository; ids: string[] } {
  const repository = TestRepository.create();
  repository.commit('all', Object.fromEntries(Array.from({ length: count }, (_, i) => [`f${i}`, `content ${i}\n`])));
  const listed = repository.git('ls-tree', '-r', 'HEAD').trim().split('\n');
  return { repository, ids: listed.map((line) => line.split(/\s/)[2]!) };
}

describe('ObjectFeed', () => {
  it.each([3, 1_000])('reads %i objects in their order while they become known', async (count) => {
    const { repository, ids } = filled(count);
    const ledger = listLedger();
    const given: string[] = [];
    const feed = new ObjectFeed(
      repository.folder,
      LIMITS,
      (object, index) => given.push(`${index} ${object?.id} ${object?.data.length}`),
      ledger,
    );
    for (const [i, id] of ids.entries()) {
      feed.add(id);
      if (i % 300 === 250) await new Promise((resolve) => setTimeout(resolve, 30));
    }
    await feed.finish();
    const format = '--batch-check=%(objectname) %(objectsize)';
    const listed = repository
      .feed(`${ids.join('\n')}\n`, 'cat-file', format)
      .toString()
      .trim()
      .split('\n');
    expect(given).toEqual(listed.map((line, i) => `${i} ${line}`));
    expect(ledger.entries).toEqual([]);
  });

  it('goes on behind objects that git does not have', async () => {
    const { repository, ids } = filled(600);
    const missing = 'f'.repeat(40);
    const ledger = listLedger();
    const given: (string | undefined)[] = [];
    const feed = new ObjectFeed(repository.folder, LIMITS, (object) => given.push(object?.id), ledger);
    const wanted = ids.toSpliced(400, 0, missing);
    for (const id of wanted) feed.add(id);
    await feed.finish();
    expect(given).toEqual(wanted.map((id) => (id === missing ? undefined : id)));
    expect(ledger.entries).toEqual([`missing-object ${missing} gap`]);
  });

  it('ends at once where it is stopped, also while it waits for more', async () => {
    const { repository, ids } = filled(400);
    const ledger = listLedger();
    const feed = new ObjectFeed(repository.folder, LIMITS, () => undefined, ledger);
    for (const id of ids) feed.add(id);
    await new Promise((resolve) => setTimeout(resolve, 50));
    feed.stop();
    await feed.finish();
    expect(ledger.entries).toEqual([]);
  });

  it('tells of every object where git ends again and again, also of those that become known later', async () => {
    const { repository } = filled(1);
    rmSync(join(repository.folder, '.git'), { recursive: true });
    const ledger = listLedger();
    const feed = new ObjectFeed(repository.folder, LIMITS, (object) => expect(object).toBeUndefined(), ledger);
    const ids = Array.from({ length: 300 }, (_, i) => String(i).padStart(40, '0'));
    for (const id of ids.slice(0, 250)) feed.add(id);
    await new Promise((resolve) => setTimeout(resolve, 100));
    for (const id of ids.slice(250)) feed.add(id);
    await feed.finish();
    expect(ledger.entries).toEqual(ids.map((id) => `unreadable ${id} gap`));
  });

  it('reads nothing when nothing is added', async () => {
    const feed = new ObjectFeed('/', LIMITS, () => expect.unreachable(), listLedger());
    await feed.finish();
  });
});
