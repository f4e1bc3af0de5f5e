/**
 * Rules in the TOML form of gitleaks (https://github.com/gitleaks/gitleaks#configuration), read as custom rules. What has
 * no place here is told, one line a rule, and the rest is taken.
 * @module
 */
import { parse, TomlError } from 'smol-toml';
import type { Match } from '../model.ts';
import { anchorsOf, withWindows } from './anchors.ts';
import { parseRe2, type Re2 } from './re2.ts';
import type { Anchor, Rule, RuleSheet } from './rule.ts';
import { lengthOf, type Node, ShapeError } from './shape.ts';

export interface GitleaksRules {
  rules: Rule[];
  sheets: RuleSheet[];
  /** What could not be taken over, or not exactly, a line each. */
  notices: string[];
  /** What paths and allow lists say of a match of one of these rules. */
  accepts: (match: Match) => boolean;
}

/** Ends of repeats that have none, the widest that keeps the window within bounds. */
const LIMITS = [1000, 256, 64, 16];
const MAX_WINDOW = 16_384;
/** A keyword without a place in the expression is looked for so far around. */
const KEYWORD_WINDOW = 256;
const PROVIDER = 'custom';

interface Allow {
  paths: RegExp[];
  regexes: RegExp[];
  target: 'secret' | 'match' | 'line';
  stopwords: string[];
  all: boolean;
}

type Table = Record<string, unknown>;

/**
 * @param name of the file, for notices
 * @throws TomlError when it is not TOML
 */
export function parseGitleaks(text: string, name: string): GitleaksRules {
  const document = parse(text) as Table;
  const out: Omit<GitleaksRules, 'accepts'> = { rules: [], sheets: [], notices: [] };
  const tell = (id: string, message: string): void => void out.notices.push(`${name}: ${id}: ${message}`);
  if (document['extend'] !== undefined) tell('extend', 'other files are not read; give them to --rules as well');
  const paths = new Map<string, RegExp>();
  const allowed = new Map<string, Allow[]>();
  const common = allowLists(document, 'the whole file', tell);
  const seen = new Set<string>();
  for (const table of tables(document['rules'])) {
    const id = slug(texts([table['id']])[0] ?? '');
    if (id === '' || seen.has(id)) {
      tell(id || 'a rule', id === '' ? 'has no id, and is left out' : 'its id is used twice; the first one counts');
      continue;
    }
    seen.add(id);
    try {
      const { rule, notes } = ruleOf(id, table);
      if (notes.length > 0) tell(id, notes.join('; '));
      const path = texts([table['path']])[0];
      if (path !== undefined) paths.set(id, expression(path));
      allowed.set(id, [...allowLists(table, id, tell), ...common]);
      out.rules.push(rule);
      out.sheets.push(sheetOf(id, table, rule.rank));
    } catch (error) {
      if (!(error instanceof ShapeError)) throw error;
      tell(id, `left out: ${error.message}`);
    }
  }
  const accepts = (match: Match): boolean => {
    const path = paths.get(match.rule);
    if (path && !path.test(match.location.path)) return false;
    return !(allowed.get(match.rule) ?? []).some((allow) => allows(allow, match));
  };
  return { ...out, accepts };
}

function ruleOf(id: string, table: Table): { rule: Rule; notes: string[] } {
  const source = texts([table['regex']])[0];
  if (source === undefined) throw new ShapeError('it has no regex, and files are not found by their names', 0);
  const secretGroup = typeof table['secretGroup'] === 'number' ? table['secretGroup'] : 0;
  const notes: string[] = [];
  const parsed = bounded(source, secretGroup, notes);
  const keywords = texts(table['keywords']).map((word) => word.toLowerCase());
  const [minLength, maxLength] = lengthOf(parsed.node);
  let anchors: Anchor[] = anchorsOf(parsed.node, parsed.ignoreCase);
  const said = (anchor: Anchor): boolean => keywords.some((word) => anchor.text.toLowerCase().includes(word));
  const needsWord = keywords.length > 0 && anchors.length > 0 && !anchors.every(said);
  const windowed = needsWord || anchors.length === 0;
  if (anchors.length === 0) {
    anchors = keywords
      .filter((word) => word.length >= 3)
      .map((word) => ({ text: word.slice(0, 24), fold: true, before: [-KEYWORD_WINDOW, KEYWORD_WINDOW] }));
    if (anchors.length === 0)
      throw new ShapeError('neither its regex nor its keywords have three fixed characters in a row to search for', 0);
  }
  if (windowed) notes.push(`its keywords count within ${KEYWORD_WINDOW} bytes of a match, not in the whole file`);
  const own = secretHasAnchor(parsed.node);
  return {
    rule: {
      id,
      provider: PROVIDER,
      pattern: parsed.pattern,
      flags: 'sm',
      detector: '',
      anchors: anchors.map(withWindows),
      minLength,
      solid: 0,
      maxLength,
      edgeBefore: parsed.begins === 'word' ? 'A-Za-z0-9_' : parsed.begins === 'line' ? '\\x00-\\x09\\x0b-\\xff' : '',
      edgeAfter: '',
      rank: id.startsWith('generic') ? 12 : own ? 75 : 35,
      confidence: own ? 'high' : 'medium',
      kind: 'api-key',
      near: [],
      service: [],
      entropy: typeof table['entropy'] === 'number' ? table['entropy'] : 0,
      ...(needsWord && { context: { words: keywords, within: KEYWORD_WINDOW } }),
      companions: [],
      structured: false,
    },
    notes,
  };
}

