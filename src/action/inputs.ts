/**
 * The inputs of the Action, as action.yml lists them (the runner fills in the defaults of that file).
 * @module
 */
import { getBooleanInput, getInput, getMultilineInput } from '@actions/core';
import { UsageError } from '../errors.ts';
import type { FailOn } from '../judge/policy.ts';
import { SEVERITIES } from '../model.ts';
import { type Format, FORMATS } from '../report/index.ts';
import { type Scope, SCOPES } from './plan.ts';

const FAIL_ON: readonly FailOn[] = [...SEVERITIES.slice(0, 4), 'none'];
const CONFIG_FROM = ['auto', 'base', 'checkout'] as const;

export interface Inputs {
  /** A folder of the checkout, relative to the workspace. */
  path: string;
  scope: Scope;
  failOn: FailOn;
  config: string;
  baseline: string;
  rules: string[];
  /** Whose config, baseline and rules count: `base` is the commit before a proposal, `auto` that on proposals. */
  configFrom: (typeof CONFIG_FROM)[number];
  sarif: string;
  reports: { format: Format; file: string }[];
  summary: boolean;
  annotations: boolean;
  comment: boolean;
  fetch: boolean;
  allowIncomplete: boolean;
  token: string;
}

/** @throws UsageError for a value that an input cannot have */
export function readInputs(): Inputs {
  return {
    path: getInput('path') || '.',
    scope: oneOf('scope', SCOPES),
    failOn: oneOf('fail-on', FAIL_ON),
    config: getInput('config'),
    baseline: getInput('baseline'),
    rules: getMultilineInput('rules'),
    configFrom: oneOf('config-from', CONFIG_FROM),
    sarif: getInput('sarif'),
    reports: getMultilineInput('report').map(reportOf),
    summary: flag('summary'),
    annotations: flag('annotations'),
    comment: flag('comment'),
    fetch: flag('fetch'),
    allowIncomplete: flag('allow-incomplete'),
    token: getInput('token'),
  };
}

function oneOf<T extends string>(name: string, values: readonly T[]): T {
  const given = getInput(name);
  const value = values.find((one) => one === given);
  if (value === undefined) throw new UsageError(`${name}: ${given || '(empty)'}: write one of ${values.join(', ')}`);
  return value;
}

function flag(name: string): boolean {
  try {
    return getBooleanInput(name);
  } catch (error) {
    throw new UsageError(`${name}: ${getInput(name) || '(empty)'}: write true or false`, { cause: error });
  }
}

function reportOf(text: string): { format: Format; file: string } {
  const [, format, file] = /^([a-z]+)=(.+)$/s.exec(text) ?? [];
  const known = FORMATS.find((one) => one === format);
  if (known !== undefined && file !== undefined) return { format: known, file };
  throw new UsageError(`report: ${text}: write FORMAT=FILE, with one of the formats ${FORMATS.join(', ')}`);
}
