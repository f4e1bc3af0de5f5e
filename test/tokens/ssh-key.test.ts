/** SSH's key files beside the tokens that their keys signed, and against ssh-keygen itself. */
import { execFileSync, spawnSync } from 'node:child_process';
import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { keyRing } from '../../src/tokens/keyring.ts';
import { readOpenSsh, readPutty } from '../../src/tokens/ssh-key.ts';
import { findSigningKey } from '../../src/tokens/weakkeys.ts';
import { openSshFile, puttyFile } from './ssh-file.ts';

const KEYS: [alg: string, make: () => KeyObject][] = [
  ['RS256', () => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey],
  ['ES256', () => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey],
  ['ES384', () => generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey],
  ['ES512', () => generateKeyPairSync('ec', { namedCurve: 'P-521' }).privateKey],
  ['EdDSA', () => generateKeyPairSync('ed25519').privateKey],
];
const bodyOf = (pem: string): Buffer => Buffer.from(pem.replace(/-----[A-Z ]+-----/g, ''), 'base64');
const sameKey = (found: KeyObject | undefined, key: KeyObject): void =>
  expect(found?.export({ format: 'jwk' })).toEqual(createPublicKey(key).export({ format: 'jwk' }));

describe('a key is told by its public half', () => {
  test.each(KEYS)('%s: read, and found to have signed', async (alg, make) => {
    const key = make();
    const [openSsh, putty] = [openSshFile(key), puttyFile(key)];
    sameKey(readOpenSsh(bodyOf(openSsh)), key);
    sameKey(readPutty(putty), key);
    const token = await new SignJWT({ sub: 'ada' }).setProtectedHeader({ alg }).sign(key);
    for (const file of [
      openSsh,
      openSsh.replaceAll('\n', '\r\n'),
      openSsh.replaceAll('\n', '\\n'),
      openSsh.replaceAll('\n', '\n    '),
      Buffer.from(openSsh).toString('base64'),
      putty,
      putty.replaceAll('\r', ''),
    ])
      expect(findSigningKey(token, keyRing([], [file]).private).found, file.slice(0, 40)).toBe(0);
    const other = openSshFile(make());
    expect(findSigningKey(token, keyRing([], [other]).private).found).toBeUndefined();
  });
  test('encrypted keys, keys of other kinds and cut ones are passed over', () => {
    const key = generateKeyPairSync('ed25519').privateKey;
    expect(readOpenSsh(bodyOf(openSshFile(key, 'aes256-ctr')))).toBeUndefined();
    expect(readPutty(puttyFile(key).replace('Encryption: none', 'Encryption: aes256-cbc'))).toBeUndefined();
    const whole = bodyOf(openSshFile(key));
    const dsa = Buffer.from(whole.toString('latin1').replaceAll('ssh-ed25519', 'ssh-dsa-old'), 'latin1');
    expect(readOpenSsh(dsa)).toBeUndefined();
    for (let end = 0; end < 60; end++) expect(readOpenSsh(whole.subarray(0, end))).toBeUndefined();
  });
  test('property: any bytes, no throw', () => {
    const magic = Buffer.from('openssh-key-v1\0\0\0\0\x04none\0\0\0\x04none\0\0\0\0\0\0\0\x01', 'latin1');
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.boolean(), (bytes, framed) => {
        readOpenSsh(framed ? Buffer.concat([magic, bytes]) : Buffer.from(bytes));
        readPutty(`PuTTY-User-Key-File-3: x\nEncryption: none\nPublic-Lines: 1\n${Buffer.from(bytes).toString('base64')}\n`);
      }),
      { numRuns: 500 },
    );
  });
});

const hasKeygen = spawnSync('ssh-keygen', ['-?']).error === undefined;
describe.skipIf(!hasKeygen)('ssh-keygen', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bearertrap-ssh-'));
  test.each(['ed25519', 'ecdsa', 'rsa'])('writes a key of %s that is read', (type) => {
    const file = join(folder, type);
    execFileSync('ssh-keygen', ['-q', '-t', type, '-N', '', '-f', file]);
    const found = readOpenSsh(bodyOf(readFileSync(file, 'latin1')));
    // Its public half in PKCS#8 is the one that was read; ssh-keygen knows no such form of Ed25519.
    if (type !== 'ed25519') {
      const pem = execFileSync('ssh-keygen', ['-e', '-m', 'PKCS8', '-f', file]).toString();
      expect(found?.export({ format: 'jwk' })).toEqual(createPublicKey(pem).export({ format: 'jwk' }));
    } else {
      const shown = Buffer.from(readFileSync(`${file}.pub`, 'latin1').split(' ')[1]!, 'base64');
      expect(found?.export({ format: 'jwk' }).x).toBe(shown.subarray(-32).toString('base64url'));
    }
  });
  test('reads the files that these tests write', () => {
    const key = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
    const file = join(folder, 'made');
    writeFileSync(file, openSshFile(key));
    chmodSync(file, 0o600);
    expect(execFileSync('ssh-keygen', ['-y', '-f', file]).toString()).toMatch(/^ecdsa-sha2-nistp256 /);
  });
});
