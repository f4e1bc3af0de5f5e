import { createHmac, generateKeyPairSync, randomBytes, sign as signBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Token } from '../../src/model.ts';
import type { JsonObject } from '../../src/tokens/json.ts';
import { explainOpaque } from '../../src/tokens/opaque.ts';
import { encode, NOW, SECONDS, sign } from './make.ts';

const opaque = (text: string): Token | undefined => explainOpaque(text, { now: NOW });
const base64 = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64');
const letters = (length: number): string => 'a1B2c3D4e5'.repeat(Math.ceil(length / 10)).slice(0, length);
const hex = (length: number): string => '0123456789abcdef'.repeat(Math.ceil(length / 16)).slice(0, length);

/** The inverse of what is tested, from the published description of the format. */
function awsKey(prefix: string, account: string): string {
  let bits = (1n << 79n) | (BigInt(account) << 39n) | 0x1234567890n;
  let text = '';
  for (let i = 0; i < 16; i++, bits >>= 5n) text = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[Number(bits & 31n)] + text;
  return prefix + text;
}

function gitlabToken(prefix: string, routing: string, version = '01.'): string {
  const payload = encode(Buffer.concat([Buffer.from(routing), randomBytes(16), Buffer.from([16])]));
  return `${prefix}${payload}.${version}${payload.length.toString(36).padStart(2, '0')}0abc123`;
}

const snowflake = (ms: number): string => String((BigInt(ms - 1420070400000) << 22n) + 12345n);

