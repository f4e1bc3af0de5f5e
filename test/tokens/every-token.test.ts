/**
 * A token of every issuer, kind, algorithm and shape, really signed or encrypted with jose, each in a file of its own, all found
 * and told by the built command line in one scan.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Finding, Report, TokenType } from '../../src/model.ts';
import { loadIssuerFiles } from '../../src/tokens/load-issuers.ts';
import { git, run, tree } from '../helpers/cli.ts';
import { KINDS, LIFE } from './kind-table.ts';
import { encode, ISSUERS, sign, withHeader } from './make.ts';
import { direct, encrypted, flattenedJws, none, payload, SHAPES, signed } from './shape-table.ts';

interface Case {
  name: string;
  token: string;
  rule?: string;
  /** What the file holds, where that is not the token as a value. */
  content?: string | Buffer;
  expect: { type?: TokenType; issuerId?: string; format?: string; algorithm?: string; tenant?: string | undefined };
}

const issuerFiles = loadIssuerFiles(ISSUERS);
const ALGORITHMS = [
  'HS256',
  'HS384',
  'HS512',
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
];
const TYPES: TokenType[] = [
  'access',
  'id',
  'refresh',
  'dpop-proof',
  'client-assertion',
  'logout',
  'security-event',
  'authorization-request',
  'service-account',
  'credential',
  'session',
  'unknown',
];

const half = Math.floor(signed.length / 2);
const [front, back] = [signed.slice(0, half), signed.slice(half)];
/** The shapes that scanners miss, and a plain one: in the words of their headers, or of the text around them. */
const TWELVE: [name: string, token: string, rule: string, content?: string][] = [
  ['a plain compact token', signed, 'jwt'],
  ['a pretty-printed header (ewog)', withHeader(signed, '{\n  "alg": "ES256"\n}'), 'jwt'],
  ['a header of Windows lines (ew0K)', withHeader(signed, '{\r\n  "alg": "ES256"\r\n}'), 'jwt'],
  ['a header with a tab (ewki)', withHeader(signed, '{\t"alg": "ES256"}'), 'jwt'],
  ['a header with a space (eyAi)', withHeader(signed, '{ "alg": "ES256"}'), 'jwt'],
  ['alg none', none('.'), 'jwt-unsecured'],
  ['a compact JWE', encrypted, 'jwe'],
  ['a JWE whose second part is empty (dir)', direct, 'jwe'],
  ['a short payload', signed.replace(payload, encode('{"a":1}')), 'jwt'],
  ['a JWS in JSON', JSON.stringify(flattenedJws), 'jws-json'],
  ['split over strings', signed, 'jwt', `const token =\n  "${front}" +\n  "${back}";\n`],
  [
    'percent-encoded',
    signed,
    'jwt',
    `https://app.corp.net/cb#assertion%3D${encodeURIComponent(signed).replaceAll('.', '%2E')}%26state%3D1\n`,
  ],
];

/** The same token as other texts hold it. */
const TEXTS: [name: string, content: string | Buffer][] = [
  ['UTF-16, little-endian', Buffer.from(`\ufefftoken = "${signed}"\r\n`, 'utf16le')],
  ['UTF-16, big-endian', Buffer.from(`\ufefftoken = "${signed}"\r\n`, 'utf16le').swap16()],
  ['a fold of YAML', `token: >-\n  ${front}\\\n  ${back}\n`.replace('\\\n', '\n')],
  ['a string of YAML over lines', `token: "${front}\\\n  ${back}"\n`],
  ['a continued line of a shell', `export TOKEN=${front}\\\n${back}\n`],
  ['a literal of Python', `TOKEN = ("${front}"\n         "${back}")\n`],
  ['JSON in a string', JSON.stringify(JSON.stringify({ token: signed }))],
  ['base64', `token: ${Buffer.from(signed).toString('base64')}\n`],
  ['base64 in base64', `data: ${Buffer.from(`token: ${Buffer.from(signed).toString('base64')}\n`).toString('base64')}\n`],
  ['the header of a request', `Authorization: Bearer ${signed}\r\n`],
  ['a cookie', `Set-Cookie: session=${signed}; Path=/; HttpOnly\r\n`],
];

async function cases(): Promise<Case[]> {
  const made: Case[] = [];
  for (const { id, examples } of issuerFiles)
    for (const [i, { header, claims, expect: wanted }] of examples.entries())
      made.push({
        name: `issuer ${id}, example ${i}`,
        token: await sign(claims, header),
        expect: { issuerId: id, ...(wanted.type && { type: wanted.type }), ...('tenant' in wanted && { tenant: wanted.tenant }) },
      });
  for (const [name, type, claims, header] of KINDS)
    made.push({
      name: `kind ${type}: ${name}`,
      token: await sign({ ...LIFE, ...claims }, { alg: 'ES256', ...header }),
      expect: { type },
    });
  for (const alg of ALGORITHMS)
    made.push({
      name: `algorithm ${alg}`,
      token: await sign({ sub: 'ada' }, { alg }),
      expect: { algorithm: alg, format: 'jws' },
    });
  for (const [name, token, rule, format] of SHAPES) made.push({ name: `shape: ${name}`, token, rule, expect: { format } });
  for (const [name, token, rule, content] of TWELVE)
    made.push({ name: `of twelve: ${name}`, token, rule, ...(content !== undefined && { content }), expect: {} });
  for (const [name, content] of TEXTS) made.push({ name: `text: ${name}`, token: signed, content, expect: { format: 'jws' } });
  return made;
}

const all = await cases();
const nameOf = (index: number): string => `f${String(index).padStart(3, '0')}.conf`;
let byFile: Map<string, Finding[]>;

beforeAll(async () => {
  const contents = all.map(({ token, content }) => content ?? (token.startsWith('{') ? `${token}\n` : `token = "${token}"\n`));
  const root = tree(Object.fromEntries(contents.map((content, i) => [nameOf(i), content])));
  git(root, 'init', '-q');
  const { stdout } = await run(['scan', '--format', 'json', '--show-secrets'], { cwd: root });
  byFile = new Map(all.map((_, i) => [nameOf(i), []]));
  for (const finding of (JSON.parse(stdout) as Report).findings)
    for (const path of new Set(finding.locations.map((one) => one.path))) byFile.get(path)!.push(finding);
}, 120_000);

describe('every token is found in its file, and told for what it is', () => {
  test.each(all.map((one, i) => ({ ...one, i })))('$name', ({ i, token, rule, expect: wanted }) => {
    const found = byFile.get(nameOf(i))!;
    expect(found.map(({ secret }) => secret.value)).toEqual([token]);
    if (rule !== undefined) expect(found[0]!.rule).toBe(rule);
    expect(found[0]!.token).toMatchObject(wanted);
  });
});

describe('what was tried', () => {
  test('is at least 150 different tokens made with jose', () => {
    expect(new Set(all.map(({ token }) => token)).size).toBeGreaterThanOrEqual(150);
  });
  test('is every issuer of the table, every kind and every format', () => {
    const tried = [...byFile.values()].flatMap((found) => found.flatMap(({ token }) => token ?? []));
    const issuers = new Set(tried.map(({ issuerId }) => issuerId));
    expect(issuerFiles.map(({ id }) => id).filter((id) => !issuers.has(id))).toEqual([]);
    expect(TYPES.filter((type) => tried.every((token) => token.type !== type))).toEqual([]);
    const formats = ['jws', 'jwe', 'jws-json', 'jwt-unsecured', 'opaque'];
    expect(formats.filter((format) => tried.every((token) => token.format !== format))).toEqual([]);
  });
});
