/**
 * The table of services whose keys only a name tells (`patterns/services/services.yaml`): a line there for each kind of
 * key becomes a rule as any other, with the sentences and examples that all of them share.
 * @module
 */
import * as Yaml from 'yaml';
import schema from '../../patterns/services/services.schema.json' with { type: 'json' };
import type { Kind } from '../model.ts';
import { type ParsedRules, parseRules } from './load.ts';
import type { ProviderFile, RuleSource } from './rule.ts';
import { readBySchema } from './schema.ts';
import { lengthOf, parseShape } from './shape.ts';

interface Service {
  provider: string;
  name: string;
  url?: string;
  words: string[];
  keys: { id: string; what: string; shape: string }[];
}

const KINDS: Readonly<Record<string, Kind>> = {
  'access token': 'bearer',
  'client secret': 'client-secret',
  'personal access token': 'bearer',
};

/**
 * Reads the table; each service is checked as a rule file is.
 * @param name of the file, for problems
 * @throws Error when the table is not of its schema
 */
export function parseServices(text: string, name: string): { name: string; rules: ParsedRules }[] {
  const lines = new Yaml.LineCounter();
  const document = Yaml.parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const { value, departures } = readBySchema(document, schema);
  const problems = [
    ...document.errors.map((error) => ({ offset: error.pos[0], message: error.message })),
    ...departures.map(({ offset, message, fix }) => ({ offset, message: `${message} (${fix})` })),
  ];
  if (problems.length > 0)
    throw new Error(problems.map(({ offset, message }) => `${name}:${lines.linePos(offset).line}: ${message}`).join('\n'));
  return (value as { services: Service[] }).services.map((service) => {
    const title = `${name}, ${service.provider}`;
    // JSON is YAML: the same reader and the same checks as for files.
    return { name: title, rules: parseRules(JSON.stringify(providerFile(service)), title) };
  });
}

function providerFile({ keys, words, ...provider }: Service): ProviderFile {
  return { ...provider, rules: keys.map((key) => ruleOf(provider, words, key)) };
}

function ruleOf(provider: Omit<Service, 'keys' | 'words'>, words: string[], { id, what, shape }: Service['keys'][0]): RuleSource {
  const constant = `${words[0]!.replace(/[^A-Za-z0-9]+/g, '_')}_${what.replaceAll(' ', '_')}`.toUpperCase();
  const camel = constant.toLowerCase().replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  return {
    id,
    title: `${provider.name} ${what}`,
    kind: KINDS[what] ?? 'api-key',
    opens: `Calls ${provider.name} as the account it belongs to, and at its cost.`,
    severity: 'medium',
    shape,
    service: words,
    entropy: leastEntropy(shape),
    revoke: {
      how: `Make a new ${what.replace('personal ', '')} in the account's settings at ${provider.name} and delete this one`,
      ...(provider.url !== undefined && { url: provider.url }),
    },
    examples: {
      match: [`${constant}={secret}`, `const ${camel} = '{secret}';`],
      miss: [`${constant}={short}`, `checksum = "{secret}"`],
    },
  };
}

/** Random values of few characters or few kinds of them vary less; the bound leaves nearly all of them in. */
function leastEntropy(shape: string): number {
  const node = parseShape(shape);
  const [length] = lengthOf(node);
  return length < 20 || !/[a-zA-Z]-[a-zA-Z]/.test(shape) ? 2.2 : 3;
}
