import { execFileSync, spawn } from 'node:child_process';
import {
  appendFileSync,
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FileReader, isLfsPointer, PAD, type ReadResult } from '../../src/sources/reader.ts';
import { makeFolder, writeFiles } from './repositories.ts';

const CAPACITY = 8192;

function content(reader: FileReader, result: ReadResult): string {
  if (result.kind !== 'whole') throw new Error(JSON.stringify(result));
  return reader.buffer.toString('latin1', result.start, result.end);
}

describe('a file that fits', () => {
  test.each([0, 1, 100, 4095, 4096, 4097, CAPACITY - 1, CAPACITY])('%d bytes', (size) => {
    const path = join(makeFolder(), 'file');
    const bytes = Buffer.alloc(size, 'abc');
    writeFileSync(path, bytes);
    const reader = new FileReader(CAPACITY);
    const result = reader.read(path);
    expect(result).toEqual({ kind: 'whole', start: PAD, end: PAD + size });
    expect(content(reader, result)).toBe(bytes.toString());
  });

  test('line feeds stand before and after it, whatever was read before', () => {
    const folder = makeFolder();
    writeFiles(folder, { long: 'x'.repeat(5000), short: 'yy' });
    const reader = new FileReader(CAPACITY);
    reader.read(join(folder, 'long'));
    reader.read(join(folder, 'short'));
    const line = '\n'.repeat(PAD);
    expect(reader.buffer.toString('latin1', 0, PAD + 2 + PAD)).toBe(`${line}yy${line}`);
    expect(PAD % 2).toBe(0);
  });

  test('a name that is not UTF-8', () => {
    const folder = makeFolder();
    const path = Buffer.concat([Buffer.from(`${folder}/`), Buffer.of(0xff)]);
    writeFileSync(path, 'here');
    const reader = new FileReader(CAPACITY);
    expect(content(reader, reader.read(path))).toBe('here');
  });

  test.runIf(process.platform === 'linux')('a file system that hands out pieces (procfs) is read to the end', () => {
    const reader = new FileReader(64 << 20);
    const result = reader.read('/proc/kallsyms');
    expect(content(reader, result) === readFileSync('/proc/kallsyms', 'latin1')).toBe(true);
    expect(content(reader, result).length).toBeGreaterThan(100_000);
  });
});

