/** Hand-made reports: what a scan would hand to the report room. */
import { byImportance, byPlace } from '../../src/order.ts';
import { createHash } from 'node:crypto';
import type { Commit, Finding, Frame, History, Location, Report, Token } from '../../src/model.ts';
import { SEVERITIES } from '../../src/model.ts';
import { redact } from '../../src/report/redact.ts';
import type { ReportContext } from '../../src/report/index.ts';
import type { RuleSheet } from '../../src/rules/rule.ts';
import { isGuessable } from '../../src/strength.ts';

/** Looks random, the same in every run. */
export function random(seed: string, length: number): string {
  return createHash('sha512').update(seed).digest('base64').replace(/[+/=]/g, 'x').slice(0, length);
}

export function oid(seed: string): string {
  return createHash('sha1').update(seed).digest('hex');
}

export function commit(seed: string, change: Partial<Commit> = {}): Commit {
  return {
    id: oid(seed),
    author: 'Ann Example',
    email: 'ann@example.com',
    date: '2024-03-01T12:00:00Z',
    path: 'config/app.env',
    subject: 'Add the config',
    ...change,
  };
}

export function history(change: Partial<History> = {}): History {
  return {
    first: commit('first'),
    last: commit('last'),
    inHead: false,
    refs: ['refs/heads/main'],
    reachable: true,
    reach: 'refs',
    where: 'blob',
    ...change,
  };
}

export function token(change: Partial<Token> = {}): Token {
  return {
    format: 'jws',
    type: 'access',
    typeReasons: ['typ is at+jwt (RFC 9068)'],
    header: { typ: 'at+jwt', alg: 'RS256', kid: 'k1' },
    algorithm: 'RS256',
    keyId: 'k1',
    issuer: 'https://login.example.com/',
    issuerName: 'Example ID',
    audience: ['https://api.example.com'],
    client: 'web',
    scopes: ['read:orders', 'write:orders'],
    roles: [],
    privilege: 'write',
    privilegeReasons: ['scope write:orders'],
    issuedAt: '2024-03-01T12:00:00Z',
    expiresAt: '2024-03-31T12:00:00Z',
    lifetimeSeconds: 2592000,
    state: 'expired',
    lifetime: 'long',
    liveWhenCommitted: true,
    binding: { method: 'none' },
    problems: [{ code: 'wildcard-audience', severity: 'medium', text: 'The audience names every service.' }],
    claims: { iss: 'https://login.example.com/', sub: '****', exp: 1711886400 },
    ...change,
  };
}

export function sheet(id: string, change: Partial<RuleSheet> = {}): RuleSheet {
  return {
    id,
    provider: 'example',
    providerName: 'Example',
    title: 'Example API key',
    kind: 'api-key',
    opens: 'Opens every order of an Example shop',
    severity: 'high',
    sensitivity: 'secret',
    rank: 60,
    docs: 'https://docs.example.com/keys',
    revoke: { how: 'Delete the key in the console.', url: 'https://console.example.com/keys', automatic: false },
    companions: [],
    ...change,
  };
}

export interface Sample {
  /** The raw value; what a report must never hold. */
  secret: string;
  /** Source lines by path, each holding the secret once. */
  at: [path: string, line: number, source: string][];
  change?: Partial<Finding>;
  place?: Partial<Location>;
}

/** A report of the samples, with the context to render it in. */
export function build(samples: Sample[], change: Partial<Report> = {}): { report: Report; context: ReportContext } {
  const frames = new WeakMap<Location, Frame>();
  const findings = samples.map(({ secret, at, change: parts, place }): Finding => {
    const kind = parts?.kind ?? 'api-key';
    const locations = at.map(([path, line, source]): Location => {
      const start = source.indexOf(secret);
      if (start < 0) throw new Error('the line does not hold the secret');
      const end = start + secret.length;
      const location = {
        path,
        startLine: line,
        startColumn: start + 1,
        endLine: line,
        endColumn: end + 1,
        offset: (line - 1) * 80 + start,
        length: secret.length,
        ...place,
      };
      frames.set(location, { text: source, start, end, cutStart: false, cutEnd: false });
      return location;
    });
    return {
      id: oid(secret).slice(0, 20),
      rule: 'example-key',
      provider: 'example',
      title: 'Example API key',
      kind,
      severity: 'high',
      confidence: 'high',
      reasons: [{ code: 'checksum-valid', text: 'The checksum is valid.' }],
      secret: { redacted: redact(secret, { kind, guessable: isGuessable(secret, kind) }), length: secret.length },
      locations,
      remedy: { revoke: 'Delete the key in the console.', url: 'https://console.example.com/keys', automatic: false },
      ...parts,
    };
  });
  // As a scan orders them.
  for (const { locations } of findings) locations.sort(byPlace);
  findings.sort(byImportance);
  const open = findings.filter(({ suppressed }) => !suppressed);
  const bySeverity = Object.fromEntries(
    SEVERITIES.map((severity) => [severity, open.filter((finding) => finding.severity === severity).length]),
  ) as Report['summary']['bySeverity'];
  return {
    report: {
      version: 1,
      tool: { name: 'bearertrap', version: '0.1.0', rules: 812, rulesHash: 'abc123' },
      scope: { kind: 'tree', root: '.' },
      findings,
      coverage: { complete: true, files: { scanned: 1204, bytes: 12_345_678, binary: 3 }, skipped: [] },
      summary: { findings: open.length, suppressed: findings.length - open.length, bySeverity },
      ...change,
    },
    context: {
      frames,
      secrets: samples.map(({ secret }) => secret),
      sheets: new Map([['example-key', sheet('example-key')]]),
      color: false,
      width: 80,
      showSecrets: false,
    },
  };
}

