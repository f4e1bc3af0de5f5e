import { execFileSync } from 'node:child_process';
import { createPrivateKey, createPublicKey } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { describe, expect, it } from 'vitest';
import { checksumHolds } from '../../src/detect/checksum.ts';
import { randomFrom } from '../../src/rules/random.ts';
import { SAMPLES } from '../../src/rules/samples.ts';

const sample = (name: string, seed = 'a'): string => SAMPLES[name]!(randomFrom(seed));
/** Frames of PEM files are put together here, so that this file holds none. */
const frame = (label: string): string => `-----BEGIN ${label}-----`;
const body = (text: string): Buffer =>
  Buffer.from(
    text
      .split('\n')
      .filter((line) => /^[A-Za-z0-9+/=]+$/.test(line))
      .join(''),
    'base64',
  );

describe('samples', () => {
  it.each(Object.keys(SAMPLES))('%s is the same for the same numbers, and another for others', (name) => {
    expect(sample(name)).toBe(sample(name));
    expect(sample(name)).not.toBe(sample(name, 'b'));
  });

  it('of JWTs decode', () => {
    expect(decodeProtectedHeader(sample('jwt'))).toEqual({ alg: 'HS256', typ: 'JWT' });
    expect(decodeJwt(sample('jwt'))).toMatchObject({
      sub: expect.stringMatching(/^[0-9a-f]{24}$/) as string,
      scope: 'read write',
    });
    expect(decodeProtectedHeader(sample('jwtNone'))).toEqual({ alg: 'none', typ: 'JWT' });
    expect(sample('jwtNone')).toMatch(/^eyJ[\w-]+\.eyJ[\w-]+\.$/);
    expect(decodeProtectedHeader(sample('jwe'))).toEqual({ alg: 'A256KW', enc: 'A256GCM' });
    expect(sample('jwe').split('.')).toHaveLength(5);
    expect(() => decodeJwt(sample('jwtCut'))).toThrow('Invalid JWT');
    expect(sample('jwtCut').split('.')).toHaveLength(2);
  });

  it('of private keys are read by OpenSSL', () => {
    for (let i = 0; i < 5; i++) {
      const key = createPrivateKey(sample('pem', String(i)));
      expect(key.asymmetricKeyType).toBe('ed25519');
    }
    expect(sample('pemEscaped').replaceAll('\\n', '\n')).toBe(sample('pem'));
    // The structure is read as far as the passphrase, which is wrong.
    expect(() => createPrivateKey({ key: sample('pemEncrypted'), passphrase: 'x' })).toThrow(/bad decrypt/i);
    expect(sample('pemCut').startsWith(`${frame('PRIVATE KEY')}\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC`)).toBe(true);
    expect(sample('pemCut')).not.toContain('END');
  });

  it('of OpenSSH keys hold both halves of a pair', () => {
    expect(sample('openssh').split('\n')[0]).toBe(frame('OPENSSH PRIVATE KEY'));
    const bytes = body(sample('openssh'));
    expect(bytes.subarray(0, 15).toString('latin1')).toBe('openssh-key-v1\0');
    const fields: Buffer[] = [];
    const read = (data: Buffer, from: number): number => {
      const length = data.readUInt32BE(from);
      fields.push(data.subarray(from + 4, from + 4 + length));
      return from + 4 + length;
    };
    let at = read(bytes, read(bytes, read(bytes, 15)));
    expect(bytes.readUInt32BE(at)).toBe(1);
    at = read(bytes, read(bytes, at + 4));
    expect(at).toBe(bytes.length);
    const [cipher, kdf, , publicBlob, secret] = fields as [Buffer, Buffer, Buffer, Buffer, Buffer];
    expect([cipher.toString(), kdf.toString()]).toEqual(['none', 'none']);
    expect(secret.length % 8).toBe(0);
    expect(secret.readUInt32BE(0)).toBe(secret.readUInt32BE(4));
    expect(secret.subarray(8, 8 + publicBlob.length)).toEqual(publicBlob);
    const seed = secret.subarray(8 + publicBlob.length + 4, 8 + publicBlob.length + 36);
    const pkcs8 = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
    const derived = createPublicKey(createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' }));
    expect(derived.export({ format: 'der', type: 'spki' }).subarray(-32)).toEqual(publicBlob.subarray(-32));
  });

  it('of PuTTY and OpenPGP keys have their checks', () => {
    expect(checksumHolds({ is: 'putty-mac' }, { secret: sample('putty') })).toBe(true);
    expect(checksumHolds({ is: 'pgp-crc24' }, { secret: sample('pgp') })).toBe(true);
    expect(sample('pgp').startsWith(`${frame('PGP PRIVATE KEY BLOCK')}\n\n`)).toBe(true);
    expect(body(sample('pgp').replace(/\n=.*/, ''))[0]).toBe(0xc5);
  });

  it('of passwords are strong, and need no quotes in URLs', () => {
    expect(sample('password')).toMatch(/^[A-Za-z0-9]{7}[-_][A-Za-z0-9]{8}$/);
    expect(Buffer.from(sample('basic'), 'base64').toString()).toMatch(/^svc-\d{3}:[\w-]{16}$/);
  });

  it.runIf(has('gpg'))('of OpenPGP keys are listed by GnuPG', () => {
    const home = mkdtempSync(join(tmpdir(), 'bearertrap-gpg-'));
    const args = ['--homedir', home, '--list-packets'];
    const listed = execFileSync('gpg', args, { input: sample('pgp'), encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'] });
    rmSync(home, { recursive: true });
    expect(listed).toContain(':secret key packet:');
    expect(listed).toContain('build <build@corp.net>');
  });
});

function has(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
