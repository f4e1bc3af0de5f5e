/**
 * `bearertrap explain <id>`: all there is to say of one finding, in words.
 * @module
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { styleText } from 'node:util';
import { repositoryTop } from '../config/find.ts';
import { projectConfig } from '../config/index.ts';
import { UsageError } from '../errors.ts';
import type { Finding, Report } from '../model.ts';
import { displayPath } from '../path.ts';
import { wrap } from '../report/columns.ts';
import { decodingOf, historyLine, place, suppressionLine, tokenFacts, verificationLine } from '../report/text.ts';
import { createView } from '../report/view.ts';
import { loadSheets } from '../rules/catalogue.ts';
import { runScan, type ScanOptions } from '../scan.ts';
import { wantsColor } from './color.ts';
import { EXIT } from './exit.ts';
import { ownCommand, shellWord } from './shell.ts';

export interface ExplainOptions {
  /** A report written with `--format json` or `jsonl`. */
  report?: string;
  color?: boolean;
}

const SHORTEST_ID = 6;
const MOST_PLACES = 10;
const WIDEST = 100;
const NARROWEST = 48;
const LABEL = 10;

/** What is pasted into a shell: quoted already, and never broken. */
interface Pasted {
  command: string;
}
type Section = [name: string, lines: (string | Pasted)[]];

/** @returns the exit code */
export async function explainCommand(id: string, options: ExplainOptions): Promise<number> {
  if (!/^[0-9a-f]{1,20}$/.test(id) || id.length < SHORTEST_ID)
    throw new UsageError(
      `${displayPath(id)} is no id: write at least ${SHORTEST_ID} of the 20 characters that stand at id in a report`,
    );
  const finding = options.report === undefined ? await scanFor(id) : only(findingsOf(options.report), id, options.report);
  process.stdout.write(explanation(finding, (options.color ?? true) && wantsColor()));
  return EXIT.clean;
}

/** Reports are kept nowhere, so the repository is asked again: the index, the work tree, then all of its history. */
async function scanFor(id: string): Promise<Finding> {
  const top = repositoryTop(resolve('.'));
  // From the top: the commands below name paths as git does.
  const cwd = top ?? resolve('.');
  const project = await projectConfig({ cwd });
  const scopes: ScanOptions[] = top !== undefined ? [{ staged: true, all: true }, {}, { history: true }] : [{}];
  const problems = new Set<string>();
  for (const scope of scopes) {
    const result = await runScan({ cwd, ...project.options, ...scope, onProblem: (text) => problems.add(text) });
    const view = createView(result.report, { ...result, color: false, width: 80, showSecrets: false });
    const found = view.report.findings.filter((finding) => finding.id.startsWith(id));
    if (found.length > 0) return only(found, id, 'this repository');
  }
  for (const text of problems) process.stderr.write(`bearertrap: ${text}\n`);
  throw new UsageError(`there is no finding ${id} here: name the report that has it with --report FILE`);
}

function only(findings: readonly Finding[], id: string, where: string): Finding {
  const [one, another] = findings.filter((finding) => finding.id.startsWith(id));
  if (!one) throw new UsageError(`there is no finding ${id} in ${where}`);
  if (another) throw new UsageError(`${id} is the beginning of several ids: write more of it`);
  return one;
}

/** Findings of a report, JSON or JSON lines. */
function findingsOf(file: string): Finding[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`${file} cannot be read (${(error as NodeJS.ErrnoException).code}): check the path`, { cause: error });
  }
  const isFinding = (value: unknown): value is Finding =>
    typeof (value as Finding | null | undefined)?.id === 'string' &&
    Array.isArray((value as Finding).locations) &&
    Array.isArray((value as Finding).reasons) &&
    typeof (value as Finding).remedy?.revoke === 'string' &&
    typeof (value as Finding).secret?.redacted === 'string';
  const values = parse(text) ?? text.split('\n').filter(Boolean).map(parse);
  const all = [values].flat().flatMap((value) => (value as Report | null | undefined)?.findings ?? [value]);
  const findings = all.filter(isFinding);
  if (findings.length === 0) throw new UsageError(`${file} is no report of --format json or jsonl with a finding in it`);
  return findings;
}

