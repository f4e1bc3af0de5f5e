import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHECKSUMS, checksumHolds, checksumProves, withChecksum } from '../../src/detect/checksum.ts';
import { crc16, crc24, crc32 } from '../../src/detect/checksums/crc.ts';
import {
  BASE58_BITCOIN,
  BASE62,
  fromBase32,
  fromBase58,
  fromBase64,
  latin1,
  toBase32,
  toBase58,
} from '../../src/detect/checksums/encodings.ts';
import { marvin64 } from '../../src/detect/checksums/marvin.ts';

/** `length` base62 digits from a place on: bodies are made here, so that no token stands in this file. */
const run = (from: number, length: number): string => (BASE62 + BASE62 + BASE62).slice(from, from + length);
/** Joins the pieces of a text that may not stand whole in a file. */
const joined = (...pieces: string[]): string => pieces.join('');
const change = (text: string, at: number, to = 'A', or = 'B'): string =>
  text.slice(0, at) + (text[at] === to ? or : to) + text.slice(at + 1);

describe('CRCs', () => {
  // Check values of the RevEng catalogue, and values from Python's zlib.
  it.each([
    ['', 0],
    ['a', 3904355907],
    ['123456789', 0xcbf43926],
    [run(5, 30), 3275725604],
  ])('CRC-32 of %j', (text, value) => {
    expect(crc32(text)).toBe(value);
    expect(crc32(latin1(text))).toBe(value);
  });
  it('CRC-16/XMODEM', () => expect(crc16(latin1('123456789'))).toBe(0x31c3));
  it('CRC-24 of OpenPGP', () => expect(crc24(latin1('123456789'))).toBe(0x21cf02));
});

// Vectors of the .NET runtime's tests of Marvin, seed 0x004fb61a001bdbcc.
describe('Marvin', () => {
  it.each([
    ['', 0x30ed35c1, 0x00cd3c7d],
    ['af', 0x48e73fc7, 0x7d75ddc1],
    ['e70f', 0xb5f6e1fc, 0x485dbff8],
    ['37f495', 0xf0b07c78, 0x9b8cf7e8],
    ['8642dc59', 0x7008f2e8, 0x7e9cf556],
    ['153fb79826', 0xe6c08c6d, 0xa2afa997],
    ['0932e6246c47', 0x6f04bf1a, 0x5ea24060],
  ])('of %s', (hex, high, low) => {
    expect(marvin64(Buffer.from(hex, 'hex'), 0x004fb61a, 0x001bdbcc)).toEqual({ high, low });
  });
});

describe('encodings', () => {
  const bytes = fc.uint8Array({ maxLength: 70 });
  it('base32 and base58 are read back', () => {
    fc.assert(
      fc.property(bytes, (data) => {
        expect(fromBase32(toBase32(data))).toEqual(data);
        expect(fromBase58(toBase58(data, BASE58_BITCOIN), BASE58_BITCOIN)).toEqual(data);
      }),
    );
  });
  it('base64 agrees with Node', () => {
    fc.assert(
      fc.property(bytes, (data) => {
        for (const form of ['base64', 'base64url'] as const) {
          const text = Buffer.from(data).toString(form);
          expect(Uint8Array.from(fromBase64(text)!)).toEqual(data);
          expect(Uint8Array.from(fromBase64(text.replace(/=/g, ''))!)).toEqual(data);
        }
      }),
    );
  });
  it.each(['a', 'ab=', 'a+_b', 'ab==c', 'a b', 'abcde', 'ab====', 'AB==', 'AAB'])('is not base64: %j', (text) => {
    expect(fromBase64(text)).toBeUndefined();
  });
  it.each(['1', 'ab', 'AB', 'AAAAAAAB1'])('is not base32: %j', (text) => expect(fromBase32(text)).toBeUndefined());
  it('leading zeros of base58 are zero bytes', () => {
    expect(fromBase58(joined('11', '2'), BASE58_BITCOIN)).toEqual(Uint8Array.of(0, 0, 1));
    expect(fromBase58('0', BASE58_BITCOIN)).toBeUndefined();
  });
});

