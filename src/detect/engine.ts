/**
 * The detector: bytes in, hits out. The prefilter finds anchors, each anchor's rules look at a bounded window around it.
 * @module
 */
import type { Confidence, Reason } from '../model.ts';
import type { Catalogue, Rule } from '../rules/rule.ts';
import { findAssignment } from './assignment.ts';
import { checksumHolds } from './checksum.ts';
import { DETECTORS, type DetectorCode } from './detectors/index.ts';
import { edgeBefore } from './edge.ts';
import type { Hit, Scanner } from './hit.ts';
import { entropy, looksLikePlaceholder } from './plausible.ts';
import { type Literal, Prefilter } from './prefilter.ts';

/** Farthest a context word may stand from a match; with the longest short match it bounds `reach`. */
const MAX_CONTEXT = 400;

/** A rule with what is made from it on first use. */
interface Runner {
  index: number;
  rule: Rule;
  expression: RegExp | undefined;
  contextWords: RegExp | undefined;
  nearWords: RegExp | undefined;
  noEdge: Uint8Array | undefined;
}

type Use = { runner: Runner; before: [number, number] } | { code: DetectorCode };

/** What a detector written in code sees and does. */
export interface Context {
  readonly data: Buffer;
  readonly start: number;
  readonly end: number;
  /** Emits a secret for a variant (the rule whose `detector` is that name); silently nothing when that rule is off. */
  emit(variant: string, start: number, end: number, from: number, to: number, confidence?: Confidence, reasons?: Reason[]): void;
  /** Tells of a long look without success. */
  probe(from: number, to: number): void;
}

export class Detector implements Scanner, Context {
  readonly reach = 1024;
  private readonly prefilter: Prefilter;
  /** For each literal of the prefilter, what is to be done where it stands. */
  private readonly uses: Use[][] = [];
  private readonly variants = new Map<string, Runner>();
  private readonly runners: Runner[];

  data: Buffer = Buffer.alloc(0);
  start = 0;
  end = 0;
  private hits: Hit[] = [];

  /** @param catalogue compiled rules; the `rule` of a hit is an index in its list */
  constructor(catalogue: Pick<Catalogue, 'rules'>) {
    this.runners = catalogue.rules.map((rule, index) => ({
      index,
      rule,
      expression: undefined,
      contextWords: undefined,
      nearWords: undefined,
      noEdge: undefined,
    }));
    const literals: Literal[] = [];
    const byText = new Map<string, number>();
    const use = (literal: Literal, todo: Use): void => {
      const key = `${literal.fold ? 'i' : 'c'}${literal.text}\0${literal.prev ?? ''}\0${literal.next ?? ''}`;
      let at = byText.get(key);
      if (at === undefined) {
        at = literals.push(literal) - 1;
        byText.set(key, at);
        this.uses.push([]);
      }
      this.uses[at]!.push(todo);
    };
    const codes = new Set<DetectorCode>();
    for (const runner of this.runners) {
      const { rule } = runner;
      if (rule.detector !== '') {
        this.variants.set(rule.detector, runner);
        const code = DETECTORS.get(rule.detector.split('/')[0]!);
        if (code) codes.add(code);
      }
      for (const anchor of rule.anchors) use(anchor, { runner, before: anchor.before });
    }
    for (const code of codes) for (const literal of code.literals) use(literal, { code });
    this.prefilter = new Prefilter(literals);
  }

  scan(data: Buffer, start: number, end: number, ranges?: Int32Array): Hit[] {
    this.data = data;
    this.start = start;
    this.end = end;
    this.hits = [];
    if (ranges) {
      for (let i = 0; i + 1 < ranges.length; i += 2)
        this.prefilter.scan(data, start, end, ranges[i]!, ranges[i + 1]!, this.onLiteral);
    } else {
      this.prefilter.scan(data, start, end, start, end, this.onLiteral);
    }
    return this.hits;
  }

  private readonly onLiteral = (literal: number, at: number): void => {
    for (const use of this.uses[literal]!) {
      if ('code' in use) use.code.run(this, at);
      else if (use.runner.rule.near.length > 0) this.near(use.runner, at);
      else this.shape(use.runner, at - use.before[1], at - use.before[0]);
    }
  };

