/**
 * Features of where a value stands: its line and the lines around it.
 * @module
 */
import type { LineFacts, NearFacts } from './facts.ts';
import type { Form } from './candidate.ts';
import { type Feature, flag } from './feature.ts';

const isForm =
  (...forms: Form[]) =>
  ({ form }: LineFacts): number =>
    flag(forms.includes(form));
const lineHas =
  (expression: RegExp) =>
  ({ line }: LineFacts): number =>
    flag(expression.test(line));
const nearHas =
  (expression: RegExp) =>
  ({ around }: NearFacts): number =>
    flag(expression.test(around));
/** Words of a sentence. */
const proseIn = (text: string): number => text.match(/(?:^|\s)[a-z]{2,12}(?=[\s.,])/g)?.length ?? 0;

export const LINE_FEATURES: readonly Feature<LineFacts>[] = [
  [
    'name-in-value',
    'that it holds words of its name',
    ({ plain, value }) => {
      const words = plain.split('_').filter((word) => word.length > 2);
      const lower = value.toLowerCase();
      return words.length === 0 ? 0 : words.filter((word) => lower.includes(word)).length / words.length;
    },
  ],
  ['form-assign', 'that it is assigned with =', isForm('assign')],
  ['form-colon', 'that it stands behind a colon', isForm('colon')],
  ['form-arrow', 'that it stands behind an arrow', isForm('arrow')],
  ['form-compare', 'that it is compared', isForm('compare')],
  ['form-call', 'that it is an argument', isForm('call', 'wrapped')],
  ['form-comma', 'that it stands behind a comma', isForm('comma')],
  ['form-tag', 'that it is the text of an element', isForm('tag')],
  ['form-space', 'that only a space stands before it', isForm('space')],
  ['form-pair', 'that it is a named value', isForm('pair')],
  ['form-url', 'that it stands in a URL', isForm('url')],
  ['form-command', 'that it is given on a command line or in SQL', isForm('sql', 'user')],
  ['form-otp', 'that it is given to a maker of one-time passwords', isForm('otp')],
  ['quoted', 'that it is quoted', ({ quote }) => flag(quote !== 0)],
  ['double-quoted', 'the kind of its quotes', ({ quote }) => flag(quote === 34)],
  ['closed', 'that its quote is closed', ({ closed }) => flag(closed)],
  ['name-quoted', 'that its name is quoted', ({ gap }) => flag(/^\\?["'`]/.test(gap))],
  ['escaped', 'that it stands in an escaped string', ({ gap }) => flag(gap.includes('\\'))],
  ['gap', 'how far it is from its name', ({ gap }) => gap.length],
  ['spaced', 'that spaces stand around its operator', ({ gap }) => flag(/ [=:]/.test(gap))],
  ['line-start', 'that its name begins the line', ({ lead }) => flag(/^\s*(?:[-*]\s+)?["'`]?$/.test(lead))],
  [
    'declared',
    'that it is declared',
    ({ lead }) =>
      flag(
        /(?:^|\W)(?:const|let|var|val|static|final|public|private|string|String|export|set|env|ENV|ARG|define)\W[^=]*$/.test(
          lead,
        ),
      ),
  ],
  ['parameter', 'that it stands in a query', ({ lead }) => flag(/[?&]$/.test(lead))],
  ['indent', 'how far its line is indented', ({ lead }) => /^\s*/.exec(lead)![0].length],
  ['lead', 'how much stands before its name', ({ lead }) => lead.trim().length],
  ['tail', 'how much stands behind it', ({ tail }) => tail.trim().length],
  ['ends-line', 'that nothing but signs stands behind it', ({ tail }) => flag(/^["'`]?[\s,;)\]}\\]*$/.test(tail))],
  ['continues', 'what stands behind it', ({ tail }) => ' "\'`,;)]}&<\\|.('.indexOf(tail.charAt(0) || ' ')],
  [
    'joined',
    'that it is joined with something',
    ({ tail, lead }) => flag(/^["'`]?\s*[+.%]/.test(tail) || /\+\s*["'`]?$/.test(lead)),
  ],
  [
    'comment',
    'that its line is a comment',
    ({ lead }) => flag(/^\s*(?:\/\/|#|\*|\/\*|;|--\s|<!--|%)/.test(lead) || /\/\/\s/.test(lead)),
  ],
  ['prose', 'how much its line reads like a sentence', ({ line }) => proseIn(line)],
  ['assert', 'that its line is of a test', lineHas(/assert|expect|should|\btest\(|\bit\(|mock|Equal|require\./i)],
  ['call-line', 'that its line calls a function', lineHas(/\w\(/)],
  ['user-line', 'that its line names a user', lineHas(/user|login|email|account|host/i)],
  ['header-line', 'that its line is of a header or request', lineHas(/header|curl|http|request|cookie/i)],
  ['sql-line', 'that its line is SQL', lineHas(/\b(?:insert|update|select|alter|create) /i)],
  [
    'type-line',
    'that its line declares types or inputs',
    lineHas(/interface|type=|input|<label|placeholder|struct|function|def |class |return |import |throw|raise|error/i),
  ],
  ['other-pairs', 'how many other values its line has', ({ line }) => line.match(/[=:]\s*["']/g)?.length ?? 0],
  ['line-quotes', 'how many quotes stand before it', ({ lead }) => lead.match(/["'`]/g)?.length ?? 0],
];

export const NEAR_FEATURES: readonly Feature<NearFacts>[] = [
  [
    'near-user',
    'that a user, host or address is named near it',
    nearHas(/user|login|host|email|account|client_?id|endpoint|_url|_id/i),
  ],
  ['near-secret', 'that other secrets are named near it', nearHas(/passw|secret|token|api_?key|credential/i)],
  ['near-env', 'that variables are set near it', nearHas(/^\s*(?:export |- )?[A-Z][A-Z0-9_]{3,}\s*[=:]/m)],
  ['near-test', 'that tests are near it', nearHas(/assert|expect\(|should|describe\(|\bit\(|@Test|func Test|t\.\w+\(/)],
  ['near-crypto', 'that ciphers or hashes are named near it', nearHas(/encrypt|decrypt|cipher|hash|digest|hmac|plaintext|sign/i)],
  [
    'near-same',
    'how many lines near it begin alike',
    ({ near, lead, name }) => {
      const begin = `${lead}${name}`.trimStart().slice(0, 4);
      return begin.length < 3 ? 0 : near.filter((line) => line.trimStart().startsWith(begin)).length;
    },
  ],
  ['near-name', 'how often its name stands near it', ({ near, name }) => near.filter((line) => line.includes(name)).length],
  [
    'near-value',
    'that the same value stands near it',
    ({ near, value, line }) => flag(value.length > 3 && (line.includes(value) || near.some((other) => other.includes(value)))),
  ],
  [
    'near-random',
    'how many other values near it look random',
    ({ above, below, tail }) => `${above} ${tail} ${below}`.match(/\d[A-Za-z]+\d\w+/g)?.length ?? 0,
  ],
  ['near-prose', 'how much the text around it is sentences', ({ around }) => proseIn(around)],
  ['near-foreign', 'that the text around it is not ASCII', nearHas(/[\x80-\xff]{2}/)],
  ['near-blank', 'that it stands alone', ({ near }) => near.filter((line) => line.trim() === '').length],
];
