/**
 * Finds what is encoded while the detector goes over bytes, and has the decoded text scanned in turn.
 *
 * All limits are here: DEPTH levels, BUDGET decoded bytes for each scan (a file, a blob, or a piece of a large file).
 * @module
 */
import { AROUND, type Hit, hitOf, regionOf } from '../hit.ts';
import { LOOK, type Looks } from '../look.ts';
import { readAnchored, readRun, readValue } from './base64.ts';
import { type Escape, escapeAt, unescape } from './escapes.ts';
import { cutAt, joinPieces, tokenEnd } from './joins.ts';
import { readPart } from './quoted-printable.ts';
import { encodingsOf, placeIn, type View } from './view.ts';
import { byteSet } from '../bytes.ts';

/** Encodings within encodings that are undone. */
export const MAX_DEPTH = 3;
/** Decoded bytes that are scanned for each scan of bytes, all levels together. */
export const BUDGET = 1 << 18;
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
  /** Number of the look that led to it. */
  look: number;
}

/** In place of a literal: a look that begins where characters stand that could be base64 of text. */
export const BASE64_LOOK = -2;

export class Decoder {
  /** Whether in the look at hand something was found encoded, or was not looked for because it had been. */
  wasAsked = false;
  /** Takes down what is looked at. */
  readonly #looks: Looks;
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
  #parts = 0;
  /** The run of token characters that was seen last, and whether something encoded goes on behind it. */
  #tokenAt = 0;
  #tokenEnd = 0;
  #tokenTold = false;

  /** @param looks takes down what is looked at */
  constructor(looks: Looks) {
    this.#looks = looks;
  }

  /** Begins a scan. */
  begin(data: Buffer, start: number, end: number): void {
    this.#budget = BUDGET;
    this.#tasks.length = 0;
    this.#enter(data, start, end);
  }

