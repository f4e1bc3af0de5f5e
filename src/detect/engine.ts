/**
 * The detector: bytes in, hits out. The prefilter finds anchors, each anchor's rules look at a bounded window around it.
 * @module
 */
import type { Confidence, Reason } from '../model.ts';
import { type Catalogue, type Rule, ruleOfDetector } from '../rules/rule.ts';
import { checksumHolds, checksumProves } from './checksum.ts';
import { passwordIn } from './decode/credentials.ts';
import { Decoder } from './decode/decoder.ts';
import { DETECTORS } from './detectors/index.ts';
import { edgeBefore } from './edge.ts';
import type { Hit, Scanner } from './hit.ts';
import { type Given, isPart, longestName, lookDirect, lookWide, serviceDistance, solidAt } from './near.ts';
import { entropy, isWords, looksLikePlaceholder } from './plausible.ts';
import { WasmPrefilter } from './prefilter-wasm.ts';
import type { Form, Span } from './score/candidate.ts';
import { weigh, weighedBytes } from './score/weigh.ts';
import { type Tables, USE } from './tables.ts';

/** Farthest a context word may stand from a match. */
const MAX_CONTEXT = 400;

/** What is looked at beside the bytes that a probe tells: edges, the ends of runs. */
const BESIDE = 32;

/** Names that any provider's credential may have count as farther than a provider's own. */
const SHARED_NAME = 1000;

/** Bytes of a value that are read at once: more than most rules want. */
const VALUE_TEXT = 128;

/** A rule with what is made from it on first use. */
interface Runner {
  index: number;
  rule: Rule;
  expression: RegExp | undefined;
  contextWords: RegExp | undefined;
  nearWords: RegExp | undefined;
  serviceWords: RegExp | undefined;
  noEdge: Uint8Array | undefined;
}

/** What a detector written in code sees and does. */
export interface Context {
  readonly data: Buffer;
  readonly start: number;
  readonly end: number;
  /** Emits a secret for a variant (the rule whose `detector` is that name); silently nothing when that rule is off. */
  emit(
    variant: string,
    start: number,
    end: number,
    from: number,
    to: number,
    confidence?: Confidence,
    reasons?: Reason[],
    more?: Pick<Hit, 'evidence' | 'decoded'>,
  ): void;
  /** Weighs a value that has no shape of its own, and emits it for a variant when it may be a secret. */
  candidate(variant: string, form: Form, span: Span, reasons?: Reason[]): void;
  /** Tells of a long look without success. */
  probe(from: number, to: number): void;
  /** What is encoded or in pieces is told to it. */
  readonly decoder: Decoder;
}

export class Detector implements Scanner, Context {
  /** As little as most looks take: around each change of a file, so much is looked at anew in a history. */
  readonly reach = 384;
  private readonly prefilter: WasmPrefilter;
  private readonly tables: Tables;
  private variants: Map<string, number> | undefined;
  /** Made when a rule is first wanted. */
  private readonly runners: (Runner | undefined)[] = [];
  /** Its rules are parsed when they are first read: not before a literal is found. */
  private readonly catalogue: Pick<Catalogue, 'rules' | 'rule' | 'detectors'>;
  private readonly codes = [...DETECTORS.values()];
  readonly decoder = new Decoder((from, to) => this.probe(from, to));

  data: Buffer = Buffer.alloc(0);
  start = 0;
  end = 0;
  private hits: Hit[] = [];
  /** The value that was looked at last, and where it stands. */
  private value = '';
  private valueAt = -1;
  private solid = 0;
  private solidFrom = -1;

  /**
   * @param catalogue compiled rules; the `rule` of a hit is an index in its list
   * @param capacity bytes of `buffer`
   */
  constructor(catalogue: Pick<Catalogue, 'rules' | 'rule' | 'tables' | 'detectors'>, capacity = 0) {
    this.catalogue = catalogue;
    this.tables = catalogue.tables;
    this.prefilter = new WasmPrefilter(this.tables.literals, capacity);
  }

  private runner(index: number): Runner {
    return (this.runners[index] ??= {
      index,
      rule: this.catalogue.rule(index),
      expression: undefined,
      contextWords: undefined,
      nearWords: undefined,
      serviceWords: undefined,
      noEdge: undefined,
    });
  }

  /** Memory that is scanned where it is; other data is copied first. */
  get buffer(): Buffer {
    return this.prefilter.buffer;
  }

  scan(data: Buffer, start: number, end: number, ranges?: Int32Array): Hit[] {
    this.decoder.begin(data, start, end);
    const hits = this.plain(data, start, end, ranges);
    if (this.decoder.idle) return hits;
    return this.decoder.run(
      hits,
      (view) => this.plain(view, 0, view.length),
      (rule) => this.catalogue.rule(rule).rank,
      this.reach,
    );
  }

