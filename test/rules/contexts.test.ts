/** Generated credentials of every rule with a shape, in the places where they stand in real life. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Detector } from '../../src/detect/engine.ts';
import { resolve } from '../../src/detect/resolve.ts';
import { isTold } from '../../src/detect/score/weigh.ts';
import { loadCatalogue } from '../../src/rules/catalogue.ts';
import { generate, type Mutation, mutate } from '../../src/rules/generate.ts';
import { parseRules } from '../../src/rules/load.ts';
import { randomFrom } from '../../src/rules/random.ts';
import type { RuleSource } from '../../src/rules/rule.ts';
import { parseServices } from '../../src/rules/services.ts';

const FOLDER = new URL('../../patterns/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8');
const SERVICES = 'services/services.yaml';

const rules = [
  ...readdirSync(FOLDER)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => parseRules(read(name), name)),
  ...parseServices(read(SERVICES), SERVICES).map((service) => service.rules),
]
  .flatMap(({ file }) => file.rules)
  .filter((rule) => rule.shape !== undefined && rule.kind !== 'misuse')
  .map((rule) => {
    const random = randomFrom(`contexts/${rule.id}`);
    return { rule, random, secret: generate(rule, random) };
  });

const catalogue = loadCatalogue();
const detector = new Detector(catalogue);
const foundIn = (text: string): string[] => {
  const data = Buffer.from(text, 'latin1');
  return resolve(detector.scan(data, 0, data.length).filter(isTold), catalogue).map(({ rule }) => catalogue.rules[rule]!.id);
};

/** A name that the rule's credential could be given to. */
function nameOf({ near, service, id }: RuleSource): string {
  const word = near?.[0] ?? (service ? `${service[0]} api key` : id);
  return word.replaceAll(/[^A-Za-z0-9]+/g, '_');
}

const CONTEXTS: Readonly<Record<string, (name: string, secret: string) => string>> = {
  env: (name, secret) => `${name.toUpperCase()}=${secret}\n`,
  YAML: (name, secret) => `settings:\n  ${name.toLowerCase()}: "${secret}"\n`,
  JSON: (name, secret) => `{"debug": true, "${name.toLowerCase()}": "${secret}"}\n`,
  code: (name, secret) => `const ${name} = "${secret}";\n`,
  shell: (name, secret) => `export ${name.toUpperCase()}="${secret}"\n`,
  log: (name, secret) => `2024-05-01 12:00:00 INFO ${name.toLowerCase()}=${secret}\n`,
};
const MUTATIONS: readonly Mutation[] = ['short', 'long', 'alphabet', 'checksum'];

/** Rules for a credential that stands alone: under a name, as here, another rule of its provider tells of the same one. */
const NAMED: Readonly<Record<string, string>> = {
  'nats-nkey-seed-bare': 'nats-nkey-seed',
  'nats-nkey-seed-noted': 'nats-nkey-seed',
};

/** With the words that must stand near. */
const around = ({ context }: RuleSource, text: string): string => `${text}# ${context?.words[0] ?? ''}\n`;

/** What is found though it was changed, and why that is right. */
const REASONS: Readonly<Record<string, string>> = {
  'bitbucket-username': 'any name is one, so that a changed one is another',
  'docker-username': 'any name is one, so that a changed one is another',
  'nats-creds-seed': 'its last character is the line end, which follows anyway',
};

describe('credentials of every rule', () => {
  it('are many', () => expect(rules.length).toBeGreaterThan(1500));

  it.each(Object.keys(CONTEXTS))('are found in %s', (context) => {
    const lost = rules.filter(
      ({ rule, secret }) => !foundIn(around(rule, CONTEXTS[context]!(nameOf(rule), secret))).includes(NAMED[rule.id] ?? rule.id),
    );
    expect(lost.map(({ rule }) => rule.id)).toEqual([]);
  });

  it('are not found when they are changed, or it is told why', { timeout: 120_000 }, () => {
    const counts = { short: 0, long: 0, alphabet: 0, checksum: 0 };
    const found = new Set<string>();
    for (const { rule, random, secret } of rules) {
      for (const how of MUTATIONS) {
        const text = mutate(rule, secret, how, random);
        if (text === undefined) continue;
        counts[how]++;
        if (foundIn(around(rule, CONTEXTS['env']!(nameOf(rule), text))).includes(rule.id)) found.add(rule.id);
      }
    }
    expect([...found].sort()).toEqual(Object.keys(REASONS));
    // Too short is always possible, and so is a character that does not belong; not every shape has an end or a checksum.
    expect(Math.min(counts.short, counts.alphabet)).toBeGreaterThan(0.98 * rules.length);
    expect(counts.long).toBeGreaterThan(0.9 * rules.length);
    expect(counts.checksum).toBeGreaterThan(80);
  });
});
