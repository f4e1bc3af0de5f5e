/**
 * The few types every room speaks. The report's types (Report and all it holds) are the public contract:
 * their names and meanings are kept; `report.schema.json` is their JSON Schema.
 * @module
 */

export type Severity = 'critical' | 'high' | 'medium' | 'low' | 'info';
export type Confidence = 'certain' | 'high' | 'medium' | 'low';
export type Kind =
  | 'api-key'
  | 'bearer'
  | 'jwt'
  | 'private-key'
  | 'password'
  | 'connection-string'
  | 'password-hash'
  | 'client-secret'
  | 'opaque-token'
  | 'misuse';

/** From the most to the least severe; an index in this list is a rank. */
export const SEVERITIES: readonly Severity[] = ['critical', 'high', 'medium', 'low', 'info'];
/** From the surest to the least sure. */
export const CONFIDENCES: readonly Confidence[] = ['certain', 'high', 'medium', 'low'];

/** Why a finding is judged as it is: a stable code for programs, a sentence for people. */
export interface Reason {
  code: string;
  text: string;
}

/**
 * Where a match stands. Lines and columns are 1-based, columns count UTF-16 code units; `endColumn` is one past the
 * last character. `offset` and `length` are bytes of the file or blob as stored.
 */
export interface Location {
  /** Relative to the scope's root, `/` between names. Bytes that are not UTF-8 are held as U+DC80..U+DCFF (see path.ts). */
  path: string;
  startLine: number;
  startColumn: number;
  endLine: number;
  endColumn: number;
  offset: number;
  length: number;
  blob?: string;
  commit?: string;
  /** Encodings that were undone to see the secret, outermost first. */
  decodedFrom?: string[];
  /** Member of a container, `archive.zip!/x.env`. */
  inside?: string;
  /** This place is accepted; the finding still counts, for another place is not. */
  suppressed?: Suppression;
}

/** A piece of source text around a location, for code frames. Never reported raw: the report room redacts it. */
export interface Frame {
  /** Text of the first line of the location, cut to a bounded length around the secret. */
  text: string;
  /** UTF-16 index in `text` at which the secret begins, and one past its end on this line. */
  start: number;
  end: number;
  /** True where `text` was cut at its beginning or end. */
  cutStart: boolean;
  cutEnd: boolean;
}

/** A comment that accepts what stands beside it (see suppress/inline.ts). */
export interface InlineIgnore {
  /** What it is called: `bearertrap:ignore`, `gitleaks:allow`. */
  marker: string;
  /** Line of the comment, and the first and last line it covers; 1-based. */
  line: number;
  from: number;
  to: number;
  /** Ids of the rules it names, `*` for all, `aws-*` for those that begin so; undefined where it names none. */
  rules?: string[];
  reason?: string;
  owner?: string;
  /** The last day on which it holds, `2027-01-31`. */
  until?: string;
  /** Why it counts for nothing. */
  fault?: string;
  /** Whether nothing was found where it stands. */
  idle: boolean;
}

/** One place where a detector is satisfied: what workers send back and sources attribute. */
export interface Match {
  /** Rule id. */
  rule: string;
  /** The secret's text (ASCII for nearly all kinds; private keys hold line breaks). */
  secret: string;
  /** The text at the location, when the secret is encoded there. */
  encoded?: string;
  location: Location;
  frame: Frame;
  confidence: Confidence;
  reasons: Reason[];
  /** The comments of its file that accept findings; not only those that cover this one. */
  ignores?: InlineIgnore[];
  /** Features of a value that was weighed; its confidence is settled with its path (detect/score/weigh.ts). */
  evidence?: readonly number[];
  /** It stood there before the change that is scanned: no finding, but what is new may belong to it. */
  known?: true;
  /** When the commit that brings it in was written, in seconds since 1970: known of a range's commits. */
  committed?: number;
  /** Where its object stands in the repository's life; the ranks order commits, the oldest lowest. */
  history?: Partial<Pick<History, 'first' | 'last'>> & Omit<History, 'first' | 'last'> & { firstRank: number; lastRank: number };
}

/** Person, time and place of a commit. */
export interface Commit {
  id: string;
  author: string;
  email: string;
  date: string;
  path: string;
  subject: string;
  /** A shallow clone ends there: what it seems to bring in may be older. */
  boundary?: true;
}

/** From where a secret can be reached, the nearest first: files of HEAD, some ref, a stash, an index, a reflog, nothing. */
export const REACHES = ['head', 'refs', 'stash', 'index', 'reflog', 'unreachable'] as const;
export type Reach = (typeof REACHES)[number];

/** Where in the repository's life a secret stands. */
export interface History {
  first: Commit;
  last: Commit;
  inHead: boolean;
  refs: string[];
  reachable: boolean;
  reach: Reach;
  /** Where only a reflog leads to it: when a ref did last. */
  since?: string;
  where: 'blob' | 'commit-message' | 'tag-message' | 'note' | 'path';
}

