import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { expect, it } from 'vitest';
import { put, run, tree } from '../helpers/cli.ts';
import { githubPat, jwt, privateKey, random } from '../helpers/tokens.ts';

/** The OASIS schema of SARIF 2.1.0, as Microsoft's package for tests carries it. It names draft 4, but holds nothing that later drafts read otherwise. */
const {
  $schema: _,
  id: __,
  ...schema
} = createRequire(import.meta.url)('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json') as Record<string, unknown>;
const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
addFormats.default(ajv);
const valid = ajv.compile(schema);

it.each<[string, Record<string, string>]>([
  [
    'findings of several kinds',
    { 'a b/ä.env': `T=${githubPat()}\npassword: "k2${random(5, 'pw')}!x7"\n`, k: privateKey(), t: jwt({ sub: 'ada', exp: 1 }) },
  ],
  ['no findings', { a: 'clean' }],
  ['nothing read', {}],
])('a report of a real scan with %s is SARIF 2.1.0', async (_name, files) => {
  const root = tree(files);
  if (Object.keys(files).length > 1) put(root, 'line\nbreak', githubPat('other'));
  const { stdout } = await run(['scan', '--format', 'sarif'], { cwd: root });
  const log = JSON.parse(stdout) as object;
  expect(valid(log), JSON.stringify(valid.errors)).toBe(true);
});
