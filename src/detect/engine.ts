/**
 * The detector: bytes in, hits out. The prefilter finds anchors, each anchor's rules look at a bounded window around it.
 * @module
 */
import type { Confidence, Reason } from '../model.ts';
import { type Catalogue, ruleOfDetector } from '../rules/rule.ts';
import { checksumHolds, checksumProves } from './checksum.ts';
import { passwordIn } from './decode/credentials.ts';
import { seekBase64 } from './decode/base64.ts';
import { Base64Seeker } from './decode/base64-seek.ts';
import { BASE64_LOOK, Decoder } from './decode/decoder.ts';
import { DETECTORS } from './detectors/index.ts';
import { edgeBefore } from './edge.ts';
import { AROUND, type Hit, hitOf, movedHit, type Part, type Scanner } from './hit.ts';
import { LOOK, type Look, Looks } from './look.ts';
import { type Given, isPart, longestName, lookDirect, lookWide, serviceDistance, solidAt } from './near.ts';
import { entropy, isWords, looksLikePlaceholder } from './plausible.ts';
import { guardBefore, guardBehind, MAX_LITERAL, MOST_BEFORE, MOST_BEHIND, type Ranges } from './prefilter.ts';
import { Core, partsSize } from '../wasm/core.ts';
import { WasmPrefilter } from './prefilter-wasm.ts';
import { Recall } from './recall.ts';
import { refusalsOf } from './refusals.ts';
import { anyOf, expressionOf, hasWord, type Runner, runnerOf } from './runner.ts';
import type { Form, Span } from './score/candidate.ts';
import { weigh } from './score/weigh.ts';
import { type Tables, USE } from './tables.ts';

/** Farthest a context word may stand from a match. */
const MAX_CONTEXT = 400;

/** Names that any provider's credential may have count as farther than a provider's own. */
const SHARED_NAME = 1000;

/** Longest data that is copied to where it is scanned fastest, in bytes. */
const DESK = 1 << 18;

/** Bytes of a value that are read at once: more than most rules want. */
const VALUE_TEXT = 128;

/** What a detector written in code sees and does. */
export interface Context {
  readonly data: Buffer;
  readonly start: number;
  readonly end: number;
  /** All bytes that a detector reads are told to it; those of the anchor need not be. */
  readonly look: Look;
  /** Emits a secret for a variant (the rule whose `detector` is that name); silently nothing when that rule is off. */
  emit(
    variant: string,
    start: number,
    end: number,
    confidence?: Confidence,
    reasons?: Reason[],
    more?: Pick<Hit, 'evidence' | 'decoded'>,
  ): void;
  /** Weighs a value that has no shape of its own, and emits it for a variant when it may be a secret. */
  candidate(variant: string, form: Form, span: Span, reasons?: Reason[]): void;
  /** What is encoded or in pieces is told to it. */
  readonly decoder: Decoder;
}

export class Detector implements Scanner, Context {
  readonly reach = { before: MOST_BEHIND, behind: MOST_BEFORE, around: AROUND };
  readonly whole = false;
  readonly looks = new Looks();
  readonly look: Look = this.looks;
  /** Its memory is scanned where it is; other data is copied first. */
  readonly core: Core;
  private readonly prefilter: WasmPrefilter;
  private readonly seeker: Base64Seeker;
  /** In the core, for data from elsewhere. */
  private readonly desk: Buffer;
  private readonly recall: Recall;
  /** Address of the data in the core's memory; 0 where it lies elsewhere. */
  private address = 0;
  /** Whether the last look that was not recalled can be from now on. */
  private isRemembered = false;
  private readonly tables: Tables;
  private variants: Map<string, number> | undefined;
  /** Made when a rule is first wanted. */
  private readonly runners: (Runner | undefined)[] = [];
  /** Its rules are parsed when they are first read: not before a literal is found. */
  private readonly catalogue: Pick<Catalogue, 'rules' | 'rule' | 'detectors'>;
  private readonly codes = [...DETECTORS.values()];
  readonly decoder = new Decoder(this.looks);

  data: Buffer = Buffer.alloc(0);
  start = 0;
  end = 0;
  private hits: Hit[] = [];
  /** Looks that are known, and the first that may be met next. */
  private known = new Looks();
  private nextKnown = 0;
  /** Looks to be repeated, and the next one of them. */
  private repeats = new Looks();
  private next = 0;
  /** All of the data, as ranges; where they are asked for. */
  private readonly all: Ranges;
  /** The value that was looked at last, and where it stands. */
  private value = '';
  private valueAt = -1;
  private solid = 0;
  private solidFrom = -1;

