/**
 * From matches to findings: equal secrets become one, tokens are explained, each is judged and named.
 * @module
 */
import { type Companions, findCompanions } from './companions.ts';
import { fingerprint, isGuessable } from './fingerprint.ts';
import { settle, type Settling } from './detect/score/weigh.ts';
import { judge } from './judge/severity.ts';
import { groupBy, secretKey } from './group.ts';
import { joinLives } from './life.ts';
import {
  type Companion,
  CONFIDENCES,
  type Finding,
  type Frame,
  type History,
  type Kind,
  type Location,
  type Match,
  type Reason,
  type Related,
  type Token,
} from './model.ts';
import { redact, showCode } from './report/redact.ts';
import type { RuleSheet } from './rules/rule.ts';
import { byImportance, byPlace, byText } from './order.ts';

export interface FindingsOptions extends Settling {
  sheets: ReadonlyMap<string, RuleSheet>;
  /** The one clock of a scan. */
  now: Date;
  showSecrets: boolean;
  /** Reads the certificates (PEM) of the scanned files: asked for only when a token is bound to one. */
  certificates?: () => Promise<string[]>;
  /** Threads for what takes long. */
  jobs: number;
  signal?: AbortSignal | undefined;
  /** Told what a user should know that is no finding. */
  notice?: ((text: string) => void) | undefined;
}

/** Findings in report order, with what reports need beside them. */
export interface Found {
  findings: Finding[];
  frames: WeakMap<Location, Frame>;
  /** The matches that a finding was made of, in the order of its locations. */
  matches: ReadonlyMap<Finding, readonly Match[]>;
  /** All secrets in clear, for masking them wherever they might show. Never reported. */
  secrets: string[];
  /** The secret of each finding, and what stands beside it, for verifying it. Never reported. */
  secretOf: WeakMap<Finding | Companion, string>;
}

/** All matches of one secret by one rule, on their way to a finding. */
interface Group {
  matches: readonly Match[];
  secret: string;
  /** Whether who holds a fast fingerprint could find it by trying. */
  guessable: boolean;
  sheet: RuleSheet;
  history?: History | undefined;
  token?: Token | undefined;
  /** What stands beside it and belongs to it. */
  companions: Companion[];
  /** Other groups that it belongs with. */
  links: { to: Group; relation: Related['relation'] }[];
}

export async function makeFindings(found: readonly Match[], options: FindingsOptions): Promise<Found> {
  const matches = agree(settle(found, options), options.sheets);
  const frames = new WeakMap<Location, Frame>();
  const secretOf = new WeakMap<Finding | Companion, string>();
  const made = new Map<Finding, readonly Match[]>();
  const companions = findCompanions(matches, options.sheets);
  const groups = groupsOf(matches, companions, options.sheets);
  // Those of secrets that can be guessed take long, in threads of their own: begun before all else.
  const ids = Promise.all(groups.map(({ secret, sheet, guessable }) => fingerprint(sheet.id, secret, { guessable })));
  await explainTokens(groups, options);
  await linkKeys(groups, options);
  const idOf = await ids;
  const findings = groups.map((group, i) => {
    for (const match of group.matches) frames.set(match.location, match.frame);
    const finding = makeFinding(group, idOf[i]!, options);
    secretOf.set(finding, group.secret);
    for (const companion of group.companions) secretOf.set(companion, companions.secretOf.get(companion)!);
    made.set(finding, group.matches);
    return finding;
  });
  relate(groups, findings);
  // Code that misuses a token is no secret: what is one in it is a match of its own.
  const secrets = groups.filter(({ sheet }) => sheet.kind !== 'misuse').map(({ secret }) => secret);
  // What is part of another finding is masked as well, and what is encoded as it stands.
  for (const match of matches) {
    if (match.encoded !== undefined) secrets.push(match.encoded);
    if ((match.known || companions.absorbed.has(match)) && options.sheets.get(match.rule)?.sensitivity !== 'name')
      secrets.push(match.secret);
  }
  return { findings: findings.sort(byImportance), frames, matches: made, secrets: [...new Set(secrets)], secretOf };
}

