import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { ObjectScanner } from '../../../src/pipeline/objects.ts';
import { loadCatalogue } from '../../../src/rules/catalogue.ts';
import { type ObjectScan, scanObjects } from '../../../src/sources/git/objects.ts';
import { BLOCK, JOINED, PackReader, SLAB } from '../../../src/sources/git/packfile.ts';
import { createWorkspace, workspaceSize } from '../../../src/sources/git/workspace.ts';
import { planObjects } from '../../../src/sources/git/plan.ts';
import { openRepo } from '../../../src/sources/git/repo.ts';
import { finish } from '../../../src/sources/git/steps.ts';
import { DEFAULT_LIMITS } from '../../../src/sources/git/work.ts';
import { githubPat, random } from '../../helpers/tokens.ts';
import { makeFolder, TestRepository } from './repos.ts';
import { listLedger } from './toy.ts';

const catalogue = loadCatalogue();
const scanner = new ObjectScanner(catalogue, workspaceSize(DEFAULT_LIMITS));
const workspace = createWorkspace(DEFAULT_LIMITS, scanner.core);

interface Told {
  found: string[];
  skipped: string[];
  scan: Omit<ObjectScan, 'scannedBytes'>;
}

/** What is found in a repository, what is left out, and what is told of the scan. */
function scan(folder: string, maxFileSize: number, oneByOne: boolean): Told & { scannedBytes: number } {
  const ledger = listLedger();
  const plan = planObjects(openRepo(folder, ledger), ledger);
  const found: string[] = [];
  const tell = (id: string, data: Buffer, start: number, end: number, hits: Parameters<typeof scanner.read>[3]): void => {
    for (const { rule, secret, location } of scanner.read(data, start, end, hits))
      found.push(`${id} ${rule} ${location.offset} ${JSON.stringify(secret)}`);
  };
  const sink = {
    onBlob: tell,
    onText: (_: string, ...rest: Parameters<typeof tell>) => tell(...rest),
    // Who asks for what is clean is told of each object.
    ...(oneByOne && { onClean: () => undefined }),
  };
  const { scannedBytes, ...told } = finish(scanObjects(plan, scanner, sink, ledger, { workspace, maxFileSize }));
  return { found: found.sort(), skipped: ledger.entries.toSorted(), scan: told, scannedBytes };
}

/** Lines in which there is something to look at, which comes to nothing. */
const PLAIN = [
  'nothing to see here',
  'the key to all of this is a token of appreciation',
  'key = value',
  '  return secret.length;',
  'api_key = os.environ["API_KEY"]',
  'authorization: required',
  '"words" "in" "pieces"',
  // What is decoded, and comes to nothing.
  String.raw`  when /^https?:\/\/[a-z]+/`,
  '<a href="/search?q=a%3Db%2Fc">',
  '  mail_to "&#109;&#97;&#105;&#108;&#58;x"',
  `  key = "cut in two" + "${random(16, 'rest')}"`,
  'é'.repeat(40),
  '',
];
const SECRET = [
  `password = "${random(18, 'one')}"`,
  `password: ${random(18, 'two')}`,
  githubPat('walk'),
  `"client_secret": "${random(24, 'client')}",`,
  Buffer.from(`DB_PASSWORD=${random(18, 'env')}\nDB_HOST=db.example.com\nDB_USER=service\n`).toString('base64'),
  'a\0b',
];
/** What is something only together, one line behind the other. */
const PIECES = [`  push("${githubPat('cut').slice(0, 20)}" +`, `    "${githubPat('cut').slice(20)}")`];
/** What is nothing without a word some lines before or behind, and that word. */
const FAR = [`  connect("sk-${Buffer.from(random(16, 'far')).toString('hex')}")`, '# of dashscope'] as const;

/** The commit number `i`, of one file, as git fast-import takes it. */
function commitOf(i: number, file: string, text: string): string {
  const head = `commit refs/heads/main\ncommitter C <c@x> ${1_700_000_000 + i} +0000\ndata 1\nm\n`;
  return `${head}M 644 inline ${file}\ndata ${Buffer.byteLength(text)}\n${text}\n`;
}