  /**
   * @param catalogue compiled rules; the `rule` of a hit is an index in its list
   * @param room bytes that are left in the memory of `core` for others
   */
  constructor(catalogue: Pick<Catalogue, 'rules' | 'rule' | 'tables' | 'detectors'>, room = 0) {
    this.catalogue = catalogue;
    this.tables = catalogue.tables;
    const refusals = refusalsOf(this.tables);
    const parts = partsSize({ refusals: refusals.length, desk: DESK, all: 8 });
    const own = WasmPrefilter.size(this.tables.literals) + Base64Seeker.size + Recall.size + parts;
    this.core = new Core(own + room);
    this.prefilter = new WasmPrefilter(this.core, this.tables.literals);
    this.seeker = new Base64Seeker(this.core);
    this.recall = new Recall(this.core, refusals);
    this.desk = this.core.take(DESK);
    this.all = { pairs: this.core.takeNumbers(2), count: 1 };
  }

  private runner(index: number): Runner {
    return (this.runners[index] ??= runnerOf(index, this.catalogue.rule(index)));
  }

  scan(data: Buffer, start: number, end: number, part?: Part): Hit[] {
    // Who reads behind the end reads nothing, whatever stands there.
    const bytes = end < data.length ? data.subarray(0, end) : data;
    this.begin(bytes, start, end);
    if (part) this.scanPart(part);
    else this.scanAll();
    const hits = part && part.hits.length > 0 ? part.hits.concat(this.hits) : this.hits;
    if (this.decoder.idle) return hits;
    return this.decoder.run(
      hits,
      (view) => {
        this.enter(view, 0, view.length);
        this.scanAll();
        return this.hits;
      },
      (rule) => this.catalogue.rule(rule).rank,
    );
  }

  settle(data: Buffer, asked: Int32Array, count: number): boolean {
    this.begin(data, 0, data.length);
    for (let i = 0; i < 2 * count; i += 2) {
      this.isRemembered = true;
      this.onLiteral(asked[i]!, asked[i + 1]!);
      if (!this.isRemembered || this.hits.length > 0) return false;
    }
    return true;
  }

  private begin(data: Buffer, start: number, end: number): void {
    this.looks.clear(start, end);
    this.decoder.begin(data, start, end);
    this.enter(data, start, end);
  }

  private enter(data: Buffer, start: number, end: number): void {
    const elsewhere = !this.core.holds(data);
    this.data = elsewhere && data.length <= DESK ? this.toDesk(data) : data;
    this.start = start;
    this.end = end;
    this.address = elsewhere && this.data === data ? 0 : this.data.byteOffset;
    this.hits = [];
    this.valueAt = -1;
    this.solidFrom = -1;
  }

  /** What was decoded, and versions of files, are of some kilobytes: copied there, looks at them are recalled, too. */
  private toDesk(data: Buffer): Buffer {
    data.copy(this.desk);
    return this.desk.subarray(0, data.length);
  }

  /** Scans the bytes as they stand. */
  private scanAll(): void {
    const { data, start, end, all } = this;
    all.pairs[0] = start;
    all.pairs[1] = end;
    this.prefilter.scan(data, start, end, all, this.onLiteral);
    this.base64(all, this.onBase64);
  }

  /** Calls back for places in some ranges where base64 may stand; the answer says where to go on. */
  private base64(ranges: Ranges, found: (at: number) => number): void {
    const { data, end } = this;
    if (this.address > 0) return this.seeker.seek(data, end, ranges, found);
    const { pairs, count } = ranges;
    for (let i = 0; i < count; i++) seekBase64(data, pairs[2 * i]!, Math.min(pairs[2 * i + 1]!, end), found);
  }

  private readonly onBase64 = (at: number): number => this.decoder.base64At(at);

  private readonly onPartBase64 = (at: number): number => {
    this.repeatBase64UpTo(at);
    return this.decoder.base64At(at);
  };