describe('facts', () => {
  const table: [string, string, string, JsonObject][] = [
    ['AWS, the published example', ['ASIA', 'Y34FZKBOKMUTVV7A'].join(''), 'AWS', { account: '609629065308' }],
    ['AWS, another published example', ['ASIA', 'QNZGKIQY56JQ7WML'].join(''), 'AWS', { account: '029608264753' }],
    ['AWS, made', awsKey('AKIA', '123456789012'), 'AWS', { account: '123456789012' }],
    ['AWS, small account', awsKey('AKIA', '000000000001'), 'AWS', { account: '000000000001' }],
    ['AWS, largest account', awsKey('AROA', '999999999999'), 'AWS', { account: '999999999999' }],
    ['AWS, old', ['AKIA', 'IOSFODNN7EXAMPLE'].join(''), 'AWS', { account: 'not in ids of this age' }],
    ['GitLab personal', gitlabToken('glpat-', 'o:1\nu:3f'), 'GitLab', { organization: 1, user: 123 }],
    ['GitLab, first version', gitlabToken('glpat-', 'c:1\no:1\nu:1', ''), 'GitLab', { cell: 1, organization: 1, user: 1 }],
    ['GitLab runner', gitlabToken('glrt-t3_', 'g:a\no:1\np:zz'), 'GitLab', { group: 10, organization: 1, project: 1295 }],
    [
      'Slack bot',
      `xoxb-123456789012-210987654321-${letters(24)}`,
      'Slack',
      { workspaceNumber: '123456789012', botNumber: '210987654321' },
    ],
    [
      'Slack user',
      `xoxp-123456789012-210987654321-345-${letters(32)}`,
      'Slack',
      { workspaceNumber: '123456789012', userNumber: '210987654321' },
    ],
    ['Slack app', `xapp-1-A0123456789-1234567890123-${hex(64)}`, 'Slack', { app: 'A0123456789' }],
    [
      'Slack webhook',
      `https://hooks.slack.com/services/T01234567/B01234567/${letters(24)}`,
      'Slack',
      { team: 'T01234567', configuration: 'B01234567' },
    ],
    [
      'Discord webhook',
      `https://discord.com/api/webhooks/${snowflake(1700000000000)}/${letters(68)}`,
      'Discord',
      { webhook: snowflake(1700000000000) },
    ],
    [
      'Discord bot',
      `${encode(snowflake(1600000000000))}.${letters(6)}.${letters(38)}`,
      'Discord',
      { user: snowflake(1600000000000), userCreated: '2020-09-13T12:26:40.000Z' },
    ],
    ['Telegram', `123456789:AA${letters(33)}`, 'Telegram', { bot: '123456789' }],
    ['GitHub fine-grained', `github_pat_${letters(22)}_${letters(59)}`, 'GitHub', { tokenId: letters(22) }],
    ['Stripe', `sk_live_51${letters(14)}${letters(80)}`, 'Stripe', { mode: 'live', accountBegins: `acct_1${letters(14)}` }],
    ['Stripe, old', `rk_test_${letters(24)}`, 'Stripe', { mode: 'test' }],
    ['SendGrid', `SG.${letters(22)}.${letters(43)}`, 'SendGrid', { keyId: letters(22) }],
    [
      'Sentry',
      `sntrys_${base64({ iat: 1700000000.5, url: 'https://sentry.io', region_url: 'https://us.sentry.io', org: 'acme' })}_${letters(43)}`,
      'Sentry',
      { organization: 'acme', url: 'https://sentry.io', region: 'https://us.sentry.io' },
    ],
    [
      'Grafana Cloud',
      `glc_${base64({ o: '123', n: 'ci', k: letters(24), m: { r: 'eu' } })}`,
      'Grafana',
      { organization: '123', tokenName: 'ci', region: 'eu' },
    ],
    ['Grafana key', base64({ k: letters(32), n: 'ci', id: 1 }), 'Grafana', { organization: 1, keyName: 'ci' }],
    [
      'Mapbox',
      `sk.${encode('{"u":"acme","a":"ck123456789"}')}.${letters(22)}`,
      'Mapbox',
      { account: 'acme', tokenId: 'ck123456789' },
    ],
    ['JFrog', base64(`reftkn:01:1700000000:${letters(28)}`), 'JFrog', { version: '01' }],
    [
      '1Password',
      `ops_${base64({ signInAddress: 'acme.1password.com', email: 'x@1passwordserviceaccounts.com', deviceUuid: 'd', muk: { k: letters(60) } })}`,
      '1Password',
      { signInAddress: 'acme.1password.com', email: '[hidden: email]', deviceUuid: 'd' },
    ],
    ['Atlassian Data Center', base64(`123456789012:${letters(20)}`), 'Atlassian', { tokenId: '123456789012' }],
    ['NATS', `SU${'A2B3'.repeat(14)}`, 'NATS', { role: 'user' }],
    ['Postman', `PMAK-${hex(24)}-${hex(34)}`, 'Postman', {}],
    ['Mailchimp', `${hex(32)}-us21`, 'Mailchimp', { dataCenter: 'us21' }],
    ['HubSpot', `pat-eu1-${hex(8)}-${hex(4)}-${hex(4)}-${hex(4)}-${hex(12)}`, 'HubSpot', { region: 'eu1' }],
    ['Airtable', `pat${letters(14)}.${hex(64)}`, 'Airtable', { tokenId: `pat${letters(14)}` }],
    ['New Relic', `eu01xx${hex(34)}NRAL`, 'New Relic', { region: 'eu01' }],
    ['Matrix', `syt_${base64('alice')}_abcdefghijklmnopqrst_0aB1cD`, 'Matrix', { user: 'alice' }],
    ['Fly.io', `FlyV1 fm2_${letters(60)},fm2_${letters(60)}`, 'Fly.io', { macaroons: 2 }],
  ];
  test.each(table)('%s', (_, text, provider, claims) => {
    expect(opaque(text)).toMatchObject({ format: 'opaque', issuerName: provider });
    expect(opaque(text)?.claims).toEqual(claims);
  });
});