  /** Scans bytes as they stand. */
  private plain(data: Buffer, start: number, end: number, ranges?: Int32Array): Hit[] {
    this.data = data;
    this.start = start;
    this.end = end;
    this.hits = [];
    this.valueAt = -1;
    this.solidFrom = -1;
    const all = ranges ?? [start, end];
    for (let i = 0; i + 1 < all.length; i += 2) {
      this.prefilter.scan(data, start, end, all[i]!, all[i + 1]!, this.onLiteral);
      this.decoder.base64(all[i]!, all[i + 1]!);
    }
    return this.hits;
  }

  private readonly onLiteral = (literal: number, at: number): void => {
    const { uses, useStarts } = this.tables;
    const stop = useStarts[literal + 1]!;
    // All rules near one word share the look at what is given to the name it stands in.
    let near: number[] | undefined;
    let wide: number[] | undefined;
    for (let i = useStarts[literal]!; i < stop; i += 4) {
      const index = uses[i + 1]!;
      if (uses[i] === USE.shape) this.shape(this.runner(index), at - uses[i + 3]!, at - uses[i + 2]!);
      else if (uses[i] === USE.code) this.codes[index]!.run(this, at);
      else if (uses[i] === USE.near) (near ??= []).push(index);
      else if (uses[i] === USE.wide || isPart(this.data, at, at - uses[i + 3]!, this.start, this.end)) (wide ??= []).push(index);
    }
    if (near || wide) this.near(near ?? [], wide ?? [], at);
  };

  emit(
    variant: string,
    start: number,
    end: number,
    from: number,
    to: number,
    confidence?: Confidence,
    reasons: Reason[] = [],
    more?: Pick<Hit, 'evidence' | 'decoded'>,
  ): void {
    const rule = this.ruleOf(variant);
    if (rule === undefined) return;
    const level = confidence ?? this.catalogue.rule(rule).confidence;
    this.hits.push({ rule, start, end, from, to, confidence: level, reasons, ...more });
  }

  /** The rule that finds of a detector's variant belong to; undefined where it is off. */
  private ruleOf(variant: string): number | undefined {
    this.variants ??= new Map(Object.entries(this.catalogue.detectors ?? ruleOfDetector(this.catalogue.rules)));
    return this.variants.get(variant);
  }

  candidate(variant: string, form: Form, span: Span, reasons: Reason[] = []): void {
    if (this.ruleOf(variant) === undefined) return;
    const seen = weighedBytes(span);
    const from = Math.max(seen.from, this.start);
    const to = Math.min(seen.to, this.end);
    const weighed = weigh(this.data, this.start, this.end, form, span);
    if (!weighed) return this.probe(from, to);
    const { confidence, evidence } = weighed;
    this.emit(variant, span.start, span.end, from, to, confidence, reasons, { evidence });
  }

  probe(first: number, last: number): void {
    const from = Math.max(first, this.start);
    const to = Math.min(last, this.end);
    if (to - from > this.reach - BESIDE) {
      this.hits.push({ rule: -1, start: from, end: from, from, to, confidence: 'low', reasons: [] });
    }
  }

  /** A rule with a shape whose match begins in [first, last]; the leftmost match counts. */
  private shape(runner: Runner, first: number, last: number): void {
    const { rule } = runner;
    const begin = Math.max(first, this.start);
    const stop = Math.min(last + rule.maxLength + 1, this.end);
    if (begin > last || stop - begin < rule.minLength) return;
    // Most places fall here: cheaper than to make a text.
    if (begin === last && !this.edgeHolds(runner, begin)) return;
    this.decoder.token(last);
    const text = this.data.toString('latin1', begin, stop);
    const expression = expressionOf(runner);
    for (let at = begin; at <= last; at++) {
      if (begin < last && !this.edgeHolds(runner, at)) continue;
      expression.lastIndex = at - begin;
      const found = expression.exec(text);
      if (found) return this.accept(runner, found, at, begin);
    }
    this.probe(begin, stop);
  }

  private edgeHolds(runner: Runner, at: number): boolean {
    if (runner.rule.edgeBefore === '') return true;
    runner.noEdge ??= byteTable(runner.rule.edgeBefore);
    return edgeBefore(this.data, at, this.start, runner.noEdge);
  }

  /**
   * Rules that look for their shape in the value given to a name that holds one of their words; see near.ts. Of those of a
   * provider's word (`wide`) also in what stands some way behind it.
   */
  private near(near: readonly number[], wide: readonly number[], at: number): void {
    const direct = lookDirect(this.data, at, this.start, this.end);
    this.probe(direct.from, direct.to);
    for (const value of direct.values) this.decoder.given(direct.from, value);
    for (const index of near) this.nearValue(this.runner(index), direct, false);
    const left = wide.map((index) => this.runner(index)).filter((runner) => !this.nearValue(runner, direct, false));
    if (left.length === 0) return;
    for (const given of lookWide(this.data, at, this.start, this.end)) {
      this.probe(given.from, given.to);
      for (const runner of left) this.nearValue(runner, given, true);
    }
  }

