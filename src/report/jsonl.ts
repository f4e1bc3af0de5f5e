import { toJson } from './jsontext.ts';
import type { Renderer } from './view.ts';

/**
 * The report as JSON lines. Each finding is one line, `{"type":"finding", …}` with the keys that it has in the JSON
 * report; the last line is `{"type":"summary","version":1,"tool":…,"scope":…,"coverage":…,"summary":…}`. A file that does
 * not end with a summary line was cut short.
 */
export const renderJsonl: Renderer = ({ report }) => {
  const { findings, ...rest } = report;
  const line = (type: string, value: object): string => `${toJson({ type, ...value })}\n`;
  return findings.map((finding) => line('finding', finding)).join('') + line('summary', rest);
};
