/** The fast scan with all rules, compared with a scan of every object by itself (test/truth.ts does it for real repositories). */
import { rmSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Hit } from '../../../src/detect/hit.ts';
import { ObjectScanner } from '../../../src/pipeline/objects.ts';
import { loadCatalogue } from '../../../src/rules/catalogue.ts';
import { Carrier } from '../../../src/sources/git/carry.ts';
import { DeltaScanner } from '../../../src/sources/git/deltascan.ts';
import { planObjects } from '../../../src/sources/git/plan.ts';
import { openRepo } from '../../../src/sources/git/repo.ts';
import { Core } from '../../../src/wasm/core.ts';
import { type Lines, scanAlone, scanPlainly } from '../../helpers/objects.ts';
import { githubPat, jwt, privateKey, random } from '../../helpers/tokens.ts';
import { actions, perform } from './actions.ts';
import { apply, editsOf, encode, type Op, toOps } from './deltas.ts';
import { TestRepository } from './repos.ts';
import { listLedger } from './toy.ts';

const key = privateKey();
const token = jwt({ sub: 'x', iss: 'https://issuer.example' });
const WORDS = [
  githubPat('one'),
  githubPat('two'),
  githubPat('two').slice(0, 17),
  token,
  token.slice(0, 60),
  token.slice(60),
  key,
  key.slice(0, 90),
  key.slice(90),
  `${random(12, 'name')}:`,
  ' password = "',
  `${random(24, 'password')}"`,
  'https://user:',
  `${random(16, 'basic')}@host.example/`,
  'Authorization: Bearer ',
  'AWS_SECRET_ACCESS_KEY=',
  random(40, 'aws'),
  '"client_secret": "',
  '\n',
  '\n',
  ' ',
  '"',
  '\ufeff',
  '\0\x01',
  'nothing to see here\n'.repeat(30),
  'some words\n'.repeat(9),
  `${random(70, 'run')}/`.repeat(5),
  ' '.repeat(150),
  'api_key%3D',
  String.raw`\u003d`,
  Buffer.from(`DB_PASSWORD=${random(18, 'env')}\nDB_HOST=db.example.com\nDB_USER=service\n`).toString('base64'),
  'Server=db.corp.example;Database=x;Uid=service;',
  `;Pwd=${random(14, 'pwd')};`,
  `curl -u service:${random(14, 'curl')} `,
  'http://api.corp.example/v1 ',
  '{"kty":"oct",',
  `"k":"${random(43, 'k')}"}`,
  '"name": "DB_PASSWORD", ',
  `"value": "${random(20, 'value')}"`,
  '" + "',
  'é'.repeat(700),
];

const catalogue = loadCatalogue();

async function compare(folder: string): Promise<{ fast: Lines; plain: Lines }> {
  const ledger = listLedger();
  const fast = scanAlone(planObjects(openRepo(folder, ledger), ledger), catalogue);
  expect(ledger.entries).toEqual([]);
  return { fast, plain: (await scanPlainly(folder, catalogue)).lines };
}

describe('a history scan with all rules', () => {
  it.each([
    ['SHA-1', []],
    ['SHA-256', ['--object-format=sha256']],
  ])(
    'finds in a random repository what a scan of each object finds (%s)',
    async (_, options) => {
      let places = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(actions(WORDS), { minLength: 5, maxLength: 25 }), async (steps) => {
          const repository = TestRepository.create(...options);
          const files = new Map<string, string>();
          repository.commit('first', { a: 'first\n' });
          for (const [i, step] of steps.entries()) perform(repository, files, step, i);
          const { fast, plain } = await compare(repository.folder);
          expect(fast).toEqual(plain);
          places += plain.size;
          rmSync(repository.folder, { recursive: true });
        }),
        { numRuns: 15 },
      );
      expect(places).toBeGreaterThan(0);
    },
    120_000,
  );
});

describe('DeltaScanner with all rules', () => {
  const scanner = new ObjectScanner(catalogue);
  const carrier = new Carrier(new Core(Carrier.size));
  /** Finds in a chain of deltas what it finds in each object alone; gives how many that were. */
  function follow(first: Buffer, chain: readonly (readonly Op[] | ((base: Buffer) => Op[]))[]): number {
    const delta = new DeltaScanner(scanner, carrier);
    const told = (data: Buffer, hits: readonly Hit[]): string[] =>
      scanner
        .matches(data, 0, data.length, hits, '')
        .map(({ rule, secret, confidence, location }) => `${rule} ${location.offset} ${confidence} ${secret}`);
    let base = first;
    let known = delta.whole(base);
    let found = 0;
    for (const step of chain) {
      const { result, runs } = apply(base, encode(base, typeof step === 'function' ? step(base) : step).delta);
      const next = delta.derived(result, runs, base.length, known);
      delta.release(known);
      known = next;
      const plain = told(result, scanner.scan(result, 0, result.length));
      expect(told(result, known.hits)).toEqual(plain);
      found += plain.length;
      base = Buffer.from(result);
    }
    return found;
  }

  const text = fc.array(fc.constantFrom(...WORDS), { maxLength: 14 }).map((words) => Buffer.from(words.join('')));

  it('finds in a chain of deltas what a scan of each whole object finds', () => {
    let found = 0;
    fc.assert(
      fc.property(text, fc.array(editsOf(text), { minLength: 1, maxLength: 5 }), (first, chain) => {
        found += follow(
          first,
          chain.map((edits) => (base: Buffer) => toOps(base, edits)),
        );
      }),
      { numRuns: 1500 },
    );
    expect(found).toBeGreaterThan(500);
  });

  it('carries nothing over where the same bytes are of another encoding', () => {
    const tail = Buffer.from(`${'a line\n'.repeat(2000)}${githubPat()}\n`);
    const wide = Buffer.from(`\ufeff${'wide\n'.repeat(2000)}`, 'utf16le');
    const copy: Op[] = [{ copy: [0, tail.length] }];
    expect(follow(tail, [[{ insert: wide }, ...copy]])).toBe(0);
    expect(follow(Buffer.concat([wide, tail]), [[{ copy: [wide.length, tail.length] }]])).toBe(1);
  });
});
