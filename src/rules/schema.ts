/**
 * Reads YAML nodes by a JSON Schema and tells every departure with its place. It knows only the keywords that
 * `patterns/rule.schema.json` uses (a test sees to that); what it accepts, a full validator accepts too.
 * @module
 */
import * as Yaml from 'yaml';
import { closest } from './closest.ts';

export interface Schema {
  $ref?: string;
  $defs?: Record<string, Schema>;
  type?: string;
  properties?: Record<string, Schema>;
  /** What keys besides `properties` hold; false (as without it): there are none. */
  additionalProperties?: Schema | boolean;
  required?: readonly string[];
  items?: Schema;
  minItems?: number;
  enum?: readonly string[];
  pattern?: string;
  /** What to do about a text that does not fit the pattern; editors show it as well. */
  patternErrorMessage?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
}

/** Keys and indexes from the root of the document. */
export type Path = readonly (string | number)[];

export interface Departure {
  path: Path;
  /** Index of the place in the YAML text. */
  offset: number;
  message: string;
  fix: string;
}

export interface Reading {
  /** The document as plain data: known keys only, and of the right types where no departure tells otherwise. */
  value: unknown;
  departures: Departure[];
  /** The nodes of all values by their path, joined with `/`. */
  nodes: Map<string, Yaml.Node>;
}

/** Reads a document's contents by a schema; `yaml` is the module, which is loaded only where rules are read. */
export function readBySchema(document: Yaml.Document, root: Schema): Reading {
  const departures: Departure[] = [];
  const nodes = new Map<string, Yaml.Node>();

  function read(raw: unknown, outer: Schema, path: Path): unknown {
    const schema = outer.$ref === undefined ? outer : root.$defs![outer.$ref.slice('#/$defs/'.length)]!;
    const node = Yaml.isAlias(raw) ? raw.resolve(document) : (raw as Yaml.Node | null | undefined);
    const offset = (raw as Yaml.Node | null)?.range?.[0] ?? 0;
    const depart = (message: string, fix: string, at = offset): undefined => {
      departures.push({ path, offset: at, message, fix });
    };
    const name = nameOf(path);
    if (node) nodes.set(path.join('/'), node);
    if (!node || (Yaml.isScalar(node) && node.value === null))
      return depart(`${name} is empty`, 'write a value or remove the key');
    if (schema.type === 'object') {
      if (!Yaml.isMap(node)) return depart(`${name} is ${kindOf(node)}`, 'write a mapping of keys to values');
      return readMap(node, schema, path, depart);
    }
    if (schema.type === 'array') {
      if (!Yaml.isSeq(node)) return depart(`${name} is ${kindOf(node)}`, 'write a list: one item a line after "- ", or [a, b]');
      if (node.items.length < (schema.minItems ?? 0)) depart(`${name} is an empty list`, 'list something or remove the key');
      return node.items.map((item, i) => read(item, schema.items!, [...path, i]));
    }
    if (!Yaml.isScalar(node)) return depart(`${name} is ${kindOf(node)}`, `write ${wanted(schema)}`);
    return readScalar(node.value, schema, name, depart);
  }

  type Depart = (message: string, fix: string, at?: number) => undefined;

  function readMap(node: Yaml.YAMLMap, schema: Schema, path: Path, depart: Depart): Record<string, unknown> {
    const out: Record<string, unknown> = {};
    const known = schema.properties ?? {};
    const others = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined;
    for (const pair of node.items) {
      const keyNode = pair.key as Yaml.Node | null;
      const key = Yaml.isScalar(keyNode) && typeof keyNode.value === 'string' ? keyNode.value : '';
      const at = keyNode?.range?.[0];
      const inner = Object.hasOwn(known, key) ? known[key] : key === '' ? undefined : others;
      if (inner) {
        out[key] = read(pair.value ?? keyNode, pair.value === null ? EMPTY : inner, [...path, key]);
      } else {
        const close = closest(key, Object.keys(known));
        const fix = close === undefined ? `known keys are ${Object.keys(known).join(', ')}` : `did you mean ${close}?`;
        depart(`unknown key ${quoted(String(Yaml.isScalar(keyNode) ? keyNode.value : key))}`, fix, at);
      }
    }
    for (const key of schema.required ?? []) {
      if (!(key in out)) depart(`${nameOf(path)} has no ${key}`, `add ${key}: ${firstSentence(known[key])}`);
    }
    return out;
  }

  function firstSentence(property: Schema | undefined): string {
    const schema = property?.$ref === undefined ? property : root.$defs![property.$ref.slice('#/$defs/'.length)];
    const description = (schema as { description?: string } | undefined)?.description ?? '';
    return /^[^]*?\.(?= |$)/.exec(description)?.[0] ?? description;
  }

  const value = read(document.contents, root, []);
  return { value, departures, nodes };
}

/** Stands in for the schema of a key without a value. */
const EMPTY: Schema = { type: 'nothing' };

function readScalar(value: unknown, schema: Schema, name: string, depart: (message: string, fix: string) => undefined): unknown {
  if (schema === EMPTY) return depart(`${name} is empty`, 'write a value or remove the key');
  const type = schema.enum ? 'string' : schema.type;
  const fits = type === 'integer' ? Number.isInteger(value) : typeof value === type;
  if (!fits) {
    const fix = type === 'string' ? `put it in quotes, or write ${wanted(schema)}` : `write ${wanted(schema)}`;
    return depart(`${name} is ${quoted(String(value))}`, fix);
  }
  if (typeof value === 'string') {
    if (schema.enum && !schema.enum.includes(value)) {
      const close = closest(value, schema.enum);
      return depart(
        `${name} cannot be ${quoted(value)}`,
        close === undefined ? `write ${wanted(schema)}` : `did you mean ${close}?`,
      );
    }
    if (value.length < (schema.minLength ?? 0)) return depart(`${name} is an empty text`, 'write a text or remove the key');
    const longest = schema.maxLength ?? Number.POSITIVE_INFINITY;
    if (value.length > longest) return depart(`${name} has ${value.length} characters`, `keep it to ${longest}`);
    if (schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(value)) {
      return depart(`${name} cannot be ${quoted(value)}`, schema.patternErrorMessage ?? `match ${schema.pattern}`);
    }
  }
  if (typeof value === 'number' && (value < (schema.minimum ?? value) || value > (schema.maximum ?? value))) {
    return depart(`${name} is ${value}`, `write ${wanted(schema)}`);
  }
  return value;
}

function wanted(schema: Schema): string {
  if (schema.enum) return `one of ${schema.enum.join(', ')}`;
  if (schema.type === 'boolean') return 'true or false';
  if (schema.type === 'string') return 'a text';
  const range = schema.minimum === undefined ? '' : ` from ${schema.minimum} to ${schema.maximum}`;
  return `${schema.type === 'integer' ? 'a whole number' : 'a number'}${range}`;
}

function nameOf(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return 'the file';
  if (typeof last === 'string') return last;
  const list = path.at(-2);
  return list === 'rules' ? 'the rule' : `item ${last + 1} of ${list}`;
}

function kindOf(node: Yaml.Node): string {
  if ('items' in node) return 'key' in ((node as Yaml.YAMLMap).items[0] ?? {}) ? 'a mapping' : 'a list';
  return quoted(String((node as Yaml.Scalar).value));
}

function quoted(text: string): string {
  return text.length > 60 ? `"${text.slice(0, 60)}…"` : `"${text}"`;
}
