/**
 * What the formats see: the report in its one order, with nothing in it that may not be shown. Formats have no other
 * way to a secret or to source text, so none of them can forget to mask.
 * @module
 */
import type {
  Commit,
  Companion,
  Coverage,
  Finding,
  Frame,
  History,
  Location,
  Related,
  Report,
  Skipped,
  Suppression,
  Token,
  Verification,
} from '../model.ts';
import type { RuleSheet } from '../rules/rule.ts';
import { type CodeFrame, createRedactor, type Redactor } from './redact.ts';

/** What a report is rendered with. */
export interface ReportContext {
  /** Source text around locations; those without one are shown without a code frame. */
  frames: WeakMap<Location, Frame>;
  /** All raw secrets, to be masked wherever they stand. */
  secrets: readonly string[];
  /** Fact sheets by rule id; a rule without one is described by its findings. */
  sheets: ReadonlyMap<string, RuleSheet>;
  /** Terminal colours, for the pretty format. */
  color: boolean;
  /** Columns of the terminal, for the pretty format. */
  width: number;
  /** The only way to unredacted output. */
  showSecrets: boolean;
  /** Whether the pretty format lists accepted findings too; the others do in any case. */
  showSuppressed?: boolean;
  /** GitHub's hash of the line a location begins on (see linehash.ts), for SARIF. */
  lineHashes?: WeakMap<Location, string>;
  /** Where what was found in objects stands in HEAD, null where it is gone, for formats that show files as they are. */
  current?: WeakMap<Location, Location | null>;
  /** Address at which a location can be looked at, for Markdown. */
  link?: (location: Location) => string | undefined;
  /** Begin and end of the scan (ISO 8601 UTC), for formats that demand them. */
  startedAt?: string;
  finishedAt?: string;
}

export interface View {
  report: Report;
  /** The code frame of one of `report`'s locations. */
  frame: (location: Location) => CodeFrame | undefined;
  lineHash: (location: Location) => string | undefined;
  /** Where a location of `report` stands in HEAD: null if it is gone, undefined if that is not known (or it is a file's). */
  current: (location: Location) => Location | null | undefined;
  link: (location: Location) => string | undefined;
  sheets: ReadonlyMap<string, RuleSheet>;
  color: boolean;
  width: number;
  showSuppressed: boolean;
  startedAt: string;
  finishedAt: string;
}

/** A pure format: the same view gives the same text. */
export type Renderer = (view: View) => string;

/** What a shown location was made of, and how its paths are masked. */
type Originals = WeakMap<Location, { location: Location; redacted: string; path: (text: string) => string }>;

/** Objects nested deeper than this (only claims could be) are cut off. */
const DEEPEST = 32;
const BY_SEVERITY = { critical: 1, high: 1, medium: 1, low: 1, info: 1 } as const;
/** For formats that demand a time where the caller gave none: a report without times stays the same bytes. */
const NO_TIME = '1970-01-01T00:00:00Z';

/**
 * Masks a report. Findings and their places keep their order (see order.ts); the keys of every object stand in that of the
 * public contract.
 */
export function createView(report: Report, context: ReportContext): View {
  const redactor = createRedactor(context.showSecrets ? [] : context.secrets);
  const originals: Originals = new WeakMap();

  const findings = report.findings.map((finding) => showFinding(finding, redactor, context.showSecrets, originals));

  return {
    report: arrange<Report>(
      {
        ...report,
        tool: arrange<Report['tool']>(report.tool, { name: 1, version: 1, rules: 1, rulesHash: 1 }),
        scope: arrange<Report['scope']>(report.scope, { kind: 1, root: 1, range: 1, head: 1 }),
        findings,
        coverage: showCoverage(report.coverage, redactor),
        summary: arrange<Report['summary']>(
          { ...report.summary, bySeverity: arrange<Report['summary']['bySeverity']>(report.summary.bySeverity, BY_SEVERITY) },
          { findings: 1, suppressed: 1, bySeverity: 1 },
        ),
      },
      { version: 1, tool: 1, scope: 1, findings: 1, coverage: 1, summary: 1 },
    ),
    frame(location) {
      const original = originals.get(location);
      const frame = original && context.frames.get(original.location);
      if (!frame) return undefined;
      if (!context.showSecrets) return redactor.frame(frame, original.redacted);
      const { text, start, end } = frame;
      return { before: text.slice(0, start), secret: text.slice(start, end), after: text.slice(end) };
    },
    lineHash(location) {
      const original = originals.get(location);
      return original && context.lineHashes?.get(original.location);
    },
    current(location) {
      const original = originals.get(location);
      const now = original && context.current?.get(original.location);
      if (!original || !now) return now;
      const shown = showLocation(now, original.path, redactor);
      originals.set(shown, { ...original, location: now });
      return shown;
    },
    link: (location) => context.link?.(location),
    sheets: context.sheets,
    color: context.color,
    width: context.width,
    showSuppressed: context.showSuppressed ?? false,
    startedAt: context.startedAt ?? NO_TIME,
    finishedAt: context.finishedAt ?? context.startedAt ?? NO_TIME,
  };
}

