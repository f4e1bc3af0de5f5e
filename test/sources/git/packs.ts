/**
 * Writes packs and indexes by hand, right ones and wrong ones.
 * @module
 */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { deflateSync } from 'node:zlib';

export interface PackEntry {
  id: string;
  /** 1 commit, 2 tree, 3 blob, 4 tag, 6 delta by offset, 7 delta by id. */
  type: number;
  /** Uncompressed. */
  data: Buffer;
  /** Size in the entry's header, when it is to be a lie. */
  declared?: number;
  /** Index of the base among the entries, for type 6; distance in bytes when negative. */
  base?: number;
  /** Id of the base, for type 7. */
  baseId?: string;
  /** Compressed data, when it is not to be that of `data`. */
  raw?: Buffer;
  /** Offset in the index, when it is to be a lie. */
  offset?: number;
}

/** An id that is easy to tell. */
export function idOf(name: string): string {
  return createHash('sha1').update(name).digest('hex');
}

/** Type and size as they stand before an entry. */
export function header(type: number, size: number): number[] {
  const bytes: number[] = [];
  let left = Math.floor(size / 16);
  let byte = (type << 4) | (size % 16);
  for (; left > 0; left = Math.floor(left / 128)) {
    bytes.push(byte | 128);
    byte = left % 128;
  }
  return [...bytes, byte];
}

function back(distance: number): number[] {
  const bytes = [distance % 128];
  for (let left = Math.floor(distance / 128); left > 0; left = Math.floor(left / 128)) bytes.unshift((--left % 128) | 128);
  return bytes;
}

/** A delta that copies `[from, from + length)` of its base for each pair, and inserts buffers. */
export function deltaOf(baseSize: number, parts: readonly ([number, number] | Buffer)[], resultSize?: number): Buffer {
  const size = (value: number): number[] => (value < 128 ? [value] : [(value % 128) | 128, ...size(Math.floor(value / 128))]);
  const code = parts.flatMap((part) => {
    if (Buffer.isBuffer(part)) return [part.length, ...part];
    const [from, length] = part;
    return [
      0xff,
      ...[0, 8, 16, 24].map((shift) => (from >>> shift) & 255),
      ...[0, 8, 16].map((shift) => (length >>> shift) & 255),
    ];
  });
  const made = parts.reduce((sum, part) => sum + (Buffer.isBuffer(part) ? part.length : part[1]), 0);
  return Buffer.from([...size(baseSize), ...size(resultSize ?? made), ...code]);
}

/** Writes `<stem>.pack` and `<stem>.idx` (version 2). */
export function writePack(stem: string, entries: readonly PackEntry[]): void {
  const parts = [Buffer.from('PACK'), Buffer.alloc(8)];
  parts[1]?.writeUInt32BE(2, 0);
  parts[1]?.writeUInt32BE(entries.length, 4);
  const offsets: number[] = [];
  let at = 12;
  for (const { type, data, declared, base, baseId, raw } of entries) {
    offsets.push(at);
    const head = header(type, declared ?? data.length);
    if (type === 6) head.push(...back(base !== undefined && base >= 0 ? at - (offsets[base] ?? 0) : -(base ?? 0)));
    if (type === 7) head.push(...Buffer.from(baseId ?? '', 'hex'));
    const part = Buffer.concat([Buffer.from(head), raw ?? deflateSync(data)]);
    parts.push(part);
    at += part.length;
  }
  parts.push(Buffer.alloc(20));
  mkdirSync(dirname(stem), { recursive: true });
  writeFileSync(`${stem}.pack`, Buffer.concat(parts));
  const sorted = entries
    .map(({ id, offset }, i) => ({ id, offset: offset ?? offsets[i] ?? 0 }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const table = (count: number, value: (i: number) => number): Buffer => {
    const buffer = Buffer.alloc(4 * count);
    for (let i = 0; i < count; i++) buffer.writeUInt32BE(value(i), 4 * i);
    return buffer;
  };
  const index = [
    Buffer.from('ff744f6300000002', 'hex'),
    table(256, (i) => sorted.filter(({ id }) => Number.parseInt(id.slice(0, 2), 16) <= i).length),
    ...sorted.map(({ id }) => Buffer.from(id, 'hex')),
    table(sorted.length, () => 0),
    table(sorted.length, (i) => sorted[i]?.offset ?? 0),
    Buffer.alloc(40),
  ];
  writeFileSync(`${stem}.idx`, Buffer.concat(index));
}
