/** Every decoder of the room on what strangers may send: nothing throws, and nothing takes long. */
import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomFrom } from '../../src/rules/random.ts';
import { TOKEN_SAMPLES } from '../../src/rules/token-samples.ts';
import { jwkThumbprint } from '../../src/tokens/binding.ts';
import { readBiscuit, readBranca, readMacaroon, readPaseto } from '../../src/tokens/capability.ts';
import { readAwsKey, readSignedUrl } from '../../src/tokens/cloud.ts';
import { decodeToken, MAX_LENGTH } from '../../src/tokens/decode.ts';
import { explainText } from '../../src/tokens/explain.ts';
import { keyRing } from '../../src/tokens/keyring.ts';
import { explainOpaque } from '../../src/tokens/opaque.ts';
import { explainToken } from '../../src/tokens/token.ts';
import { readOpenSsh, readPutty } from '../../src/tokens/ssh-key.ts';
import { makeAuthority } from '../verify/certificates.ts';
import { encode, issuers, NOW, sign } from './make.ts';
import { SHAPES } from './shape-table.ts';
import { openSshFile, puttyFile } from './ssh-file.ts';

const options = { now: NOW, issuers };
const key = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const { cert, key: pem } = makeAuthority().issue('api.corp.net');
const samples = (name: string): string[] => ['a', 'b', 'c'].map((seed) => TOKEN_SAMPLES[name]!(randomFrom(seed)));
const tokens = SHAPES.map(([, token]) => token);
const routed = `${['glpat', encode(Buffer.concat([Buffer.from('o:1\np:2s\nu:1z\n'), Buffer.alloc(17, 7), Buffer.from([16])]))].join('-')}.01.0w0abcdef`;
const signedUrl =
  'https://b.s3.amazonaws.com/k?X-Amz-Date=20251010T000000Z&X-Amz-Expires=60&X-Amz-Credential=a/b/c/d&X-Amz-Signature=00';
const sas = 'https://a.blob.core.windows.net/c?sv=2024-01-01&sr=c&sp=rwdl&st=2025-10-10&se=2026-10-10T00:00:00Z&sig=AAAA';
const prefixes = ['AKIA', 'glpat-', 'xoxb-1-2-', 'ghp_', 'sk_live_', 'SG.', 'sntrys_', 'glsa_', 'pk.', 'ops_', 'fm2_', 'S'].map(
  (p) => p + 'A'.repeat(40),
);

const DECODERS: [name: string, decode: (text: string) => unknown, samples: string[]][] = [
  ['decodeToken', decodeToken, tokens],
  ['explainToken', (text) => explainToken(text, options), tokens],
  ['explainText', (text) => explainText(text, options), [...tokens, `Bearer ${tokens[0]}`, ...samples('macaroon')]],
  ['explainOpaque', (text) => explainOpaque(text, options), [routed, signedUrl, sas, ...prefixes, ...samples('biscuit')]],
  ['readPaseto', readPaseto, [...samples('paseto'), ...samples('pasetoPublic')]],
  ['readMacaroon', readMacaroon, samples('macaroon')],
  ['readBiscuit', readBiscuit, samples('biscuit')],
  ['readBranca', (text) => readBranca(text, NOW), samples('branca')],
  ['readAwsKey', readAwsKey, ['AKIAQWERTYUIOPASDFGH']],
  ['readSignedUrl', readSignedUrl, [signedUrl, sas]],
  ['keyRing, secrets', (text) => keyRing([text]), [JSON.stringify({ kty: 'oct', k: 'AAAA' }), 'c2VjcmV0']],
  [
    'keyRing, private keys',
    (text) => keyRing([], [text]),
    [pem, openSshFile(key), puttyFile(key), JSON.stringify(key.export({ format: 'jwk' }))],
  ],
  ['keyRing, certificates', (text) => keyRing([], [pem], [text]), [cert, cert + cert]],
  ['readOpenSsh', (text) => readOpenSsh(Buffer.from(text, 'base64')), [openSshFile(key).replace(/-{5}[^-]+-{5}/g, '')]],
  ['readPutty', readPutty, [puttyFile(key)]],
  [
    'jwkThumbprint',
    (text) => jwkThumbprint(JSON.parse(`{"kty":${JSON.stringify(text)},"crv":"P-256"}`)),
    ['RSA', 'EC', '__proto__'],
  ],
];

/** A sample with pieces cut out, doubled, exchanged or replaced. */
function damaged(all: readonly string[]): fc.Arbitrary<string> {
  const piece = fc.oneof(
    fc.string({ maxLength: 8, unit: 'binary' }),
    fc.constantFrom('.', '~', '=', '\0', '{"', 'A'.repeat(64), '\ud800'),
  );
  const change = fc.tuple(fc.nat(), fc.nat(40), piece);
  return fc.tuple(fc.constantFrom(...all), fc.array(change, { minLength: 1, maxLength: 4 })).map(([sample, changes]) =>
    changes.reduce((text, [at, length, put]) => {
      const from = at % (text.length + 1);
      return text.slice(0, from) + put + text.slice(from + length);
    }, sample),
  );
}

describe.each(DECODERS)('%s', (_, decode, all) => {
  test('reads its samples', () => {
    for (const sample of all) expect(() => decode(sample)).not.toThrow();
  });
  test('property: no throw', () => {
    const text = fc.oneof(
      damaged(all),
      damaged(all),
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.base64String({ maxLength: 200 }),
    );
    fc.assert(
      fc.property(text, (one) => void decode(one)),
      { numRuns: 200 },
    );
  });
  test('bounded time: the longest text it takes, of its own pieces', () => {
    for (const sample of all.slice(0, 3)) {
      for (const cut of [1, 3, Math.ceil(sample.length / 3), sample.length]) {
        const long = sample
          .slice(0, cut)
          .repeat(Math.ceil(MAX_LENGTH / cut))
          .slice(0, MAX_LENGTH);
        const took = [1, 2, 3].map(() => {
          const before = performance.now();
          decode(long);
          return performance.now() - before;
        });
        expect(Math.min(...took)).toBeLessThan(1000);
      }
    }
  });
});

test('a token of deep and wide claims is explained in bounded time', async () => {
  const wide = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`claim ${i}`, 'admin:* '.repeat(10)]));
  const text = await sign({ ...wide, scope: 'a:b '.repeat(1000), roles: Array.from({ length: 1000 }, (_, i) => `role-${i}`) });
  const before = performance.now();
  expect(explainText(text, options)).not.toHaveProperty('malformed');
  expect(performance.now() - before).toBeLessThan(2000);
});