  /** Scans parts of the bytes, and repeats looks. What decoders have seen to they do not do again, so all goes by place. */
  private scanPart({ ranges, wide, looks, repeats }: Part): void {
    const { data, start, end } = this;
    this.known = looks;
    this.nextKnown = 0;
    this.repeats = repeats;
    this.next = 0;
    this.prefilter.scan(data, start, end, ranges, this.onPartLiteral);
    this.repeatUpTo(Infinity);
    this.next = 0;
    this.base64(wide, this.onPartBase64);
    this.repeatBase64UpTo(Infinity);
  }

  private readonly onPartLiteral = (literal: number, at: number): void => {
    if (this.isKnown(literal, at)) return;
    this.repeatUpTo(at);
    this.onLiteral(literal, at);
  };

  private isKnown(literal: number, at: number): boolean {
    const { data, count } = this.known;
    // Literals are not met strictly in order.
    while (this.nextKnown < count && data[LOOK * this.nextKnown + 1]! < at - 2 * MAX_LITERAL) this.nextKnown++;
    for (let i = LOOK * this.nextKnown; i < LOOK * count && data[i + 1]! <= at; i += LOOK)
      if (data[i + 1] === at && data[i] === literal) return true;
    return false;
  }

  private repeatUpTo(place: number): void {
    const { data, count } = this.repeats;
    for (; this.next < count && data[LOOK * this.next + 1]! < place; this.next++) {
      const kind = data[LOOK * this.next]!;
      if (kind !== BASE64_LOOK) this.onLiteral(kind, data[LOOK * this.next + 1]!);
    }
  }

  private repeatBase64UpTo(place: number): void {
    const { data, count } = this.repeats;
    for (; this.next < count && data[LOOK * this.next + 1]! < place; this.next++)
      if (data[LOOK * this.next] === BASE64_LOOK) this.decoder.base64At(data[LOOK * this.next + 1]!);
  }

  private readonly onLiteral = (literal: number, at: number): void => {
    if (this.address > 0 && this.recalls(literal, at)) return;
    const { uses, useStarts, literals } = this.tables;
    const stop = useStarts[literal + 1]!;
    const { looks, hits } = this;
    const found = hits.length;
    const behind = at + literals.starts[literal + 1]! - literals.starts[literal]!;
    // With what must stand around the literal, so that where the look stays the same the literal is met, too.
    const guard = literals.guards[literal]!;
    looks.begin(at - guardBefore(guard), behind + guardBehind(guard));
    this.decoder.beginLook();
    // All rules near one word share the look at what is given to the name it stands in.
    let near: number[] | undefined;
    let wide: number[] | undefined;
    for (let i = useStarts[literal]!; i < stop; i += 4) {
      const index = uses[i + 1]!;
      if (uses[i] === USE.shape) this.shape(this.runner(index), at, at - uses[i + 3]!, at - uses[i + 2]!);
      else if (uses[i] === USE.code) this.codes[index]!.run(this, at);
      else if (uses[i] === USE.near) (near ??= []).push(index);
      else if (uses[i] === USE.wide || this.isPart(at, behind)) (wide ??= []).push(index);
    }
    if (near || wide) this.near(near ?? [], wide ?? [], at);
    for (let i = found; i < hits.length; i++) {
      const hit = hits[i]!;
      hit.from = Math.max(looks.from, this.start);
      hit.to = Math.min(looks.to, this.end);
    }
    looks.end(literal, at);
    if (this.address > 0) this.remember(literal, at, found);
  };

  /** Whether it is known to what a look comes, as others have with the same bytes: that is taken down. */
  private recalls(literal: number, at: number): boolean {
    const { recall, address } = this;
    if (!recall.knows(literal, address + at, address + this.start, address + this.end)) return false;
    const from = at - recall.before;
    if (!this.looks.paused) this.looks.add(literal, at, from, from + recall.length);
    for (const hit of recall.hits) this.hits.push(movedHit(hit, at));
    return true;
  }

  /** @param found how many hits there were before the look at hand */
  private remember(literal: number, at: number, found: number): void {
    const { address, hits, looks, recall } = this;
    const [start, end] = [address + this.start, address + this.end];
    const from = Math.max(address + looks.from, start);
    const to = Math.min(address + looks.to, end);
    const look = { kind: literal, at: address + at, from, to, start, end };
    // Where something was decoded, looks may depend on others.
    this.isRemembered = !this.decoder.wasAsked && recall.keep(look, hits.length > found ? hits.slice(found) : undefined, at);
    if (this.decoder.wasAsked && !recall.isOpen) recall.keepOpen(look);
  }

