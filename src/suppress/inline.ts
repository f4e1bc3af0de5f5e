/**
 * Comments in a file that accept what stands beside them: our own (`bearertrap:ignore`) and those of other scanners. They
 * are looked for only in files in which something was found, by their words alone, so they work in every comment style.
 *
 *     bearertrap:ignore [rule…] [-- reason [until=2027-01-31] [owner=ann]]     the line it stands on
 *     bearertrap:ignore-next-line …                                            the line below
 *     bearertrap:ignore-start …  up to  bearertrap:ignore-end                  the lines between
 * @module
 */
import type { Encoding } from '../detect/encoding.ts';
import { decode, type Positions } from '../detect/position.ts';
import type { InlineIgnore, Match } from '../model.ts';

/** Comments that are read in one file (or one piece of a large one); what is beyond accepts nothing. */
const MOST = 10_000;
/** Bytes that are read from a marker on, and how far beside a secret markers of other scanners are looked for. */
const LINE = 1_024;

type Form = 'line' | 'next-line' | 'start' | 'end';

/** What a marker says; `rest` is what is written behind it. */
interface Mark {
  marker: string;
  form: Form;
  rest: string;
}

/** How a marker is read from the letters on for which the bytes are searched. */
interface Marker {
  needle: string;
  read: (text: string) => Mark | undefined;
}

/** Markers that may begin a block, or are told when nobody needs them: all of a file is searched for these. */
const EVERYWHERE: readonly Marker[] = [
  { needle: 'bearertrap:ignore', read: marked(/^bearertrap:ignore(?:-(line|next-line|start|end))?(?![\w:-])/) },
  { needle: 'secretlint-', read: secretlint },
];
/** The others, on the line of a secret or the one before. */
const NEARBY: readonly Marker[] = [
  { needle: 'gitleaks:allow', read: marked(/^gitleaks:allow(?!\w)/) },
  { needle: 'trufflehog:ignore', read: marked(/^trufflehog:ignore(?!\w)/) },
  { needle: 'pragma:', read: marked(/^pragma: ?(?:allow|white)list[ -](?:(next)line[ -])?secret(?!\w)/) },
  { needle: 'ggignore', read: marked(/^ggignore(?!\w)/) },
];

function marked(form: RegExp): (text: string) => Mark | undefined {
  return (text) => {
    const found = form.exec(text);
    if (!found) return undefined;
    const variant = found[1] === 'next' ? 'next-line' : ((found[1] as Form | undefined) ?? 'line');
    return { marker: found[0], form: variant, rest: text.slice(found[0].length) };
  };
}

function secretlint(text: string): Mark | undefined {
  const found = /^secretlint-(?:disable(?:-(line|next-line))?|enable)(?![\w-])/.exec(text);
  if (!found) return undefined;
  const form = found[0] === 'secretlint-enable' ? 'end' : ((found[1] as Form | undefined) ?? 'start');
  return { marker: found[0], form, rest: text.slice(found[0].length) };
}

/** The needle's bytes in an encoding, made once. */
const needles = new Map<string, Buffer>();

function bytesOf(needle: string, encoding: Encoding): Buffer {
  const wide = encoding === 'utf-16le' || encoding === 'utf-16be';
  const key = wide ? `${encoding} ${needle}` : needle;
  let bytes = needles.get(key);
  if (!bytes) {
    bytes = Buffer.from(needle, wide ? 'utf16le' : 'latin1');
    needles.set(key, encoding === 'utf-16be' ? bytes.swap16() : bytes);
  }
  return bytes;
}

/**
 * The comments in data[start, end) that may speak of secrets there, in the order of their lines.
 * @param secrets where they stand, in ascending order
 * @param positions those of the data
 */
export function inlineIgnores(
  data: Buffer,
  start: number,
  end: number,
  encoding: Encoding,
  secrets: readonly { start: number; end: number }[],
  positions: Positions,
): InlineIgnore[] {
  const marks: { at: number; mark: Mark }[] = [];
  const step = encoding === 'utf-16le' || encoding === 'utf-16be' ? 2 : 1;
  const search = ({ needle, read }: Marker, from: number, to: number): void => {
    const bytes = bytesOf(needle, encoding);
    const part = data.subarray(from, to);
    for (let found = part.indexOf(bytes); found >= 0 && marks.length < MOST; found = part.indexOf(bytes, found + bytes.length)) {
      const at = from + found;
      if (at > start && /[\w:-]$/.test(decode(data, at - step, at, encoding))) continue;
      const [line = ''] = decode(data, at, Math.min(end, at + LINE), encoding).split(/\r?\n/, 1);
      const mark = read(line);
      if (mark) marks.push({ at, mark });
    }
  };
  for (const marker of EVERYWHERE) search(marker, start, end);
  for (const { from, to } of neighbourhoods(secrets, start, end)) for (const marker of NEARBY) search(marker, from, to);
  marks.sort((a, b) => a.at - b.at);
  return pairBlocks(marks.map(({ at, mark }) => ({ line: positions.at(at).line, mark })));
}

/** The bytes around secrets, each once. */
function neighbourhoods(
  secrets: readonly { start: number; end: number }[],
  start: number,
  end: number,
): { from: number; to: number }[] {
  const parts: { from: number; to: number }[] = [];
  for (const secret of secrets) {
    const from = Math.max(start, secret.start - 2 * LINE);
    const to = Math.min(end, secret.end + LINE);
    const last = parts.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else parts.push({ from, to });
  }
  return parts;
}

