import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HistoryPart } from '../../../src/pipeline/history-part.ts';
import { ObjectScanner } from '../../../src/pipeline/objects.ts';
import { loadCatalogue } from '../../../src/rules/catalogue.ts';
import { CommitReader, MESSAGE, MOST_ENTRIES, NOTHING, NOWHERE, SOME } from '../../../src/sources/git/commitreader.ts';
import { eachPart } from '../../../src/sources/git/messages.ts';
import { planObjects } from '../../../src/sources/git/plan.ts';
import { openRepo } from '../../../src/sources/git/repo.ts';
import { finish } from '../../../src/sources/git/steps.ts';
import { partSize } from '../../../src/wasm/core.ts';
import { githubPat, random } from '../../helpers/tokens.ts';
import { TestRepository } from './repos.ts';
import { listLedger } from './toy.ts';

const ROOM = 1 << 18;
const catalogue = loadCatalogue();
const scanner = new ObjectScanner(catalogue, CommitReader.size + partSize(ROOM));
const reader = new CommitReader(scanner.core);
const arena = scanner.core.take(ROOM);

interface Told {
  trees: string[];
  parents: string[];
  times: number[];
  parentEnds: number[];
  /** Ids of commits that are not taken down. */
  others: string[];
}

function listen(idBytes: number, looks = true): Told {
  const told: Told = { trees: [], parents: [], times: [], parentEnds: [], others: [] };
  reader.begin(
    { idBytes, looks },
    {
      onCommits(times, parentEnds) {
        told.times.push(...times);
        told.parentEnds.push(...parentEnds);
      },
      onIds(ids, tags) {
        for (const [i, tag] of tags.entries()) {
          const id = ids.toString('hex', i * idBytes, (i + 1) * idBytes);
          if (tag === NOWHERE || ~tag === NOWHERE) told.others.push(id);
          else if (tag >= 0) told.trees[tag] = id;
          else told.parents[~tag] = id;
        }
      },
    },
  );
  return told;
}

/** Puts a commit where it is read, among bytes that do not belong to it. */
function read(text: string, known = true): number {
  const data = Buffer.from(text, 'latin1');
  arena.fill(0x33, 0, data.length + 512);
  data.copy(arena, 128);
  return reader.read(arena.byteOffset + 128, data.length, known);
}

const hex = (length: number): fc.Arbitrary<string> => fc.stringMatching(new RegExp(`^[\\da-fA-F]{${length}}$`));
const TEXTS = [
  githubPat('commit'),
  `password = "${random(18, 'message')}"`,
  'a few words',
  'github',
  'secret',
  'tok',
  ' ',
  'é',
  '\0',
  '\ufeff',
  Buffer.from(`DB_PASSWORD=${random(18, 'env')}\nDB_HOST=db.example.com\nDB_USER=service\n`).toString('base64'),
];
const words = fc.array(fc.constantFrom(...TEXTS), { maxLength: 4 }).map((some) => Buffer.from(some.join('')).toString('latin1'));
const header = fc.oneof(
  fc.tuple(fc.constantFrom('author', 'committer', 'encoding', 'x'), words).map(([key, text]) => `${key} ${text}\n`),
  fc.tuple(words, fc.nat(2 ** 31)).map(([name, time]) => `committer ${name} <c@example.org> ${time} +0200\n`),
  fc.array(words, { minLength: 1, maxLength: 3 }).map((lines) => `gpgsig ${lines.join('\n ')}\n`),
);