/**
 * Within a file a secret is what the most specific rule that finds it there says, wherever else in it others find it: in
 * clear and encoded, as a field and in a URL.
 */
function agree(matches: readonly Match[], sheets: FindingsOptions['sheets']): Match[] {
  const best = new Map<string, string>();
  const keyOf = ({ location, secret }: Match): string => `${location.path}\0${secret}`;
  const rank = (rule: string): number => sheets.get(rule)?.rank ?? 0;
  for (const match of matches) {
    const known = best.get(keyOf(match));
    const more = known === undefined ? 1 : rank(match.rule) - rank(known) || byText(known, match.rule);
    if (more > 0) best.set(keyOf(match), match.rule);
  }
  return matches.map((match) => {
    const rule = best.get(keyOf(match))!;
    return rule === match.rule ? match : { ...match, rule };
  });
}

function groupsOf(matches: readonly Match[], companions: Companions, sheets: FindingsOptions['sheets']): Group[] {
  const told = matches.filter((match) => !match.known && !companions.absorbed.has(match));
  const groups = groupBy(told, secretKey);
  return [...groups.values()].map((group): Group => {
    group.sort((a, b) => byPlace(a.location, b.location));
    const { rule, secret } = group[0]!;
    const sheet = sheets.get(rule)!;
    return {
      matches: group,
      secret,
      guessable: isGuessable(secret, sheet.kind),
      sheet,
      history: historyOf(group),
      links: [],
      companions: uniqueCompanions(group.flatMap((match) => companions.of.get(match) ?? [])),
    };
  });
}

/** Kinds of which more than their rule may be read. */
const READABLE = new Set<Kind>(['jwt', 'api-key', 'bearer', 'client-secret', 'opaque-token']);

/** The token room is loaded only when there is something to read. */
async function explainTokens(groups: readonly Group[], { now, showSecrets }: FindingsOptions): Promise<void> {
  const readable = groups.filter(({ sheet }) => READABLE.has(sheet.kind));
  if (readable.length === 0) return;
  const { explainOpaque, explainToken } = await import('./tokens/index.ts');
  const { loadIssuerTable } = await import('./tokens/issuer-table.ts');
  const issuers = loadIssuerTable();
  for (const group of readable) {
    const committedAt = firstCommitted(group);
    const options = {
      now,
      personalData: showSecrets ? ('show' as const) : ('redact' as const),
      ...(committedAt && { committedAt }),
    };
    if (group.sheet.kind === 'jwt') {
      const token = explainToken(group.secret, { ...options, issuers });
      group.token = 'malformed' in token ? undefined : token;
    } else {
      // A rule of a provider knows better what its key is than the look of any issuer's format.
      group.token = explainOpaque(group.secret, { ...options, formats: group.sheet.provider === 'generic' });
    }
  }
}

/** When the first commit was written that is known to hold it. */
function firstCommitted({ history, matches }: Group): Date | undefined {
  if (history) return new Date(history.first.date);
  const times = matches.flatMap(({ committed }) => committed ?? []);
  return times.length === 0 ? undefined : new Date(Math.min(...times) * 1000);
}