const key = `exk_${random('key', 36)}`;
const password = ['Winter', '2024!'].join('');
const jwt = ['eyJhbGciOiJSUzI1NiJ9', 'eyJpc3MiOiJodHRwczovL2xvZ2luLmV4YW1wbGUuY29tLyJ9', random('signature', 86)].join('.');

/** One of everything: several places, a neighbour on the line, a token, history, suppression, gaps. */
export function rich(): { report: Report; context: ReportContext; secrets: string[] } {
  const made = build(
    [
      {
        secret: password,
        at: [['config/app.env', 7, `DB_PASSWORD="${password}"`]],
        change: { rule: 'password', title: 'Password', kind: 'password', severity: 'medium', confidence: 'medium', reasons: [] },
      },
      {
        secret: key,
        at: [
          ['src/ü b.ts', 3, `\tconst client = connect('${key}', '${password}'); // ${random('other', 40)}`],
          ['config/app.env', 2, `EXAMPLE_KEY=${key}`],
        ],
        change: { severity: 'critical', confidence: 'certain' },
      },
      {
        secret: jwt,
        at: [['old/session.json', 1, `{"token": "${jwt}"}`]],
        place: { commit: oid('first'), blob: oid('blob') },
        change: {
          rule: 'jwt',
          title: 'Access token (JWT)',
          kind: 'jwt',
          severity: 'low',
          token: token(),
          history: history({ first: commit('first', { subject: `Use ${password} for now` }) }),
          verification: { state: 'inactive', by: 'jwks', detail: 'expired' },
          remedy: { revoke: 'Wait for nothing, rotate the signing key if it leaked.', automatic: false },
        },
      },
      {
        secret: `exk_${random('accepted', 36)}`,
        at: [['test/fixture.txt', 1, `exk_${random('accepted', 36)}`]],
        change: { suppressed: { by: 'baseline', reason: 'test account', owner: 'ann', expires: '2027-01-31' } },
      },
    ],
    {
      coverage: {
        complete: false,
        files: { scanned: 1204, bytes: 12_345_678, binary: 3 },
        skipped: [
          { reason: 'binary', count: 3, examples: ['logo.png'], gap: false },
          { reason: 'too-large', count: 1, examples: ['dump.sql'], gap: true },
        ],
      },
    },
  );
  return { ...made, secrets: [...made.context.secrets, random('other', 40)] };
}

/** Text that would do harm where a format does not escape it. */
export const HOSTILE =
  '\x1b[2J\u009b31m<script>alert(1)</script>|`@everyone` [x](javascript:alert(1)) =cmd()\r\n::error::x ]]>\u202e"\'&{0} \udc80\ud800';

/** Hostile text in every place that a scanned repository can write to. */
export function hostile(): { report: Report; context: ReportContext } {
  return build(
    [
      {
        secret: key,
        at: [[`dir/${HOSTILE}`, 1, `${HOSTILE}${key}${HOSTILE}`]],
        place: { inside: `a.zip!/${HOSTILE}`, decodedFrom: [HOSTILE] },
        change: {
          reasons: [{ code: 'x', text: HOSTILE }],
          token: token({
            issuer: HOSTILE,
            issuerName: HOSTILE,
            audience: [HOSTILE],
            scopes: [HOSTILE],
            claims: { [HOSTILE]: HOSTILE },
          }),
          history: history({ first: commit('first', { author: HOSTILE, subject: HOSTILE, path: HOSTILE }), refs: [HOSTILE] }),
          verification: { state: 'error', by: 'provider', detail: HOSTILE, identity: HOSTILE },
        },
      },
    ],
    {
      coverage: {
        complete: false,
        files: { scanned: 1, bytes: 1, binary: 0 },
        skipped: [{ reason: 'unreadable', count: 1, examples: [HOSTILE], gap: true }],
      },
    },
  );
}
