/** docs/cards.md: ten different tokens as `decode` shows them, made by the program. */
import { expect, test } from 'vitest';
import { decodeCard } from '../../src/cli/decode.ts';
import { randomFrom } from '../../src/rules/random.ts';
import { TOKEN_SAMPLES } from '../../src/rules/token-samples.ts';
import type { JsonObject } from '../../src/tokens/json.ts';
import { run } from '../helpers/cli.ts';
import { encode, sign } from '../tokens/make.ts';

const NOW = Date.parse('2026-11-21T21:01:50Z') / 1000;
const HOUR = 3600;

const CARDS: [title: string, token: string | Promise<string>][] = [
  [
    'An access token of Auth0 that administers',
    signed(
      'RS256',
      { typ: 'JWT', kid: 'k1' },
      {
        iss: 'https://corp.eu.auth0.com/',
        sub: 'auth0|5f7c8ec7c33c6c004bbafe82',
        aud: ['https://api.corp.net'],
        azp: 'web',
        scope: 'openid read:orders delete:users',
        iat: NOW - HOUR,
        exp: NOW + 23 * HOUR,
      },
    ),
  ],
  [
    'An offline token of Keycloak',
    signed(
      'HS512',
      { typ: 'JWT' },
      {
        iss: 'https://id.corp.net/realms/shop',
        sub: 'f1d2',
        aud: 'https://id.corp.net/realms/shop',
        typ: 'Offline',
        azp: 'shop-web',
        scope: 'openid offline_access',
        iat: NOW - 40 * 24 * HOUR,
      },
    ),
  ],
  [
    'The token of a Kubernetes service account',
    signed(
      'RS256',
      { kid: 'x' },
      {
        iss: 'kubernetes/serviceaccount',
        'kubernetes.io/serviceaccount/namespace': 'kube-system',
        'kubernetes.io/serviceaccount/secret.name': 'admin-token-x',
        'kubernetes.io/serviceaccount/service-account.name': 'admin',
        sub: 'system:serviceaccount:kube-system:admin',
      },
    ),
  ],
  [
    'A service_role key of Supabase',
    signed(
      'HS256',
      { typ: 'JWT' },
      {
        iss: 'supabase',
        ref: 'abcdefghijklmnopqrst',
        role: 'service_role',
        iat: NOW - 400 * 24 * HOUR,
        exp: NOW + 3250 * 24 * HOUR,
      },
    ),
  ],
  [
    'A job token of GitHub Actions that has ended',
    signed(
      'RS256',
      { typ: 'JWT', kid: 'k' },
      {
        iss: 'https://token.actions.githubusercontent.com',
        sub: 'repo:corp/shop:environment:production',
        aud: 'sts.amazonaws.com',
        repository: 'corp/shop',
        job_workflow_ref: 'corp/shop/.github/workflows/deploy.yml@refs/heads/main',
        iat: NOW - 2 * HOUR,
        exp: NOW - 2 * HOUR + 300,
      },
    ),
  ],
  [
    'A token bound to a key by DPoP',
    signed(
      'RS256',
      { typ: 'at+jwt' },
      {
        iss: 'https://as.corp.net',
        sub: 'ada',
        aud: 'https://api.corp.net',
        client_id: 'wallet',
        scope: 'orders:write',
        cnf: { jkt: encode('the thumbprint of a key, 32 long') },
        iat: NOW - 8,
        exp: NOW + 592,
        jti: '2',
      },
    ),
  ],
  [
    'A token signed with a well-known key',
    sign(
      { sub: '42', email: 'ada@corp.net', role: 'admin', iat: NOW - 9 },
      { alg: 'HS256' },
      ['your', '256', 'bit', 'secret'].join('-'),
    ),
  ],
  [
    'An encrypted token',
    ['{"alg":"dir","enc":"A256GCM","kid":"7"}', '', 'twelve bytes', 'ciphertext', 'sixteen long tag'].map(encode).join('.'),
  ],
  [
    'An unsigned token',
    `${encode('{"alg":"none"}')}.${encode(JSON.stringify({ iss: 'http://auth.corp.net', sub: 'admin', scope: '*', exp: (NOW - 12) * 1000 }))}.`,
  ],
  ['A Macaroon', TOKEN_SAMPLES.macaroon!(randomFrom('a'))],
];

function signed(alg: string, header: JsonObject, claims: JsonObject): Promise<string> {
  return sign(claims, { alg, ...header });
}

test('docs/cards.md is what the program shows', async () => {
  const page = [
    '# Ten cards\n\nWhat `bearertrap decode` shows of ten different tokens, at 21:01:50 UTC on 21 November 2026. This page is made by the program.\n',
  ];
  for (const [title, token] of CARDS)
    page.push(`## ${title}\n\n\`\`\`\n${decodeCard(await token, new Date(NOW * 1000))}\`\`\`\n`);
  await expect(page.join('\n')).toMatchFileSnapshot('../../docs/cards.md');
});

test.each(CARDS)('the command line shows the same, but for its clock: %s', async (_, token) => {
  const before = Date.now();
  const { stdout } = await run(['decode', '--no-color', await token]);
  const possible = [];
  // The command reads the clock once, at some moment of its run.
  for (let now = Math.floor(before / 1000) - 1; now <= Date.now() / 1000 + 1; now++)
    possible.push(decodeCard(await token, new Date(now * 1000)));
  expect(possible).toContain(stdout);
});