  #enter(data: Buffer, start: number, end: number): void {
    this.#data = data;
    this.#start = start;
    this.#end = end;
    this.#runs = this.#values = this.#joins = this.#parts = this.#tokenAt = this.#tokenEnd = start;
    this.#escapes['percent-encoding'] = this.#escapes['string-escapes'] = this.#escapes['html-entities'] = start;
  }

  get idle(): boolean {
    return this.#tasks.length === 0;
  }

  /** Begins a look at a literal. */
  beginLook(): void {
    this.wasAsked = false;
  }

  /** Base64 of text around a place where such characters stand; gives where to go on. */
  base64At(at: number): number {
    if (at < this.#runs) return this.#runs;
    const looks = this.#looks;
    looks.begin(at, at);
    if (this.#budget <= 0) {
      // That there is none left follows from all that was decoded.
      looks.saw(this.#start, this.#end);
      looks.end(BASE64_LOOK, at);
      return (this.#runs = this.#end);
    }
    while (this.#runs <= at) {
      const known = this.#tasks.find((task) => task.start <= at && at < task.end);
      if (known) looks.saw(known.start, known.end);
      const run = known ?? readRun(looks, this.#data, at, this.#start, this.#end, this.#runs);
      this.#runs = run.end;
      if (run !== known && run.view) this.#add(run.view, run.start, run.end);
    }
    looks.end(BASE64_LOOK, at);
    return this.#runs;
  }

  /** Base64 that begins with what a credential begins with. */
  anchored(at: number): void {
    if (this.#isTold(at)) return;
    const run = readAnchored(this.#looks, this.#data, at, this.#start, this.#end);
    if (run.view) this.#add(run.view, run.start, run.end);
  }

  /** The token in which a literal was found may go on behind a quote, a line end or an escape. */
  token(at: number): void {
    // Many literals may stand in one long run: the first has seen to it.
    if (at >= this.#tokenAt && at < this.#tokenEnd) {
      this.#looks.saw(this.#tokenAt - AROUND, this.#tokenEnd + 1);
      this.wasAsked ||= this.#tokenTold;
      return;
    }
    this.#tokenAt = at;
    this.#tokenEnd = tokenEnd(this.#data, at, Math.min(this.#end, at + MAX_TOKEN));
    this.#looks.saw(at, this.#tokenEnd + 1);
    this.#piece(at, this.#tokenEnd);
    this.#tokenTold = this.wasAsked;
  }

  /** A string or a line ends at `at`, and what follows may go on with it. */
  seam(at: number): void {
    if (this.#isDone(at < this.#joins)) return;
    const piece = cutAt(this.#looks, this.#data, at, this.#start, this.#end);
    if (piece) this.#join(piece.from, piece.to);
  }

  /** @param at where a first piece ends that begins at `from` */
  #piece(from: number, at: number): void {
    if (at >= this.#end) return;
    const byte = this.#data[at]!;
    if (ESCAPES[byte] === 1) this.maybeEscape(at, from);
    if (JOINTS[byte] === 1 && !this.#isDone(at < this.#joins)) this.#join(from, at);
  }

  #join(from: number, at: number): void {
    const view = joinPieces(this.#looks, this.#data, from, at, this.#start, this.#end);
    if (!view) return;
    this.#joins = view.lastPiece!;
    this.#add(view);
  }

  /** A part of a mail in quoted-printable. */
  part(at: number): void {
    if (this.#isDone(at < this.#parts)) return;
    const view = readPart(this.#looks, this.#data, at, this.#end);
    if (!view) return;
    this.#parts = view.to;
    this.#add(view);
  }

  /** A value in which base64 is expected whatever its name is. */
  value(start: number, end: number): void {
    if (this.#isTold(start)) return;
    const run = readValue(this.#looks, this.#data, start, end, this.#start, this.#end);
    if (run?.view) this.#add(run.view, run.start, run.end);
  }

  /** Whether base64 that stands at `at` is told already. */
  #isTold(at: number): boolean {
    return this.#isDone(this.#tasks.some((task) => task.start <= at && at < task.end));
  }

  /** Takes down for the look at hand that it leaves something out. */
  #isDone(done: boolean): boolean {
    if (done) this.wasAsked = true;
    return done;
  }

  /** A value given to a name: it may be base64, or only the first piece. */
  given(nameStart: number, { start, end }: { start: number; end: number }): void {
    if (this.#isDone(start < this.#values)) return;
    const run = readValue(this.#looks, this.#data, start, end, this.#start, this.#end);
    if (!run?.view) {
      for (let at = start; at < end; at++) if (ESCAPES[this.#data[at]!] === 1) this.maybeEscape(at);
      return this.#piece(nameStart, end);
    }
    this.#values = run.end;
    if (!this.#isTold(start)) this.#add(run.view, run.start, run.end);
  }

  /** What stands at `at`, behind a name or in a value, may be an escape. */
  maybeEscape(at: number, since = at): void {
    if (at >= this.#end) return;
    const encoding = escapeAt(this.#looks, this.#data, at, this.#end);
    if (encoding) this.escape(at, encoding, since);
  }

  /** An encoded character. */
  escape(at: number, encoding: Escape, since = at): void {
    if (this.#isDone(at < this.#escapes[encoding])) return;
    const { view, done } = unescape(this.#data, since, at, encoding, this.#start, this.#end);
    this.#escapes[encoding] = Math.max(at + 1, done);
    this.#add(view);
  }

  /**
   * Scans what was found encoded, and what is encoded in that.
   * @param hits those of the bytes themselves
   * @param rank of a rule
   * @returns all hits, with places in the bytes that were begun with, and the regions in which something was decoded
   */
  run(hits: readonly Hit[], scanPlain: ScanPlain, rank: (rule: number) => number): Hit[] {
    const strength = (hit: Hit): number => (hit.rule < 0 ? Infinity : rank(hit.rule));
    const found: { hit: Hit; region: Hit }[] = [];
    let tasks = this.#take().map((task) => Object.assign(task, { region: this.#regionOf(task) }));
    let all = hits.concat(tasks.map(({ region }) => region));
    this.#looks.paused = true;
    for (let depth = 1; tasks.length > 0 && depth <= MAX_DEPTH; depth++) {
      const inner: typeof tasks = [];
      for (const { view, start, end, region } of tasks) {
        if (end > start) {
          const [from, to] = view.outer ? placeIn(view.outer, start, end) : [start, end];
          const strong = all.find(
            (hit) => hit.rule >= 0 && !hit.decoded && hit.start <= from && hit.end >= to && strength(hit) >= STRUCTURE_RANK,
          );
          if (strong) {
            widen(region, strong);
            continue;
          }
          all = all.filter((hit) => {
            if (hit.decoded || hit.start < from || hit.end > to || strength(hit) > WEAK_RANK) return true;
            widen(region, hit);
            return false;
          });
        }
        this.#enter(view.data, 0, view.data.length);
        for (const hit of scanPlain(view.data)) {
          if (view.unsure && strength(hit) < STRUCTURE_RANK) continue;
          // What lies within one piece was seen there; where lines fold, only what begins with the first is a value.
          const { firstPiece } = view;
          if (
            firstPiece !== undefined &&
            (hit.end <= firstPiece || (view.encoding === 'folded-lines' && hit.start >= firstPiece))
          )
            continue;
          const outer = inOuter(hit, view);
          if (firstPiece !== undefined && outer.end - outer.start <= hit.end - hit.start) continue;
          all.push(outer);
          found.push({ hit: outer, region });
        }
        for (const task of this.#take()) inner.push({ ...task, view: { ...task.view, outer: view }, region });
      }
      tasks = inner;
    }
    this.#looks.paused = false;
    for (const { hit, region } of found) [hit.from, hit.to] = [region.from, region.to];
    return all;
  }

  /** All on which it depends that something is decoded, and what. */
  #regionOf({ view, look }: Task): Hit {
    const [, at, from, to] = this.#looks.data.subarray(LOOK * look, LOOK * (look + 1)) as unknown as [
      number,
      number,
      number,
      number,
    ];
    const first = Math.max(this.#start, Math.min(view.from, from, at - AROUND));
    const last = Math.min(this.#end, Math.max(view.to, to, at + AROUND));
    return regionOf(view.from, first, last);
  }

  /** @param start where base64 stands, without what is around it */
  #add(view: View, start = 0, end = 0): void {
    this.wasAsked = true;
    this.#budget -= view.data.length;
    if (this.#budget >= 0) this.#tasks.push({ view, start, end, look: this.#looks.count });
    else this.#looks.saw(this.#start, this.#end);
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

/** A region depends on what a hit depends on, too. */
function widen(region: Hit, { from, to }: Hit): void {
  region.from = Math.min(region.from, from);
  region.to = Math.max(region.to, to);
  region.end = region.to;
}

/** A hit in a view, as one in the outermost bytes. */
function inOuter(hit: Hit, view: View): Hit {
  const [start, end] = placeIn(view, hit.start, hit.end);
  const decoded = {
    secret: hit.decoded?.secret ?? view.data.toString('latin1', hit.start, hit.end),
    from: [...encodingsOf(view), ...(hit.decoded?.from ?? [])],
    unsure: isGuess(view) || (!hit.decoded && end - start === hit.end - hit.start),
  };
  const { rule, confidence, reasons, evidence, distance } = hit;
  return hitOf(rule, start, end, confidence, reasons, { evidence, distance, decoded });
}
