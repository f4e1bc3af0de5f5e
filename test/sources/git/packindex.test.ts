import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findAllInIndex, findInIndex, MalformedError, offsetAt, readPackIndex } from '../../../src/sources/git/packindex.ts';
import { TestRepository } from './repos.ts';

/** A repository with one pack; its index as bytes, and what `git show-index` tells of it. */
function makeIndex(version: number, ...options: string[]) {
  const repository = TestRepository.create(...options);
  for (let i = 0; i < 20; i++) repository.commit(`commit ${i}`, { [`f${i % 7}`]: `content ${i}\n` });
  repository.git('-c', `pack.indexVersion=${version}`, 'repack', '-adq');
  const folder = join(repository.folder, '.git/objects/pack');
  const name = readdirSync(folder).find((each) => each.endsWith('.idx')) ?? '';
  const data = readFileSync(join(folder, name));
  const shown = repository.feed(data, 'show-index').toString('latin1').trim().split('\n');
  const expected = shown.map((line) => ({ offset: Number(line.split(' ')[0]), id: line.split(' ')[1] ?? '' }));
  return { data, expected, packSize: readFileSync(join(folder, name.replace('.idx', '.pack'))).length };
}

describe('readPackIndex', () => {
  it.each<[string, number, number, string[]]>([
    ['version 1', 1, 20, []],
    ['version 2', 2, 20, []],
    ['version 2 with SHA-256', 2, 32, ['--object-format=sha256']],
  ])('reads %s as git does', (_, version, idBytes, options) => {
    const { data, expected, packSize } = makeIndex(version, ...options);
    const { index, offsets } = readPackIndex(data, idBytes, packSize);
    const read = Array.from(offsets, (offset, i) => {
      const at = index.ids + i * index.stride;
      return { offset, id: data.toString('hex', at, at + idBytes) };
    });
    expect(read).toEqual(expected);
    expect(expected.map((_each, i) => offsetAt(index, i, idBytes))).toEqual([...offsets]);
    const others = expected.map(({ id }, i) => (i % 2 === 0 ? id : id.slice(0, -2) + id.slice(0, 2)));
    const found = new Int32Array(others.length);
    findAllInIndex(index, Buffer.from(others.join(''), 'hex'), others.length, idBytes, found);
    expect([...found]).toEqual(others.map((id) => expected.findIndex((each) => each.id === id)));
    for (const [i, { id }] of expected.entries()) {
      const bytes = Buffer.from(`ff${id}`, 'hex');
      expect(findInIndex(index, bytes, 1, idBytes)).toBe(i);
      for (const at of [1, 4, 5, idBytes]) {
        const other = Buffer.from(bytes);
        other[at] = (other[at] as number) ^ 1;
        expect(findInIndex(index, other, 1, idBytes)).toBe(expected.findIndex((each) => each.id === other.toString('hex', 1)));
      }
    }
  });

  it('reads offsets beyond 2 GiB', () => {
    const { data, packSize } = makeIndex(2);
    const { index } = readPackIndex(data, 20, packSize);
    const small = 8 + 1024 + 24 * index.count;
    const large = Buffer.alloc(8);
    large.writeUInt32BE(3, 0);
    large.writeUInt32BE(5, 4);
    data.writeUInt32BE(0x80000000, small);
    const whole = Buffer.concat([data.subarray(0, small + 4 * index.count), large, data.subarray(-40)]);
    const far = readPackIndex(whole, 20, 2 ** 40);
    expect(far.offsets[0]).toBe(3 * 2 ** 32 + 5);
    expect([0, 1].map((i) => offsetAt(far.index, i, 20))).toEqual([...far.offsets.subarray(0, 2)]);
    expect(() => readPackIndex(whole, 20, packSize)).toThrow(MalformedError);
    whole.writeUInt32BE(0x80000001, small);
    expect(() => readPackIndex(whole, 20, 2 ** 40)).toThrow(MalformedError);
  });

  it.each<[string, (data: Buffer) => Buffer]>([
    ['an empty file', () => Buffer.alloc(0)],
    ['another version', (data) => (data.writeUInt32BE(3, 4), data)],
    ['a fan-out that goes down', (data) => (data.writeUInt32BE(1e9, 8 + 4 * 3), data)],
    ['more ids than there is room for', (data) => (data.writeUInt32BE(1e6, 8 + 4 * 255), data)],
    ['a file that is cut off', (data) => data.subarray(0, 2000)],
  ])('refuses %s', (_, damage) => {
    const { data, packSize } = makeIndex(2);
    expect(() => readPackIndex(damage(data), 20, packSize)).toThrow(MalformedError);
  });
});