/** The expression within a window, with the group that holds the secret. */
function bounded(source: string, secretGroup: number, notes: string[]): Re2 {
  let parsed: Re2 | undefined;
  for (const limit of LIMITS) {
    const first = parseRe2(source, secretGroup, limit);
    // Without a number gitleaks takes the first group that is there.
    parsed = secretGroup === 0 && first.groups > 0 ? parseRe2(source, 1, limit) : first;
    if (secretGroup > first.groups) throw new ShapeError(`it has no group ${secretGroup}`, 0);
    if (lengthOf(parsed.node)[1] > MAX_WINDOW) continue;
    if (secretGroup === 0 && first.groups > 1) notes.push('of its groups the first one is the secret');
    if (parsed.bounded && limit !== LIMITS[0]) notes.push(`repeats without an end are read up to ${limit} times`);
    if (lengthOf(parsed.node)[0] === 0) throw new ShapeError('its regex can match nothing at all', 0);
    try {
      void new RegExp(parsed.pattern, 'sm');
    } catch {
      throw new ShapeError('its regex cannot be read here', 0);
    }
    return parsed;
  }
  throw new ShapeError(`its regex can match more than ${MAX_WINDOW} bytes`, 0);
}

/** Whether the secret is told by its own text. */
function secretHasAnchor(node: Node): boolean {
  return anchorsOf(groupOf(node) ?? node, false).length > 0;
}

function groupOf(node: Node): Node | undefined {
  if (node.type === 'group') return node.name === 'secret' ? node.item : groupOf(node.item);
  if (node.type === 'repeat') return groupOf(node.item);
  if (node.type === 'set') return undefined;
  for (const item of node.items) {
    const found = groupOf(item);
    if (found) return found;
  }
  return undefined;
}

function sheetOf(id: string, table: Table, rank: number): RuleSheet {
  const description = texts([table['description']])[0];
  const tags = texts(table['tags']);
  return {
    id,
    provider: PROVIDER,
    providerName: 'Custom rules',
    title: id.replaceAll('-', ' '),
    kind: 'api-key',
    opens: description ?? 'What it opens is not said.',
    severity: 'high',
    sensitivity: 'secret',
    rank,
    revoke: { how: 'End it where it was issued', automatic: false },
    ...(tags.length > 0 && { note: `Tags: ${tags.join(', ')}.` }),
    companions: [],
  };
}

function allowLists(table: Table, id: string, tell: (id: string, message: string) => void): Allow[] {
  const lists = [...tables(table['allowlist']), ...tables(table['allowlists'])];
  return lists.flatMap((list) => {
    if (list['commits'] !== undefined) tell(id, 'commits of an allow list are not taken over');
    if (list['targetRules'] !== undefined) {
      tell(id, 'an allow list for target rules is not taken over');
      return [];
    }
    const target = texts([list['regexTarget']])[0] ?? 'secret';
    try {
      const allow: Allow = {
        paths: texts(list['paths']).map(expression),
        regexes: texts(list['regexes']).map(expression),
        target: target === 'match' || target === 'line' ? target : 'secret',
        stopwords: texts(list['stopwords']).map((word) => word.toLowerCase()),
        all: /^(?:and|&&)$/i.test(texts([list['condition']])[0] ?? ''),
      };
      return [allow];
    } catch (error) {
      if (!(error instanceof ShapeError)) throw error;
      tell(id, `an allow list is not taken over: ${error.message}`);
      return [];
    }
  });
}

function allows(allow: Allow, { secret, location, frame }: Match): boolean {
  const text = allow.target === 'secret' ? secret : frame.text;
  const lower = secret.toLowerCase();
  const checks = [
    allow.paths.length > 0 ? allow.paths.some((path) => path.test(location.path)) : undefined,
    allow.regexes.length > 0 ? allow.regexes.some((regex) => regex.test(text)) : undefined,
    allow.stopwords.length > 0 ? allow.stopwords.some((word) => lower.includes(word)) : undefined,
  ].filter((check) => check !== undefined);
  return checks.length > 0 && (allow.all ? checks.every(Boolean) : checks.some(Boolean));
}

/** An expression to test short texts with. @throws ShapeError */
function expression(source: string): RegExp {
  const { pattern, begins } = parseRe2(source, 0, 1000);
  const lead = begins === 'word' ? '\\b' : begins === 'line' ? '^' : '';
  return new RegExp(`${lead}(?:${pattern})`, 's');
}

function tables(value: unknown): Table[] {
  return (Array.isArray(value) ? value : [value]).filter((one): one is Table => typeof one === 'object' && one !== null);
}

function texts(value: unknown): string[] {
  return (Array.isArray(value) ? value : []).filter((one): one is string => typeof one === 'string');
}

function slug(id: string): string {
  return id
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** A TOML problem in a line. */
export function tomlProblem(error: unknown): string | undefined {
  if (!(error instanceof TomlError)) return undefined;
  return `${error.line}:${error.column}: ${error.message.split('\n')[0]}`;
}