/** Blocks end at the next comment of their family that ends one; they do not nest. */
function pairBlocks(lines: readonly { line: number; mark: Mark }[]): InlineIgnore[] {
  const ignores: InlineIgnore[] = [];
  const open = new Map<string, InlineIgnore>();
  for (const { line, mark } of lines) {
    const family = /^[a-z]+/.exec(mark.marker)![0];
    if (mark.form === 'end') {
      const block = open.get(family);
      open.delete(family);
      if (block) block.to = line;
      else if (family === 'bearertrap')
        ignores.push({
          marker: mark.marker,
          line,
          from: line,
          to: line,
          fault: 'nothing was begun that it could end',
          idle: true,
        });
      continue;
    }
    const at = mark.form === 'next-line' ? line + 1 : line;
    const ignore: InlineIgnore = {
      marker: mark.marker,
      line,
      from: at,
      to: mark.form === 'start' ? Number.MAX_SAFE_INTEGER : at,
      idle: true,
      ...(family === 'bearertrap' ? terms(mark.rest) : family === 'secretlint' ? secretlintTerms(mark.rest) : {}),
    };
    ignores.push(ignore);
    if (mark.form !== 'start') continue;
    const before = open.get(family);
    if (before) before.fault ??= `another ${mark.marker} stands before its end`;
    open.set(family, ignore);
  }
  // Where the end was lost, everything below would be hidden.
  for (const block of open.values()) {
    if (block.marker.startsWith('bearertrap')) block.fault ??= 'its bearertrap:ignore-end is missing';
  }
  return ignores;
}

/** What ends a comment, in the languages that end one before the line does. */
const CLOSER = /\s*(?:\*\/|--+!?>|[#%-]\}|--?%>|\*\)|"""|'''|["'`]\s*[,;)\]}]*\s*$).*$/;
const RULE = /^(?:[a-z\d][a-z\d-]*\*?|\*)$/;

type Terms = Pick<InlineIgnore, 'rules' | 'reason' | 'owner' | 'until' | 'fault'>;

/** Reads `rule… -- reason until=… owner=…`. */
export function terms(rest: string): Terms {
  const text = rest.replace(CLOSER, '');
  const [, head = '', tail = ''] = /^(.*?)(?:(?:^|\s)(?:--|—|–)\s+(.*))?$/s.exec(text)!;
  const out: Terms = {};
  const rules: string[] = [];
  const words: string[] = [];
  const take = (word: string, list: string[]): void => {
    const [, key, value] = /^(until|owner)=(.*)$/.exec(word) ?? [];
    if (key === 'owner') out.owner = value!;
    else if (key === 'until' && isDay(value!)) out.until = value!;
    else if (key === 'until') out.fault ??= `until=${value} is no day; write until=2027-01-31`;
    else list.push(word);
  };
  for (const word of head.split(/[\s,:[\]]+/).filter(Boolean)) take(word, rules);
  for (const word of tail.split(/\s+/).filter(Boolean)) take(word, words);
  const odd = rules.find((word) => !RULE.test(word));
  if (odd !== undefined) out.fault ??= `"${odd}" is no rule id; write the reason after --`;
  if (rules.length > 0) out.rules = rules;
  if (words.length > 0) out.reason = words.join(' ');
  return out;
}

/** Rules of secretlint are named `@secretlint/secretlint-rule-github`: the provider is what ours begin with. */
function secretlintTerms(rest: string): Pick<InlineIgnore, 'rules' | 'reason'> {
  const [, head = '', reason = ''] = /^(.*?)(?:(?:^|\s)--\s+(.*))?$/s.exec(rest.replace(CLOSER, ''))!;
  const providers = [...head.matchAll(/secretlint-rule-([a-z\d-]+)/g)].map((found) => found[1]!);
  return {
    ...(providers.length > 0 && { rules: providers.flatMap((name) => [name, `${name}-*`]) }),
    ...(reason !== '' && { reason: reason.trim() }),
  };
}

/** Whether a comment is about what a rule found at a place; a secret of several lines belongs to all of them. */
export function speaksOf(ignore: InlineIgnore, { rule, location }: Pick<Match, 'rule' | 'location'>): boolean {
  if (ignore.fault !== undefined || ignore.from > location.endLine || ignore.to < location.startLine) return false;
  return ignore.rules === undefined || ignore.rules.some((name) => names(name, rule));
}

/** Whether a comment accepts a match on a day. */
export function accepts(ignore: InlineIgnore, match: Pick<Match, 'rule' | 'location'>, now: Date): boolean {
  return speaksOf(ignore, match) && (ignore.until === undefined || !isOver(ignore.until, now));
}

/** `aws-*` names all rules that begin so. */
export function names(name: string, rule: string): boolean {
  return name.endsWith('*') ? rule.startsWith(name.slice(0, -1)) : name === rule;
}

/** Whether a text is a day of the calendar, `2027-01-31`. */
export function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Whether a day, with which something ends, is over (in UTC). */
export function isOver(until: string, now: Date): boolean {
  return now.toISOString().slice(0, 10) > until;
}
