import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isTestPath } from '../../src/judge/paths.ts';
import { GRID, type JudgeInput, judge, LIFETIME_COLUMNS, severityTable } from '../../src/judge/severity.ts';
import {
  CONFIDENCES,
  type Confidence,
  type Reach,
  SEVERITIES,
  type Severity,
  type Token,
  type TokenType,
} from '../../src/model.ts';
import type { RuleSheet, Sensitivity } from '../../src/rules/rule.ts';
import { PRIVILEGES } from '../../src/tokens/power.ts';
import { SECONDS, sign, token } from '../tokens/make.ts';

const sheet = (over: Partial<RuleSheet> = {}): RuleSheet => ({
  id: 'x',
  provider: 'x',
  providerName: 'X',
  title: 'X key',
  kind: 'api-key',
  opens: 'opens all of X',
  severity: 'high',
  sensitivity: 'secret',
  rank: 60,
  revoke: { how: 'x', automatic: false },
  companions: [],
  ...over,
});
const made = (over: Partial<Token> = {}): Token => ({
  format: 'jws',
  type: 'access',
  typeReasons: [],
  header: {},
  algorithm: 'RS256',
  audience: [],
  scopes: [],
  roles: [],
  privilege: 'write',
  privilegeReasons: [],
  state: 'active',
  lifetime: 'long',
  binding: { method: 'none' },
  problems: [],
  claims: { sub: 'u' },
  ...over,
});
const problem = (code: string): Token['problems'][number] => ({ code, severity: 'low', text: 'x' });
const severity = (over: Partial<JudgeInput>): Severity =>
  judge({ sheet: sheet(), confidence: 'high', paths: ['src/a.ts'], ...over }).severity;

describe('other findings', () => {
  test.each([
    ['as the rule says', {}, 'high'],
    ['in a test folder', { paths: ['test/a.ts'] }, 'medium'],
    ['in a test folder, proven', { paths: ['test/a.ts'], confidence: 'certain' }, 'high'],
    ['in a test folder and elsewhere', { paths: ['test/a.ts', 'src/b.ts'] }, 'high'],
    ['nowhere (standard input)', { paths: [] }, 'high'],
    ['low confidence', { confidence: 'low' }, 'medium'],
    ['low confidence in a test folder', { confidence: 'low', paths: ['examples/x.env'] }, 'low'],
    ['history only', { reach: 'refs' }, 'high'],
    ['publishable', { sheet: sheet({ sensitivity: 'publishable' }) }, 'info'],
    ['a key that signed a token', { keyOf: 'signed' }, 'critical'],
    ['the same, in a test folder', { keyOf: 'signed', paths: ['test/a.ts'] }, 'high'],
    ['a key that a token is bound to', { sheet: sheet({ severity: 'low' }), keyOf: 'bound' }, 'high'],
    ['misuse', { sheet: sheet({ kind: 'misuse', severity: 'medium' }) }, 'medium'],
    [
      'misuse in documentation',
      { sheet: sheet({ kind: 'misuse', severity: 'medium' }), paths: ['docs/a.md', 'README.md'] },
      'low',
    ],
    [
      'misuse in documentation and elsewhere',
      { sheet: sheet({ kind: 'misuse', severity: 'medium' }), paths: ['a.md', 'b.js'] },
      'medium',
    ],
    ['a secret in documentation', { paths: ['README.md'] }, 'high'],
    ['identifier', { sheet: sheet({ sensitivity: 'identifier' }) }, 'info'],
    ['an opaque token that has expired', { token: made({ format: 'opaque', state: 'expired', lifetime: 'short' }) }, 'info'],
    ['an opaque token that runs', { token: made({ format: 'opaque', state: 'active', privilege: 'read' }) }, 'high'],
  ] as [string, Partial<JudgeInput>, Severity][])('%s', (_, input, wanted) => expect(severity(input)).toBe(wanted));
});