  /** @returns whether the name is one of the rule's, and values stand there */
  private nearValue(runner: Runner, given: Given, wide: boolean): boolean {
    const { rule } = runner;
    let distance: number | undefined;
    for (const value of given.values) {
      // Where a bare value ends, its shape knows best: it may hold a `|` or the like.
      if (value.quote !== 0 && value.end - value.start < rule.minLength) continue;
      // Most values fall here: cheaper than to make a text.
      if (rule.solid > 0 && this.solidAt(value.start) < rule.solid) continue;
      if (!this.edgeHolds(runner, value.start)) continue;
      const expression = expressionOf(runner);
      expression.lastIndex = 0;
      const found = expression.exec(this.valueText(value.start, rule.maxLength + 1));
      if (!found || (value.quote !== 0 && value.start + found[0].length > value.end + 1)) continue;
      distance ??= this.distance(runner, given, wide);
      if (distance === undefined) return false;
      this.accept(runner, found, value.start, value.start, given.from, distance);
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
      runner.nearWords ??= new RegExp(rule.near.map(looseWord).join('|'), 'gi');
      const name = longestName(runner.nearWords, given.names);
      if (name !== undefined) return (hasWord(name, [rule.provider, ...rule.service]) ? 0 : SHARED_NAME) - name.length;
    }
    if (rule.service.length === 0) return undefined;
    runner.serviceWords ??= new RegExp(rule.service.map(looseWord).join('|'), 'gi');
    return serviceDistance(runner.serviceWords, given);
  }

  /** Entropy, checksum and context decide on a match of a shape; `base` is the offset of the text that was matched. */
  private accept(runner: Runner, found: RegExpExecArray, at: number, base: number, lookedFrom = at, distance?: number): void {
    const { rule } = runner;
    const secretAt = found.indices?.groups?.['secret'];
    const start = secretAt ? base + secretAt[0] : at;
    const secret = found.groups?.['secret'] ?? found[0];
    const end = start + secret.length;
    let { confidence } = rule;
    const reasons: Reason[] = [];
    let from = Math.min(lookedFrom, start) - 8;
    let to = at + found[0].length + 1;

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
        return this.probe(from, to);
      }
    }
    if (confidence !== 'certain') {
      const variety = rule.entropy > 0 || distance !== undefined;
      if (distance !== undefined && isWords(secret)) return this.probe(from, to);
      if (entropy(secret) < rule.entropy || looksLikePlaceholder(secret, variety)) return this.probe(from, to);
    }
    if (rule.context) {
      const within = Math.min(rule.context.within ?? 200, MAX_CONTEXT);
      from = Math.min(from, at - within);
      to = Math.max(to, at + found[0].length + within);
      runner.contextWords ??= new RegExp(rule.context.words.map(looseWord).join('|'), 'i');
      const around = this.data.toString('latin1', Math.max(from, this.start), Math.min(to, this.end));
      if (runner.contextWords.test(around)) reasons.push({ code: 'context', text: 'Words of its provider stand near it.' });
      else if (rule.context.required !== false) return this.probe(from, to);
      else if (confidence === 'high') confidence = 'medium';
    }
    const hit: Hit = {
      rule: runner.index,
      start,
      end,
      from: Math.max(from, this.start),
      to: Math.min(to, this.end),
      confidence,
      reasons,
      ...(distance !== undefined && { distance }),
    };
    const password = passwordIn(rule.checksum?.is, secret);
    if (password) {
      hit.end = start + password.end;
      hit.start = start + password.start;
      hit.decoded = { secret: password.secret, from: ['base64'], unsure: false };
    }
    this.hits.push(hit);
  }
}

function expressionOf(runner: Runner): RegExp {
  const { rule } = runner;
  if (!runner.expression) {
    const after = rule.edgeAfter === '' ? '' : `(?![${rule.edgeAfter}])`;
    const indices = rule.pattern.includes('(?<secret>') ? 'd' : '';
    runner.expression = new RegExp(`(?:${rule.pattern})${after}`, `${rule.flags}y${indices}`);
  }
  return runner.expression;
}

function byteTable(inside: string): Uint8Array {
  const table = new Uint8Array(256);
  const expression = new RegExp(`[${inside}]`);
  for (let byte = 0; byte < 256; byte++) table[byte] = expression.test(String.fromCharCode(byte)) ? 1 : 0;
  return table;
}

function hasWord(name: string, words: readonly string[]): boolean {
  const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  return words.some((word) => plain(name).includes(plain(word)));
}

/** `api key` also stands for `api_key`, `api-key`, `apiKey` and `api.key`. */
function looseWord(word: string): string {
  return word
    .split(/[ _.-]+/)
    .map((piece) => piece.replace(/[^A-Za-z0-9]/g, String.raw`\$&`))
    .join('[ _.-]?');
}