// Expected check characters from Python (zlib.crc32, struct, base64 and a digit loop).
describe('check characters of a CRC-32', () => {
  const thirty = run(5, 30);
  it.each([
    ['crc32-base62', thirty, joined('3Zgb', 'rw')],
    ['crc32-base62', 'pad51', '00P420'],
    ['crc32-base62', '', '000000'],
    ['crc32-base62-lower', thirty, joined('3zGB', 'RW')],
    ['crc32-base62-any', thirty, '3Zgbrw'],
    ['crc32-base62-any', thirty, '3zGBRW'],
    ['crc32-base36', thirty, '1i6a61w'],
    ['crc32-base36', 'pad51', '003k1c4'],
    ['crc32-hex', thirty, 'c33f9b24'],
    ['crc32-hex', 'pad51', '005b26c4'],
    ['crc32-hex-upper', thirty, 'C33F9B24'],
    ['crc32-hex-le', joined('glsa', '_', run(3, 32)), '4bca13b8'],
    ['crc32-base64-le', thirty, 'JJs/ww'],
  ])('%s over %s is %s', (is, body, check) => {
    const fact = { is, over: ['body'], in: 'check' };
    expect(checksumHolds(fact, { body, check, secret: `pre_${body}${check}` })).toBe(true);
    for (let i = 0; i < check.length; i++) {
      expect(checksumHolds(fact, { body, check: change(check, i), secret: '' })).toBe(false);
    }
    expect(checksumHolds(fact, { body: `${body}x`, check, secret: '' })).toBe(false);
    const other = change(check, 2);
    const made = withChecksum(fact, { body, check: other, secret: `pre_${body}_${other}` });
    expect(checksumHolds(fact, { body, check: made.slice(-check.length), secret: made })).toBe(true);
    expect(made.startsWith(`pre_${body}_`)).toBe(true);
  });

  it('is computed over several groups in their order, and over none that took no part', () => {
    const fact = { is: 'crc32-hex', over: ['b', 'a', 'none'], in: 'check' };
    expect(checksumHolds(fact, { a: '789', b: '123456', check: 'cbf43926', secret: '' })).toBe(true);
    expect(checksumHolds(fact, { a: '123456', b: '789', check: 'cbf43926', secret: '' })).toBe(false);
  });
});