describe('what is not read', () => {
  const folderWith = (make: (folder: string) => void): string => {
    const folder = makeFolder();
    make(folder);
    return join(folder, 'x');
  };

  test.each<[string, (folder: string) => void, string, boolean]>([
    ['nothing there', () => undefined, 'vanished', false],
    ['a folder', (folder) => mkdirSync(join(folder, 'x')), 'vanished', false],
    ['a link', (folder) => symlinkSync('/etc/passwd', join(folder, 'x')), 'symlink', false],
    ['a FIFO without a writer', (folder) => execFileSync('mkfifo', [join(folder, 'x')]), 'special-file', false],
    ['a name that is too long', (folder) => symlinkSync('x'.repeat(300), join(folder, 'y')), 'vanished', false],
  ])('%s', (_, make, reason, gap) => {
    expect(new FileReader(CAPACITY).read(folderWith(make))).toEqual({ kind: 'skip', reason, gap });
  });

  test('a path that is too long', () => {
    expect(new FileReader(CAPACITY).read(`/tmp/${'x'.repeat(300)}`)).toEqual({ kind: 'skip', reason: 'unreadable', gap: true });
  });

  test('a file where a folder was', () => {
    const folder = makeFolder();
    writeFiles(folder, { a: '' });
    expect(new FileReader(CAPACITY).read(join(folder, 'a/b'))).toEqual({ kind: 'skip', reason: 'vanished', gap: false });
  });

  test('a FIFO with a writer', async () => {
    const path = folderWith((folder) => execFileSync('mkfifo', [join(folder, 'x')]));
    const writer = spawn('sh', ['-c', `exec 3<> ${path}; echo ready; sleep 60`]);
    await new Promise((done) => writer.stdout.once('data', done));
    expect(new FileReader(CAPACITY).read(path)).toEqual({ kind: 'skip', reason: 'special-file', gap: false });
    writer.kill();
  });

  test('a socket', async () => {
    const path = join(makeFolder(), 'x');
    const server = createServer().listen(path);
    await new Promise((done) => server.once('listening', done));
    expect(new FileReader(CAPACITY).read(path)).toEqual({ kind: 'skip', reason: 'special-file', gap: false });
    server.close();
  });

  test.each(['/dev/zero', '/dev/null'])('the device %s', (path) => {
    expect(new FileReader(CAPACITY).read(path)).toEqual({ kind: 'skip', reason: 'special-file', gap: false });
  });

  test.runIf(process.getuid?.() === 0)('what permissions forbid', () => {
    const folder = makeFolder();
    writeFiles(folder, { x: 'secret' });
    execFileSync('chmod', ['-R', 'go=', folder]);
    const script = `
      import { FileReader } from '${join(import.meta.dirname, '../../src/sources/reader.ts')}';
      process.setuid(65534);
      console.log(JSON.stringify(new FileReader(8192).read('${folder}/x')));`;
    const output = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], {
      encoding: 'utf8',
    });
    expect(JSON.parse(output)).toEqual({ kind: 'skip', reason: 'unreadable', gap: true });
  });

  test('files below a folder that became a link, however deep', () => {
    const folder = makeFolder();
    const outside = makeFolder();
    writeFiles(outside, { 'a/b/file': 'outside', file: 'outside' });
    symlinkSync(outside, join(folder, 'link'));
    symlinkSync(outside, Buffer.concat([Buffer.from(`${folder}/`), Buffer.of(0xff)]));
    const reader = new FileReader(CAPACITY);
    const told = { kind: 'skip', reason: 'symlink', gap: false };
    for (const path of ['link/file', 'link/a/b/file', 'link/a/b/file']) expect(reader.read(join(folder, path))).toEqual(told);
    expect(reader.read(Buffer.concat([Buffer.from(`${folder}/`), Buffer.of(0xff), Buffer.from('/a/b/file')]))).toEqual(told);
    expect(content(reader, reader.read(join(outside, 'a/b/file')))).toBe('outside');
  });
});

/** Reads a large file by chunks and puts it together again. */
function assemble(reader: FileReader, path: string, overlap: number): { bytes: Buffer; chunks: number; skip: unknown } {
  const result = reader.read(path);
  if (result.kind !== 'large') throw new Error(result.kind);
  const parts: Buffer[] = [];
  let at = 0;
  let lasts = 0;
  const skip = reader.stream(result.fd, overlap, (start, end, offset, last) => {
    expect(start).toBe(PAD);
    expect(offset % 2).toBe(0);
    expect(lasts).toBe(0);
    expect(reader.buffer.subarray(end, end + PAD).every((byte) => byte === 10)).toBe(true);
    const shared = at - offset;
    expect(shared).toBe(parts.length === 0 ? 0 : overlap);
    if (shared > 0)
      expect(
        Buffer.concat(parts)
          .subarray(-shared)
          .equals(reader.buffer.subarray(start, start + shared)),
      ).toBe(true);
    parts.push(Buffer.from(reader.buffer.subarray(start + shared, end)));
    at = offset + end - start;
    if (last) lasts++;
  });
  expect(lasts).toBe(1);
  return { bytes: Buffer.concat(parts), chunks: parts.length, skip };
}

