/**
 * Reads patterns/issuers/*.yaml for the build, which writes the table as JSON, and for the tests.
 * @module
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import type { Token } from '../model.ts';
import type { Issuer } from './issuer.ts';
import type { JsonObject } from './json.ts';

/** A token of the issuer, unsigned, and what must be told of it. Only the tests read it. */
export interface IssuerExample {
  header?: JsonObject;
  claims: JsonObject;
  expect: Partial<Pick<Token, 'type' | 'tenant' | 'privilege' | 'scopes' | 'roles' | 'state' | 'endpoints'>>;
}

export interface IssuerFile extends Issuer {
  examples: IssuerExample[];
}

/**
 * Issuers with their examples, sorted by id.
 * @throws Error naming the file when one breaks issuer.schema.json, or its id is not its name
 */
export function loadIssuerFiles(folder: string): IssuerFile[] {
  const valid = new Ajv({ allErrors: true, allowUnionTypes: true }).compile<IssuerFile>(
    JSON.parse(readFileSync(join(folder, 'issuer.schema.json'), 'utf8')) as JsonObject,
  );
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return names.sort().map((name) => {
    const issuer: unknown = parse(readFileSync(join(folder, name), 'utf8'));
    if (!valid(issuer)) {
      const wrong = valid.errors?.map((error) => `${error.instancePath} ${error.message}`).join('; ');
      throw new Error(`${join(folder, name)}: ${wrong}`);
    }
    if (`${issuer.id}.yaml` !== name) throw new Error(`${join(folder, name)}: its id is ${issuer.id}`);
    return issuer;
  });
}

/** The table that `explainToken` works with: plain JSON, without the examples. */
export function loadIssuers(folder: string): Issuer[] {
  const files: (Issuer & { examples?: IssuerExample[] })[] = loadIssuerFiles(folder);
  for (const file of files) delete file.examples;
  return files;
}