/** Known texts that hold a whole-secret check; each one is put together from its parts. */
const KNOWN: [name: string, text: string, source: string][] = [
  ['azure-his', joined('a'.repeat(76), '+ASt', '5mnCaw=='), 'Microsoft security utilities'],
  ['azure-his', joined('a'.repeat(76), '+ASt', '5mnCaw'), 'without padding'],
  ['azure-his', joined('a'.repeat(33), '+AEh', 'G2s/8w='), 'Microsoft security utilities'],
  ['azure-his', joined('a'.repeat(33), '+ASb', 'HpHeAI='), 'Microsoft security utilities'],
  ['azure-his', joined('a'.repeat(33), 'AIoT', 'Oumzco='), 'Microsoft security utilities'],
  ['azure-his', joined('a'.repeat(42), 'AzSe', 'CjhzCu'), 'Microsoft security utilities'],
  ['azure-his', joined('d'.repeat(42), '+ACR', 'CUDxQE'), 'Microsoft security utilities'],
  ['azure-his', joined('d'.repeat(44), 'AzFu', '182vhA=='), 'Microsoft security utilities'],
  ['azure-his', joined('a'.repeat(76), 'ACDb', 'OpqrYA=='), 'Microsoft security utilities'],
  ['azure-cask', joined('A'.repeat(52), 'JQQJ99', 'AG', 'A'.repeat(17), 'BCD', 'TZJ9JA=='), 'Microsoft security utilities'],
  ['entra-client-secret', joined('zzz8', 'Q~', 'z'.repeat(31), 'blP'), 'Microsoft security utilities'],
  ['azure-devops-pat', joined('bmyfy6u7yturi6kypwrmp3argz', 'nybjok54kcaxudvdg7efz4mgda'), 'Python, user token'],
  ['azure-devops-pat', joined('bmyky6u7ytu3j2kypwrmp3argz', 'nybjok54kcgxudvdg7efz4mgda'), 'Python, application token'],
  ['bech32', 'A12UEL5L', 'BIP-173'],
  ['bech32', 'abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw', 'BIP-173'],
  ['bech32', '?1ezyfcl', 'BIP-173'],
  ['nats-nkey', joined('SU', 'ABTMSYK3Q4CUGKQNGP7SFVTMR23PIO', 'YA4J4WHLEKZ3MR3IBGGQAKZ6PU'), 'Python binascii.crc_hqx'],
  ['stellar-strkey', joined('SA', 'M3EWCW4HAVBSUDJT74RNM3EOW32D', 'WAHCPFR2ZCWO3EO2AJRUACX5GD'), 'Python binascii.crc_hqx'],
  ['base58check', joined('Kx', '5fLetJkXkFiFDJGLFjz7RnMhv', 'FceCbvBGSNDMREQZ4F6A9TXM2'), 'Python hashlib'],
  ['base58check', '13LsYRsguPMRLNnGsLFr5sWQ42fcCneMRo', 'Python hashlib, leading zero byte'],
  ['base58check-xrpl', joined('ss', 'hhkfKojCxSUGWNWs', 'Etnj53MEGdM'), 'Python hashlib'],
  [
    'ed25519-keypair',
    toBase58(
      Buffer.from(
        joined(
          '9d61b19deffd5a60ba844af492ec2cc4',
          '4449c5697b326919703bac031cae7f60',
          'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
        ),
        'hex',
      ),
      BASE58_BITCOIN,
    ),
    'RFC 8032 section 7.1',
  ],
  [
    'pgp-crc24',
    [
      '-----BEGIN',
      ' PGP PRIVATE KEY BLOCK-----\nComment: nine digits\n\nMTIzNDU2\nNzg5\n=Ic8C\n-----END PGP PRIVATE KEY BLOCK-----',
    ].join(''),
    'CRC-24 check value',
  ],
  ['putty-mac', putty('none', joined('55e197759a6fc8f06e82142f939c89', 'cb71701b781ec75565a6e66accb2149e3b')), 'puttygen 0.78'],
  ['decode-aws-key-id', joined('ASIA', 'QNZGKIQY56JQ7WML'), 'a published example'],
  ['decode-aws-key-id', joined('AKIA', '0189ABCDEFGHIJKL'), 'an id from before 2019'],
  ['decode-discord', encode('123456789012345678'), ''],
  ['decode-id-secret', encode(`735118210941:${'\x01\xf0'.repeat(10)}`), ''],
  ['decode-jfrog-reference', encode(`reftkn:01:1700000000:${run(10, 27)}`), ''],
  ['decode-intercom', encode(`tok:${run(10, 36)}:1:0`), ''],
  ['decode-json', encode('{"k":"x","n":"ci","id":1}'), ''],
  ['decode-macaroon', encode(macaroon('pypi.org', 'identifier', ['caveat one', 'caveat two'])), 'libmacaroons format 2'],
  ['decode-macaroon', encode('0018location example.org\n'), 'libmacaroons format 1'],
  ['decode-macaroon', encode('\x94\x93\xc4\x10nonce'), 'Fly.io'],
  ['decode-workos', encode(`key_${run(0, 26)},${run(20, 25)}`), ''],
  ['decode-bedrock', encode(`BedrockAPIKey-${run(30, 4)}-at-123456789012:${run(7, 44)}`), ''],
  ['decode-basic', encode(`anna:${run(10, 9)}`), ''],
  ['decode-jwt', `${encode('{"alg":"none"}')}.${encode('{"sub":"ä"}')}.`, ''],
];

function encode(text: string): string {
  return Buffer.from(text, 'latin1').toString('base64');
}

function macaroon(location: string, id: string, caveats: string[]): string {
  const field = (type: number, data: string): string => String.fromCharCode(type, data.length) + data;
  return [
    '\x02',
    field(1, location),
    field(2, id),
    '\x00',
    ...caveats.map((caveat) => `${field(2, caveat)}\x00`),
    '\x00',
    field(6, '\xaa'.repeat(32)),
  ].join('');
}

/** A key of puttygen 0.78 without passphrase, in pieces. */
function putty(encryption: string, mac: string): string {
  return [
    'PuTTY-User-Key-File-3: ssh-ed25519',
    `Encryption: ${encryption}`,
    'Comment: test comment',
    'Public-Lines: 2',
    'AAAAC3NzaC1lZDI1NTE5AAAAIDYVjiq/+Dvz9W1kfW9pnElKSGextLVHsTPXYaUQ',
    'EHfS',
    'Private-Lines: 1',
    joined('AAAAIA9uxC+zciBozaoR', 'QQs2afAP6MLiXn6CXUyUbskMI9Qt'),
    `Private-MAC: ${mac}`,
    '',
  ].join('\n');
}