describe('a file that is larger than the buffer', () => {
  test('chunks overlap and make up the whole', () => {
    const path = join(makeFolder(), 'file');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3 * CAPACITY }), fc.constantFrom(0, 2, 1000, CAPACITY / 2 - 2), (more, overlap) => {
        const bytes = Buffer.from(Uint32Array.from({ length: 2 * CAPACITY }, (_, at) => at * 40_503).buffer, 0, CAPACITY + more);
        writeFileSync(path, bytes);
        const { bytes: read, skip } = assemble(new FileReader(CAPACITY), path, overlap);
        expect(read.equals(bytes)).toBe(true);
        expect(skip).toBeUndefined();
      }),
      { numRuns: 30 },
    );
  });

  test('one byte more than fits', () => {
    const path = join(makeFolder(), 'file');
    writeFileSync(path, Buffer.alloc(CAPACITY + 1, 'x'));
    const reader = new FileReader(CAPACITY);
    const result = reader.read(path);
    expect(result).toMatchObject({ kind: 'large', start: PAD, end: PAD + CAPACITY, size: CAPACITY + 1 });
    if (result.kind === 'large') reader.close(result.fd);
    expect(assemble(reader, path, 64)).toMatchObject({ chunks: 2, skip: undefined });
  });

  test.each<[string, (path: string) => void, number]>([
    ['grew', (path) => appendFileSync(path, 'more'), 3 * CAPACITY],
    ['shrank', (path) => truncateSync(path, CAPACITY + 10), CAPACITY + 10],
    ['was written over', (path) => writeFileSync(path, Buffer.alloc(3 * CAPACITY, 'n')), 3 * CAPACITY],
  ])('that %s meanwhile is told', (_, change, size) => {
    const path = join(makeFolder(), 'file');
    writeFileSync(path, Buffer.alloc(3 * CAPACITY, 'x'));
    const reader = new FileReader(CAPACITY);
    const result = reader.read(path);
    if (result.kind !== 'large') throw new Error(result.kind);
    let read = 0;
    const skip = reader.stream(result.fd, 2, (start, end, offset) => {
      if (offset === 0) change(path);
      read = offset + end - start;
    });
    expect(skip).toEqual({ kind: 'skip', reason: 'changed', gap: true });
    expect(read).toBe(size);
  });

  test('its file is closed, also when the consumer throws', () => {
    const path = join(makeFolder(), 'file');
    writeFileSync(path, Buffer.alloc(2 * CAPACITY, 'x'));
    const reader = new FileReader(CAPACITY);
    const result = reader.read(path);
    if (result.kind !== 'large') throw new Error(result.kind);
    const { fd } = result;
    expect(() =>
      reader.stream(fd, 0, () => {
        throw new Error('stop');
      }),
    ).toThrow('stop');
    expect(() => readSync(fd, Buffer.alloc(1))).toThrow('EBADF');
  });
});

test('no descriptor is left open', () => {
  const folder = makeFolder();
  writeFiles(folder, { a: 'x', empty: '', big: 'x'.repeat(CAPACITY + 1) });
  const next = (): number => {
    const fd = openSync(join(folder, 'a'), 'r');
    closeSync(fd);
    return fd;
  };
  const before = next();
  const reader = new FileReader(CAPACITY);
  for (const name of ['a', 'empty', '.', 'none']) reader.read(join(folder, name));
  reader.read('/dev/zero');
  assemble(reader, join(folder, 'big'), 2);
  expect(next()).toBe(before);
});

test('a file that is renamed away and back is read anew', () => {
  const folder = makeFolder();
  writeFiles(folder, { 'd/a': 'one' });
  const reader = new FileReader(CAPACITY);
  expect(content(reader, reader.read(join(folder, 'd/a')))).toBe('one');
  renameSync(join(folder, 'd'), join(folder, 'e'));
  writeFiles(folder, { 'd/a': 'two' });
  expect(content(reader, reader.read(join(folder, 'd/a')))).toBe('two');
  rmSync(join(folder, 'd/a'));
  expect(reader.read(join(folder, 'd/a'))).toEqual({ kind: 'skip', reason: 'vanished', gap: false });
});

describe('Git LFS pointers', () => {
  const oid = 'ab12'.repeat(16);
  const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${oid}\nsize 12345\n`;

  test.each<[string, string, boolean]>([
    ['a pointer', pointer, true],
    ['with an extension', pointer.replace('oid', `ext-0-foo sha256:${oid}\noid`), true],
    ['with a line of its own', `${pointer}password = x\n`, false],
    ['of another version', pointer.replace('v1', 'v9'), false],
    ['not at the beginning', `\n${pointer}`, false],
    ['nothing', '', false],
  ])('%s', (_, text, expected) => {
    const bytes = Buffer.from(`......${text}`);
    expect(isLfsPointer(bytes, 6, bytes.length)).toBe(expected);
  });
});
