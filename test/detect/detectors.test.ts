import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Detector } from '../../src/detect/engine.ts';
import { resolve } from '../../src/detect/resolve.ts';
import { isTold } from '../../src/detect/score/weigh.ts';
import { loadCatalogue } from '../../src/rules/catalogue.ts';
import { githubPat, jwt, privateKey, random } from '../helpers/tokens.ts';

const catalogue = loadCatalogue();
const { rules } = catalogue;
const detector = new Detector(catalogue);

/** `rule=secret` of all finds in a text; of what is encoded, the secret itself. */
function finds(text: string): string[] {
  const data = Buffer.from(text, 'utf8');
  return resolve(detector.scan(data, 0, data.length).filter(isTold), catalogue).map(
    ({ rule, decoded, start, end }) => `${rules[rule]!.id}=${decoded?.secret ?? data.toString('latin1', start, end)}`,
  );
}
const ruleIds = (text: string): string[] => finds(text).map((find) => find.slice(0, find.indexOf('=')));

const pat = githubPat();
const session = jwt({ sub: 'ada', exp: 4_000_000_000 });
const opaque = random(40, 'opaque');
const pass = `k7${random(9, 'pass')}#Q`;
const part = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

describe('where a token may begin', () => {
  it.each([
    ['at the start of the data', pat],
    ['behind a quote', `"${pat}"`],
    ['behind an escaped line break in a string', String.raw`"a\n${pat}"`],
    ['behind a percent-encoded character', `?t%3D${pat}&x`],
    ['behind a unicode escape', String.raw`{"a":"\u003d${pat}"}`],
    ['behind a colour code', `\u001b[31m${pat}\u001b[0m`],
    ['in a path', `/tokens/${pat}/x`],
  ])('%s', (_, text) => {
    expect(finds(text)).toEqual([`github-pat=${pat}`]);
  });

  it.each([
    ['within a longer word', `x${pat}`],
    ['before more of its alphabet', `${pat}x`],
    ['with a wrong checksum', `${pat.slice(0, -1)}${pat.endsWith('0') ? '1' : '0'}`],
  ])('not %s', (_, text) => {
    expect(ruleIds(text)).not.toContain('github-pat');
  });
});

describe('JSON Web Tokens', () => {
  const header = { alg: 'RS256', typ: 'JWT' };
  const payload = part({ sub: 'ada', iat: 1_700_000_000 });
  const signature = random(86, 'sig');
  it.each([
    ['alone', session, 'jwt'],
    ['in a header', `Authorization: Bearer ${session}`, 'jwt'],
    ['in a cookie', `Cookie: id=${session}; path=/`, 'jwt'],
    ['with a pretty-printed header', `${part('{\n  "alg": "RS256"\n}')}.${payload}.${signature}`, 'jwt'],
    ['with a header of Windows lines', `${part('{\r\n  "alg": "RS256"\r\n}')}.${payload}.${signature}`, 'jwt'],
    ['with a tab', `${part('{\t"alg":"RS256"}')}.${payload}.${signature}`, 'jwt'],
    ['with a space', `${part('{ "alg":"RS256"}')}.${payload}.${signature}`, 'jwt'],
    ['with the key id first', `${part({ kid: 'a', alg: 'RS256' })}.${payload}.${signature}`, 'jwt'],
    ['with a short payload', `${part(header)}.${part('{"a":1}')}.${signature}`, 'jwt'],
    ['of two parts and alg none', `${part({ alg: 'none' })}.${payload}`, 'jwt-unsecured'],
    ['with an empty signature', `"${part({ alg: 'none' })}.${payload}."`, 'jwt-unsecured'],
    [
      'encrypted',
      `${part({ alg: 'RSA-OAEP', enc: 'A256GCM' })}.${random(60, 'k')}.${random(16, 'iv')}.${random(80, 'c')}.${random(22, 't')}`,
      'jwe',
    ],
    [
      'encrypted directly (no key part)',
      `${part({ alg: 'dir', enc: 'A256GCM' })}..${random(16, 'iv')}.${random(80, 'c')}.${random(22, 't')}`,
      'jwe',
    ],
    ['cut in a log', `token ${part(header)}.${payload}... (truncated)`, 'jwt-cut'],
  ])('%s', (_, text, rule) => {
    expect(ruleIds(text)).toEqual([rule]);
  });

  it.each([
    ['three random parts', `eyJ${random(30, 'a')}.${random(60, 'b')}.${random(43, 'c')}`],
    ['a header that is no JSON', `${part('{"alg" RS256}')}.${payload}.${signature}`],
    ['a header without an algorithm', `${part({ typ: 'JWT' })}.${payload}.${signature}`],
    ['a header alone', part(header)],
    [
      'a source map',
      `//# sourceMappingURL=data:application/json;base64,${Buffer.from('{"version":3,"sources":["a.ts"]}').toString('base64')}`,
    ],
    ['a property chain', 'eyJson.parse.value.of.things'],
  ])('not %s', (_, text) => {
    expect(ruleIds(text)).toEqual([]);
  });
});

