/**
 * From rules as they are written to the catalogue that the scanner runs.
 * @module
 */
import { createHash } from 'node:crypto';
import { buildTables } from '../detect/build-tables.ts';
import { WORD } from '../detect/edge.ts';
import { isSolid, MAX_SOLID } from '../detect/near.ts';
import { MAX_LITERAL } from '../detect/prefilter.ts';
import type { Tables } from '../detect/tables.ts';
import { anchorsOf, literalShare, MIN_ANCHOR, withWindows } from './anchors.ts';
import type { Anchor, Catalogue, ProviderFile, Rule, RuleSheet, RuleSource } from './rule.ts';
import { ByteSet, firstBytes, lastBytes, leadingBytes, lengthOf, type Node, parseShape, toPattern } from './shape.ts';

/** Bytes before a match in which one of its `near` words must stand. */
export const NEAR_WINDOW = 128;
/** Bytes that a detector written in code may look at, for rules without a shape. */
const DETECTOR_WINDOW = 65_536;
/** Detectors whose matches are told by their structure alone, also in binary files. */
const STRUCTURED_DETECTORS = new Set(['capability', 'jose-json', 'jwk', 'jwt', 'private-key']);
/** Bytes of a shape that join the edge behind it: they would continue the credential. */
const CONTINUES = '-/+=.~';

/**
 * Compiles rules that {@link parseRules} and {@link checkRules} found good, sorted by id.
 * @throws ShapeError for a shape that cannot be read, Error for an id that is used twice.
 */
export function compileRules(files: readonly ProviderFile[]): Catalogue {
  const entries = files.flatMap((file) => file.rules.map((source) => ({ file, source: withService(file, source) })));
  const rules = entries.map(({ file, source }) => compileRule(file.provider, source));
  const sheets = entries.map(({ file, source }, index) => sheetOf(file, source, rules[index]!.rank));
  return catalogueOf(rules, sheets);
}

/** Shorter values than this are too many to be told by a provider's word alone. */
const SERVICE_LENGTH = 16;

/** A rule with the provider's words, where they are enough to tell its credential. */
export function withService(file: Pick<ProviderFile, 'service'>, source: RuleSource): RuleSource {
  const { near, service, shape, kind, sensitivity = 'secret' } = source;
  if (!file.service || service || !near || shape === undefined || kind === 'password' || sensitivity !== 'secret') return source;
  return lengthOf(parseShape(shape))[0] < SERVICE_LENGTH ? source : { ...source, service: file.service };
}

/**
 * Puts compiled rules together, for instance the built-in ones and custom ones: sorted by id, with a hash of them all.
 * @throws Error for an id that is used twice.
 */