describe('CommitReader', () => {
  it.each([20, 32])('tells ids of %i bytes, times, and where there may be something', (idBytes) => {
    const seen = new Set<number>();
    const commit = fc.record({
      tree: hex(2 * idBytes),
      parents: fc.array(hex(2 * idBytes), { maxLength: 3 }),
      headers: fc.array(header, { maxLength: 4 }),
      message: fc.option(words),
    });
    fc.assert(
      fc.property(fc.array(commit, { minLength: 1, maxLength: 12 }), (commits) => {
        const told = listen(idBytes);
        for (const { tree, parents, headers, message } of commits) {
          const ids = `tree ${tree}\n${parents.map((id) => `parent ${id}\n`).join('')}`;
          const text = `${ids}${headers.join('')}${message === null ? '' : `\n${message}`}`;
          const there = read(text);
          expect(text.startsWith(ids) ? reader.head : -1).toBe(ids.length);
          seen.add(there);
          const data = arena.subarray(128, 128 + text.length);
          // What a scan of each part finds, and what it looks at.
          const parts: { from: number; found: boolean; looks: boolean }[] = [];
          eachPart(data, reader.head, (from, to) => {
            const found = scanner.scan(data, from, to).length > 0;
            parts.push({ from, found, looks: found || scanner.looks.count > 0 || scanner.whole });
          });
          const inMessage = ({ from }: { from: number }): boolean =>
            text.slice(from - 2, from) === '\n\n' || from === ids.length + 1;
          if (there === NOTHING) expect(parts.filter(({ found }) => found)).toEqual([]);
          if (there === MESSAGE) expect(parts.filter((part) => part.found && !inMessage(part))).toEqual([]);
          if (!parts.some(({ looks }) => looks) && !/[\0\xfe\xff]/.test(text)) expect(there).toBe(NOTHING);
        }
        reader.finish();
        expect(told.trees).toEqual(commits.map(({ tree }) => tree.toLowerCase()));
        expect(told.parents).toEqual(commits.flatMap(({ parents }) => parents.map((id) => id.toLowerCase())));
        const counts = commits.map(({ parents }) => parents.length);
        expect(told.parentEnds).toEqual(counts.map((_, i) => counts.slice(0, i + 1).reduce((sum, count) => sum + count, 0)));
        const timeOf = (headers: string[]): number => {
          const [, rest = ''] = /(?:^|\n)committer ([^\n]*)/.exec(headers.join('')) ?? [];
          return Number(/^(?:.*>)? *(\d*)/.exec(rest)![1]);
        };
        expect(told.times).toEqual(commits.map(({ headers }) => timeOf(headers)));
      }),
      { numRuns: 150 },
    );
    expect(seen).toEqual(new Set([NOTHING, MESSAGE, SOME]));
  });

  const ID = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';
  it.each<[string, string, string[], string[], number]>([
    ['an id that is cut', `tree ${ID.slice(1)}\nauthor x\n`, [], [], 0],
    ['an id with another letter', `tree ${ID.slice(1)}g\nauthor x\n`, [], [], 0],
    ['nothing behind the id', `tree ${ID}`, [], [], 0],
    ['parents without a tree', `parent ${ID}\nauthor x\n`, [], [], 0],
    ['another line between parents', `tree ${ID}\nparent ${ID}\nx y\nparent ${ID}\n`, [ID], [ID], 94],
    ['nothing', '', [], [], 0],
  ])('takes %s as no more than it is', (_, text, trees, parents, head) => {
    const told = listen(20);
    read(text);
    expect(reader.head).toBe(head);
    reader.finish();
    expect({ trees: told.trees.filter((id) => id), parents: told.parents }).toEqual({ trees, parents });
  });

  it('takes down nothing but ids of a commit that has no number, and looks into none unless it is asked to', () => {
    const told = listen(20, false);
    expect(read(`tree ${ID}\nparent ${ID}\n\nmessage\n`, false)).toBe(SOME);
    reader.finish();
    expect(told).toEqual({ trees: [], parents: [], times: [], parentEnds: [], others: [ID, ID] });
  });

  it('refuses a time that is no exact number', () => {
    const told = listen(20);
    read(`tree ${ID}\ncommitter x <y> ${'9'.repeat(30)} +0000\n`);
    read(`tree ${ID}\ncommitter x <y> 9007199254740991 +0000\n`);
    read(`tree ${ID}\nauthor x <y> 7 +0000\n\ncommitter x <y> 8 +0000\n`);
    reader.finish();
    expect(told.times).toEqual([0, 9007199254740991, 0]);
  });
});

describe('commits of a pack', () => {
  it('are read many at a time, with the same outcome as one by one', () => {
    const count = 3 * MOST_ENTRIES;
    const secret = (i: number): string => (i % 7 === 0 ? githubPat(`message ${i}`) : '');
    const commits = Array.from({ length: count }, (_, i) => {
      const message = `message ${i} ${secret(i)}`;
      const from = i > 0 ? `from :${i}\n` : '';
      const merge = i > 2 && i % 5 === 0 ? `merge :${i - 2}\n` : '';
      return `commit refs/heads/main\nmark :${i + 1}\ncommitter Con <con@example.org> ${1_700_000_000 + i} +0000\ndata ${message.length}\n${message}\n${from}${merge}\n`;
    });
    const repository = TestRepository.createPacked(commits.join(''));
    repository.git('repack', '-adqf');
    const ledger = listLedger();
    const plan = planObjects(openRepo(repository.folder, ledger), ledger);
    const { scan, found } = finish(new HistoryPart(catalogue).objects(plan));
    const ids = repository.git('log', '--format=%H %ct %P', 'main').split('\n');
    expect(ids).toHaveLength(count);
    const { numbers, times, parents, parentEnds, trees } = scan.commits;
    const hexOf = (number: number): string => {
      const { data, ids: first } = plan.packs[0]!.index;
      return Buffer.from(data).toString('hex', first + 20 * number, first + 20 * number + 20);
    };
    const lines = Array.from(numbers, (number, i) => {
      const its = parents.subarray(i === 0 ? 0 : parentEnds[i - 1], parentEnds[i]);
      return `${hexOf(number)} ${times[i]} ${Array.from(its, hexOf).join(' ')}`;
    });
    expect(lines.sort()).toEqual(ids.sort());
    expect(new Set(Array.from(trees, hexOf))).toEqual(new Set([repository.git('rev-parse', 'main^{tree}')]));
    const secrets = found.flatMap(({ matches }) => matches.map((match) => match.secret));
    expect(secrets.sort()).toEqual(
      Array.from({ length: count }, (_, i) => secret(i))
        .filter((one) => one)
        .sort(),
    );
    expect(scan.commits.count).toBe(count);
    expect(ledger.entries).toEqual([]);
  });
});