export type TokenType =
  | 'access'
  | 'id'
  | 'refresh'
  | 'dpop-proof'
  | 'client-assertion'
  | 'logout'
  | 'security-event'
  | 'authorization-request'
  | 'service-account'
  | 'credential'
  | 'session'
  | 'unknown';

export interface TokenProblem {
  code: string;
  severity: Severity;
  text: string;
}

/** What a token says of itself (nothing here is verified: the signature is not checked offline). */
export interface Token {
  format: 'jws' | 'jwe' | 'jws-json' | 'jwt-unsecured' | 'opaque';
  type: TokenType;
  typeReasons: string[];
  header: Record<string, unknown>;
  algorithm: string;
  keyId?: string;
  issuer?: string;
  issuerName?: string;
  /** Id of the issuer's file under patterns/issuers, when it is a known one. */
  issuerId?: string;
  /** The issuer's customer, project, realm or repository that the token belongs to. */
  tenant?: string;
  subject?: string;
  audience: string[];
  client?: string;
  /** Who acts on behalf of the subject (`act`, RFC 8693), outermost last. */
  actor?: string;
  scopes: string[];
  roles: string[];
  privilege: 'admin' | 'write' | 'read' | 'public' | 'unknown';
  privilegeReasons: string[];
  issuedAt?: string;
  notBefore?: string;
  expiresAt?: string;
  lifetimeSeconds?: number;
  state: 'expired' | 'active' | 'not-yet-valid' | 'never-expires' | 'unknown';
  lifetime: 'short' | 'medium' | 'long' | 'very-long' | 'unbounded' | 'unknown';
  liveWhenCommitted?: boolean;
  binding: { method: 'none' | 'dpop' | 'mtls' | 'jwk'; thumbprint?: string };
  problems: TokenProblem[];
  claims: Record<string, unknown>;
  /** Where the issuer says more of itself. Made from the token's own words: never to be called unasked. */
  endpoints?: { introspection?: string; revocation?: string; jwks?: string; metadata?: string[] };
  /** How the issuer lets one end this token. */
  remedy?: { revoke: string; url?: string };
}

/** Why, and by what, a finding is accepted. */
export interface Suppression {
  by: 'inline' | 'ignore-file' | 'baseline' | 'config';
  reason?: string;
  owner?: string;
  expires?: string;
}

export interface Verification {
  state: 'active' | 'inactive' | 'unknown' | 'error';
  by: 'jwks' | 'introspection' | 'provider';
  detail: string;
  identity?: string;
  scopes?: string[];
}

/** Another part of the same login, found near the secret. */
export interface Companion {
  rule: string;
  title: string;
  redacted: string;
  location: Location;
}

/** Another finding of the same report that this one belongs with; a token and the key that signed it name each other. */
export interface Related {
  /** Of the finding; with `rule`, as an id stands for a rule's secret. */
  id: string;
  rule: string;
  relation: 'signed-by' | 'signs' | 'bound-to' | 'binds';
}

/** One secret, wherever it stands. */
export interface Finding {
  id: string;
  rule: string;
  provider: string;
  title: string;
  kind: Kind;
  severity: Severity;
  confidence: Confidence;
  reasons: Reason[];
  secret: { redacted: string; length: number; value?: string };
  locations: Location[];
  /** What belongs to the secret and stands near it: the id of a key, the id of an OAuth client. */
  companions?: Companion[];
  token?: Token;
  history?: History;
  related?: Related[];
  /**
   * `automatic`: the provider ends leaked ones by itself once it is told of them; `command`: `bearertrap revoke` can end it by
   * a request.
   */
  remedy: { revoke: string; url?: string; automatic: boolean; command?: true };
  verification?: Verification;
  suppressed?: Suppression;
}

export type SkipReason =
  | 'binary'
  | 'too-large'
  | 'unreadable'
  | 'ignored'
  | 'lfs-pointer'
  | 'submodule'
  | 'missing-object'
  | 'timeout'
  | 'symlink'
  | 'special-file'
  | 'changed'
  | 'vanished';

/** A class of things that were not read (whole), and why. `gap` marks what a user would want to know of. */
export interface Skipped {
  reason: SkipReason;
  count: number;
  /** At most five, sorted. */
  examples: string[];
  gap: boolean;
}

/** What was looked at, and what was not. */
export interface Coverage {
  complete: boolean;
  files?: { scanned: number; bytes: number; binary: number };
  blobs?: { scanned: number; bytes: number };
  commits?: { scanned: number };
  skipped: Skipped[];
}

export type ScopeKind = 'tree' | 'staged' | 'range' | 'history' | 'stdin';

export interface Report {
  version: 1;
  tool: { name: 'bearertrap'; version: string; rules: number; rulesHash: string };
  scope: { kind: ScopeKind; root: string; range?: string; head?: string };
  findings: Finding[];
  coverage: Coverage;
  summary: { findings: number; suppressed: number; bySeverity: Record<Severity, number> };
}