/** Histories of two files, one of them with secrets in all versions, and one with a secret in few: see `commitOf`. */
function historyOf(seed: number): string {
  let state = seed;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const oneOf = (lines: readonly string[]): string => lines[below(lines.length)]!;
  // Looks depend on lines around them: where they stand close together, each change touches one; mostly they do not.
  const every = 4 + below(60);
  const plainLine = (): string => (below(2) === 0 ? oneOf(PLAIN) : `  return secret_${below(1000)}.length;`);
  const isCut = below(3) === 0;
  const otherLine = (): string => (isCut && below(4) === 0 ? oneOf(PIECES) : `line ${below(1000)} of something`);
  const line = (): string => (below(every) === 0 ? plainLine() : otherLine());
  const isFar = below(3) === 0;
  const plain = Array.from({ length: 20 + below(160) }, () => (isFar && below(12) === 0 ? FAR[0] : line()));
  const files = [plain, plain.toSpliced(below(20), 0, ...SECRET)];
  const commits = Array.from({ length: 30 + below(30) }, (_, i) => {
    const which = below(2);
    const lines = files[which]!;
    for (let edits = 1 + below(3); edits > 0; edits--)
      lines.splice(below(lines.length), below(3), ...Array.from({ length: below(4) }, line));
    const word = lines.indexOf(FAR[1]);
    if (isFar && word >= 0) lines.splice(word, 1);
    else if (isFar && below(3) === 0) lines.splice(below(lines.length), 0, FAR[1]);
    const text = [...lines, ...(below(12) === 0 ? [oneOf(SECRET)] : [])].join('\n');
    return commitOf(i, `file${which}`, text);
  });
  return commits.join('');
}

describe('objects that are walked without a call for each', () => {
  it('are what they are one by one', () => {
    let walked = 0;
    let leftOut = 0;
    let found = 0;
    const settle = vi.spyOn(scanner, 'settle');
    fc.assert(
      fc.property(fc.noBias(fc.nat(2 ** 31)), fc.boolean(), fc.boolean(), (seed, isLimited, repack) => {
        const repository = TestRepository.createPacked(historyOf(seed));
        // There versions are made from larger ones; from older ones before.
        if (repack) repository.git('repack', '-adqf', '--depth=20');
        const sizes = repository.git('cat-file', '--batch-all-objects', '--batch-check=%(objecttype) %(objectsize)').split('\n');
        const blobs = sizes.flatMap((line) => (line.startsWith('blob ') ? Number(line.slice(5)) : []));
        const middle = blobs.toSorted((a, b) => a - b)[blobs.length >> 1]!;
        const maxFileSize = isLimited ? middle : Infinity;
        const { scannedBytes, ...many } = scan(repository.folder, maxFileSize, false);
        if (workspace.blobs.bytes > 0) walked++;
        if (isLimited) leftOut++;
        if (many.found.length > 0) found++;
        expect(many.skipped).toHaveLength(blobs.filter((size) => size > maxFileSize).length);
        const { scannedBytes: mostBytes, ...single } = scan(repository.folder, maxFileSize, true);
        expect(many).toEqual(single);
        // What was decoded near a change is decoded anew, unless it is carried in the core.
        expect(scannedBytes).toBeLessThanOrEqual(mostBytes);
      }),
      { numRuns: 40 },
    );
    expect(walked).toBeGreaterThan(20);
    expect(leftOut).toBeGreaterThan(0);
    expect(found).toBeGreaterThan(20);
    // Looks that are asked for come to nothing, or to something.
    const settled = settle.mock.results.map(({ value }) => value as boolean);
    settle.mockRestore();
    expect(settled.filter((isNothing) => isNothing).length).toBeGreaterThan(20);
    expect(settled.filter((isNothing) => !isNothing).length).toBeGreaterThan(5);
  });

  it.each([
    ['before', 24],
    ['behind', 36],
  ])('are found with a word that is added some lines %s them', (_, place) => {
    const lines = Array.from({ length: 60 }, (_line, i) => (i === 30 ? FAR[0] : `line ${i} of something`));
    const versions = [lines, lines.with(1, 'line 1 of something else'), lines.toSpliced(place, 0, FAR[1])];
    const repository = TestRepository.createPacked(
      versions.map((version, i) => commitOf(i, 'file', version.join('\n'))).join(''),
    );
    const { found } = scan(repository.folder, Infinity, false);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('alibaba-dashscope-key');
    expect(workspace.blobs.bytes).toBeGreaterThan(Buffer.byteLength(lines.join('\n')) - 1);
  });
});

