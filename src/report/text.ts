/**
 * Wording that the formats share. Everything returned here may hold text from outside (paths, claims, commit
 * subjects): each format escapes it in its own way.
 * @module
 */
import {
  type Coverage,
  type Finding,
  type History,
  type Location,
  type Reach,
  type Related,
  type Report,
  SEVERITIES,
  type SkipReason,
  type Token,
} from '../model.ts';

const RELATIONS: Record<Related['relation'], string> = {
  'signed-by': 'signed by',
  signs: 'signs',
  'bound-to': 'bound to',
  binds: 'is bound to by',
};
/** Findings that are named beside one. */
const MOST_RELATED = 5;

/** `signed by generic-secret 0d3c465ef45938a08849 (config/app.env:3:9)`; empty where there is none. */
export function relatedLine({ related = [] }: Finding, { findings }: Report): string {
  const named = related.slice(0, MOST_RELATED).map(({ id, rule, relation }) => {
    const first = findingOf({ id, rule }, findings)?.locations[0];
    return `${RELATIONS[relation]} ${rule} ${id}${first === undefined ? '' : ` (${place(first)})`}`;
  });
  const more = related.length - named.length;
  return `${named.join(', ')}${more > 0 ? ` and ${digits(more)} more` : ''}`;
}

/** The finding that a relation names. */
export function findingOf({ id, rule }: Pick<Related, 'id' | 'rule'>, findings: readonly Finding[]): Finding | undefined {
  return findings.find((finding) => finding.id === id && finding.rule === rule);
}