test('times that formats hold', () => {
  expect(opaque(`PMAK-65500000${hex(16)}-${hex(34)}`)?.issuedAt).toBe(new Date(0x65500000 * 1000).toISOString());
  expect(opaque(base64(`reftkn:01:1700000000:${letters(28)}`))).toMatchObject({
    state: 'expired',
    expiresAt: '2023-11-14T22:13:20.000Z',
  });
  expect(opaque(base64(`reftkn:01:0000000000:${letters(28)}`))).toMatchObject({ state: 'never-expires', lifetime: 'unbounded' });
  expect(opaque(awsKey('AKIA', '123456789012'))).toMatchObject({ state: 'unknown', lifetime: 'unknown' });
});

test('a GitHub installation token that holds a JWT', async () => {
  const text = `ghs_12345_${await sign({ iat: SECONDS - 60, exp: SECONDS + 3540, sub: 'x' })}`;
  expect(opaque(text)).toMatchObject({ issuerName: 'GitHub', state: 'active', claims: { app: '12345', sub: 'x' } });
});

describe('PASETO', () => {
  const claims = { iss: 'acme', sub: 'u', scope: 'admin', exp: '2025-10-09T00:00:00Z', iat: '2025-10-08T00:00:00Z' };
  const { privateKey } = generateKeyPairSync('ed25519');
  const publicToken = (version: string, bytes: number, footer = ''): string => {
    const message = Buffer.from(JSON.stringify(claims));
    const signature = bytes === 64 ? signBytes(null, message, privateKey) : randomBytes(bytes);
    return `${version}.public.${encode(Buffer.concat([message, signature]))}${footer && `.${encode(footer)}`}`;
  };
  test.each([
    ['v1', 256, 'RSASSA-PSS with SHA-384'],
    ['v2', 64, 'Ed25519'],
    ['v3', 96, 'ECDSA P-384'],
    ['v4', 64, 'Ed25519'],
  ])('%s.public', (version, bytes, algorithm) => {
    expect(opaque(publicToken(version, bytes))).toMatchObject({
      issuerName: 'PASETO',
      algorithm,
      claims,
      state: 'expired',
      lifetime: 'medium',
      privilege: 'admin',
      scopes: ['admin'],
    });
  });
  test.each(['v1', 'v2', 'v3', 'v4'])('%s.local', (version) => {
    expect(opaque(`${version}.local.${encode(randomBytes(80))}.${encode('{"kid":"k"}')}`)).toMatchObject({
      issuerName: 'PASETO',
      claims: { footer: { kid: 'k' } },
      state: 'unknown',
    });
  });
  test('footer that is no JSON', () => expect(opaque(publicToken('v4', 64, 'key-1'))?.claims.footer).toBe('key-1'));
  test.each(['v5.local.', 'v4.other.', 'v4.public.'])('near miss %s', (prefix) =>
    expect(opaque(prefix + encode(randomBytes(80)))).toBeUndefined(),
  );
});

