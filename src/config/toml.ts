/**
 * TOML with the places of its keys and values. The parser tells values only; where they stand is read here, from text that it
 * has found to be right, by the grammar of https://toml.io/en/v1.0.0.
 * @module
 */
import { parse } from 'smol-toml';
import * as Yaml from 'yaml';

type Path = readonly (string | number)[];

/**
 * A TOML text as a document of YAML nodes, each with the range in which it stands in the TOML.
 * @throws TomlError (of smol-toml) where it is no TOML
 */
export function tomlDocument(text: string): Yaml.Document {
  // Dates become texts, which is what a configuration knows.
  const document = new Yaml.Document(JSON.parse(JSON.stringify(parse(text))));
  const places = new Places(text);
  const put = (node: unknown, kind: 'key' | 'value', path: Path): void => {
    const at = places.of(kind, path);
    if (Yaml.isNode(node) && at !== undefined) node.range = [at, at, at];
  };
  const walk = (node: unknown, path: Path): void => {
    put(node, 'value', path);
    if (Yaml.isSeq(node)) for (const [i, item] of node.items.entries()) walk(item, [...path, i]);
    if (!Yaml.isMap(node)) return;
    for (const { key, value } of node.items) {
      const inner = [...path, String(key)];
      put(key, 'key', inner);
      walk(value, inner);
    }
  };
  walk(document.contents, []);
  return document;
}

/** What ends a value that is neither text nor list nor table. */
const END = /[,\]}#\r\n]/g;
const BLANK = /(?:\s|#[^\n]*)*/y;
const KEY = /"(?:[^"\\]|\\.)*"|'[^']*'|[^\s.=\]]+/y;
const TEXT = /"""(?:[^\\]|\\[^])*?"{3,5}|'''[^]*?'{3,5}|"(?:[^"\\]|\\.)*"|'[^']*'/y;

class Places {
  readonly #text: string;
  #at = 0;
  readonly #found = new Map<string, number>();
  /** Tables in lists, `[[allow]]`: how many there are by now. */
  readonly #lists = new Map<string, number>();

  constructor(text: string) {
    this.#text = text;
    let table: Path = [];
    for (;;) {
      this.#take(BLANK);
      if (this.#at >= text.length) return;
      if (text[this.#at] === '[') table = this.#header();
      else this.#pair(table);
    }
  }

  of(kind: 'key' | 'value', path: Path): number | undefined {
    return this.#found.get(kind + JSON.stringify(path));
  }

  #note(kind: 'key' | 'value', path: Path, at: number): void {
    // Of a table that is spoken of more than once, the first place counts.
    const key = kind + JSON.stringify(path);
    if (!this.#found.has(key)) this.#found.set(key, at);
  }

  #take(expression: RegExp): string {
    expression.lastIndex = this.#at;
    const [found = ''] = expression.exec(this.#text) ?? [];
    this.#at += found.length;
    return found;
  }

  #header(): Path {
    const start = this.#at;
    const listed = this.#text.startsWith('[[', start);
    this.#at += listed ? 2 : 1;
    const path = this.#keys([], listed);
    this.#at += listed ? 2 : 1;
    if (listed) {
      const index = this.#lists.get(JSON.stringify(path)) ?? 0;
      this.#lists.set(JSON.stringify(path), index + 1);
      path.push(index);
      this.#note('value', path, start);
    }
    return path;
  }

  /** A key with its dots; each part that names a list of tables means the last one of them. @param open not so the last part */
  #keys(base: Path, open = false): (string | number)[] {
    const path = [...base];
    for (;;) {
      this.#take(BLANK);
      const at = this.#at;
      const key = this.#take(KEY);
      path.push(/^["']/.test(key) ? Object.keys(parse(`${key} = 0`))[0]! : key);
      this.#note('key', path, at);
      this.#note('value', path, at);
      this.#take(BLANK);
      const last = this.#text[this.#at] !== '.';
      const count = this.#lists.get(JSON.stringify(path));
      if (count !== undefined && !(last && open)) path.push(count - 1);
      if (last) return path;
      this.#at++;
    }
  }

  #pair(table: Path): void {
    const path = this.#keys(table);
    this.#at++;
    this.#value(path);
  }

  #value(path: Path): void {
    this.#take(BLANK);
    // What a key was noted with is not its value.
    this.#found.set(`value${JSON.stringify(path)}`, this.#at);
    if (this.#text[this.#at] === '[') this.#list((index) => this.#value([...path, index]), ']');
    else if (this.#text[this.#at] === '{') this.#list(() => this.#pair(path), '}');
    else if (this.#take(TEXT) === '') {
      END.lastIndex = this.#at;
      this.#at = END.exec(this.#text)?.index ?? this.#text.length;
    }
  }

  #list(item: (index: number) => void, end: string): void {
    this.#at++;
    for (let index = 0; ; index++) {
      this.#take(BLANK);
      if (this.#at >= this.#text.length || this.#text[this.#at] === end) break;
      item(index);
      this.#take(BLANK);
      if (this.#text[this.#at] === ',') this.#at++;
    }
    this.#at++;
  }
}
