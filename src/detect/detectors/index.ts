/**
 * Detectors written in code, for what no single shape can tell. A rule names one by `detector: <name>` or
 * `detector: <name>/<variant>`; the variant decides which rule a find belongs to.
 * @module
 */
import type { Context } from '../engine.ts';
import type { Literal } from '../prefilter.ts';
import { base64 } from '../decode/base64.ts';
import { escapes } from '../decode/escapes.ts';
import { seams } from '../decode/joins.ts';
import { kubernetes } from '../decode/kubernetes.ts';
import { quotedPrintable } from '../decode/quoted-printable.ts';
import { assignment } from './assignment.ts';
import { authorization } from './authorization.ts';
import { command } from './command.ts';
import { dsn } from './dsn.ts';
import { capability } from './capability.ts';
import { joseJson, jwk } from './jose-json.ts';
import { jwt } from './jwt.ts';
import { misuse } from './misuse.ts';
import { privateKey } from './private-key.ts';
import { url } from './url.ts';

export interface DetectorCode {
  /** Where it wants to be called. */
  literals: readonly Literal[];
  /** Called whatever rules there are: it emits nothing itself. */
  always?: boolean;
  /** Looks at the literal that begins at `at`. */
  run(context: Context, at: number): void;
}

export const DETECTORS: ReadonlyMap<string, DetectorCode> = new Map([
  ['assignment', assignment],
  ['authorization', authorization],
  ['base64', base64],
  ['command', command],
  ['capability', capability],
  ['dsn', dsn],
  ['escapes', escapes],
  ['jose-json', joseJson],
  ['jwk', jwk],
  ['jwt', jwt],
  ['kubernetes', kubernetes],
  ['misuse', misuse],
  ['private-key', privateKey],
  ['quoted-printable', quotedPrintable],
  ['seams', seams],
  ['url', url],
]);