describe('private keys', () => {
  const pem = privateKey();
  const encrypted = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({
    type: 'pkcs8',
    format: 'pem',
    cipher: 'aes-256-cbc',
    passphrase: 'x',
  }) as string;
  it.each([
    ['as a file', pem, 'private-key'],
    ['with Windows lines', pem.replaceAll('\n', '\r\n'), 'private-key'],
    ['in a JSON string', JSON.stringify({ key: pem }), 'private-key'],
    ['indented in YAML', pem.replaceAll('\n', '\n    '), 'private-key'],
    [
      'concatenated in code',
      pem
        .trim()
        .split('\n')
        .map((line) => `"${line}\\n"`)
        .join(' +\n'),
      'private-key',
    ],
    ['with a passphrase', encrypted, 'private-key-encrypted'],
    ['without its end', pem.replace(/\n-----END.*/, '') + random(90, 'more'), 'private-key-cut'],
  ])('%s', (_, text, rule) => {
    expect(ruleIds(text)).toEqual([rule]);
  });

  it.each([
    [
      'a public key',
      generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ type: 'spki', format: 'pem' }) as string,
    ],
    ['a stand-in', '-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----'],
    ['one character over and over', `-----BEGIN PRIVATE KEY-----\n${'M'.repeat(64)}\n-----END PRIVATE KEY-----`],
    ['the marker in code', 'if (text.includes("-----BEGIN PRIVATE KEY-----")) return'],
  ])('not %s', (_, text) => {
    expect(ruleIds(text)).toEqual([]);
  });
});

describe('URLs with a password', () => {
  it.each([
    ['a database', `DATABASE_URL=postgres://app:${pass}@db.corp.net:5432/app`, `connection-string=${pass}`],
    ['without a user name', `redis://:${pass}@cache.corp.net:6379/0`, `connection-string=${pass}`],
    ['a JDBC URL', `jdbc:postgresql://app:${pass}@db.corp.net/app`, `connection-string=${pass}`],
    ['a web host', `git clone https://bot:${pass}@git.corp.net/x.git`, `url-credentials=${pass}`],
    ['a token as password', `https://bot:${pat}@github.com/x/y`, `github-pat=${pat}`],
  ])('%s', (_, text, find) => {
    expect(finds(text)).toEqual([find]);
  });

  it.each([
    ['a reference', 'postgres://app:${DB_PASSWORD}@db.corp.net/app'],
    ['a template', 'https://{user}:{password}@git.corp.net/x'],
    ['a format string', 'mysql://%s:%s@%s/%s'],
    ['a stand-in', 'postgres://user:password@db.corp.net/app'],
    ['a port', 'http://corp.net:8080/a@b'],
    ['an address in a path', 'https://corp.net/a:b@c'],
    ['code', 'const u = scheme + "://" + user + ":" + pass + "@" + host'],
  ])('not %s', (_, text) => {
    expect(ruleIds(text)).toEqual([]);
  });
});

