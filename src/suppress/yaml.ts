/**
 * YAML as plain data. Loads the yaml package: import it only when there is a file to read.
 * @module
 */
import * as Yaml from 'yaml';
import { UsageError } from '../errors.ts';

/** @throws UsageError with the place of the first mistake */
export function parseYaml(text: string, name: string): unknown {
  const lines = new Yaml.LineCounter();
  const document = Yaml.parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (!error) return document.toJS();
  const { line, col } = lines.linePos(error.pos[0]);
  throw new UsageError(`${name}:${line}:${col}: ${error.message.split('\n')[0]}`);
}