  private isPart(at: number, behind: number): boolean {
    this.looks.saw(at - 2, behind + 3);
    return isPart(this.data, at, behind, this.start, this.end);
  }

  emit(
    variant: string,
    start: number,
    end: number,
    confidence?: Confidence,
    reasons: Reason[] = [],
    more?: Pick<Hit, 'evidence' | 'decoded'>,
  ): void {
    const rule = this.ruleOf(variant);
    if (rule === undefined) return;
    const level = confidence ?? this.catalogue.rule(rule).confidence;
    // On which bytes it depends is told where the look ends.
    this.hits.push(hitOf(rule, start, end, level, reasons, more));
  }

  /** The rule that finds of a detector's variant belong to; undefined where it is off. */
  private ruleOf(variant: string): number | undefined {
    this.variants ??= new Map(Object.entries(this.catalogue.detectors ?? ruleOfDetector(this.catalogue.rules)));
    return this.variants.get(variant);
  }

  candidate(variant: string, form: Form, span: Span, reasons: Reason[] = []): void {
    if (this.ruleOf(variant) === undefined) return;
    const weighed = weigh(this.look, this.data, this.start, this.end, form, span);
    if (weighed) this.emit(variant, span.start, span.end, weighed.confidence, reasons, { evidence: weighed.evidence });
  }

  /**
   * A rule with a shape whose match begins in [first, last]: the leftmost one that holds the literal, or all of them where the
   * literal is a word that stands near them.
   */
  private shape(runner: Runner, literal: number, first: number, last: number): void {
    const { minLength, maxLength } = runner;
    const begin = Math.max(first, this.start);
    const stop = Math.min(last + maxLength + 1, this.end);
    if (begin > last || stop - begin < minLength) return this.looks.saw(first, last + minLength);
    // Most places fall here: cheaper than to make a text.
    if (begin === last && !this.edgeHolds(runner, begin)) return;
    this.looks.saw(begin, last + maxLength + 1);
    this.decoder.token(last);
    const text = this.data.toString('latin1', begin, stop);
    const expression = expressionOf(runner);
    for (let at = begin; at <= last; at++) {
      if (begin < last && !this.edgeHolds(runner, at)) continue;
      expression.lastIndex = at - begin;
      const found = expression.exec(text);
      if (!found) continue;
      const matchEnd = at + found[0].length;
      const isWord = last > literal;
      // A match that ends before the literal has one of its own.
      if (isWord || matchEnd > literal) this.accept(runner, found, at, begin);
      if (!isWord && matchEnd > literal) return;
      at = Math.max(at, matchEnd - 1);
    }
  }

  private edgeHolds(runner: Runner, at: number): boolean {
    return runner.noEdge === undefined || edgeBefore(this.look, this.data, at, this.start, runner.noEdge);
  }

  /**
   * Rules that look for their shape in the value given to a name that holds one of their words; see near.ts. Of those of a
   * provider's word (`wide`) also in what stands some way behind it.
   */
  private near(near: readonly number[], wide: readonly number[], at: number): void {
    const direct = lookDirect(this.look, this.data, at, this.start, this.end);
    for (const value of direct.values) this.decoder.given(direct.from, value);
    for (const index of near) this.nearValue(this.runner(index), direct, false);
    const left: Runner[] = [];
    for (const index of wide) {
      const runner = this.runner(index);
      if (!this.nearValue(runner, direct, false)) left.push(runner);
    }
    if (left.length === 0) return;
    for (const given of lookWide(this.look, this.data, at, this.start, this.end))
      for (const runner of left) this.nearValue(runner, given, true);
  }

  /** @returns whether the name is one of the rule's, and values stand there */
  private nearValue(runner: Runner, given: Given, wide: boolean): boolean {
    const { minLength, maxLength, solid } = runner;
    let distance: number | undefined;
    for (const value of given.values) {
      // Where a bare value ends, its shape knows best: it may hold a `|` or the like.
      if (value.quote !== 0 && value.end - value.start < minLength) continue;
      // Most values fall here: cheaper than to make a text.
      if (solid > 0 && this.solidAt(value.start) < solid) continue;
      if (!this.edgeHolds(runner, value.start)) continue;
      const expression = expressionOf(runner);
      expression.lastIndex = 0;
      this.looks.saw(value.start, value.start + maxLength + 1);
      const found = expression.exec(this.valueText(value.start, maxLength + 1));
      if (!found || (value.quote !== 0 && value.start + found[0].length > value.end + 1)) continue;
      distance ??= this.distance(runner, given, wide);
      if (distance === undefined) return false;
      this.accept(runner, found, value.start, value.start, distance);
      return true;
    }
    return false;
  }

