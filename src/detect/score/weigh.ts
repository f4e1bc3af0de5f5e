/**
 * Weighs candidates in two steps. Where a value is found its bytes are all that is known: what is hopeless is dropped
 * there, the rest carries its features along. Where the path is known too, the verdict is given.
 * @module
 */
import { type Confidence, CONFIDENCES, type Location, type Match, type Reason } from '../../model.ts';
import type { Look } from '../look.ts';
import type { Candidate, Form, Span } from './candidate.ts';
import { FEATURE_WORDS, ownFeatures, withPath } from './features.ts';
import { Gate } from './gate.ts';
import { loadModel, type Model } from './model.ts';
import type { Mode } from './modes.ts';
import { isTranslation } from './translation.ts';
import type { Reading } from './words.ts';

/** A path may lift a candidate, but not from below this probability. */
const FLOOR = 0.03;
/** Least probability that the thorough mode tells. */
const THOROUGH = 0.15;
/** Reasons told of a verdict. */
const REASONS = 3;

export interface Weighed {
  confidence: Confidence;
  /** Features of the candidate itself. */
  evidence: number[];
}

let gate: Gate<Weighed> | undefined;

/** What the bytes in `data[from, to)` say of a candidate; undefined when it is hopeless. */
export function weigh(look: Look, data: Buffer, from: number, to: number, form: Form, span: Span): Weighed | undefined {
  gate ??= new Gate(loadModel().tables, (candidate, reading) => evidenceOf(candidate, reading, loadModel()));
  return gate.answer(look, data, from, to, form, span);
}

function evidenceOf(candidate: Candidate, reading: Reading, model: Model): Weighed | undefined {
  const evidence = ownFeatures(candidate, reading);
  const probability = model.probability(withPath(evidence, undefined));
  return probability < FLOOR ? undefined : { confidence: model.level(probability) ?? 'low', evidence };
}

/** Whether a hit that may have been weighed would be told of a file of unknown path. */
export function isTold({ evidence }: { evidence?: readonly number[] | undefined }): boolean {
  return evidence === undefined || loadModel().level(loadModel().probability(withPath(evidence, undefined))) !== undefined;
}

/** How much is told. */
export interface Settling {
  /** What is less sure is left out, whether it was weighed or not. Default low. */
  minConfidence?: Confidence;
  /** `strict`: only what is of high confidence or certain; `thorough`: also what is more likely no secret. */
  mode?: Mode;
  /** By rule id: least probability (0 to 1) at which a weighed match of the rule is told, in place of the mode's. */
  minProbability?: Readonly<Record<string, number>>;
}

/** What the verdict on a match goes by. */
type Judged = Pick<Match, 'rule' | 'secret' | 'confidence' | 'evidence'>;
type Settled = Judged & Pick<Match, 'reasons'> & { location: Pick<Location, 'path'> };

/** The verdict on matches that were weighed, by what the whole model says with their paths; other matches stay as they are. */
export function settle<One extends Settled>(matches: readonly One[], settling: Settling = {}): One[] {
  return matches.flatMap((match): One[] => {
    const verdict = verdictOf(match, match.location.path, settling);
    if (!verdict) return [];
    const { confidence, weighed } = verdict;
    if (!weighed) return [match];
    const { evidence: _, ...rest } = match;
    return [{ ...rest, confidence, reasons: [...match.reasons, ...reasonsAt(match, weighed)] } as One];
  });
}

/** Whether a match is told at a path. */
export function isToldAt(match: Judged, path: string, settling: Settling): boolean {
  return verdictOf(match, path, settling) !== undefined;
}

/** Most that can be said of evidence, whatever the path: the versions of a file share it. */
const best = new WeakMap<readonly number[], number>();

/** Whether a match may be told at some path. */
export function mayBeTold({ rule, confidence, evidence }: Judged, settling: Settling): boolean {
  if (!evidence) return !isTooUnsure(confidence, settling);
  let most = best.get(evidence);
  if (most === undefined) best.set(evidence, (most = loadModel().most(withPath(evidence, undefined), evidence.length)));
  return isEnough(rule, most, settling);
}

/** Whether a probability is told. */
function isEnough(rule: string, probability: number, settling: Settling): boolean {
  const model = loadModel();
  const least = settling.minProbability?.[rule] ?? (settling.mode === 'thorough' ? THOROUGH : model.weights.levels.low);
  return probability >= least && !isTooUnsure(model.level(probability) ?? 'low', settling);
}

function isTooUnsure(confidence: Confidence, { minConfidence, mode }: Settling): boolean {
  return CONFIDENCES.indexOf(confidence) > CONFIDENCES.indexOf(minConfidence ?? (mode === 'strict' ? 'high' : 'low'));
}

interface Verdict {
  confidence: Confidence;
  /** Of what was weighed. */
  weighed?: { features: Float64Array; probability: number };
}

/** Undefined for what is not told. */
function verdictOf({ rule, secret, confidence, evidence }: Judged, path: string, settling: Settling): Verdict | undefined {
  if (!evidence) return isTooUnsure(confidence, settling) ? undefined : { confidence };
  if (isTranslation(path, secret)) return undefined;
  const model = loadModel();
  const features = withPath(evidence, path === '-' ? undefined : path);
  const probability = model.probability(features);
  if (!isEnough(rule, probability, settling)) return undefined;
  return { confidence: model.level(probability) ?? 'low', weighed: { features, probability } };
}

/** What was said last of evidence: the versions of a file share it, and to find the reasons costs most. */
const said = new WeakMap<readonly number[], { path: string; reasons: Reason[] }>();

function reasonsAt({ evidence, location: { path } }: Settled, weighed: NonNullable<Verdict['weighed']>): Reason[] {
  const last = said.get(evidence!);
  if (last?.path === path) return last.reasons;
  const reasons = reasonsOf(weighed);
  said.set(evidence!, { path, reasons });
  return reasons;
}

function reasonsOf({ features, probability }: NonNullable<Verdict['weighed']>): Reason[] {
  const words = loadModel()
    .reasons(features, REASONS)
    .map(({ feature }) => FEATURE_WORDS[feature]!);
  const because = words.length === 0 ? '' : ` What spoke most for it: ${words.join('; ')}.`;
  // Nothing that was learned is sure.
  const percent = Math.min(99, Math.round(probability * 100));
  return [{ code: 'score', text: `It is a secret with a probability of ${percent} %.${because}` }];
}
