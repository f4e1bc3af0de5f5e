/**
 * From matches to findings: equal secrets become one, tokens are explained, each is judged and named.
 * @module
 */
import { type Companions, findCompanions } from './companions.ts';
import { fingerprint, isGuessable } from './fingerprint.ts';
import { judge } from './judge/severity.ts';
import {
  type Companion,
  CONFIDENCES,
  type Finding,
  type Frame,
  type History,
  type Location,
  type Match,
  type Reason,
  SEVERITIES,
  type Token,
} from './model.ts';
import { redact } from './report/redact.ts';
import type { RuleSheet } from './rules/rule.ts';

export interface FindingsOptions {
  sheets: ReadonlyMap<string, RuleSheet>;
  /** The one clock of a scan. */
  now: Date;
  showSecrets: boolean;
}

/** Findings in report order, with what reports need beside them. */
export interface Found {
  findings: Finding[];
  frames: WeakMap<Location, Frame>;
  /** All secrets in clear, for masking them wherever they might show. Never reported. */
  secrets: string[];
}

/** Names are compared by code unit: the order must not depend on a locale. */
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const byLocation = (a: Location, b: Location): number =>
  byText(a.path, b.path) || a.offset - b.offset || byText(a.commit ?? '', b.commit ?? '') || byText(a.blob ?? '', b.blob ?? '');

/** The order of reports: the most severe first, then by place, then by id. */
export function byImportance(a: Finding, b: Finding): number {
  return (
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    byLocation(a.locations[0]!, b.locations[0]!) ||
    byText(a.rule, b.rule) ||
    byText(a.id, b.id)
  );
}

export async function makeFindings(matches: readonly Match[], options: FindingsOptions): Promise<Found> {
  const companions = findCompanions(matches, options.sheets);
  const groups = new Map<string, Match[]>();
  for (const match of matches) {
    if (companions.absorbed.has(match)) continue;
    const key = `${match.rule}\0${match.secret}`;
    const group = groups.get(key);
    if (group) group.push(match);
    else groups.set(key, [match]);
  }
  const frames = new WeakMap<Location, Frame>();
  const explain = await tokenExplainer([...groups.values()], options);
  const findings = await Promise.all(
    [...groups.values()].map((group) => {
      group.sort((a, b) => byLocation(a.location, b.location));
      for (const match of group) frames.set(match.location, match.frame);
      return makeFinding(group, companions, explain, options);
    }),
  );
  return {
    findings: findings.sort(byImportance),
    frames,
    secrets: [...new Set(matches.flatMap(({ secret, encoded }) => (encoded === undefined ? secret : [secret, encoded])))],
  };
}

type Explain = (secret: string) => Token | undefined;

/** The token room is loaded only when there is a token. */
async function tokenExplainer(groups: readonly Match[][], options: FindingsOptions): Promise<Explain> {
  if (!groups.some(([first]) => options.sheets.get(first!.rule)?.kind === 'jwt')) return () => undefined;
  const { explainToken } = await import('./tokens/index.ts');
  const { loadIssuerTable } = await import('./tokens/issuer-table.ts');
  const issuers = loadIssuerTable();
  return (secret) => {
    const token = explainToken(secret, { now: options.now, personalData: options.showSecrets ? 'show' : 'redact', issuers });
    return 'malformed' in token ? undefined : token;
  };
}

async function makeFinding(
  group: readonly Match[],
  companions: Companions,
  explain: Explain,
  options: FindingsOptions,
): Promise<Finding> {
  const [first] = group as [Match];
  const sheet = options.sheets.get(first.rule)!;
  // The surest place speaks for the finding.
  const best = group.reduce((a, b) => (CONFIDENCES.indexOf(b.confidence) < CONFIDENCES.indexOf(a.confidence) ? b : a));
  const beside = uniqueCompanions(group.flatMap((match) => companions.of.get(match) ?? []));
  const token = sheet.kind === 'jwt' ? explain(first.secret) : undefined;
  const history = historyOf(group);
  const verdict = judge({
    sheet,
    confidence: best.confidence,
    paths: group.map((match) => match.location.path),
    ...(token && { token }),
    ...(history && { inHead: history.inHead }),
  });
  const guessable = isGuessable(first.secret, sheet.kind);
  const secret: Finding['secret'] = {
    redacted: redact(first.secret, { kind: sheet.kind, guessable }),
    length: first.secret.length,
  };
  if (options.showSecrets) secret.value = first.secret;
  // A known issuer's way to end a token is better than the general one.
  const { revoke, url } = token?.remedy ?? { revoke: sheet.revoke.how, url: sheet.revoke.url };
  const remedy: Finding['remedy'] = { revoke, automatic: sheet.revoke.automatic, ...(url !== undefined && { url }) };
  return {
    id: await fingerprint(first.rule, first.secret, { guessable }),
    rule: first.rule,
    provider: sheet.provider,
    title: sheet.title,
    kind: sheet.kind,
    severity: verdict.severity,
    confidence: best.confidence,
    reasons: uniqueReasons([...best.reasons, ...beside.map(companionReason), ...verdict.reasons]),
    secret,
    locations: group.map((match) => match.location),
    ...(beside.length > 0 && { companions: beside }),
    ...(token && { token }),
    ...(history && { history }),
    remedy,
  };
}

/** The life of a secret: that of all objects that hold it. Objects that no commit brought in have none to tell. */
function historyOf(group: readonly Match[]): History | undefined {
  const all = group.flatMap(({ history }) => (history ? [history] : []));
  const begun = all.filter(({ first, last }) => first && last);
  if (begun.length === 0) return undefined;
  const first = begun.reduce((a, b) => (b.firstRank < a.firstRank ? b : a));
  const last = begun.reduce((a, b) => (b.lastRank > a.lastRank ? b : a));
  return {
    first: first.first!,
    last: last.last!,
    inHead: all.some(({ inHead }) => inHead),
    refs: [...new Set(all.flatMap(({ refs }) => refs))].sort(),
    reachable: all.some(({ reachable }) => reachable),
    where: first.where,
  };
}

/** The same part may stand beside the secret in several places; the first counts. */
function uniqueCompanions(companions: readonly Companion[]): Companion[] {
  const seen = new Set<string>();
  return companions.filter(({ rule, redacted }) => !seen.has(`${rule}\0${redacted}`) && seen.add(`${rule}\0${redacted}`));
}

const companionReason = ({ title }: Companion): Reason => ({
  code: 'companion',
  text: `What belongs to it stands near it (${title}).`,
});

function uniqueReasons(reasons: readonly Reason[]): Reason[] {
  const seen = new Set<string>();
  return reasons.filter(({ code, text }) => !seen.has(`${code}\0${text}`) && seen.add(`${code}\0${text}`));
}
