/**
 * Finds what is encoded while the detector goes over bytes, and has the decoded text scanned in turn.
 *
 * All limits are here: DEPTH levels, BUDGET decoded bytes for each scan (a file, a blob, or a piece of a large file).
 * @module
 */
import type { Hit } from '../hit.ts';
import { readAnchored, readRun, readValue, seekBase64 } from './base64.ts';
import { type Escape, escapeAt, unescape } from './escapes.ts';
import { joinPieces, seamLook, tokenEnd } from './joins.ts';
import { encodingsOf, placeIn, type View } from './view.ts';
import { byteSet } from '../bytes.ts';

/** Encodings within encodings that are undone. */
export const MAX_DEPTH = 3;
/** Decoded bytes that are scanned for each scan of bytes, all levels together. */
export const BUDGET = 1 << 18;
/** A window of escapes covers what follows it but for so much, which may be needed as context. */
const SHARED = 1_024;
/** Longest look for the end of a token. */
const MAX_TOKEN = 8_192;
/** Rules up to this rank judge a value by its name and looks; base64 of text looks as random as a key. */
const WEAK_RANK = 30;
/** Rules from this rank on know the credential by its own structure, whatever is packed in it. */
const STRUCTURE_RANK = 50;

/** What escapes begin with, and what pieces of a value end with. */
const ESCAPES = byteSet('%&\\');
const JOINTS = byteSet('"\'`\\\n\r');

/** Scans bytes without decoding; what is encoded in them is told to the decoder. */
type ScanPlain = (data: Buffer) => Hit[];

interface Task {
  view: View;
  /** Where the encoded text itself stands, without what is around it; only for base64. */
  start: number;
  end: number;
}

export class Decoder {
  /** Is told of looks that ended without anything decoded. */
  readonly #probe: (from: number, to: number) => void;
  #tasks: Task[] = [];
  #budget = BUDGET;
  #data: Buffer = Buffer.alloc(0);
  #start = 0;
  #end = 0;
  /** Up to where each kind of encoding has been dealt with. */
  #runs = 0;
  #values = 0;
  #escapes: Record<Escape, number> = { 'percent-encoding': 0, 'string-escapes': 0, 'html-entities': 0 };
  #joins = 0;
  /** The run of token characters that was seen last. */
  #tokenAt = 0;
  #tokenEnd = 0;

  /** @param probe is told of looks that ended without anything decoded */
  constructor(probe: (from: number, to: number) => void) {
    this.#probe = probe;
  }

  /** Begins a scan. */
  begin(data: Buffer, start: number, end: number): void {
    this.#budget = BUDGET;
    this.#enter(data, start, end);
  }