describe('tokens', () => {
  test.each([
    ['admin that never expires', { privilege: 'admin', lifetime: 'unbounded', state: 'never-expires' }, 'critical'],
    [
      'the same, bound',
      { privilege: 'admin', lifetime: 'unbounded', state: 'never-expires', binding: { method: 'dpop' } },
      'high',
    ],
    [
      'the same, and the key was found',
      { privilege: 'admin', lifetime: 'unbounded', binding: { method: 'dpop' }, problems: [problem('bound-key-in-repo')] },
      'critical',
    ],
    ['expired, short', { state: 'expired', lifetime: 'short', privilege: 'admin' }, 'info'],
    ['expired, a day', { state: 'expired', lifetime: 'medium', privilege: 'admin' }, 'info'],
    ['expired, a year', { state: 'expired', lifetime: 'very-long', privilege: 'admin' }, 'low'],
    ['expired, but the key is known', { state: 'expired', lifetime: 'short', problems: [problem('weak-hmac-key')] }, 'critical'],
    ['refresh', { type: 'refresh', privilege: 'unknown' }, 'high'],
    ['ID token', { type: 'id', privilege: 'read', lifetime: 'short' }, 'info'],
    ['DPoP proof', { type: 'dpop-proof', privilege: 'unknown', lifetime: 'short' }, 'low'],
    ['logout', { type: 'logout', privilege: 'admin' }, 'low'],
    ['public', { privilege: 'public', lifetime: 'very-long' }, 'info'],
    ['signed data without claims', { claims: {}, privilege: 'unknown', lifetime: 'unknown' }, 'low'],
    ['encrypted', { format: 'jwe', claims: {}, privilege: 'unknown', lifetime: 'unknown' }, 'medium'],
    ['alg none', { privilege: 'admin', problems: [problem('alg-none')] }, 'medium'],
    ['cut signature', { privilege: 'admin', problems: [problem('signature-length')] }, 'low'],
    ['local issuer', { issuer: 'http://localhost:8080/realms/dev' }, 'medium'],
    [
      'demo key',
      { privilege: 'admin', lifetime: 'very-long', problems: [problem('demo-key'), problem('weak-hmac-key')] },
      'info',
    ],
    ['secret inside', { problems: [problem('secret-inside')] }, 'critical'],
  ] as [string, Partial<Token>, Severity][])('%s', (_, over, wanted) => expect(severity({ token: made(over) })).toBe(wanted));
  test('in a test folder, however sure', () =>
    expect(severity({ token: made(), paths: ['test/a.ts'], confidence: 'certain' })).toBe('medium'));
  test('a well-known key in a test folder is what tests do', () => {
    const weak = made({ problems: [problem('weak-hmac-key')] });
    expect(severity({ token: weak })).toBe('critical');
    expect(severity({ token: weak, paths: ['test/a.ts'] })).toBe('medium');
    expect(severity({ token: made({ problems: [problem('signing-key-in-repo')] }), paths: ['test/a.ts'] })).toBe('high');
  });
  test('from signed text to severity', async () => {
    const text = await sign({
      iss: 'kubernetes/serviceaccount',
      sub: 'system:serviceaccount:kube-system:x',
      'kubernetes.io/serviceaccount/namespace': 'kube-system',
    });
    expect(severity({ token: token(text) })).toBe('critical');
    expect(severity({ token: token(await sign({ sub: 'u', scope: 'read', iat: SECONDS - 7200, exp: SECONDS - 3600 })) })).toBe(
      'info',
    );
  });
});

describe('reasons', () => {
  test('what weighed most comes first', () => {
    const codes = (over: Partial<JudgeInput>): string[] =>
      judge({ sheet: sheet(), confidence: 'high', paths: ['a'], ...over }).reasons.map(({ code }) => code);
    expect(
      codes({ token: made({ privilege: 'admin', lifetime: 'unbounded', binding: { method: 'mtls' } }), reach: 'refs' }),
    ).toEqual(['power-admin', 'lifetime-unbounded', 'bound', 'history-only']);
    expect(codes({ token: made({ privilege: 'read', lifetime: 'medium', problems: [problem('weak-hmac-key')] }) })[0]).toBe(
      'signing-key-known',
    );
    expect(codes({ token: made({ privilege: 'admin', state: 'expired', lifetime: 'short' }) })).toContain('expired-short');
    expect(codes({ paths: ['test/x'] })).toEqual(['rule', 'test-path']);
  });
  test('they are sentences', () => {
    const { reasons } = judge({
      sheet: sheet(),
      confidence: 'low',
      token: made({ state: 'expired', liveWhenCommitted: true, privilegeReasons: ['the scope a says write'] }),
      paths: ['test/a'],
      reach: 'refs',
    });
    expect(reasons.length).toBeGreaterThan(5);
    for (const { text } of reasons) expect(text).toMatch(/^[A-Z].+\.$/);
  });
});

