/**
 * The report room: a Report goes in, text comes out. Other formats than the default are loaded when they are asked for.
 * @module
 */
import type { Report } from '../model.ts';
import { renderPretty } from './pretty.ts';
import { createView, type Renderer, type ReportContext } from './view.ts';

export type { CodeFrame } from './redact.ts';
export type { ReportContext } from './view.ts';

const RENDERERS = {
  // The default is at hand at once.
  pretty: () => Promise.resolve(renderPretty),
  json: async () => (await import('./json.ts')).renderJson,
  jsonl: async () => (await import('./jsonl.ts')).renderJsonl,
  sarif: async () => (await import('./sarif.ts')).renderSarif,
  html: async () => (await import('./html.ts')).renderHtml,
  markdown: async () => (await import('./markdown.ts')).renderMarkdown,
  junit: async () => (await import('./junit.ts')).renderJunit,
  csv: async () => (await import('./csv.ts')).renderCsv,
  gitlab: async () => (await import('./gitlab.ts')).renderGitlab,
} satisfies Record<string, () => Promise<Renderer>>;

export type Format = keyof typeof RENDERERS;
/** Every format, as `--format` takes it. */
export const FORMATS = Object.keys(RENDERERS) as Format[];

/**
 * Renders a report. Secrets are masked and everything is ordered on the way, see view.ts; the text ends with a line end.
 * The same report and context give the same text.
 */
export async function render(format: Format, report: Report, context: ReportContext): Promise<string> {
  const renderer = await RENDERERS[format]();
  return renderer(createView(report, context));
}
