import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bomLength, detectEncoding, type Encoding, narrow } from '../../src/detect/encoding.ts';

const utf16 = (text: string, encoding: 'utf-16le' | 'utf-16be', bom: boolean): Buffer => {
  const bytes = Buffer.from((bom ? '\ufeff' : '') + text, 'utf16le');
  return encoding === 'utf-16le' ? bytes : bytes.swap16();
};
const utf32 = (text: string): Buffer =>
  Buffer.concat(Array.from(`\ufeff${text}`, (char) => new Uint8Array(Uint32Array.of(char.codePointAt(0)!).buffer)));

const CHINESE = '数据库密码配置文件\n'.repeat(30);

describe('what a file is', () => {
  test.each<[string, Buffer, Encoding]>([
    ['nothing', Buffer.alloc(0), 'utf-8'],
    ['ASCII', Buffer.from('key = value\n'), 'utf-8'],
    ['UTF-8', Buffer.from('schlüssel = ☃ 😀\n'), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from('\ufeffkey'), 'utf-8-bom'],
    ['Latin-1', Buffer.from('schlüssel', 'latin1'), 'utf-8'],
    ['Shift_JIS', Buffer.from([0x83, 0x70, 0x83, 0x58, 0x83, 0x8f, 0x81, 0x5b, 0x83, 0x68, 0x3d, 0x61]), 'utf-8'],
    ['UTF-16LE with a mark', utf16('key = wert ü\r\n', 'utf-16le', true), 'utf-16le'],
    ['UTF-16BE with a mark', utf16('key = wert ü\r\n', 'utf-16be', true), 'utf-16be'],
    ['UTF-16LE without', utf16('key = wert ü\r\n', 'utf-16le', false), 'utf-16le'],
    ['UTF-16BE without', utf16('key = wert ü\r\n', 'utf-16be', false), 'utf-16be'],
    ['Chinese UTF-16LE with a mark', utf16(CHINESE, 'utf-16le', true), 'utf-16le'],
    ['Chinese UTF-16LE without', utf16(CHINESE, 'utf-16le', false), 'utf-16le'],
    ['Chinese UTF-16BE without', utf16(CHINESE, 'utf-16be', false), 'utf-16be'],
    ['UTF-16 with characters beyond the first plane', utf16('a 😀 b 😀\n'.repeat(10), 'utf-16be', false), 'utf-16be'],
    ['UTF-16 that ends in half a unit', Buffer.concat([utf16('key', 'utf-16le', false), Buffer.of(0x61)]), 'utf-16le'],
    ['only a UTF-16 mark', Buffer.of(0xff, 0xfe), 'utf-16le'],
    ['UTF-32', utf32('key = value'), 'binary'],
    ['a NUL in text', Buffer.from('key\0value and much more text'), 'binary'],
    ['records that end in NUL', Buffer.from('src/a.ts\0src/b.ts\0README.md\0'.repeat(20)), 'binary'],
    ['an ELF file', Buffer.from('7f454c4602010100000000000000000003003e0001000000', 'hex'), 'binary'],
    ['a PNG file', Buffer.from('89504e470d0a1a0a0000000d494844520000010000000100', 'hex'), 'binary'],
    ['numbers of 32 bits', Buffer.from(Uint32Array.from({ length: 500 }, (_, at) => at * 7).buffer), 'binary'],
    ['a NUL past the 8,000th byte', Buffer.concat([Buffer.alloc(8000, 'x'), Buffer.of(0)]), 'utf-8'],
  ])('%s', (_, content, expected) => {
    // Somewhere in a larger buffer, as the reader has it.
    const bytes = Buffer.concat([Buffer.alloc(64, '\n'), content, Buffer.alloc(64)]);
    expect(detectEncoding(bytes, 64, 64 + content.length)).toBe(expected);
  });

  test('random bytes are not taken for text', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 10, max: 100 }), (seed, blocks) => {
        // Uniform, which generated arrays are not.
        const parts = Array.from({ length: blocks }, (_, at) => createHash('sha256').update(`${seed} ${at}`).digest());
        const bytes = Buffer.concat([Buffer.of(1, 0), ...parts]);
        expect(detectEncoding(bytes, 0, bytes.length)).toBe('binary');
      }),
    );
  });
});

test.each<[Encoding, string, number]>([
  ['utf-8-bom', 'efbbbf61', 3],
  ['utf-8', '6162', 0],
  ['utf-16le', 'fffe6100', 2],
  ['utf-16le', '61006200', 0],
  ['utf-16be', 'feff0061', 2],
  ['utf-16be', '00610062', 0],
  ['utf-16be', '', 0],
])('the byte order mark of %s %s has %d bytes', (encoding, hex, expected) => {
  const bytes = Buffer.from(hex, 'hex');
  expect(bomLength(bytes, 0, bytes.length, encoding)).toBe(expected);
});

describe('narrowing', () => {
  test('keeps ASCII, and the place of every unit', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.constantFrom('utf-16le' as const, 'utf-16be' as const),
        fc.nat(1),
        (text, encoding, odd) => {
          const content = Buffer.concat([utf16(text, encoding, false), Buffer.alloc(odd, 'x')]);
          const bytes = Buffer.concat([Buffer.alloc(66), content]);
          const into = Buffer.alloc(2 * 64 + 500, 'z');
          const end = narrow(bytes, 66, bytes.length, encoding, into, 64);
          const expected = Array.from({ length: text.length }, (_, at) =>
            text.charCodeAt(at) < 0x80 ? text.charCodeAt(at) : 0xff,
          );
          expect(Array.from(into.subarray(64, end))).toEqual(expected);
          expect(into.toString('latin1', end, end + 65)).toBe(`${'\n'.repeat(64)}z`);
        },
      ),
    );
  });
});