describe('macaroons', () => {
  const packet = (name: string, value: Buffer | string): Buffer => {
    const body = Buffer.concat([Buffer.from(`${name} `), Buffer.from(value as string), Buffer.from('\n')]);
    return Buffer.concat([Buffer.from((body.length + 4).toString(16).padStart(4, '0')), body]);
  };
  const version1 = (...caveats: string[]): string =>
    encode(
      Buffer.concat([
        packet('location', 'https://api.acme.test'),
        packet('identifier', 'id-1'),
        ...caveats.map((caveat) => packet('cid', caveat)),
        packet('signature', randomBytes(32)),
      ]),
    );
  const field = (type: number, value: string | Buffer): Buffer =>
    Buffer.concat([Buffer.from([type, Buffer.byteLength(value)]), Buffer.from(value as string)]);
  const version2 = (location: string, ...caveats: string[]): string =>
    encode(
      Buffer.concat([
        Buffer.from([2]),
        field(1, location),
        field(2, 'id-1'),
        Buffer.from([0]),
        ...caveats.flatMap((caveat) => [field(2, caveat), Buffer.from([0])]),
        Buffer.from([0]),
        field(6, createHmac('sha256', 'k').update('x').digest()),
      ]),
    );

  test('version 1', () => {
    expect(opaque(version1('account = 7', 'time < 2025-10-09T00:00:00Z'))).toMatchObject({
      issuerName: 'Macaroon',
      state: 'expired',
      claims: { location: 'https://api.acme.test', identifier: 'id-1', caveats: ['account = 7', 'time < 2025-10-09T00:00:00Z'] },
    });
  });
  test('version 2, without an end', () => {
    expect(opaque(version2('acme', 'user = 1'))).toMatchObject({
      state: 'never-expires',
      claims: { location: 'acme', identifier: 'id-1', caveats: ['user = 1'] },
    });
  });
  test('version 2 in JSON', () => {
    expect(
      opaque(JSON.stringify({ v: 2, l: 'acme', i: 'id-1', c: [{ i: 'expires=1900000000' }], s64: encode(randomBytes(32)) })),
    ).toMatchObject({ state: 'active', expiresAt: '2030-03-17T17:46:40.000Z' });
  });
  test('PyPI', () => {
    expect(opaque(`pypi-${version2('pypi.org', '[1,["web","lib"]]', '[0,1900000000,1700000000]')}`)).toMatchObject({
      issuerName: 'PyPI',
      state: 'active',
      claims: { location: 'pypi.org', caveats: ['only projects named ["web","lib"]', 'only until 1900000000'] },
    });
    expect(opaque(`pypi-${version2('pypi.org', '{"version":1,"permissions":"user"}')}`)?.claims.caveats).toEqual([
      'every project of the user',
    ]);
  });
  test('cut ones are none', () => {
    const whole = version2('acme', 'user = 1');
    for (const end of [10, 40, 50, whole.length - 6]) expect(opaque(whole.slice(0, end))?.issuerName).not.toBe('Macaroon');
  });
});

test('Biscuit', () => {
  const bytes = (field: number, content: Buffer): Buffer =>
    Buffer.concat([
      Buffer.from([field * 8 + 2]),
      ...(content.length < 128
        ? [Buffer.from([content.length])]
        : [Buffer.from([(content.length & 127) | 128, content.length >> 7])]),
      content,
    ]);
  const block = (...words: string[]): Buffer =>
    bytes(1, Buffer.concat([...words.map((word) => bytes(1, Buffer.from(word))), Buffer.from([3 * 8, 3])]));
  const signed = (...words: string[]): Buffer =>
    Buffer.concat([block(...words), bytes(2, bytes(2, randomBytes(32))), bytes(3, randomBytes(64))]);
  const whole = Buffer.concat([
    Buffer.from([8, 7]),
    bytes(2, signed('acme', 'file1')),
    bytes(3, signed('ttl')),
    bytes(4, bytes(1, randomBytes(32))),
  ]);
  const expected = { issuerName: 'Biscuit', claims: { rootKeyId: 7, attenuations: 1, words: ['acme', 'file1'] } };
  expect(opaque(encode(whole))).toMatchObject(expected);
  expect(opaque(`biscuit:${whole.toString('base64url')}`)).toMatchObject(expected);
  expect(opaque(encode(whole.subarray(0, whole.length - 3)))).toBeUndefined();
});

test('Branca', () => {
  const made = Buffer.concat([Buffer.from([0xba]), Buffer.alloc(4), randomBytes(60)]);
  made.writeUInt32BE(1700000000, 1);
  const base62 = (number: bigint): string =>
    number === 0n
      ? ''
      : base62(number / 62n) + '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'[Number(number % 62n)];
  expect(opaque(base62(BigInt(`0x${made.toString('hex')}`)))).toMatchObject({
    issuerName: 'Branca',
    issuedAt: '2023-11-14T22:13:20.000Z',
    state: 'unknown',
  });
  made.writeUInt32BE(4000000000, 1);
  expect(opaque(base62(BigInt(`0x${made.toString('hex')}`)))).toBeUndefined();
});

