import { displayPath } from '../path.ts';
import type { Finding } from '../model.ts';
import {
  count,
  covered,
  few,
  historyLine,
  place,
  remedyLine,
  skipNotes,
  suppressionLine,
  tokenFacts,
  verificationLine,
} from './text.ts';
import type { Renderer } from './view.ts';
import { escapeMarkup as escape } from './xml.ts';

/**
 * JUnit XML, in the form that the common CI servers read (one `testsuite` in `testsuites`): each finding is a failed
 * test case, an accepted one a skipped test case. The test case `coverage` passes if all was read and is an error if not.
 */
export const renderJunit: Renderer = ({ report }) => {
  const { coverage, findings } = report;
  const failures = findings.filter(({ suppressed }) => !suppressed).length;
  const counts = `tests="${findings.length + 1}" failures="${failures}" errors="${coverage.complete ? 0 : 1}"`;
  const notes = skipNotes(coverage, displayPath).map(({ gap, text }) => `${gap ? 'Gap: ' : ''}${text}`);
  const output = [`Scanned ${covered(coverage)}.`, ...notes].join('\n');
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="bearertrap" ${counts}>`,
    `  <testsuite name="bearertrap" ${counts} skipped="${findings.length - failures}">`,
    ...findings.map(testCase),
    '    <testcase classname="bearertrap" name="coverage">',
    ...(coverage.complete ? [] : ['      <error message="The scan is not complete" type="incomplete"/>']),
    `      <system-out>${lines(output)}</system-out>`,
    '    </testcase>',
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
};

function testCase(finding: Finding): string {
  const first = finding.locations[0];
  const name = `${finding.title} (${finding.secret.value ?? finding.secret.redacted}) ${finding.id}`;
  const where = first ? ` file="${escape(first.path)}" line="${first.startLine}"` : '';
  const body = finding.suppressed
    ? `<skipped message="${escape(suppressionLine(finding))}"/>`
    : `<failure message="${escape(messageOf(finding))}" type="${escape(`${finding.rule}.${finding.severity}`)}">${lines(detailsOf(finding))}</failure>`;
  return [
    `    <testcase classname="${escape(first?.path ?? finding.rule)}" name="${escape(name)}"${where}>`,
    `      ${body}`,
    '    </testcase>',
  ].join('\n');
}

function messageOf(finding: Finding): string {
  return `${finding.severity}: ${finding.title} in ${few(finding.locations.map(place), 1)}`;
}

function detailsOf(finding: Finding): string {
  return [
    `${count(finding.locations.length, 'place')}: ${few(finding.locations.map(place), 20)}`,
    `${finding.confidence} confidence. ${finding.reasons.map(({ text }) => text).join(' ')}`.trim(),
    ...(finding.token
      ? [
          `token: ${tokenFacts(finding.token)
            .map(([label, value]) => `${label} ${value}`)
            .join('; ')}`,
        ]
      : []),
    ...(finding.history ? [`history: ${historyLine(finding.history)}`] : []),
    ...(finding.verification ? [`verification: ${verificationLine(finding)}`] : []),
    `fix: ${remedyLine(finding)}`,
  ]
    .map(displayPath)
    .join('\n');
}

/** Escaped text in which line ends stay. */
function lines(text: string): string {
  return text.split('\n').map(escape).join('\n');
}