  #enter(data: Buffer, start: number, end: number): void {
    this.#data = data;
    this.#start = start;
    this.#end = end;
    this.#runs = this.#values = this.#joins = this.#tokenAt = this.#tokenEnd = start;
    this.#escapes['percent-encoding'] = this.#escapes['string-escapes'] = this.#escapes['html-entities'] = start;
  }

  get idle(): boolean {
    return this.#tasks.length === 0;
  }

  /** Base64 of text in a range. */
  base64(from: number, to: number): void {
    const data = this.#data;
    seekBase64(data, from, Math.min(to, this.#end), (at) => {
      if (at < this.#runs) return this.#runs;
      const known = this.#tasks.find((task) => task.start <= at && at < task.end);
      if (this.#budget <= 0) return this.#end;
      const run = known ?? readRun(data, at, this.#runs, this.#end);
      this.#runs = run.end;
      if (run !== known && run.view) this.#add(run.view, run.start, run.end);
      return run.end;
    });
  }

  /** Base64 that begins with what a credential begins with. */
  anchored(at: number): void {
    if (this.#tasks.some((task) => task.start <= at && at < task.end)) return;
    const run = readAnchored(this.#data, at, this.#start, this.#end);
    if (run.view) this.#add(run.view, run.start, run.end);
  }

  /** The token in which a literal was found may go on behind a quote, a line end or an escape. */
  token(at: number): void {
    // Many literals may stand in one long run.
    if (at >= this.#tokenAt && at < this.#tokenEnd) return;
    this.#tokenAt = at;
    this.#tokenEnd = tokenEnd(this.#data, at, Math.min(this.#end, at + MAX_TOKEN));
    this.#probe(at, this.#tokenEnd);
    this.#piece(at, this.#tokenEnd);
  }

  /** @param at where a first piece ends that begins at `from` */
  #piece(from: number, at: number): void {
    if (at >= this.#end) return;
    const data = this.#data;
    const byte = data[at]!;
    if (ESCAPES[byte] === 1) this.maybeEscape(at, from);
    if (at < this.#joins || JOINTS[byte] === 0) return;
    const view = joinPieces(data, from, at, this.#start, this.#end);
    if (!view) {
      const look = seamLook(data, from, at, this.#start, this.#end);
      return this.#probe(look.from, look.to);
    }
    this.#joins = view.endOf(view.data.length - 1);
    this.#add(view);
  }

  /** A value given to a name: it may be base64, or only the first piece. */
  given(nameStart: number, { start, end }: { start: number; end: number }): void {
    if (start < this.#values) return;
    const run = readValue(this.#data, start, end, this.#start, this.#end);
    if (!run?.view) {
      for (let at = start; at < end; at++) if (ESCAPES[this.#data[at]!] === 1) this.maybeEscape(at);
      return this.#piece(nameStart, end);
    }
    this.#values = run.end;
    this.#add(run.view, run.start, run.end);
  }

  /** What stands at `at`, behind a name or in a value, may be an escape. */
  maybeEscape(at: number, since = at): void {
    if (at >= this.#end) return;
    const encoding = escapeAt(this.#data, at, this.#end);
    if (encoding) this.escape(at, encoding, since);
  }

  /** An encoded character. */
  escape(at: number, encoding: Escape, since = at): void {
    if (at < this.#escapes[encoding]) return;
    const view = unescape(this.#data, since, at, encoding, this.#start, this.#end);
    this.#escapes[encoding] = Math.max(at + 1, view.to - SHARED);
    this.#add(view);
  }

  /**
   * Scans what was found encoded, and what is encoded in that.
   * @param hits those of the bytes themselves
   * @param rank of a rule
   * @param reach of the scanner: longer looks are told
   * @returns all hits, with places in the bytes that were begun with
   */
  run(hits: Hit[], scanPlain: ScanPlain, rank: (rule: number) => number, reach: number): Hit[] {
    const strength = (hit: Hit): number => (hit.rule < 0 ? Infinity : rank(hit.rule));
    let all = hits;
    let tasks = this.#take();
    for (let depth = 1; tasks.length > 0 && depth <= MAX_DEPTH; depth++) {
      const inner: Task[] = [];
      for (const { view, start, end } of tasks) {
        if (end > start) {
          const [from, to] = view.outer ? placeIn(view.outer, start, end) : [start, end];
          if (
            all.some(
              (hit) => hit.rule >= 0 && !hit.decoded && hit.start <= from && hit.end >= to && strength(hit) >= STRUCTURE_RANK,
            )
          )
            continue;
          all = all.filter((hit) => hit.decoded || hit.start < from || hit.end > to || strength(hit) > WEAK_RANK);
        }
        this.#enter(view.data, 0, view.data.length);
        const [from, to] = view.outer ? [outermost(view).from, outermost(view).to] : [view.from, view.to];
        for (const hit of scanPlain(view.data)) {
          if (hit.rule >= 0 && (!view.unsure || strength(hit) >= STRUCTURE_RANK)) {
            // What lies within one piece was seen there; where lines fold, only what begins with the first is a value.
            const { firstPiece } = view;
            if (
              firstPiece !== undefined &&
              (hit.end <= firstPiece || (view.encoding === 'folded-lines' && hit.start >= firstPiece))
            )
              continue;
            const found = inOuter(hit, view, from, to);
            if (firstPiece === undefined || found.end - found.start > hit.end - hit.start) all.push(found);
          }
        }
        if (to - from > reach) all.push({ rule: -1, start: from, end: from, from, to, confidence: 'low', reasons: [] });
        for (const task of this.#take()) inner.push({ ...task, view: { ...task.view, outer: view } });
      }
      tasks = inner;
    }
    this.#tasks = [];
    return all;
  }

  /** @param start where base64 stands, without what is around it */
  #add(view: View, start = 0, end = 0): void {
    this.#budget -= view.data.length;
    if (this.#budget >= 0) this.#tasks.push({ view, start, end });
  }

  #take(): Task[] {
    const tasks = this.#tasks;
    this.#tasks = [];
    return tasks;
  }
}

/** Whether one of the views it was found in may as well be read as it stands. */
function isGuess(view: View): boolean {
  return view.unsure === true || (view.outer !== undefined && isGuess(view.outer));
}

function outermost(view: View): View {
  return view.outer ? outermost(view.outer) : view;
}

/** A hit in a view, as one in the outermost bytes. */
function inOuter(hit: Hit, view: View, from: number, to: number): Hit {
  const [start, end] = placeIn(view, hit.start, hit.end);
  return {
    ...hit,
    start,
    end,
    from: Math.min(from, start),
    to: Math.max(to, end),
    decoded: {
      secret: hit.decoded?.secret ?? view.data.toString('latin1', hit.start, hit.end),
      from: [...encodingsOf(view), ...(hit.decoded?.from ?? [])],
      unsure: isGuess(view) || (!hit.decoded && end - start === hit.end - hit.start),
    },
  };
}
