/**
 * All candidates of files, whatever they are worth, and beside them what other rules find.
 * @module
 */
import { Detector } from '../../detect/engine.ts';
import type { Hit } from '../../detect/hit.ts';
import { resolve } from '../../detect/resolve.ts';
import { type Candidate, type Form, type Span } from '../../detect/score/candidate.ts';
import { Gate } from '../../detect/score/gate.ts';
import type { Reading, WordTables } from '../../detect/score/words.ts';
import type { Reason } from '../../model.ts';
import type { Catalogue } from '../../rules/rule.ts';
import type { TextFile } from './files.ts';

/** A candidate and how its value reads. */
export interface Read {
  candidate: Candidate;
  reading: Reading;
}

export interface Collected {
  rule: string;
  /** 1-based. */
  line: number;
  value: string;
  /** Undefined for what is found without weighing. */
  read?: Read;
}

/** A detector that keeps what it would weigh. */
export class Collector extends Detector {
  readonly #catalogue: Catalogue;
  readonly #gate: Gate<Read>;
  #candidates: Read[] = [];

  constructor(catalogue: Catalogue, tables: WordTables) {
    super(catalogue);
    this.#catalogue = catalogue;
    this.#gate = new Gate(tables, (candidate, reading) => ({ candidate, reading }));
  }

  override candidate(variant: string, form: Form, span: Span, reasons: Reason[] = []): void {
    const read = this.#gate.answer(this.look, this.data, this.start, this.end, form, span);
    if (!read) return;
    // The evidence of such a hit is the number of its candidate.
    this.emit(variant, span.start, span.end, 'low', reasons, { evidence: [this.#candidates.length] });
    this.#candidates.push(read);
  }

  /** What a scan of the file finds when nothing is weighed. */
  collect({ data }: TextFile): Collected[] {
    this.#candidates = [];
    const { rules } = this.#catalogue;
    const hits = resolve(this.scan(data, 0, data.length), this.#catalogue);
    let line = 1;
    let counted = 0;
    return hits.map((hit: Hit) => {
      for (; counted < hit.start; counted++) if (data[counted] === 10) line++;
      const read = hit.evidence && this.#candidates[hit.evidence[0]!];
      const value = data.toString('latin1', hit.start, hit.end);
      const collected: Collected = { rule: rules[hit.rule]!.id, line, value };
      if (read) collected.read = read;
      return collected;
    });
  }
}
