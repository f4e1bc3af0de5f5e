/**
 * What a rule is: the fact sheet of one kind of credential. `ProviderFile` is what stands in `patterns/*.yaml` and in
 * custom rule files (`patterns/rule.schema.json` is its JSON Schema); `Rule` is the compiled form the scanner runs.
 * @module
 */
import type { Tables } from '../detect/tables.ts';
import type { Confidence, Kind, Match, Severity } from '../model.ts';
import type { CheckFact, RevocationFact } from './call.ts';

/**
 * `secret` must stay hidden, `publishable` is meant to be public, `identifier` names something and opens nothing; a `name` is
 * told beside a secret only, and in clear.
 */
export type Sensitivity = 'secret' | 'publishable' | 'identifier' | 'name';

/** Checksums that can be computed offline; see detect/checksum.ts for each one's definition and source. */
export interface ChecksumFact {
  is: string;
  /** Named groups of the shape, joined, over which it is computed; `secret` is the whole match. */
  over?: string[];
  /** Named group that holds the check characters. */
  in?: string;
  /** What a wrong checksum means: no finding (default), or one of low confidence. */
  mismatch?: 'drop' | 'low';
}

/** Words that must (or help to) stand near a match, compared without regard to case. */
export interface ContextFact {
  words: string[];
  /** Bytes before (and as many after) the match in which a word counts. Default 200. */
  within?: number;
  /** Without one of the words there is no finding. Default true; false: the words only raise confidence. */
  required?: boolean;
}

/** Another credential that is needed to use this one. */
export interface CompanionFact {
  /** Rule id of the other part. */
  rule: string;
  /** Lines between the two. Default 10. */
  lines?: number;
  /** Without it there is no finding. Default false: found together they are told as one. */
  required?: boolean;
}

export interface RuleSource {
  id: string;
  title: string;
  kind: Kind;
  /** One sentence: what the credential is and what it opens. */
  opens: string;
  severity: Severity;
  /** Confidence of a match without (or before) a checksum. A valid checksum makes it `certain`. Default high. */
  confidence?: Confidence;
  sensitivity?: Sensitivity;
  /**
   * Shape of the credential in the language of shape.ts (a bounded subset of regular expressions). The named group
   * `secret` is the secret; without it the whole match is.
   */
  shape?: string;
  /** Letters of the shape match in either case. */
  ignoreCase?: boolean;
  /** Instead of a shape: a detector written in code (detect/detectors). */
  detector?: string;
  /**
   * For a shape without a distinctive literal: the value is looked for after one of these names, in an assignment,
   * call or header (`near` words are compared without regard to case, `_`, `-`, `.` and spaces in them are alike).
   */
  near?: string[];
  /**
   * Words for the provider. As `near`, but the value's name must also say that it is a credential (key, token, …), and
   * may stand some words or a line behind the provider's.
   */
  service?: string[];
  /** Which bytes may stand directly before and after: `word` (default) none of A-Z a-z 0-9 _ and the shape's own alphabet; `none` anything. */
  edge?: 'word' | 'none';
  checksum?: ChecksumFact;
  /** Least Shannon entropy of the secret, in bits a character. */
  entropy?: number;
  context?: ContextFact;
  companions?: CompanionFact[];
  /** Page on which the provider describes the credential's shape or use. */
  docs?: string;
  revoke: { how: string; url?: string; automatic?: boolean };
  /** Facts on why a match may be harmless, told with the finding. */
  note?: string;
  /** Templates, see examples.ts: `{secret}` is a generated credential; near misses must not match. */
  examples?: { match: string[]; miss: string[] };
  /** How the provider tells whether the credential is taken. */
  verify?: CheckFact;
  /** How the credential is ended by a request. */
  revocation?: RevocationFact;
}

export interface ProviderFile {
  provider: string;
  name: string;
  url?: string;
  /** The `service` of every rule with `near` names that finds a secret and has no `service` of its own. */
  service?: string[];
  rules: RuleSource[];
}

/** A literal that must be present for a rule to match, and where the match may begin relative to it. */
export interface Anchor {
  /** As written in the rule; compared without case when `fold`. */
  text: string;
  fold: boolean;
  /** Bytes between the beginning of a match and the anchor, least and most. */
  before: [number, number];
  /** For anchors of three or four bytes: the bytes (as latin1 text) that can stand before or after; absent = any. */
  prev?: string;
  next?: string;
  /** What surely follows: so many bytes, all of these (as latin1 text). */
  tail?: [bytes: string, count: number];
  /** Of a word for a provider: its credential may stand farther behind it than behind a name. */
  wide?: boolean;
  /** Of such a word, too: the text counts only where it is a part of a name, not within a longer word. */
  whole?: boolean;
  /** See detect/prefilter.ts; chosen when the rule is compiled, which takes longer than a start may. */
  windows?: [even: number, odd: number];
}

/** The part of a rule that scanning needs. Plain data, so that it can be built once and read as JSON. */
export interface Rule {
  id: string;
  provider: string;
  /** Regular expression source over latin1 text, '' for rules with a detector. */
  pattern: string;
  flags: string;
  detector: string;
  anchors: Anchor[];
  /** Longest match in bytes; the window that the expression sees is never longer. */
  maxLength: number;
  minLength: number;
  /** Of a rule with `near` or `service`: at least so many bytes that a value begins with are solid (see detect/near.ts). */
  solid: number;
  /** Characters that may not precede or follow, as the inside of a regular expression class; '' for none. */
  edgeBefore: string;
  edgeAfter: string;
  /** Order among rules whose matches overlap: the higher wins. */
  rank: number;
  confidence: Confidence;
  kind: Kind;
  near: string[];
  service: string[];
  checksum?: ChecksumFact;
  entropy: number;
  context?: ContextFact;
  companions: CompanionFact[];
  /** Runs in binary files too: its shape alone tells it. */
  structured: boolean;
}

/** The part of a rule that only findings need. */
export interface RuleSheet {
  id: string;
  provider: string;
  providerName: string;
  title: string;
  kind: Kind;
  opens: string;
  severity: Severity;
  /** The user set it: it stands whatever else is known of a finding. */
  severityIsSet?: boolean;
  sensitivity: Sensitivity;
  /** See {@link Rule.rank}. */
  rank: number;
  docs?: string;
  revoke: { how: string; url?: string; automatic: boolean; command?: true };
  note?: string;
  shape?: string;
  detector?: string;
  companions: CompanionFact[];
}

export interface Catalogue {
  count: number;
  readonly rules: Rule[];
  /** One of the rules, without the need to parse all of them. */
  rule(index: number): Rule;
  readonly sheets: RuleSheet[];
  /** {@link ruleOfDetector}, where it is known without all rules. */
  readonly detectors?: Readonly<Record<string, number>>;
  /** Identifies the set of rules in reports. */
  hash: string;
  /** What the detector makes of the rules' anchors; the built-in rules hold none, since theirs were made at build time. */
  readonly tables: Tables;
  /** What custom rules say of a match beyond its text; absent = every match stands. */
  accepts?: (match: Match) => boolean;
}

/** Which rule the finds of each detector's variant belong to, by its index. */
export function ruleOfDetector(rules: readonly Rule[]): Record<string, number> {
  return Object.fromEntries(rules.flatMap(({ detector }, index) => (detector === '' ? [] : [[detector, index] as const])));
}