  /** How many solid bytes the value at an offset begins with, counted once for all rules. */
  private solidAt(at: number): number {
    if (at !== this.solidFrom) {
      this.solidFrom = at;
      this.solid = solidAt(this.data, at, this.end);
    }
    // Other looks may have counted them, which this one depends on too.
    this.looks.saw(at, at + this.solid + 1);
    return this.solid;
  }

  /**
   * The text that begins at a value: many rules look at the same one in turn. It may be longer than asked for, which no rule
   * can see: a match is never longer than its rule says.
   */
  private valueText(at: number, length: number): string {
    if (at !== this.valueAt || this.value.length < Math.min(length, this.end - at)) {
      this.valueAt = at;
      this.value = this.data.toString('latin1', at, Math.min(at + Math.max(length, VALUE_TEXT), this.end));
    }
    return this.value;
  }

  /** See Hit.distance; undefined where no word of the rule stands. */
  private distance(runner: Runner, given: Given, wide: boolean): number | undefined {
    const { rule } = runner;
    if (!wide && rule.near.length > 0) {
      runner.nearWords ??= anyOf(rule.near, 'gi');
      const name = longestName(runner.nearWords, given.names);
      if (name !== undefined) return (hasWord(name, [rule.provider, ...rule.service]) ? 0 : SHARED_NAME) - name.length;
    }
    if (rule.service.length === 0) return undefined;
    runner.serviceWords ??= anyOf(rule.service, 'gi');
    return serviceDistance(runner.serviceWords, given);
  }

  /** Entropy, checksum and context decide on a match of a shape; `base` is the offset of the text that was matched. */
  private accept(runner: Runner, found: RegExpExecArray, at: number, base: number, distance?: number): void {
    const { rule } = runner;
    const secretAt = found.indices?.groups?.['secret'];
    const start = secretAt ? base + secretAt[0] : at;
    const secret = found.groups?.['secret'] ?? found[0];
    const end = start + secret.length;
    let { confidence } = rule;
    const reasons: Reason[] = [];
    if (rule.checksum) {
      if (checksumHolds(rule.checksum, { ...found.groups, secret })) {
        // A text that decodes to what it should is likely, a checksum that fits is proof.
        const decodes = !checksumProves(rule.checksum);
        if (!decodes) confidence = 'certain';
        reasons.push(
          decodes
            ? { code: 'decodes', text: 'It decodes to what such a credential holds.' }
            : { code: 'checksum-valid', text: `Its checksum (${rule.checksum.is}) is right.` },
        );
      } else if (rule.checksum.mismatch === 'low') {
        confidence = 'low';
        reasons.push({ code: 'checksum-wrong', text: `Its checksum (${rule.checksum.is}) is wrong.` });
      } else {
        return;
      }
    }
    if (confidence !== 'certain') {
      const variety = rule.entropy > 0 || distance !== undefined;
      if (distance !== undefined && isWords(secret)) return;
      if (entropy(secret) < rule.entropy || looksLikePlaceholder(secret, variety)) return;
    }
    if (rule.context) {
      const within = Math.min(rule.context.within ?? 200, MAX_CONTEXT);
      const [from, to] = [at - within, at + found[0].length + within];
      this.looks.saw(from, to);
      runner.contextWords ??= anyOf(rule.context.words, 'i');
      const around = this.data.toString('latin1', Math.max(from, this.start), Math.min(to, this.end));
      if (runner.contextWords.test(around)) reasons.push({ code: 'context', text: 'Words of its provider stand near it.' });
      else if (rule.context.required !== false) return;
      else if (confidence === 'high') confidence = 'medium';
    }
    const hit = hitOf(runner.index, start, end, confidence, reasons, { distance });
    const password = passwordIn(rule.checksum?.is, secret);
    if (password) {
      hit.end = start + password.end;
      hit.start = start + password.start;
      hit.decoded = { secret: password.secret, from: ['base64'], unsure: false };
    }
    this.hits.push(hit);
  }
}
