/**
 * Rules switched off, or judged otherwise, by their ids. Loaded only when someone asks for that.
 * @module
 */
import { isWeighed } from '../detect/score/modes.ts';
import { type Tables, USE } from '../detect/tables.ts';
import { UsageError } from '../errors.ts';
import { SEVERITIES, type Severity } from '../model.ts';
import { closest } from './closest.ts';
import type { Catalogue } from './rule.ts';

export interface RuleSetting {
  /** Default true. */
  enabled?: boolean;
  /** In place of all that the severity of a finding otherwise follows from. */
  severity?: Severity;
  /** Of a rule that is weighed: least probability, 0 to 1, at which it is told, in place of the mode's. */
  minProbability?: number;
}

export type RuleSettings = Readonly<Record<string, RuleSetting>>;

/**
 * The catalogue with settings applied: the others keep their order and their tables, so this takes no time to speak of.
 * @throws UsageError for an id that no rule has, a severity that does not exist, and a probability that means nothing
 */
export function withSettings(catalogue: Catalogue, settings: RuleSettings): Catalogue {
  const ids = new Set(catalogue.rules.map((rule) => rule.id));
  const weighed = catalogue.rules.flatMap(({ id, detector }) => (isWeighed(detector) ? [id] : []));
  for (const [id, { severity, minProbability }] of Object.entries(settings)) {
    if (!ids.has(id)) throw unknownRule(id, ids);
    if (minProbability !== undefined && !(minProbability >= 0 && minProbability <= 1))
      throw new UsageError(`the probability of rule ${id} cannot be ${minProbability}: write a number from 0 to 1`);
    if (minProbability !== undefined && !weighed.includes(id))
      throw new UsageError(`rule ${id} is not weighed, it has no probability: only ${weighed.join(', ')} have one`);
    if (severity !== undefined && !SEVERITIES.includes(severity))
      throw new UsageError(`the severity of rule ${id} cannot be ${severity}: write one of ${SEVERITIES.join(', ')}`);
  }
  const off = (id: string): boolean => settings[id]?.enabled === false;
  // A rule that is off finds nothing: no literal leads to it, and no detector knows it.
  const rules = catalogue.rules.map((rule) => (off(rule.id) ? { ...rule, detector: '', anchors: [] } : rule));
  const sheets = catalogue.sheets.map((sheet) => {
    const severity = settings[sheet.id]?.severity;
    return severity === undefined ? sheet : { ...sheet, severity, severityIsSet: true };
  });
  return {
    count: rules.filter(({ id }) => !off(id)).length,
    hash: catalogue.hash,
    rules,
    rule: (index) => rules[index]!,
    sheets,
    tables: withoutRules(catalogue.tables, (index) => off(rules[index]!.id)),
    ...(catalogue.accepts && { accepts: catalogue.accepts }),
  };
}

/** Settings that leave only some rules on. */
export function onlyRules(catalogue: Catalogue, only: readonly string[]): RuleSettings {
  const ids = new Set(catalogue.rules.map((rule) => rule.id));
  for (const id of only) if (!ids.has(id)) throw unknownRule(id, ids);
  const kept = new Set(only);
  return Object.fromEntries([...ids].filter((id) => !kept.has(id)).map((id) => [id, { enabled: false }]));
}

function unknownRule(id: string, ids: Iterable<string>): UsageError {
  const near = closest(id, [...ids]);
  const hint = near === undefined ? '; bearertrap rules lists them all' : `; did you mean ${near}?`;
  return new UsageError(`there is no rule ${id}${hint}`);
}

function withoutRules({ literals, uses, useStarts }: Tables, off: (rule: number) => boolean): Tables {
  const kept: number[] = [];
  const starts = [0];
  for (let literal = 0; literal + 1 < useStarts.length; literal++) {
    for (let i = useStarts[literal]!; i < useStarts[literal + 1]!; i += 4) {
      if (uses[i] === USE.code || !off(uses[i + 1]!)) kept.push(...uses.subarray(i, i + 4));
    }
    starts.push(kept.length);
  }
  return { literals, uses: Int32Array.from(kept), useStarts: Int32Array.from(starts) };
}
