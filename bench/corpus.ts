/**
 * The corpus of a benchmark that is given none: files of the kinds and sizes a work tree holds, without meaning. The
 * mix matters more than the content: many small text files, a few large one-line ones, lock files full of hashes (which
 * look like secrets), binaries, and now and then a token.
 * @module
 */
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LANGUAGES, type Language } from './languages.ts';
import { Random } from './random.ts';
import { BASE62, DIGITS, HEX, token } from './tokens.ts';

export interface Size {
  files: number;
  bytes: number;
}

/** Regular files below a folder; links are not followed. */
export function sizeOf(folder: string): Size {
  const size: Size = { files: 0, bytes: 0 };
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    size.files++;
    size.bytes += statSync(join(entry.parentPath, entry.name)).size;
  }
  return size;
}

/** Fills a folder with `files` files; the same seed gives the same bytes. */
export function generate(folder: string, files: number, seed = 1): void {
  const random = new Random(seed);
  for (let i = 0; i < files; i++) {
    const [extension, content] = file(random);
    const name = `${random.pick(WORDS)}-${i}.${extension}`;
    const path = join(folder, random.pick(WORDS), random.pick(WORDS), random.pick(FOLDERS), name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
}

/** Of a hundred files two are binary, one is minified, and of two hundred one is a lock file. */
function file(random: Random): [extension: string, content: string | Buffer] {
  const dice = random.next();
  if (dice < 0.02) return ['png', binary(random)];
  if (dice < 0.03) return ['min.js', minified(random, 50_000 + random.below(400_000))];
  if (dice < 0.035) return ['lock', lockFile(random)];
  const language = random.pick(LANGUAGES);
  return [language.extension, source(random, language)];
}

/** Most files are short, some are long: the cube of an even distribution is near enough to real trees. */
function source(random: Random, language: Language): string {
  const count = 15 + Math.floor(500 * random.next() ** 3);
  const lines = [language.comment(phrase(random, 12))];
  for (let i = 0; i < count; i++) lines.push('  '.repeat(random.below(4)) + fill(random, random.pick(language.lines)));
  if (random.below(50) === 0) lines.splice(random.below(lines.length), 0, fill(random, language.lines[0] ?? '', token(random)));
  return `${lines.join('\n')}\n`;
}

/** Source text of one language and at least `length` characters, for benches that need much of it in one file. */
export function sourceText(random: Random, length: number): string {
  const language = LANGUAGES[0] as Language;
  const lines: string[] = [];
  for (let size = 0; size < length; size += (lines.at(-1)?.length ?? 0) + 1)
    lines.push(fill(random, random.pick(language.lines)));
  return `${lines.join('\n')}\n`;
}

/** Statements in one line with short names, at least `length` characters. */
export function minified(random: Random, length: number): string {
  const parts: string[] = [];
  for (let size = 0; size < length; size += parts.at(-1)?.length ?? 0) parts.push(fill(random, random.pick(MINIFIED)));
  return parts.join('');
}

function lockFile(random: Random): string {
  const lines: string[] = [];
  for (let i = 200 + random.below(1500); i > 0; i--) lines.push(fill(random, LOCK_ENTRY));
  return `{"lockfileVersion": 3, "packages": {\n${lines.join(',\n')}\n}}\n`;
}

function binary(random: Random): Buffer {
  const header = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]);
  return Buffer.concat([header, random.bytes(2_000 + random.below(100_000))]);
}

const MINIFIED = [
  'function {letter}({letter},{letter}){return {letter}.{name}({letter}[{number}])||{letter}}',
  'var {letter}={letter}({number}),{letter}={"{name}":{letter},"{name}":!{digit}};',
  '{letter}.exports={letter}.{name}=({letter},{letter})=>{letter}?{letter}.{name}:{letter}("{words}");',
  'for(let {letter}=0;{letter}<{number};{letter}++){letter}.push({letter}<<{digit}^{number});',
];

const LOCK_ENTRY =
  '  "{name}": {"version": "{digit}.{number}.{digit}", "resolved": "https://registry.example.com/{name}.tgz", "integrity": "sha512-{base64}=="}';

/** Replaces the names in braces; `{value}` is a token where one is planted, else an innocent string. */
function fill(random: Random, line: string, planted?: string): string {
  return line.replace(/\{([a-zA-Z]\w+)\}/g, (whole, field: string) => {
    if (field === 'value' && planted !== undefined) return planted;
    return FIELDS[field]?.(random) ?? whole;
  });
}

const FIELDS: Record<string, (random: Random) => string> = {
  name: (random) => random.pick(WORDS) + capital(random.pick(WORDS)),
  type: (random) => capital(random.pick(WORDS)) + capital(random.pick(WORDS)),
  snake: (random) => `${random.pick(WORDS)}_${random.pick(WORDS)}`,
  upper: (random) => `${random.pick(WORDS)}_${random.pick(WORDS)}`.toUpperCase(),
  words: (random) => phrase(random, 7),
  value: (random) => `${random.pick(WORDS)}-${random.pick(WORDS)}`,
  letter: (random) => random.text('abcdefghijklmnopqrstuvwxyz', 1),
  digit: (random) => random.text(DIGITS, 1),
  number: (random) => String(random.below(10_000)),
  hex: (random) => random.text(HEX, 40),
  uuid: (random) => [8, 4, 4, 4, 12].map((length) => random.text(HEX, length)).join('-'),
  base64: (random) => random.text(BASE62, 86),
};

function phrase(random: Random, most: number): string {
  return Array.from({ length: 2 + random.below(most - 1) }, () => random.pick(WORDS)).join(' ');
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

const FOLDERS = ['.', 'lib', 'test', 'internal'];

/** Words of ordinary code. Some are those scanners look out for, as in real code, where they seldom mean a secret. */
const WORDS = (
  'account action address agent alert api array asset author batch block body branch buffer build bundle button cache ' +
  'call change channel check client code collection column command config connection content context count create ' +
  'cursor data date default delete detail device document domain draft edge element entry error event export factory ' +
  'feature field file filter flag folder form format frame graph group handler header height hook host icon image ' +
  'import index input item job key label layer layout level line link list loader locale lock log login map member menu ' +
  'message method metric model module name node object offset option order output owner page panel parent parser ' +
  'password path pattern payload plugin point policy port prefix profile project property proxy query queue range rate ' +
  'reader record region register remote render report request resource response result role root route row rule scan ' +
  'schema scope screen script search secret section select sender server service session setting shape signal size ' +
  'source stack state status step storage store stream string style subject table target task template test theme ' +
  'thread timer title token tool topic track tree type update upload user value vector version view width window worker'
).split(' ');