describe('objects of which the entries lie in several blocks of a pack', () => {
  it('are walked and found as others are', () => {
    // Hexadecimal of what is random has half its size in a pack: in one block, in some, and in more than there is room for.
    const sizes = [20, 60, 110, 180, 500, 1200].map((kib) => kib * 1024);
    const versions = sizes.flatMap((size) => {
      const noise = random(size, `noise ${size}`);
      const lines = Array.from({ length: size / 64 }, (_, i) => Buffer.from(noise.slice(32 * i, 32 * i + 32)).toString('hex'));
      const changed = lines.toSpliced(10, size / 256, `password = "${random(18, `changed ${size}`)}"`, 'key = value');
      const longer = changed.concat(lines.map((line) => line.split('').reverse().join('')));
      return [lines, changed, longer].map((version, i) => ({ file: `file${size}`, text: version.join('\n'), holds: i > 0 }));
    });
    const repository = TestRepository.createPacked(versions.map(({ file, text }, i) => commitOf(i, file, text)).join(''));
    const many = scan(repository.folder, Infinity, false);
    expect(many).toEqual(scan(repository.folder, Infinity, true));
    expect(many.found).toHaveLength(versions.filter(({ holds }) => holds).length);
    const bytes = versions.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
    expect(many.scan.blobBytes).toBe(bytes);
    expect(many.skipped).toEqual([]);
  });
});

/** As many blocks as a reader holds. */
const BLOCKS = (SLAB - JOINED) / BLOCK;

/** A reader of a pack of that content. */
function readerOf(content: Buffer): PackReader {
  const path = join(makeFolder(), 'x.pack');
  writeFileSync(path, content);
  const index = { data: new Uint8Array(0), starts: new Int32Array(0), ids: 0, stride: 0, count: 0 };
  return new PackReader([{ path, size: content.length, trailer: 20, index }]);
}

describe('PackReader', () => {
  it('keeps blocks where they are that are to stay, whatever is read beside them', () => {
    const blocks = 2 * BLOCKS;
    const content = Buffer.alloc(blocks * BLOCK + 20);
    for (let i = 0; i < blocks; i++) content.writeUInt32LE(i + 1, i * BLOCK);
    const reader = readerOf(content);
    const at = (block: number): number => {
      reader.read(0, block * BLOCK, block * BLOCK + 4);
      return reader.start;
    };
    for (const before of [0, 100, 300]) {
      for (let block = 0; block < before; block++) at(block);
      reader.pin();
      const kept = Array.from({ length: BLOCKS / 2 }, (_, i) => at(3 * i));
      expect(reader.pinned).toBe(BLOCKS / 2);
      for (const [i, start] of kept.entries()) expect(reader.buffer.readUInt32LE(start)).toBe(3 * i + 1);
      for (const [i, start] of kept.entries()) expect(at(3 * i)).toBe(start);
      expect(reader.pinned).toBe(BLOCKS / 2);
      reader.unpin();
      for (let block = 0; block < blocks; block++) expect(reader.buffer.readUInt32LE(at(block))).toBe(block + 1);
    }
    reader.close();
  });

  it('puts together what lies in several blocks, and keeps it as long as blocks', () => {
    const content = Buffer.from(random(24 * BLOCK, 'pack'), 'latin1');
    const reader = readerOf(content);
    const slab = reader.buffer;
    const read = (from: number, length: number): { from: number; to: number; start: number; buffer: Buffer } => {
      reader.read(0, from, from + length);
      const { buffer, start, end } = reader;
      const to = Math.min(from + length, content.length - 20);
      expect(buffer.subarray(start, end).equals(content.subarray(from, to))).toBe(true);
      return { from, to, start, buffer };
    };
    const pieces = [
      [BLOCK - 1, 2],
      [5 * BLOCK - 100, BLOCK],
      [3, 3 * BLOCK],
      [20 * BLOCK + 7, 2 * BLOCK],
    ] as const;
    for (let round = 0; round < 2; round++) {
      reader.pin();
      const kept = pieces.map(([from, length]) => read(from, length));
      for (const { from, to, start, buffer } of kept) {
        expect(buffer).toBe(slab);
        expect(buffer.subarray(start, start + to - from).equals(content.subarray(from, to))).toBe(true);
      }
      // There is no room for it beside these, nor for that of any.
      expect(read(10 * BLOCK, 4 * BLOCK).buffer).not.toBe(slab);
      reader.unpin();
      expect(read(10 * BLOCK, 4 * BLOCK).buffer).toBe(slab);
      expect(read(1, JOINED + 1).buffer).not.toBe(slab);
      expect(read(22 * BLOCK, 4 * BLOCK).to).toBe(content.length - 20);
    }
    reader.close();
  });
});
