/**
 * What the feature code makes of made-up candidates, as a hash: weights that were learned with other code have another.
 * The candidates are made here and not found, so that what rules and decoders find does not matter.
 * @module
 */
import { createHash } from 'node:crypto';
import { Looks } from '../../detect/look.ts';
import { candidateOf, type Form, lineOf } from '../../detect/score/candidate.ts';
import { ownFeatures, withPath } from '../../detect/score/features.ts';
import { read, type WordTables } from '../../detect/score/words.ts';
import { below, type Random, randomFrom, randomText } from '../../rules/random.ts';

const EXAMPLES = 400;
const FORMS: readonly Form[] = [
  'assign',
  'colon',
  'arrow',
  'compare',
  'call',
  'comma',
  'tag',
  'space',
  'pair',
  'wrapped',
  'url',
  'sql',
];
const NAMES = [
  'password',
  'DB_PASSWORD',
  'clientSecret',
  'api_key',
  'accessToken',
  'x',
  'spring.datasource.password',
  'SECRET_KEY_BASE',
];
const GAPS = ['=', ' = ', ': ', '": "', " => '", '("', '>', ' '];
const ENDS = ['', '"', "'", '",', "';", ')', '</a>', ' # production'];
const LINES = ['', 'user=deploy\n', 'const host = "db.corp.net";\n', '  # see the wiki\n', 'expect(login).toBe(1)\n'];
const ALPHABETS = [
  '0123456789',
  '0123456789abcdef',
  'ABCDEFabcdef0123456789+/=',
  'abcdefghijklmnopqrstuvwxyz',
  '!@#$%aeiourst-_.~9',
];
const WORDS = ['winter', 'Dragon', 'test', 'changeme', 'Example', 'server', 'get', 'Value'];
const PATHS = [
  undefined,
  'src/app.ts',
  'test/login.test.js',
  'docs/setup.md',
  'config/prod.yaml',
  '.env',
  'main.go',
  'deploy.sh',
];

export function fingerprintOf(tables: WordTables): string {
  const random = randomFrom('fingerprint');
  const hash = createHash('sha256');
  for (let i = 0; i < EXAMPLES; i++) {
    const name = oneOf(NAMES, random);
    const value = randomText(oneOf(ALPHABETS, random), below(50, random), random) + oneOf(['', ...WORDS], random);
    const [above = '', lead = '', gap = '', tail = '', under = ''] = [LINES, ['', '  ', 'let ', '{"'], GAPS, ENDS, LINES].map(
      (list) => oneOf(list, random),
    );
    const nameStart = above.length + lead.length;
    const nameEnd = nameStart + name.length;
    const start = nameEnd + gap.length;
    const end = start + value.length;
    const data = Buffer.from(`${above}${lead}${name}${gap}${value}${tail}\n${under}`, 'latin1');
    const quote = /["']$/.exec(gap)?.[0].charCodeAt(0) ?? 0;
    const span = { nameStart, nameEnd, start, end, quote, closed: true };
    const looks = new Looks();
    const line = lineOf(looks, data, 0, data.length, oneOf(FORMS, random), span);
    const candidate = candidateOf(looks, data, 0, data.length, line);
    hash.update(JSON.stringify([...withPath(ownFeatures(candidate, read(value, tables)), oneOf(PATHS, random))]));
  }
  return hash.digest('hex').slice(0, 16);
}

function oneOf<T>(list: readonly T[], random: Random): T {
  return list[below(list.length, random)]!;
}