describe('signed URLs', () => {
  test('Azure', () => {
    expect(
      opaque(
        'https://acme.blob.core.windows.net/c?sv=2022-11-02&ss=b&srt=co&sp=rwdl&se=2025-10-09T00:00:00Z&st=2025-10-01T00:00:00Z&spr=https&sig=abc%3D',
      ),
    ).toMatchObject({
      issuerName: 'Azure',
      state: 'expired',
      lifetime: 'long',
      scopes: ['read', 'write', 'delete', 'list'],
      privilege: 'write',
      claims: { version: '2022-11-02', services: 'b', resource: 'co', protocol: 'https' },
    });
    expect(opaque('SharedAccessSignature sr=acme&sig=abc&se=1900000000&skn=RootKey'.replace(/^\S+ /, '?'))).toMatchObject({
      issuerName: 'Azure',
      state: 'active',
      claims: { policy: 'RootKey' },
    });
  });
  test('AWS', () => {
    const url = `https://b.s3.amazonaws.com/k?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=${awsKey('AKIA', '123456789012')}%2F20251009%2Feu-west-1%2Fs3%2Faws4_request&X-Amz-Date=20251009T120000Z&X-Amz-Expires=86400&X-Amz-Signature=ab`;
    expect(opaque(url)).toMatchObject({
      issuerName: 'AWS',
      state: 'active',
      lifetime: 'medium',
      claims: { region: 'eu-west-1', service: 's3', account: '123456789012' },
    });
  });
  test('Google Cloud', () => {
    const url =
      'https://storage.googleapis.com/b/k?X-Goog-Algorithm=GOOG4-RSA-SHA256&X-Goog-Credential=a%40p.iam.gserviceaccount.com%2F20251009%2Fauto%2Fstorage%2Fgoog4_request&X-Goog-Date=20251001T000000Z&X-Goog-Expires=900&X-Goog-Signature=ab';
    expect(opaque(url)).toMatchObject({
      issuerName: 'Google Cloud',
      state: 'expired',
      claims: { key: 'a@p.iam.gserviceaccount.com' },
    });
  });
});

test('Flask session', () => {
  const time = Buffer.alloc(4);
  time.writeUInt32BE(1700000000);
  expect(opaque(`${encode('{"user_id":"7","password":"x"}')}.${encode(time)}.${letters(27)}`)).toMatchObject({
    issuerName: 'itsdangerous',
    issuedAt: '2023-11-14T22:13:20.000Z',
    claims: { user_id: '7', password: '[hidden: secret]' },
  });
});

describe('nothing to read', () => {
  test.each([
    '',
    'hello',
    'AKIA',
    `AKIA${'0'.repeat(16)}x`,
    `XKIA${'A'.repeat(16)}`,
    hex(64),
    letters(40),
    'https://acme.test/?sig=1',
    `glpat-${letters(20)}`,
    'constructor',
    '{"v":2}',
  ])('%s', (text) => expect(opaque(text)).toBeUndefined());
  test('a JWT is none', async () => expect(opaque(await sign({ sub: 'u' }))).toBeUndefined());
});

test('strangers: no throw, and every time is valid', () => {
  const prefix = fc.constantFrom(
    '',
    'v4.public.',
    'v2.local.',
    'glc_',
    'sntrys_',
    'pypi-',
    'cmVmdGtu',
    'ops_',
    'sk.eyJ',
    'eyJrIjoi',
    'biscuit:',
    'glpat-',
    'syt_',
    '?sig=1&sv=1&se=',
    'AKIA',
    '{"v":2,"s":"x","i":',
    'AgEA',
    'MDAx',
  );
  const body = fc.oneof(
    fc.string(),
    fc.base64String({ maxLength: 300 }),
    fc.uint8Array({ maxLength: 200 }).map((bytes) => encode(bytes)),
    fc.json(),
  );
  fc.assert(
    fc.property(prefix, body, (start, rest) => {
      const read = opaque(start + rest);
      for (const time of [read?.issuedAt, read?.expiresAt]) if (time !== undefined) expect(Date.parse(time)).not.toBeNaN();
    }),
    { numRuns: 1000 },
  );
});