function showFinding(finding: Finding, redactor: Redactor, showSecrets: boolean, originals: Originals): Finding {
  // Where the secret is (part of) a file's name, the name must not be shown, however weak the secret.
  const path = finding.history?.where === 'path' ? redactor.known : redactor.strong;
  const { value, ...secret } = finding.secret;
  const locations = finding.locations.map((location) => {
    const shown = showLocation(location, path, redactor);
    originals.set(shown, { location, redacted: secret.redacted, path });
    return shown;
  });
  return arrange<Finding>(
    {
      ...finding,
      reasons: finding.reasons.map(({ code, text }) => ({ code, text: redactor.strong(text) })),
      secret: arrange<Finding['secret']>(showSecrets && value !== undefined ? { ...secret, value } : secret, {
        redacted: 1,
        length: 1,
        value: 1,
      }),
      locations,
      ...(finding.companions && {
        companions: finding.companions.map((companion) =>
          arrange<Companion>(
            { ...companion, location: showLocation(companion.location, path, redactor) },
            { rule: 1, title: 1, redacted: 1, location: 1 },
          ),
        ),
      }),
      ...(finding.token && { token: showToken(finding.token, redactor) }),
      ...(finding.history && { history: showHistory(finding.history, redactor, path) }),
      ...(finding.related && {
        related: finding.related.map((one) => arrange<Related>(one, { id: 1, rule: 1, relation: 1 })),
      }),
      remedy: arrange<Finding['remedy']>(finding.remedy, { revoke: 1, url: 1, automatic: 1, command: 1 }),
      ...(finding.verification && { verification: showVerification(finding.verification, redactor) }),
      ...(finding.suppressed && { suppressed: showSuppression(finding.suppressed, redactor) }),
    },
    {
      id: 1,
      rule: 1,
      provider: 1,
      title: 1,
      kind: 1,
      severity: 1,
      confidence: 1,
      reasons: 1,
      secret: 1,
      locations: 1,
      companions: 1,
      token: 1,
      history: 1,
      related: 1,
      remedy: 1,
      verification: 1,
      suppressed: 1,
    },
  );
}

function showLocation(location: Location, path: (text: string) => string, redactor: Redactor): Location {
  return arrange<Location>(
    {
      ...location,
      path: path(location.path),
      ...(location.inside !== undefined && { inside: path(location.inside) }),
      ...(location.suppressed && { suppressed: showSuppression(location.suppressed, redactor) }),
    },
    {
      path: 1,
      startLine: 1,
      startColumn: 1,
      endLine: 1,
      endColumn: 1,
      offset: 1,
      length: 1,
      blob: 1,
      commit: 1,
      decodedFrom: 1,
      inside: 1,
      suppressed: 1,
    },
  );
}

function showToken(token: Token, redactor: Redactor): Token {
  return arrange<Token>(mapStrings(token, redactor.strong) as Token, {
    format: 1,
    type: 1,
    typeReasons: 1,
    header: 1,
    algorithm: 1,
    keyId: 1,
    issuer: 1,
    issuerName: 1,
    issuerId: 1,
    tenant: 1,
    subject: 1,
    audience: 1,
    client: 1,
    actor: 1,
    scopes: 1,
    roles: 1,
    privilege: 1,
    privilegeReasons: 1,
    issuedAt: 1,
    notBefore: 1,
    expiresAt: 1,
    lifetimeSeconds: 1,
    state: 1,
    lifetime: 1,
    liveWhenCommitted: 1,
    binding: 1,
    problems: 1,
    claims: 1,
    endpoints: 1,
    remedy: 1,
  });
}

function showHistory(history: History, redactor: Redactor, path: (text: string) => string): History {
  const commit = (one: Commit): Commit =>
    arrange<Commit>(
      {
        ...one,
        author: redactor.strong(one.author),
        email: redactor.strong(one.email),
        path: path(one.path),
        subject: redactor.known(one.subject),
      },
      { id: 1, author: 1, email: 1, date: 1, path: 1, subject: 1, boundary: 1 },
    );
  return arrange<History>(
    { ...history, first: commit(history.first), last: commit(history.last), refs: history.refs.map(redactor.strong) },
    { first: 1, last: 1, inHead: 1, refs: 1, reachable: 1, reach: 1, since: 1, where: 1 },
  );
}

function showVerification(verification: Verification, redactor: Redactor): Verification {
  return arrange<Verification>(mapStrings(verification, redactor.strong) as Verification, {
    state: 1,
    by: 1,
    detail: 1,
    identity: 1,
    scopes: 1,
  });
}

function showSuppression(suppression: Suppression, redactor: Redactor): Suppression {
  return arrange<Suppression>(mapStrings(suppression, redactor.strong) as Suppression, {
    by: 1,
    reason: 1,
    owner: 1,
    expires: 1,
  });
}

function showCoverage(coverage: Coverage, redactor: Redactor): Coverage {
  return arrange<Coverage>(
    {
      ...coverage,
      ...(coverage.files && {
        files: arrange<NonNullable<Coverage['files']>>(coverage.files, { scanned: 1, bytes: 1, binary: 1 }),
      }),
      ...(coverage.blobs && { blobs: arrange<NonNullable<Coverage['blobs']>>(coverage.blobs, { scanned: 1, bytes: 1 }) }),
      skipped: coverage.skipped.map((skip) =>
        arrange<Skipped>({ ...skip, examples: skip.examples.map(redactor.strong) }, { reason: 1, count: 1, examples: 1, gap: 1 }),
      ),
    },
    { complete: 1, files: 1, blobs: 1, commits: 1, skipped: 1 },
  );
}

/** The value's known keys, in the order of `keys` (which the compiler keeps complete), without those that are undefined. */
function arrange<T extends object>(value: T, keys: Record<keyof T, 1>): T {
  const arranged: Partial<T> = {};
  for (const key of Object.keys(keys) as (keyof T)[]) {
    if (value[key] !== undefined) arranged[key] = value[key];
  }
  return arranged as T;
}

/** A copy of plain data with every string (not key) mapped. */
function mapStrings(value: unknown, map: (text: string) => string, depth = 0): unknown {
  if (typeof value === 'string') return map(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth === DEEPEST) return '…';
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, map, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapStrings(item, map, depth + 1)]));
}