  emit(
    variant: string,
    start: number,
    end: number,
    from: number,
    to: number,
    confidence?: Confidence,
    reasons: Reason[] = [],
  ): void {
    const runner = this.variants.get(variant);
    if (!runner) return;
    this.hits.push({ rule: runner.index, start, end, from, to, confidence: confidence ?? runner.rule.confidence, reasons });
  }

  probe(from: number, to: number): void {
    if (to - from > this.reach) {
      this.hits.push({ rule: -1, start: from, end: from, from, to, confidence: 'low', reasons: [] });
    }
  }

  /** A rule with a shape whose match begins in [first, last]; the leftmost match counts. */
  private shape(runner: Runner, first: number, last: number): void {
    const { rule } = runner;
    const begin = Math.max(first, this.start);
    const stop = Math.min(last + rule.maxLength + 1, this.end);
    if (begin > last || stop - begin < rule.minLength) return;
    const text = this.data.toString('latin1', begin, stop);
    const expression = expressionOf(runner);
    for (let at = begin; at <= last; at++) {
      if (!this.edgeHolds(runner, at)) continue;
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

  /** A rule that looks for its shape in the value given to a name that holds one of its `near` words. */
  private near(runner: Runner, at: number): void {
    const { rule } = runner;
    runner.nearWords ??= nearExpression(rule.near);
    // The anchor is a piece of the word, which may begin before it: `datadog api` is anchored at `datadog`.
    const from = Math.max(at - 40, this.start);
    const text = this.data.toString('latin1', from, Math.min(at + 60, this.end));
    runner.nearWords.lastIndex = 0;
    let wordEnd = -1;
    for (let found = runner.nearWords.exec(text); found; found = runner.nearWords.exec(text)) {
      if (from + found.index <= at && at < from + runner.nearWords.lastIndex) {
        wordEnd = from + runner.nearWords.lastIndex;
        break;
      }
    }
    if (wordEnd < 0) return;
    const expression = expressionOf(runner);
    for (const value of findAssignment(this.data, at, wordEnd, this.start, this.end).values) {
      const stop = Math.min(value.start + rule.maxLength + 1, this.end);
      if (stop - value.start < rule.minLength || !this.edgeHolds(runner, value.start)) continue;
      expression.lastIndex = 0;
      const found = expression.exec(this.data.toString('latin1', value.start, stop));
      if (found && value.start + found[0].length <= value.end + 1) this.accept(runner, found, value.start, value.start, from);
    }
  }

  /** Entropy, checksum and context decide on a match of a shape; `base` is the offset of the text that was matched. */
  private accept(runner: Runner, found: RegExpExecArray, at: number, base: number, lookedFrom = at): void {
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
        confidence = 'certain';
        reasons.push({ code: 'checksum-valid', text: `its ${rule.checksum.is} checksum is right` });
      } else if (rule.checksum.mismatch === 'low') {
        confidence = 'low';
        reasons.push({ code: 'checksum-wrong', text: `its ${rule.checksum.is} checksum is wrong` });
      } else {
        return this.probe(from, to);
      }
    }
    if (confidence !== 'certain') {
      const variety = rule.entropy > 0 || rule.near.length > 0;
      if (entropy(secret) < rule.entropy || looksLikePlaceholder(secret, variety)) return this.probe(from, to);
    }
    if (rule.context) {
      const within = Math.min(rule.context.within ?? 200, MAX_CONTEXT);
      from = Math.min(from, at - within);
      to = Math.max(to, at + found[0].length + within);
      runner.contextWords ??= new RegExp(rule.context.words.map(looseWord).join('|'), 'i');
      const around = this.data.toString('latin1', Math.max(from, this.start), Math.min(to, this.end));
      if (runner.contextWords.test(around)) reasons.push({ code: 'context', text: 'words of its provider stand near it' });
      else if (rule.context.required !== false) return this.probe(from, to);
      else if (confidence === 'high') confidence = 'medium';
    }
    this.hits.push({
      rule: runner.index,
      start,
      end,
      from: Math.max(from, this.start),
      to: Math.min(to, this.end),
      confidence,
      reasons,
    });
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

/** `api key` also stands for `api_key`, `api-key`, `apiKey` and `api.key`. */
function looseWord(word: string): string {
  return word
    .split(/[ _.-]+/)
    .map((piece) => piece.replace(/[^A-Za-z0-9]/g, String.raw`\$&`))
    .join('[ _.-]?');
}

function nearExpression(words: readonly string[]): RegExp {
  return new RegExp(words.map(looseWord).join('|'), 'gi');
}
