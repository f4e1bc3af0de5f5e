/**
 * One configuration file: YAML, JSON (which is YAML) or TOML, read by config.schema.json, every mistake told with its
 * place. Loads the packages that parse: import it only when there is a file to read.
 * @module
 */
import { TomlError } from 'smol-toml';
import * as Yaml from 'yaml';
import { isWeighed } from '../detect/score/modes.ts';
import type { Severity } from '../model.ts';
import { closest } from '../rules/closest.ts';
import { type Departure, readBySchema } from '../rules/schema.ts';
import { isDay, names } from '../suppress/inline.ts';
import schema from './config.schema.json' with { type: 'json' };
import { tomlDocument } from './toml.ts';

/** What config.schema.json describes. */
export interface ConfigFile {
  extends?: string[];
  rules?: Record<string, { enabled?: boolean; severity?: Severity; 'min-probability'?: number }>;
  'rule-files'?: string[];
  allow?: {
    paths?: string[];
    rules?: string[];
    ids?: string[];
    values?: string[];
    commits?: string[];
    'max-severity'?: Severity;
    reason?: string;
    owner?: string;
    until?: string;
  }[];
  severity?: { paths: string[]; rules?: string[]; severity: Severity }[];
  'fail-on'?: Severity | 'none';
  'min-severity'?: Severity;
  'max-file-size'?: string;
  include?: string[];
  exclude?: string[];
  gitignore?: boolean;
  'inline-ignores'?: boolean;
  baseline?: string[];
}

export interface ParsedConfig {
  value: ConfigFile;
  /** `file:line:column: what is wrong (what to do)`; with one of them the value must not be used. */
  problems: string[];
  /** Line of a top-level key. */
  lineOf: (key: string) => number | undefined;
}

/** What must be known of a rule to check what is said about it. */
export interface KnownRule {
  id: string;
  detector?: string | undefined;
}

/**
 * @param name of the file as problems tell it; its ending says the language
 * @param known the rules there are; asked only where some are named
 */
export function parseConfig(text: string, name: string, known: () => readonly KnownRule[]): ParsedConfig {
  const lines = new Yaml.LineCounter();
  let document: Yaml.Document;
  try {
    if (name.endsWith('.toml')) {
      document = tomlDocument(text);
      for (const { index } of text.matchAll(/(?<![^\n])/g)) lines.addNewLine(index);
    } else document = Yaml.parseDocument(text, { lineCounter: lines, prettyErrors: false });
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [message] = error.message.split('\n');
    return failed([`${name}:${error.line}:${error.column}: ${message}`]);
  }
  const place = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${name}:${Math.max(1, line)}:${Math.max(1, col)}`;
  };
  const syntax = document.errors.map((error) => `${place(error.pos[0])}: ${error.message.split('\n')[0]}`);
  if (syntax.length > 0) return failed(syntax);
  // A file of comments only, as `bearertrap init` writes it, says nothing.
  if (document.contents === null) return { value: {}, problems: [], lineOf: () => undefined };
  const { value, departures, nodes } = readBySchema(document, schema);
  const config = (value ?? {}) as ConfigFile;
  const at = (path: string): number => nodes.get(path)?.range?.[0] ?? 0;
  const faults: Pick<Departure, 'offset' | 'message' | 'fix'>[] = [...departures, ...faultsOf(config, known, at)];
  return {
    value: config,
    problems: faults
      .toSorted((a, b) => a.offset - b.offset)
      .map(({ offset, message, fix }) => `${place(offset)}: ${message} (${fix})`),
    lineOf: (key) => {
      const pair = Yaml.isMap(document.contents) && document.contents.items.find((item) => String(item.key) === key);
      const offset = (pair as Yaml.Pair<Yaml.Node> | undefined)?.key.range?.[0];
      return offset === undefined ? undefined : lines.linePos(offset).line;
    },
  };
}

function failed(problems: string[]): ParsedConfig {
  return { value: {}, problems, lineOf: () => undefined };
}

/** What the schema cannot say: that rules exist and have a probability, that expressions can be read, that an entry selects something. */
function faultsOf(
  { rules = {}, allow = [], severity = [] }: ConfigFile,
  known: () => readonly KnownRule[],
  at: (path: string) => number,
): Pick<Departure, 'offset' | 'message' | 'fix'>[] {
  const faults: Pick<Departure, 'offset' | 'message' | 'fix'>[] = [];
  const fault = (path: string, message: string, fix: string): void => {
    faults.push({ offset: at(path), message, fix });
  };
  const rule = (path: string, id: string): void => {
    const ids = known().map((one) => one.id);
    if (ids.some((one) => names(id, one))) return;
    const close = closest(id, ids);
    fault(path, `there is no rule ${id}`, close === undefined ? 'bearertrap rules lists them' : `did you mean ${close}?`);
  };
  for (const [id, setting] of Object.entries(rules)) {
    rule(`rules/${id}`, id);
    if (setting?.['min-probability'] === undefined) continue;
    const all = known();
    const weighed = all.filter(({ detector = '' }) => isWeighed(detector));
    const other = all.find((one) => names(id, one.id) && !weighed.includes(one));
    if (!other) continue;
    const fix = `only ${weighed.map((one) => one.id).join(', ')} have one`;
    fault(`rules/${id}/min-probability`, `rule ${other.id} is not weighed, it has no probability`, fix);
  }
  for (const [list, entries] of Object.entries({ allow, severity })) {
    for (const [i, entry] of entries.entries()) entry?.rules?.forEach((id, n) => rule(`${list}/${i}/rules/${n}`, id));
  }
  for (const [i, entry] of allow.entries()) {
    if (!entry) continue;
    if (!entry.paths && !entry.ids && !entry.values && !entry.commits && !entry.rules)
      fault(`allow/${i}`, 'the entry would accept everything', 'add paths, rules, ids, values or commits');
    if (entry.until !== undefined && !isDay(entry.until))
      fault(`allow/${i}/until`, `there is no day ${entry.until}`, 'write a day as 2027-01-31');
    entry.values?.forEach((value, n) => {
      try {
        void new RegExp(value, 'u');
      } catch (error) {
        const message = (error as Error).message.replace(/^.*: /s, '');
        fault(`allow/${i}/values/${n}`, `the expression cannot be read: ${message}`, 'see RegExp in JavaScript, with the flag u');
      }
    });
  }
  return faults;
}
