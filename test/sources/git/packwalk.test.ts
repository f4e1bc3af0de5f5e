import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ObjectScanner } from '../../../src/pipeline/objects.ts';
import { loadCatalogue } from '../../../src/rules/catalogue.ts';
import { type ObjectScan, scanObjects } from '../../../src/sources/git/objects.ts';
import { BLOCK, MAX_BLOCKS, PackReader } from '../../../src/sources/git/packfile.ts';
import { createWorkspace, workspaceSize } from '../../../src/sources/git/packwalk.ts';
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

/** What is found in a repository, and what is told of the scan. */
function scan(folder: string, oneByOne: boolean): { found: string[]; scan: ObjectScan } {
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
  const told = finish(scanObjects(plan, scanner, sink, ledger, { workspace }));
  expect(ledger.entries).toEqual([]);
  return { found: found.sort(), scan: told };
}

/** Lines in which there is something to look at, which comes to nothing. */
const PLAIN = [
  'nothing to see here',
  'the key to all of this is a token of appreciation',
  'key = value',
  '  return secret.length;',
  'api_key = os.environ["API_KEY"]',
  'authorization: required',
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
/** Looks depend on lines around them: where they stood close together, each change would touch one. */
const numbered = { weight: 50, arbitrary: fc.nat(999).map((n) => `line ${n} of something`) };
const plain = fc.oneof(numbered, fc.constantFrom(...PLAIN));
const any = fc.oneof(numbered, fc.constantFrom(...PLAIN), fc.constantFrom(...SECRET));
const version = fc.record({
  file: fc.constantFrom('plain', 'any'),
  edits: fc.array(fc.record({ at: fc.nat(400), remove: fc.nat(4), insert: fc.array(plain, { maxLength: 3 }) }), {
    minLength: 1,
    maxLength: 3,
  }),
  /** Stands in this version only. */
  secret: fc.option(fc.constantFrom(...SECRET), { freq: 12 }),
});

describe('objects that are walked without a call for each', () => {
  it('are what they are one by one', () => {
    let walked = 0;
    fc.assert(
      fc.property(
        fc.array(plain, { minLength: 60, maxLength: 150 }),
        fc.array(any, { minLength: 60, maxLength: 150 }),
        fc.array(version, { minLength: 30, maxLength: 60 }),
        (first, second, versions) => {
          const repository = TestRepository.create();
          const files = { plain: [...first], any: [...second] };
          const commits = versions.map(({ file, edits, secret }, i) => {
            const lines = files[file];
            for (const { at, remove, insert } of edits) lines.splice(at % lines.length, remove, ...insert);
            const text = [...lines, ...(secret === null ? [] : [secret])].join('\n');
            const size = Buffer.byteLength(text);
            return `commit refs/heads/main\ncommitter C <c@x> ${1_700_000_000 + i} +0000\ndata 1\nm\nM 644 inline ${file}\ndata ${size}\n${text}\n`;
          });
          repository.feed(commits.join(''), '-c', 'fastimport.unpackLimit=1', 'fast-import', '--quiet');
          repository.git('repack', '-adqf', '--depth=20');
          const many = scan(repository.folder, false);
          const bytes = workspace.blobs.bytes;
          if (bytes > 0) walked++;
          expect(many).toEqual(scan(repository.folder, true));
        },
      ),
      { numRuns: 25 },
    );
    expect(walked).toBeGreaterThan(5);
  });
});

describe('PackReader', () => {
  it('keeps blocks where they are that are to stay, whatever is read beside them', () => {
    const folder = makeFolder();
    const path = join(folder, 'x.pack');
    const blocks = 2 * MAX_BLOCKS;
    const content = Buffer.alloc(blocks * BLOCK + 20);
    for (let i = 0; i < blocks; i++) content.writeUInt32LE(i + 1, i * BLOCK);
    writeFileSync(path, content);
    const index = { data: new Uint8Array(0), starts: new Int32Array(0), ids: 0, stride: 0, count: 0 };
    const reader = new PackReader([{ path, size: content.length, trailer: 20, index }]);
    const at = (block: number): number => {
      reader.read(0, block * BLOCK, block * BLOCK + 4);
      return reader.start;
    };
    for (const before of [0, 100, 300]) {
      for (let block = 0; block < before; block++) at(block);
      reader.pin();
      const kept = Array.from({ length: MAX_BLOCKS / 2 }, (_, i) => at(3 * i));
      expect(reader.pinned).toBe(MAX_BLOCKS / 2);
      for (const [i, start] of kept.entries()) expect(reader.buffer.readUInt32LE(start)).toBe(3 * i + 1);
      for (const [i, start] of kept.entries()) expect(at(3 * i)).toBe(start);
      expect(reader.pinned).toBe(MAX_BLOCKS / 2);
      reader.unpin();
      for (let block = 0; block < blocks; block++) expect(reader.buffer.readUInt32LE(at(block))).toBe(block + 1);
    }
    reader.close();
  });
});
