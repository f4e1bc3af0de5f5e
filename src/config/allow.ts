/**
 * What a configuration says of findings: which it accepts, and how severe they are in some paths.
 * @module
 */
import { createContext, Script } from 'node:vm';
import { type Finding, type Match, SEVERITIES, type Severity } from '../model.ts';
import type { Acceptor } from '../suppress/apply.ts';
import { names } from '../suppress/inline.ts';
import { coveredBy } from './paths.ts';

/** What a finding must be; all that is given must hold. */
export interface Selection {
  /** Patterns as in .gitignore, relative to `base`. */
  paths?: readonly string[];
  /** Rule ids; `aws-*` for all that begin so. */
  rules?: readonly string[];
  /** Absolute folder of the file in which this was written. */
  base: string;
}

/** Findings that are accepted. */
export interface Allow extends Selection {
  /** Ids of findings: fingerprints of rule and secret. */
  ids?: readonly string[];
  /** Regular expressions, one of which must match in the secret. */
  values?: readonly string[];
  /** Commits, full or abbreviated to at least seven characters. */
  commits?: readonly string[];
  /** More severe findings count all the same. */
  maxSeverity?: Severity;
  reason?: string;
  owner?: string;
  /** The last day on which it holds, `2027-01-31`. */
  until?: string;
}

/** How severe findings are. */
export interface SeverityRule extends Selection {
  severity: Severity;
}

/** Longest time that one expression may take with one secret, and the characters of a secret it is given. */
const VALUE_MS = 50;
const VALUE_LENGTH = 4_096;

/** @param root absolute folder that the paths of findings are relative to */
function selects(selection: Selection, root: string): (finding: Finding, match: Match) => boolean {
  const covers = selection.paths && coveredBy(selection.paths, selection.base, root);
  return ({ rule }, { location }) => {
    if (selection.rules && !selection.rules.some((name) => names(name, rule))) return false;
    return !covers || covers(location.path);
  };
}

/**
 * @param onProblem is told of expressions that take too long: a pattern of the scanned repository may be made to never end
 */
export function allowAcceptor(allow: Allow, root: string, onProblem?: (text: string) => void): Acceptor {
  const selected = selects(allow, root);
  const most = SEVERITIES.indexOf(allow.maxSeverity ?? 'critical');
  const matchesValue = allow.values && valueTester(allow.values, onProblem);
  return (finding, match) => {
    if (!selected(finding, match) || SEVERITIES.indexOf(finding.severity) < most) return undefined;
    if (allow.ids && !allow.ids.includes(finding.id)) return undefined;
    if (allow.commits && !allow.commits.some((commit) => match.location.commit?.startsWith(commit))) return undefined;
    if (matchesValue && !matchesValue(match.secret)) return undefined;
    const { reason, owner, until } = allow;
    return {
      by: 'config',
      ...(reason !== undefined && { reason }),
      ...(owner !== undefined && { owner }),
      ...(until !== undefined && { expires: until }),
    };
  };
}

/** Runs expressions under a clock, which a regular expression alone does not have. */
function valueTester(values: readonly string[], onProblem: ((text: string) => void) | undefined): (secret: string) => boolean {
  const test = new Script('expression.test(secret)');
  const slow = new Set<string>();
  const answers = new Map<string, boolean>();
  const matches = (expression: RegExp, secret: string): boolean => {
    if (slow.has(expression.source)) return false;
    try {
      const context = createContext({ expression, secret: secret.slice(0, VALUE_LENGTH) });
      return test.runInContext(context, { timeout: VALUE_MS }) as boolean;
    } catch {
      slow.add(expression.source);
      onProblem?.(`the expression ${expression.source} of an allow list takes too long and accepts nothing: write a simpler one`);
      return false;
    }
  };
  const expressions = values.map((value) => new RegExp(value, 'u'));
  return (secret) => {
    const known = answers.get(secret) ?? expressions.some((expression) => matches(expression, secret));
    answers.set(secret, known);
    return known;
  };
}

/**
 * Sets severities: a later entry goes before an earlier one. A finding at several
 * places is as severe as at the worst of them.
 * @param root absolute folder that the paths of findings are relative to
 */
export function setSeverities(
  findings: ReadonlyMap<Finding, readonly Match[]>,
  rules: readonly SeverityRule[],
  root: string,
): void {
  const tests = rules.map((rule) => ({ rule, selected: selects(rule, root) }));
  for (const [finding, matches] of findings) {
    const severities = new Set(
      matches.map((match) => tests.findLast(({ selected }) => selected(finding, match))?.rule.severity ?? finding.severity),
    );
    const severity = SEVERITIES.find((one) => severities.has(one))!;
    if (severity === finding.severity) continue;
    finding.reasons.push({
      code: 'severity-configured',
      text: `The configuration makes it ${severity} instead of ${finding.severity}.`,
    });
    finding.severity = severity;
  }
}