/** Which of the other secrets signed a token, or hold the key that it is bound to. */
async function linkKeys(groups: readonly Group[], { notice, certificates, jobs, signal }: FindingsOptions): Promise<void> {
  const tokens = groups.flatMap((group) => (group.token && group.sheet.kind === 'jwt' ? [{ group, token: group.token }] : []));
  if (tokens.length === 0) return;
  const keys = {
    secrets: groups.filter(({ sheet: { kind } }) => kind !== 'jwt' && kind !== 'private-key' && kind !== 'misuse'),
    privateKeys: groups.filter(({ sheet: { kind } }) => kind === 'private-key'),
  };
  const byCertificate = keys.privateKeys.length > 0 && tokens.some(({ token }) => token.binding.method === 'mtls');
  const { linkKeysInShares } = await import('./tokens/index.ts');
  const input = {
    tokens: tokens.map(({ group, token }) => ({ text: group.secret, token })),
    secrets: keys.secrets.map(({ secret }) => secret),
    privateKeys: keys.privateKeys.map(({ secret }) => secret),
    certificates: (byCertificate && (await certificates?.())) || [],
  };
  const linked = await linkKeysInShares(input, { jobs, signal });
  for (const [i, { problems, keys: found }] of linked.tokens.entries()) {
    const { group, token } = tokens[i]!;
    if (problems.length > 0) group.token = { ...token, problems: [...problems, ...token.problems] };
    for (const { of, index, relation } of found) {
      const key = keys[of][index]!;
      group.links.push({ to: key, relation });
      key.links.push({ to: group, relation: relation === 'signed-by' ? 'signs' : 'binds' });
    }
  }
  if (linked.untried > 0)
    notice?.(
      `${linked.untried} of ${tokens.length} tokens were not tried with every key that was found: there are too many of both`,
    );
}

function makeFinding(
  { matches, secret, guessable, sheet, history, token, links, companions }: Group,
  id: string,
  options: FindingsOptions,
): Finding {
  // The surest place speaks for the finding.
  const best = matches.reduce((a, b) => (CONFIDENCES.indexOf(b.confidence) < CONFIDENCES.indexOf(a.confidence) ? b : a));
  const signed = links.some(({ relation }) => relation === 'signs');
  // A signature that fits is as good as a checksum, for the token and for the key.
  const proven = signed || links.some(({ relation }) => relation === 'signed-by');
  const confidence = proven ? 'certain' : best.confidence;
  const verdict = judge({
    sheet,
    confidence,
    paths: matches.map((match) => match.location.path),
    ...(token && { token }),
    ...(history && { reach: history.reach }),
    keyOf: signed ? 'signed' : links.some(({ relation }) => relation === 'binds') ? 'bound' : undefined,
  });
  const redacted = sheet.kind === 'misuse' ? showCode(secret) : redact(secret, { kind: sheet.kind, guessable });
  const shown: Finding['secret'] = { redacted, length: secret.length };
  if (options.showSecrets) shown.value = secret;
  // A known issuer's way to end a token is better than the general one.
  const { revoke, url } = token?.remedy ?? { revoke: sheet.revoke.how, url: sheet.revoke.url };
  const { automatic, command } = sheet.revoke;
  const remedy: Finding['remedy'] = { revoke, automatic, ...(command && { command }), ...(url !== undefined && { url }) };
  return {
    id,
    rule: sheet.id,
    provider: sheet.provider,
    title: sheet.title,
    kind: sheet.kind,
    severity: verdict.severity,
    confidence,
    reasons: uniqueReasons([...best.reasons, ...companions.map(companionReason), ...verdict.reasons]),
    secret: shown,
    locations: matches.map((match) => match.location),
    ...(companions.length > 0 && { companions }),
    ...(token && { token }),
    ...(history && { history }),
    remedy,
  };
}

/** Puts into findings, once all have their ids, those that they belong with. */
function relate(groups: readonly Group[], findings: readonly Finding[]): void {
  const finding = new Map(groups.map((group, i) => [group, findings[i]!]));
  for (const [group, one] of finding) {
    if (group.links.length === 0) continue;
    one.related = group.links
      .map(({ to, relation }) => ({ id: finding.get(to)!.id, rule: to.sheet.id, relation }))
      .sort((a, b) => byText(a.relation, b.relation) || byText(a.rule, b.rule) || byText(a.id, b.id));
  }
}

/** The life of a secret: that of all objects that hold it. Objects that no commit brought in have none to tell. */
function historyOf(group: readonly Match[]): History | undefined {
  const lives = group.flatMap(({ history }) => (history ? [history] : []));
  if (lives.length === 0) return undefined;
  const { first, last, inHead, refs, reachable, reach, since, where } = joinLives(lives);
  return first && last && { first, last, inHead, refs, reachable, reach, ...(since !== undefined && { since }), where };
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