describe('checks of a whole secret', () => {
  it.each(KNOWN)('%s holds: %s (%s)', (is, text) => {
    expect(checksumHolds({ is }, { secret: text })).toBe(true);
    expect(checksumHolds({ is, over: ['part'] }, { part: text, secret: `x:${text}` })).toBe(true);
  });

  it.each(KNOWN.filter(([is]) => checksumProves({ is })))('%s finds every change of a character in %s', (is, text) => {
    const body = text.replace(/=+$/, '').length;
    const from = is === 'pgp-crc24' ? text.indexOf('MTIz') : 0;
    const to = is === 'pgp-crc24' ? text.indexOf('\n-----END') : body;
    for (let i = from; i < to; i++) {
      if (text[i] === '\n') continue;
      const twin = is === 'bech32' && text === text.toLowerCase() ? change(text, i, 'q', 'p') : change(text, i);
      expect([twin, checksumHolds({ is }, { secret: twin })]).toEqual([twin, false]);
    }
  });

  it.each(KNOWN)('%s of %s is completed', (is, text) => {
    const upper = text === text.toUpperCase();
    const last = text.replace(/=+$/, '').length - 2;
    const at = { 'pgp-crc24': text.indexOf('=Ic8C') + 2, 'putty-mac': text.length - 3 }[is] ?? Math.max(4, last);
    const to = { bech32: upper ? 'Q' : 'q', 'putty-mac': '0', 'azure-devops-pat': 'q' }[is] ?? 'A';
    const or = { bech32: upper ? 'P' : 'p', 'putty-mac': '1', 'azure-devops-pat': 'm' }[is] ?? 'B';
    const broken = change(text, at, to, or);
    expect(broken).not.toBe(text);
    const made = withChecksum({ is }, { secret: broken });
    expect([made, checksumHolds({ is }, { secret: made })]).toEqual([made, true]);
    expect(made.length).toBe(text.length);
  });

  it('an encrypted PuTTY key cannot be checked and passes, a plain one with a wrong MAC does not', () => {
    expect(checksumHolds({ is: 'putty-mac' }, { secret: putty('aes256-cbc', '0'.repeat(64)) })).toBe(true);
    expect(checksumHolds({ is: 'putty-mac' }, { secret: putty('none', '0'.repeat(64)) })).toBe(false);
    expect(checksumHolds({ is: 'putty-mac' }, { secret: 'PuTTY-User-Key-File-4: x' })).toBe(false);
  });

  it.each([
    ['decode-aws-key-id', joined('AKIA', 'P777777777777777')],
    ['decode-discord', encode('12345678901234567x')],
    ['decode-id-secret', encode('abc:0123456789abcdefghij')],
    ['decode-jfrog-reference', encode('reftok:01:1700000000:abc')],
    ['decode-intercom', encode('tok:')],
    ['decode-json', encode('[1,2,3]')],
    ['decode-json', encode('{"k":"x"')],
    ['decode-json', encode('null')],
    ['decode-macaroon', encode(macaroon('pypi.org', 'identifier', ['one']).slice(0, -1))],
    ['decode-macaroon', encode(`${macaroon('pypi.org', 'identifier', ['one'])}x`)],
    ['decode-macaroon', encode('\x02\x01\xff\xff\xff\xff\xff\xff')],
    ['decode-workos', encode('key_without_comma')],
    ['decode-bedrock', encode('bedrock-api-key')],
    ['decode-basic', encode('nocolon')],
    ['decode-basic', encode('user:\x01\x02')],
    ['decode-jwt', `${encode('{"alg":')}.${encode('{}')}.`],
    ['azure-his', 'short'],
    ['azure-his', joined('a'.repeat(76), 'XXXX', '5mnCaw==')],
    ['azure-cask', 'A'.repeat(86)],
    ['bech32', 'A12uEL5L'],
    ['bech32', '1qzzfhee'],
    ['bech32', 'no separator'],
    ['base58check', 'O0Il'],
    ['nats-nkey', 'SU'],
    ['pgp-crc24', 'nothing'],
    ['ed25519-keypair', '2'.repeat(88)],
  ])('%s does not hold for %j', (is, secret) => {
    expect(checksumHolds({ is }, { secret })).toBe(false);
  });

  it('arbitrary text neither holds a proof nor throws', () => {
    const text = fc.oneof(fc.string({ maxLength: 100 }), fc.base64String({ maxLength: 100 }));
    fc.assert(
      fc.property(text, fc.constantFrom(...CHECKSUMS.keys()), (secret, is) => {
        const fact = { is, over: ['secret'], in: 'check' };
        expect(checksumHolds(fact, { secret, check: 'none' }) && checksumProves(fact)).toBe(false);
        expect(typeof withChecksum(fact, { secret, check: 'none' })).toBe('string');
      }),
      { numRuns: 1000 },
    );
  });

  it('a name that does not exist is an error', () => {
    expect(() => checksumHolds({ is: 'crc33' }, { secret: '' })).toThrow('crc33');
  });
});