/** Undefined for what is no JSON. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The whole text. Everything in the finding is redacted already. */
export function explanation(finding: Finding, color: boolean): string {
  const width = Math.min(WIDEST, Math.max(NARROWEST, process.stdout.columns ?? 80));
  const paint = (style: Parameters<typeof styleText>[0], text: string): string =>
    color ? styleText(style, text, { validateStream: false }) : text;
  const lines = [
    `${paint('bold', displayPath(`${finding.severity} ${finding.title}`))}  ${displayPath(finding.secret.redacted)}`,
  ];
  for (const [name, texts] of sections(finding)) {
    let label = name.padEnd(LABEL);
    for (const text of texts) {
      const told = typeof text === 'string' ? wrap(displayPath(text), width - LABEL) : [paint('cyan', `  ${text.command}`)];
      for (const line of told) {
        lines.push(paint('dim', label) + line);
        label = ' '.repeat(LABEL);
      }
    }
  }
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

function sections(finding: Finding): Section[] {
  const sheet = loadSheets().find(({ id }) => id === finding.rule);
  const places = finding.locations.map((location) =>
    [place(location), location.commit && `in commit ${location.commit.slice(0, 12)}`, decodingOf(location)]
      .filter(Boolean)
      .join(', '),
  );
  const more = places.length > MOST_PLACES ? [`and ${places.length - MOST_PLACES} more places`] : [];
  const token = finding.token ? tokenFacts(finding.token).map(([name, value]) => `${name} ${value}`) : [];
  const { revoke, url, automatic, command } = finding.remedy;
  const own = ownCommand(process.cwd());
  const all: Section[] = [
    [
      'what',
      [`${finding.title} (${finding.kind}${sheet ? ` of ${sheet.providerName}` : ''}). ${sheet?.note ?? ''}`.trim(), ...token],
    ],
    ['opens', [sheet?.opens ?? 'See the rule that found it.', ...(finding.token?.problems.map(({ text }) => text) ?? [])]],
    [
      'found',
      [
        `by the rule ${finding.rule}, with ${finding.confidence} confidence:`,
        ...finding.reasons.map(({ text }) => text).filter((text) => text !== sheet?.opens),
        ...places.slice(0, MOST_PLACES),
        ...more,
        ...(finding.history ? [historyLine(finding.history)] : []),
        ...[verificationLine(finding), suppressionLine(finding)].filter(Boolean),
      ],
    ],
    [
      'revoke',
      [
        'First of all: as long as it works, everything else is for show.',
        revoke,
        ...(url === undefined ? [] : [url]),
        ...(automatic ? ['The provider ends leaked ones by itself once it learns of them; do not wait for it.'] : []),
        ...(command
          ? ['It can be asked for from here; this tells what would be sent:', { command: `${own} revoke ${finding.id}` }]
          : []),
      ],
    ],
    ['purge', purge(finding)],
    ['prevent', prevent(finding)],
  ];
  return all;
}

/** How to take it out of the history of this repository, and what that does not undo. */
function purge({ locations, history }: Finding): (string | Pasted)[] {
  const paths = [...new Set(locations.filter(({ inside }) => inside === undefined).map(({ path }) => path))];
  const inMessage = history?.where === 'commit-message' || history?.where === 'tag-message' || history?.where === 'note';
  const files = paths.filter((path) => !/^(?:commit|tag|object|-)(?: |$)/.test(path)).slice(0, MOST_PLACES);
  const committed = history || locations.some(({ commit }) => commit !== undefined);
  const file = shellWord('../replacements.txt');
  return [
    committed
      ? 'It is in the history. Rewriting gives every later commit another id, so tell all who work on it; then, in a fresh clone, with git-filter-repo 2.47 or newer:'
      : 'If it was ever committed ("bearertrap scan --history" tells), in a fresh clone, with git-filter-repo 2.47 or newer:',
    `To replace the text everywhere, write one line, the secret and ==>REMOVED behind it, to ${file}, then:`,
    {
      command: `git filter-repo --sensitive-data-removal --replace-text ${file}${inMessage ? ` --replace-message ${file}` : ''}`,
    },
    ...(files.length > 0 && !inMessage
      ? [
          'Or, where nothing else in it is worth keeping, to drop the file from all commits:',
          {
            command: `git filter-repo --sensitive-data-removal --invert-paths ${files.map((path) => `--path ${shellWord(path)}`).join(' ')}`,
          },
        ]
      : []),
    'Then, over everything that the host has:',
    { command: 'git push --force --mirror origin' },
    'That does not undo: clones and forks that others have, pull requests and their cached views at the host (its support removes them on request), logs and artifacts of CI, published packages and images, backups.',
  ];
}

function prevent({ rule }: Finding): (string | Pasted)[] {
  const own = ownCommand(process.cwd());
  return [
    'Keep it in a secret store or the environment and refer to it; give what replaces it the least rights and a short life.',
    'To have every commit looked at before it is made:',
    { command: `${own} hook install` },
    `If it opens nothing, accept it: bearertrap:ignore ${rule} -- why, in a comment on its line.`,
  ];
}