/** A count with its thousands separated by commas. */
export function digits(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** `1 file`, `2 files`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${digits(number)} ${number === 1 ? one : many}`;
}

/** A number of bytes, in decimal units. */
export function size(bytes: number): string {
  if (bytes < 1000) return count(bytes, 'byte');
  const [unit, name] = bytes < 1e6 ? [1e3, 'kB'] : bytes < 1e9 ? [1e6, 'MB'] : [1e9, 'GB'];
  return `${(bytes / unit).toFixed(1)} ${name}`;
}

/** `path:line:column`; of something within a container the container's path comes first. */
export function place(location: Location): string {
  return `${location.inside ?? location.path}:${location.startLine}:${location.startColumn}`;
}

/** An ISO time to the minute; what is no such time as it is. */
export function minute(time: string): string {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(time) ? `${time.slice(0, 10)} ${time.slice(11, 16)} UTC` : time;
}

/** `3 findings: 1 critical, 2 high; 1 more suppressed`, or that there are none. */
export function summaryLine({ summary }: Report): string {
  const parts = SEVERITIES.filter((severity) => summary.bySeverity[severity] > 0).map(
    (severity) => `${digits(summary.bySeverity[severity])} ${severity}`,
  );
  const found = summary.findings === 0 ? 'No findings' : `${count(summary.findings, 'finding')}: ${parts.join(', ')}`;
  return summary.suppressed === 0 ? found : `${found}; ${digits(summary.suppressed)} suppressed`;
}

/** What was read: `1,204 files (12.3 MB), 88 commits`. */
export function covered(coverage: Coverage): string {
  const parts: string[] = [];
  if (coverage.commits) parts.push(count(coverage.commits.scanned, 'commit'));
  if (coverage.blobs) parts.push(`${count(coverage.blobs.scanned, 'blob')} (${size(coverage.blobs.bytes)})`);
  if (coverage.files) parts.push(`${count(coverage.files.scanned, 'file')} (${size(coverage.files.bytes)})`);
  return parts.length === 0 ? 'nothing' : parts.join(', ');
}

const SKIPPED: Record<SkipReason, [one: string, many: string]> = {
  binary: ['binary file', 'binary files'],
  'too-large': ['file over the size limit', 'files over the size limit'],
  unreadable: ['unreadable file', 'unreadable files'],
  ignored: ['ignored path', 'ignored paths'],
  'lfs-pointer': ['Git LFS object', 'Git LFS objects'],
  submodule: ['submodule', 'submodules'],
  'missing-object': ['object missing from the repository', 'objects missing from the repository'],
  timeout: ['file given up after the time limit', 'files given up after the time limit'],
  symlink: ['symbolic link', 'symbolic links'],
  'special-file': ['special file', 'special files'],
  changed: ['file that changed while it was read', 'files that changed while they were read'],
  vanished: ['file that vanished before it was read', 'files that vanished before they were read'],
};

export interface SkipNote {
  reason: SkipReason;
  gap: boolean;
  text: string;
}

/** What was not read, one note a reason, gaps first; `escape` is applied to the example paths. */
export function skipNotes(coverage: Coverage, escape: (path: string) => string): SkipNote[] {
  return coverage.skipped
    .filter((skip) => skip.count > 0)
    .sort((a, b) => Number(b.gap) - Number(a.gap) || (a.reason < b.reason ? -1 : 1))
    .map(({ reason, count: number, examples, gap }) => {
      const more = number > examples.length ? ', …' : '';
      const named = examples.length === 0 ? '' : ` (${examples.map(escape).join(', ')}${more})`;
      return { reason, gap, text: `${count(number, ...SKIPPED[reason])} not scanned${named}` };
    });
}

/** What a token says of itself as label and value, in the order of interest; nothing that it does not say. */
export function tokenFacts(token: Token): [label: string, value: string][] {
  const facts: [string, string | undefined][] = [
    ['type', token.type === 'unknown' ? undefined : token.type.replaceAll('-', ' ')],
    ['kind', token.format === 'opaque' ? token.typeReasons[0] : undefined],
    ['issuer', token.issuerName && token.issuer ? `${token.issuerName}, ${token.issuer}` : (token.issuer ?? token.issuerName)],
    ['audience', token.audience.join(', ')],
    ['state', stateOf(token)],
    ['scopes', token.scopes.join(' ')],
    ['roles', token.roles.join(', ')],
    ['privilege', token.privilege === 'unknown' ? undefined : token.privilege],
    ['client', token.client],
    ['algorithm', token.algorithm === 'unknown' ? undefined : token.algorithm],
    ['issued', token.format === 'opaque' && token.issuedAt !== undefined ? minute(token.issuedAt) : undefined],
    ['holds', token.format === 'opaque' ? heldBy(token) : undefined],
    ['bound by', token.binding.method === 'none' ? undefined : token.binding.method],
  ];
  return facts.filter((fact): fact is [string, string] => fact[1] !== undefined && fact[1] !== '');
}

/** The facts in a credential of its own format: `account 123456789012, region us-east-1`. */
function heldBy({ claims }: Token): string {
  return Object.entries(claims)
    .filter(([, value]) => typeof value === 'string' || typeof value === 'number')
    .map(([name, value]) => `${name} ${value as string | number}`)
    .join(', ');
}

function stateOf(token: Token): string | undefined {
  const live = token.liveWhenCommitted ? ', live when committed' : '';
  const expiry = token.expiresAt === undefined ? '' : minute(token.expiresAt);
  switch (token.state) {
    case 'expired':
      return `expired ${expiry}${live}`.trim();
    case 'active':
      return `active${expiry && ` until ${expiry}`}`;
    case 'not-yet-valid':
      return `not valid before ${token.notBefore === undefined ? 'later' : minute(token.notBefore)}`;
    case 'never-expires':
      return 'never expires';
    default:
      return undefined;
  }
}

/** From where a secret can still be reached. */
const REACH: Readonly<Record<Reach, (history: History) => string>> = {
  head: () => 'still in HEAD',
  refs: ({ refs }) => `gone from HEAD${refs.length === 0 ? '' : `, reachable from ${few(refs, 3)}`}`,
  stash: () => 'on no branch or tag, only in a stash',
  index: () => 'in no commit that a branch or tag holds, only in an index',
  reflog: ({ since }) => `on no branch or tag${since === undefined ? '' : ` since ${since.slice(0, 10)}`}, only in a reflog`,
  unreachable: () => 'on no branch or tag, yet still in the object store',
};

/** When a secret came, who brought it, and where it can still be reached. */
export function historyLine(history: History): string {
  const { first, last } = history;
  // Where a shallow clone ends, everything looks new.
  const added = first.boundary ? 'there since' : 'added in';
  const before = first.boundary ? ' or before' : '';
  const parts = [`${added} ${first.id.slice(0, 12)} by ${first.author} on ${first.date.slice(0, 10)}${before}`];
  if (last.id !== first.id) parts.push(`last in ${last.id.slice(0, 12)} on ${last.date.slice(0, 10)}`);
  if (history.where !== 'blob') parts.push(`in a ${history.where.replaceAll('-', ' ')}`);
  parts.push(REACH[history.reach](history));
  return parts.join('; ');
}

/** How a secret's place was come by, where that is not plain: undone encodings, containers. */
export function decodingOf(location: Location): string {
  return location.decodedFrom?.length ? `decoded from ${location.decodedFrom.join(' in ')}` : '';
}

/** What belongs to the secret, and where it stands. */
export function companionLine({ companions = [] }: Finding): string {
  return companions.map(({ title, redacted, location }) => `${title} ${redacted} (${place(location)})`).join('; ');
}

/** What to do, with the address where it is done. */
export function remedyLine(finding: Finding): string {
  const { revoke, url } = finding.remedy;
  return url === undefined || revoke.includes(url) ? revoke : `${revoke} ${url}`;
}

export function verificationLine({ verification }: Finding): string {
  if (!verification) return '';
  const { state, by, detail, identity, scopes } = verification;
  const parts = [`${state} (${by})`, detail, identity && `as ${identity}`, scopes?.length ? `scopes ${scopes.join(' ')}` : ''];
  return parts.filter(Boolean).join('; ');
}

/** Why a finding, or a place of it, is accepted. */
export function suppressionLine({ suppressed }: Pick<Finding, 'suppressed'>): string {
  if (!suppressed) return '';
  const { by, reason, owner, expires } = suppressed;
  const parts = [`suppressed by ${by.replaceAll('-', ' ')}`, reason, owner && `owner ${owner}`, expires && `until ${expires}`];
  return parts.filter(Boolean).join('; ');
}

/** The first few of a list and how many more there are. */
export function few(items: readonly string[], most: number): string {
  const more = items.length - most;
  return more > 0 ? `${items.slice(0, most).join(', ')} and ${digits(more)} more` : items.join(', ');
}
