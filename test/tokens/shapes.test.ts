/** Every shape of a token in a file: found by the scanner under the right rule, whole, and decoded. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Detector } from '../../src/detect/engine.ts';
import type { Finding } from '../../src/model.ts';
import { loadCatalogue } from '../../src/rules/catalogue.ts';
import { randomFrom } from '../../src/rules/random.ts';
import { TOKEN_SAMPLES } from '../../src/rules/token-samples.ts';
import { scan } from '../../src/scan.ts';
import { random } from '../helpers/tokens.ts';
import { encode, NOW } from './make.ts';
import { generalJws, header, payload, SHAPES, signature, signed } from './shape-table.ts';

async function finds(text: string | Buffer): Promise<Finding[]> {
  const report = await scan({ stdin: Buffer.from(text as string), now: NOW, showSecrets: true });
  return report.findings;
}

describe('every shape is found whole and decoded', () => {
  test.each(SHAPES)('%s', async (_, token, rule, format) => {
    const around = token.startsWith('{')
      ? [`${token}\n`, `[1, ${token}]`]
      : [`token=${token}\n`, `"${token}"`, `(${token})`, `see ${token} `];
    for (const text of around) {
      const found = await finds(text);
      expect(found.map((one) => [one.rule, one.secret.value, one.token?.format])).toEqual([[rule, token, format]]);
    }
  });

  test.each([
    ['Biscuit', 'biscuit'],
    ['Branca', 'branca'],
  ])('%s, where its name stands near', async (_, name) => {
    const token = TOKEN_SAMPLES[name]!(randomFrom('a'));
    const found = await finds(`${name.toUpperCase()}_TOKEN="${token}"`);
    expect(found.map((one) => [one.rule, one.secret.value])).toEqual([[name, token]]);
    expect(found[0]!.token?.typeReasons[0]?.toLowerCase()).toContain(name);
  });

  test.each(['utf16le', 'utf16be'])('%s', async (encoding) => {
    const wide = Buffer.from(`\ufefftoken = "${signed}"\r\n${'# a comment\r\n'.repeat(5)}`, 'utf16le');
    const found = await finds(encoding === 'utf16be' ? wide.swap16() : wide);
    expect(found.map((one) => [one.rule, one.secret.value])).toEqual([['jwt', signed]]);
  });

  test('the words of the claims reach the finding', async () => {
    const [one] = await finds(`t: ${JSON.stringify(generalJws, undefined, 2)}`);
    expect(one?.token).toMatchObject({ subject: 'ada', lifetime: 'short', state: 'active', algorithm: 'ES256' });
  });
});

describe('cut tokens are named as such, and count little', () => {
  const part = payload.slice(0, 40);
  test.each([
    ['an ellipsis behind the payload', `got ${header}.${payload}...`, 'low'],
    ['cut in the payload', `got ${header}.${part}... (truncated)`, 'low'],
    ['an ellipsis character', `got ${header}.${part}…`, 'low'],
    ['cut in words', `got ${header}.${part}[truncated]`, 'low'],
    ['cut at the end of the line, which may be no cut', `got ${header}.${part}\nnext`, 'info'],
  ])('%s', async (_, text, severity) => {
    const found = await finds(text);
    expect(found.map((one) => [one.rule, one.severity])).toEqual([['jwt-cut', severity]]);
  });
  test('cut in the signature', async () => {
    const [one] = await finds(`got ${signed.slice(0, -30)}...`);
    expect(one).toMatchObject({ rule: 'jwt', severity: 'low' });
    expect(one?.reasons.map(({ code }) => code)).toContain('signature-cut');
  });

  const rsa = encode('{"alg":"RS256","typ":"JWT","kid":"a1b2c3"}');
  const beginnings = {
    'in the header': rsa.slice(0, 24),
    'soon in the header': rsa.slice(0, 12),
    'behind the header': rsa,
    'behind the dot': `${rsa}.`,
    'at the beginning of the payload': `${rsa}.${payload.slice(0, 9)}`,
    'in a header of another order': encode('{"typ":"JWT","alg":"RS256"}').slice(0, 20),
    'in a header of several lines': encode('{\n  "kid": "a1b2c3",\n  "alg": "RS256"\n}').slice(0, 30),
  };
  const marks = ['...', '…', '[truncated]', '...[truncated]', ' (truncated)', '… <snip>', '[... 512 more bytes]', '\\u2026'];
  test.each(Object.entries(beginnings))('cut %s, in a line of a log', async (_, text) => {
    for (const mark of marks) {
      const [found, ...more] = await finds(`2026-11-21T20:01:42Z DEBUG GET /me token=${text}${mark} 200\n`);
      expect([found?.rule, found?.severity, found?.secret.value, more.length], mark).toEqual([
        'jwt-cut',
        'low',
        text.replace(/\.$/, ''),
        0,
      ]);
      expect(found?.reasons.map(({ code }) => code)).toContain('token-cut');
    }
  });
  test.each([
    ['a time of the day', '20:01:42 sent'],
    ['a level', 'ERROR refused'],
    ['a level in brackets', '[warn] refused'],
    ['a level as a field', 'time=1795294902 level=debug msg="sent'],
    ['a line of JSON', '{"level":"info","msg":"sent'],
    ['the time of an access log', '10.0.0.7 - - [21/Nov/2026:20:01:42 +0000] "GET /?access_token='],
    ['curl -v', '> Authorization: Bearer'],
  ])('a log is told by %s', async (_, before) => {
    expect((await finds(`first line\n${before} ${rsa}...\n`)).map(({ rule }) => rule)).toEqual(['jwt-cut']);
  });
  test.each([
    ['an example of documentation', `Authorization: Bearer ${rsa}...`],
    ['an example of an API', `        example: "${rsa.slice(0, 24)}..."`],
    ['a request in documentation', `curl -H "Authorization: Bearer ${rsa.slice(0, 20)}…" https://api.corp.net/v1`],
    ['what a scanner shows of a token', `12:00:01 INFO found ${rsa.slice(0, 10)}…`],
    ['a log line before', `12:00:01 INFO started\ntoken = ${rsa}...`],
    ['no header', `12:00:01 INFO eyJ${random(40, 'no header')}...`],
    ['JSON that is no header', `12:00:01 INFO ${encode('{"name":"ada","role":"x"}').slice(0, 28)}...`],
    ['no mark', `12:00:01 INFO ${rsa}`],
    ['another word in brackets', `${rsa} (see RFC 7515)`],
    ['spread arguments', `12:00:01 INFO f(${rsa.slice(0, 11)}...)`],
  ])('silent: %s', async (_, text) => expect(await finds(`${text}\n`)).toEqual([]));
});

describe('near misses are silent', () => {
  const map = Buffer.from(JSON.stringify({ version: 3, sources: ['a.ts'], mappings: 'AAAA' })).toString('base64');
  test.each([
    ['three base64 words with dots', `${random(20, 'a')}.${random(60, 'b')}.${random(43, 'c')}`],
    ['a payload of JSON and a header of none', `${encode('["alg"]')}.${payload}.${signature}`],
    ['a header without alg', `${encode('{"typ":"JWT"}')}.${payload}.${signature}`],
    ['a header alone', `const HEADER = "${header}";`],
    ['a header and dots', `${header}...`],
    ['a source map', `//# sourceMappingURL=data:application/json;charset=utf-8;base64,${map}`],
    ['a source map in a log that cuts it', `12:00:01 INFO data:application/json;base64,${map.slice(0, 60)}...`],
    ['a data URI of JSON', `url("data:application/json;base64,${encode('{"type":"x","alg":1}')}...")`],
    ['a data URI of an image', `src="data:image/png;base64,iVBORw0KGgo${random(80, 'png')}..."`],
    ['the integrity of a package', `"integrity": "sha512-${random(86, 'i')}=="`],
    ['minified code', 'eyJ.a.b,ewog.c(d).e;function eyAi(){return eyJhbGciOi.length}'],
    ['JSON with the words of a JWS', JSON.stringify({ protected: true, payload: 'x', signature: 'y' })],
    ['a description of a JWS', JSON.stringify({ protected: 'string', payload: 'string', signatures: ['string'] })],
    ['a public JWK', JSON.stringify({ kty: 'EC', crv: 'P-256', x: random(43, 'x'), y: random(43, 'y'), kid: '1' })],
    ['a host name', 'https://v1.local.example.com/v2.public.html'],
    ['base64 of the word location', `MDAxOWxvY2F0aW9u${random(60, 'l')}`],
    ['random base64 that begins as a macaroon', `"AgE${random(80, 'm')}"`],
  ])('%s', async (_, text) => expect((await finds(text)).map(({ rule }) => rule)).toEqual([]));
});

describe('whatever comes', () => {
  const catalogue = loadCatalogue();
  const detector = new Detector(catalogue);
  const scanned = (text: string): number => {
    const data = Buffer.from(text, 'latin1');
    const before = performance.now();
    detector.scan(data, 0, data.length);
    return performance.now() - before;
  };
  const pieces = [
    'eyJhbGciOiJub25lIn0',
    '.',
    '~',
    '{',
    '}',
    '"protected":"eyJ',
    '"kty":"oct"',
    "'",
    '"',
    '\\',
    'AgEDbG5k',
    'v4.local.',
    'biscuit:',
    'Y2F0aW9u',
    '"s64"',
    'A',
    '\n',
  ];
  test('property: pieces of tokens in any order never throw', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 200 }), (list) => {
        expect(scanned(list.join(''))).toBeLessThan(1000);
      }),
      { numRuns: 300 },
    );
  });
  test.each([
    ['one long run', 'eyJ'.padEnd(1_000_000, 'a')],
    ['dots', `${header}${'.'.repeat(1_000_000)}`],
    ['headers', `${header}.`.repeat(20_000)],
    ['disclosures', `${signed}~${'WyJh~'.repeat(200_000)}`],
    ['open braces', '{'.repeat(1_000_000)],
    ['members in open braces', '{"protected":"eyJ'.repeat(60_000)],
    ['keys in open braces', '{"kty":"EC"'.repeat(90_000)],
    ['keys without braces', '"kty":"EC",'.repeat(90_000)],
    ['keys behind closed braces', '}"kty":"EC",'.repeat(80_000)],
    ['members without braces', '"protected":"eyJ",'.repeat(60_000)],
    ['nested objects', `${'{"a":'.repeat(20_000)}{"kty":1}${'}'.repeat(20_000)}`],
    ['names of formats', 'biscuit branca '.repeat(60_000)],
    ['one format name', 'biscuit_'.repeat(120_000)],
    ['names and their values', 'biscuit:'.repeat(120_000)],
    ['prefixes of PASETO', 'v1.local.'.repeat(110_000)],
    ['binary packets', '"AgE'.repeat(250_000)],
    ['packets', 'MDAxOWxvY2F0aW9u'.repeat(60_000)],
    ['base62 behind its name', `branca${' '.repeat(10)}${'z'.repeat(1_000_000)}`],
  ])('a megabyte of %s takes bounded time', (_, text) => {
    // A machine with other work to do may take long by chance, but not three times.
    let fastest = scanned(text);
    for (let again = 0; again < 2 && fastest > 5000; again++) fastest = Math.min(fastest, scanned(text));
    expect(fastest).toBeLessThan(5000);
  });
});