describe('authorization', () => {
  const pair = Buffer.from(`deploy:${pass}`).toString('base64');
  it.each([
    ['a bearer token in a header', `Authorization: Bearer ${opaque}`, `bearer-token=${opaque}`],
    ['in a curl command', `curl -H "authorization: bearer ${opaque}" https://api.corp.net`, `bearer-token=${opaque}`],
    ['in code', `headers: { Authorization: 'Bearer ${opaque}' }`, `bearer-token=${opaque}`],
    ['a Basic pair', `Authorization: Basic ${pair}`, `basic-credentials=${pass}`],
  ])('%s', (_, text, find) => {
    expect(finds(text)).toEqual([find]);
  });

  it.each([
    ['a reference', 'Authorization: Bearer ${TOKEN_FROM_SOMEWHERE}'],
    ['a stand-in', 'Authorization: Bearer your-access-token-goes-here-1'],
    ['a template', '`Bearer ${await getAccessToken(tenantId1)}`'],
    ['prose', 'the bearer authentication-scheme-of-2012 is described there'],
    ['basic prose', 'Basic understanding: required'],
  ])('not %s', (_, text) => {
    expect(ruleIds(text)).toEqual([]);
  });
});

describe('names that promise a secret', () => {
  const hex = random(40, 'hex', '0123456789abcdef');
  it.each([
    ['an env file', `CLIENT_SECRET=${opaque}`, `generic-secret=${opaque}`],
    ['an export', `export API_KEY=${opaque} # production`, `generic-api-key=${opaque}`],
    ['YAML', `  client-secret: ${opaque}\n`, `generic-secret=${opaque}`],
    ['JSON', `{"accessToken": "${opaque}"}`, `generic-token=${opaque}`],
    ['JSON in a string', JSON.stringify(JSON.stringify({ api_key: opaque })), `generic-api-key=${opaque}`],
    ['TypeScript with a type', `const apiKey: string = '${opaque}';`, `generic-api-key=${opaque}`],
    ['a Python keyword argument', `connect(password="${pass}")`, `generic-password=${pass}`],
    ['a Go short declaration', `apiKey := "${opaque}"`, `generic-api-key=${opaque}`],
    ['a Ruby hash', `:api_key => '${opaque}'`, `generic-api-key=${opaque}`],
    ['a PHP define', `define('AUTH_KEY', '${opaque}');`, `generic-api-key=${opaque}`],
    ['XML', `<password>${pass}</password>`, `generic-password=${pass}`],
    ['a setter', `client.setApiKey("${opaque}")`, `generic-api-key=${opaque}`],
    ['a hexadecimal secret', `SECRET_KEY = "${hex}"`, `generic-secret=${hex}`],
    ['a command line', `tool --password ${pass}`, `generic-password=${pass}`],
  ])('%s', (_, text, find) => {
    expect(finds(text)).toEqual([find]);
  });

  it.each([
    ['an environment look-up', 'const apiKey = process.env.API_KEY'],
    ['a shell reference', 'CLIENT_SECRET=${CLIENT_SECRET:-}'],
    ['a template', 'password: {{ .Values.db.password }}'],
    ['a call', 'token = generate_token(user, 3600)'],
    ['a stand-in', 'API_KEY=your-api-key-here-123'],
    ['a label', '"password": "Enter your password to continue"'],
    ['a file name', 'private_key: certs/server1.key'],
    ['a public key', `public_key = "${opaque}"`],
    ['a CSRF token', `csrf_token = "${opaque}"`],
    ['a page token', `nextPageToken: "${opaque}"`],
    ['a hash of a password', `password_hash = "${hex}"`],
    ['a type', 'password: string;'],
    ['a word', 'password = "correct"'],
    ['a constant name', 'TOKEN = "ACCESS_TOKEN_EXPIRED_1"'],
    ['documentation', 'password: The password of the user.'],
    ['a regular expression', 'token: "[A-Za-z0-9_]{20,40}"'],
    ['a list of words', `["password", "${pass}"]`],
  ])('not %s', (_, text) => {
    expect(ruleIds(text)).toEqual([]);
  });
});

describe('one secret, one finding', () => {
  it.each([
    ['a token with its own rule in a bearer header', `Authorization: Bearer ${pat}`, ['github-pat']],
    ['a JWT given to a name', `access_token = "${session}"`, ['jwt']],
    ['a token given to a name', `API_TOKEN=${pat}`, ['github-pat']],
  ])('%s', (_, text, rules) => {
    expect(ruleIds(text)).toEqual(rules);
  });
});