describe('laws', () => {
  const rank = (input: JudgeInput): number => SEVERITIES.length - SEVERITIES.indexOf(judge(input).severity);
  const codes = [
    'alg-none',
    'weak-hmac-key',
    'signing-key-in-repo',
    'signature-length',
    'bound-key-in-repo',
    'secret-inside',
    'demo-key',
    'no-audience',
  ];
  const types: TokenType[] = [
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
  const tokens = fc
    .record({
      type: fc.constantFrom(...types),
      privilege: fc.constantFrom(...PRIVILEGES),
      lifetime: fc.constantFrom(...LIFETIME_COLUMNS),
      state: fc.constantFrom<Token['state']>('expired', 'active', 'not-yet-valid', 'never-expires', 'unknown'),
      method: fc.constantFrom<Token['binding']['method']>('none', 'dpop', 'mtls', 'jwk'),
      problems: fc.uniqueArray(fc.constantFrom(...codes)),
      issuer: fc.constantFrom(undefined, 'https://id.acme.org', 'http://localhost'),
      format: fc.constantFrom<Token['format']>('jws', 'jwe', 'jws-json', 'jwt-unsecured', 'opaque'),
    })
    .map(({ method, problems, issuer, ...rest }) =>
      made({ ...rest, binding: { method }, problems: problems.map(problem), ...(issuer && { issuer }) }),
    );
  const inputs: fc.Arbitrary<JudgeInput & { token: Token }> = fc.record({
    sheet: fc
      .record({
        severity: fc.constantFrom(...SEVERITIES),
        sensitivity: fc.constantFrom<Sensitivity>('secret', 'publishable', 'identifier'),
      })
      .map(sheet),
    confidence: fc.constantFrom<Confidence>(...CONFIDENCES),
    token: tokens,
    paths: fc.constantFrom(['src/a.ts'], ['test/a.ts'], ['src/a.ts', 'test/a.ts'], []),
    reach: fc.constantFrom<Reach | undefined>('head', 'refs', 'stash', 'index', 'reflog', 'unreachable', undefined),
    keyOf: fc.constantFrom<JudgeInput['keyOf']>(undefined, 'signed', 'bound'),
  });
  const law = (change: (input: JudgeInput & { token: Token }) => [JudgeInput, JudgeInput]): void => {
    fc.assert(
      fc.property(inputs, (input) => {
        const [less, more] = change(input);
        expect(rank(less)).toBeLessThanOrEqual(rank(more));
      }),
      { numRuns: 1000 },
    );
  };
  const withToken = (input: JudgeInput & { token: Token }, over: Partial<Token>): JudgeInput => ({
    ...input,
    token: { ...input.token, ...over },
  });

  test('more power never lowers', () => {
    for (const [i, privilege] of PRIVILEGES.entries()) {
      const weaker = PRIVILEGES[i + 1];
      if (weaker) law((input) => [withToken(input, { privilege: weaker }), withToken(input, { privilege })]);
    }
  });
  test('a longer life never lowers, for tokens that are taken', () => {
    for (const [i, lifetime] of LIFETIME_COLUMNS.entries()) {
      const longer = LIFETIME_COLUMNS[i + 1];
      if (longer)
        law((input) => [
          withToken(input, { lifetime, state: 'active' }),
          withToken(input, { lifetime: longer, state: 'active' }),
        ]);
    }
  });
  test('a longer life never lowers, for expired ones', () => {
    const known = ['short', 'medium', 'long', 'very-long'] as const;
    for (const [i, lifetime] of known.entries()) {
      const longer = known[i + 1];
      if (longer)
        law((input) => [
          withToken(input, { lifetime, state: 'expired' }),
          withToken(input, { lifetime: longer, state: 'expired' }),
        ]);
    }
  });
  test('expired never raises', () => {
    for (const state of ['active', 'not-yet-valid', 'never-expires', 'unknown'] as const)
      law((input) => [withToken(input, { state: 'expired' }), withToken(input, { state })]);
  });
  test('binding never raises', () => {
    for (const method of ['dpop', 'mtls', 'jwk'] as const)
      law((input) => [withToken(input, { binding: { method } }), withToken(input, { binding: { method: 'none' } })]);
  });
  test('the bound key found never lowers', () => {
    law((input) => [withToken(input, { problems: [] }), withToken(input, { problems: [problem('bound-key-in-repo')] })]);
  });
  test('a known signing key never lowers', () => {
    for (const code of ['weak-hmac-key', 'signing-key-in-repo', 'embedded-private-key']) {
      law((input) => {
        const outside = { ...input, paths: ['src/a.ts'] };
        return [withToken(outside, { problems: [] }), withToken(outside, { problems: [problem(code)] })];
      });
    }
  });
  test('a key that signs or binds tokens never counts less than one that does not', () => {
    for (const keyOf of ['signed', 'bound'] as const)
      law((input) => [
        { ...input, keyOf: undefined },
        { ...input, keyOf },
      ]);
    law((input) => [
      { ...input, keyOf: 'bound' },
      { ...input, keyOf: 'signed' },
    ]);
  });
  test('documentation never raises', () => {
    law((input) => {
      const misuse = { ...input, sheet: { ...input.sheet, kind: 'misuse' as const } };
      return [
        { ...misuse, paths: ['README.md'] },
        { ...misuse, paths: ['src/a.ts'] },
      ];
    });
  });
  test('what is publishable, an identifier or a demo is info, however bad the rest', () => {
    law((input) => [
      { ...input, sheet: { ...input.sheet, sensitivity: 'identifier' } },
      { sheet: sheet({ severity: 'info' }), confidence: 'low', paths: [] },
    ]);
    law((input) => [
      withToken(input, { format: 'jws', problems: [problem('demo-key')] }),
      { sheet: sheet({ severity: 'info' }), confidence: 'low', paths: [] },
    ]);
  });
  test('a surer find never counts less', () => {
    for (const [i, surer] of CONFIDENCES.entries()) {
      const less = CONFIDENCES[i + 1];
      if (less)
        law((input) => [
          { ...input, confidence: less },
          { ...input, confidence: surer },
        ]);
    }
  });
  test('one more place outside of tests never lowers', () => {
    law((input) => [input, { ...input, paths: [...input.paths, 'src/b.ts'] }]);
  });
  test('a refresh token never counts less than an access token', () => {
    law((input) => [withToken(input, { type: 'access' }), withToken(input, { type: 'refresh' })]);
  });
  test('an ID token never counts more than an access token', () => {
    law((input) => [withToken(input, { type: 'id' }), withToken(input, { type: 'access' })]);
  });
  test('a test folder never raises, neither does low confidence nor being publishable', () => {
    law((input) => [
      { ...input, paths: ['test/a.ts'] },
      { ...input, paths: ['src/a.ts'] },
    ]);
    law((input) => [
      { ...input, confidence: 'low' },
      { ...input, confidence: 'medium' },
    ]);
    law((input) => [
      { ...input, sheet: { ...input.sheet, sensitivity: 'publishable' } },
      { ...input, sheet: { ...input.sheet, sensitivity: 'secret' } },
    ]);
  });
  test('the head or only the history: the same', () => {
    law((input) => [
      { ...input, reach: 'head' },
      { ...input, reach: 'refs' },
    ]);
    law((input) => [
      { ...input, reach: 'refs' },
      { ...input, reach: 'head' },
    ]);
  });
  test("a worse rule never lowers another finding's severity", () => {
    for (const [i, better] of SEVERITIES.entries()) {
      const worse = SEVERITIES[i - 1];
      if (worse)
        law((input) => [
          { ...input, sheet: { ...input.sheet, severity: better } },
          { ...input, sheet: { ...input.sheet, severity: worse } },
        ]);
    }
  });
});

describe('the documentation', () => {
  const table = severityTable();
  test('holds the whole grid and every adjustment', () => {
    for (const [privilege, row] of Object.entries(GRID))
      expect(table).toContain(`| ${privilege} | ${Object.values(row).join(' | ')} |`);
    for (const code of [
      'type-refresh',
      'bound',
      'expired-short',
      'signing-key-known',
      'test-path',
      'publishable',
      'history-only',
      'local-only',
    ])
      expect(table).toContain(`| \`${code}\` |`);
  });
  test('is well-formed Markdown: every row of a table has as many cells', () => {
    for (const block of table.split('\n\n').filter((each) => each.startsWith('|'))) {
      expect(
        new Set(
          block
            .trim()
            .split('\n')
            .map((line) => line.split('|').length),
        ).size,
      ).toBe(1);
    }
  });
});

describe('test paths', () => {
  test.each([
    'test/a.ts',
    'src/__tests__/a.ts',
    'a/fixtures/b/c.json',
    'examples/x.env',
    '.env.example',
    'config.sample.yml',
    'a.test.ts',
    'a.spec.tsx',
    'user_test.go',
    'test_user.py',
    'user_spec.rb',
    'UserTest.java',
    'UserTests.cs',
    'spec/x.rb',
    'testdata/x',
    'mocks/x',
    '__mocks__/x',
    'a.zip!/test/x.env',
    'e2e/login.ts',
    'Test/A.txt',
    'x.mock.ts',
  ])('%s', (path) => expect(isTestPath(path)).toBe(true));
  test.each([
    'src/a.ts',
    'latest/a.ts',
    'attestation.ts',
    'contest.ts',
    'src/testimonials/a.ts',
    'spec.yaml',
    '.env',
    'exampled/x',
    'protest.py',
    'README.md',
    'Contests.java.ts',
    '',
  ])('not: %s', (path) => expect(isTestPath(path)).toBe(false));
});