export function catalogueOf(rules: readonly Rule[], sheets: readonly RuleSheet[]): Catalogue {
  const sorted = <T extends { id: string }>(items: readonly T[]): T[] => [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
  const all = { rules: sorted(rules), sheets: sorted(sheets) };
  const twice = all.rules.find((rule, i) => rule.id === all.rules[i + 1]?.id);
  if (twice) throw new Error(`two rules have the id ${twice.id}`);
  const hash = createHash('sha256').update(canonicalJson(all)).digest('hex').slice(0, 12);
  let tables: Tables | undefined;
  return {
    count: all.rules.length,
    ...all,
    rule: (index) => all.rules[index]!,
    hash,
    get tables() {
      tables ??= buildTables(all.rules);
      return tables;
    },
  };
}

/** The part of a rule that scanning needs. */
export function compileRule(provider: string, source: RuleSource): Rule {
  const node = source.shape === undefined ? undefined : parseShape(source.shape);
  const near = source.near ?? [];
  // The longer word first: an expression takes the first that fits, and `sonar` in `sonarqube` is no word of its own.
  const service = (source.service ?? []).toSorted((a, b) => b.length - a.length);
  const named = near.length > 0 || service.length > 0;
  const literals = node ? anchorsOf(node, source.ignoreCase ?? false) : [];
  const [minLength, maxLength] = node ? lengthOf(node) : [0, DETECTOR_WINDOW];
  return {
    id: source.id,
    provider,
    pattern: node ? toPattern(node) : '',
    flags: source.ignoreCase ? 'is' : 's',
    detector: source.detector ?? '',
    anchors: (named ? distinct([...anchorsNear(near), ...anchorsOfService(service)]) : literals).map(withWindows),
    minLength,
    maxLength,
    solid: node && named ? solidBytes(node) : 0,
    ...edgesOf(source, node),
    rank: rankOf(source, node, literals),
    confidence: source.confidence ?? (named ? 'medium' : 'high'),
    kind: source.kind,
    near,
    service,
    ...(source.checksum && { checksum: source.checksum }),
    entropy: source.entropy ?? 0,
    ...(source.context && { context: source.context }),
    companions: source.companions ?? [],
    structured: isStructured(source, literals),
  };
}

/** How many bytes each match begins with that are all solid. */
function solidBytes(node: Node): number {
  const { set, count } = leadingBytes(node, MAX_SOLID);
  return set.bytes().every(isSolid) ? count : 0;
}

/** What may join the pieces of a `near` word. */
const JOINTS = ['', '_', '-', '.', ' '];

/**
 * What the prefilter looks for to find a `near` word: the rarest two pieces in a row in every way they can be joined, or
 * the only piece; of long ones how they begin. Empty when that is shorter than three bytes.
 */
export function nearAnchors(word: string): string[] {
  const pieces = word.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const choices =
    pieces.length === 1 ? [pieces] : pieces.slice(1).map((piece, i) => JOINTS.map((joint) => `${pieces[i]}${joint}${piece}`));
  const share = (texts: string[]): number => texts.reduce((sum, text) => sum + literalShare(text), 0);
  const long = choices.filter((texts) => texts[0]!.length >= MIN_ANCHOR);
  const best = long.reduce<string[]>((one, texts) => (one.length === 0 || share(texts) < share(one) ? texts : one), []);
  return best.map((text) => text.slice(0, MAX_LITERAL));
}

/** A near word stands before the match, so the distances from the match's beginning to the anchor are negative. */
function anchorsNear(words: readonly string[]): Anchor[] {
  const texts = new Set(words.flatMap(nearAnchors));
  return [...texts].map((text) => ({ text, fold: true, before: [-NEAR_WINDOW, -text.length] }));
}

/** Shorter words stand in too many others: they are only looked for where a word for credentials follows. */
const SHORT = 5;
/** So are words that stand in any program and text. */
const ORDINARY = new Set(
  (
    'abstract brave canny circle close column drone elastic fixer float front hunter iterable linear manifest parsers particle ' +
    'percy phrase polygon raven refiner ripple scale segment shortcut signable stream streak together unify verifier'
  ).split(' '),
);
const SHORT_JOINTS = ['', '_', '-', '.', ' '];
const CREDENTIAL_WORDS = ['api', 'key', 'token', 'secret', 'access', 'auth', 'client', 'app'];

/** Whether a provider's word tells of it wherever it stands. */
export function isTelling(word: string): boolean {
  return word.length >= SHORT && !ORDINARY.has(word);
}

function anchorsOfService(words: readonly string[]): Anchor[] {
  return words.flatMap((word) => {
    const anchors = anchorsNear([word]);
    return anchors.flatMap((anchor) => {
      const { text } = anchor;
      // Behind the end of one that was cut the word goes on.
      if (isTelling(text))
        return [{ ...anchor, wide: true, ...(anchors.length === 1 && text.length < MAX_LITERAL && { whole: true }) }];
      return CREDENTIAL_WORDS.flatMap((credential) => SHORT_JOINTS.map((joint) => text + joint + credential)).map(
        (name): Anchor => ({ text: name, fold: true, before: [-NEAR_WINDOW, -name.length], wide: true }),
      );
    });
  });
}

/** Each text once: a name's first, which need not be a whole word; it is looked behind as far as behind any of them. */
function distinct(anchors: readonly Anchor[]): Anchor[] {
  const byText = new Map<string, Anchor>();
  for (const anchor of anchors) {
    const first = byText.get(anchor.text) ?? anchor;
    byText.set(anchor.text, anchor.wide && !first.wide ? { ...first, wide: true } : first);
  }
  return [...byText.values()];
}

/**
 * Edges of kind `word`: a match that begins or ends with a letter, digit or underscore must not continue one. Before it
 * only these count, so that `url/token` and `a=token` are found; behind it those of `-/+=.~` as well that the shape can
 * end with, since then the text would be a longer one. A full stop may follow where a checksum decides.
 */
function edgesOf(source: RuleSource, node: Node | undefined): { edgeBefore: string; edgeAfter: string } {
  if (!node || source.edge === 'none') return { edgeBefore: '', edgeAfter: '' };
  const last = lastBytes(node);
  const more = ByteSet.of(...Array.from(CONTINUES, (char) => char.charCodeAt(0)).filter((byte) => last.has[byte]));
  if (source.checksum) more.has[0x2e] = 0;
  const word = (set: ByteSet): string => (set.bytes().some((byte) => /\w/.test(String.fromCharCode(byte))) ? WORD : '');
  return { edgeBefore: word(firstBytes(node)), edgeAfter: word(last) + more.toClass() };
}

function shortest(anchors: readonly Anchor[]): number {
  return anchors.length === 0 ? 0 : Math.min(...anchors.map((anchor) => anchor.text.length));
}

/**
 * See Rule.rank. A checksum is surest, then shapes by how much of them is fixed (more when a word of the provider must
 * stand near); a structure that any issuer shares comes behind the credentials of known providers that have it, then
 * names beside a value of known form, then places where secrets stand, and last plain assignments and pieces.
 */
function rankOf(source: RuleSource, node: Node | undefined, literals: readonly Anchor[]): number {
  // Code around a secret must not hide it, and what names its owner even less.
  if (source.sensitivity === 'name') return 4;
  if (source.kind === 'misuse') return 5;
  if (source.checksum) return 90;
  if (isStructured(source, literals) && source.detector !== undefined) return 55;
  if (source.id.startsWith('generic-') || source.detector?.endsWith('/cut')) return 10;
  if (source.near || source.service) return 30;
  if (!node) return 20;
  const word = source.context && source.context.required !== false ? 6 : 0;
  return Math.min(80, 50 + 2 * fixedBytes(node) + word);
}

/** Bytes of every match that have no choice, or hardly one. */
function fixedBytes(node: Node): number {
  switch (node.type) {
    case 'set':
      return node.set.bytes().length <= 4 ? 1 : 0;
    case 'group':
      return fixedBytes(node.item);
    case 'repeat':
      return node.min * fixedBytes(node.item);
    case 'sequence':
      return node.items.reduce((sum, item) => sum + fixedBytes(item), 0);
    case 'choice':
      return Math.min(...node.items.map(fixedBytes));
  }
}

/** A detector's name may tell one of its kinds of match behind a slash: `jwt/jwe`; what is `cut` off has no structure. */
function isStructured(source: RuleSource, literals: readonly Anchor[]): boolean {
  if (source.kind === 'misuse') return false;
  const [family = '', kind] = source.detector?.split('/') ?? [];
  if (source.detector !== undefined) return STRUCTURED_DETECTORS.has(family) && kind !== 'cut';
  return !source.near && !source.service && shortest(literals) >= 4;
}

function sheetOf(file: ProviderFile, source: RuleSource, rank: number): RuleSheet {
  return {
    id: source.id,
    provider: file.provider,
    providerName: file.name,
    title: source.title,
    kind: source.kind,
    opens: source.opens,
    severity: source.severity,
    sensitivity: source.sensitivity ?? 'secret',
    rank,
    ...(source.docs !== undefined && { docs: source.docs }),
    revoke: {
      ...source.revoke,
      automatic: source.revoke.automatic ?? false,
      ...(source.revocation && { command: true as const }),
    },
    ...(source.note !== undefined && { note: source.note }),
    ...(source.shape !== undefined && { shape: source.shape }),
    ...(source.detector !== undefined && { detector: source.detector }),
    companions: source.companions ?? [],
  };
}

/** JSON with the keys of every object sorted, so that equal data gives equal text. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
