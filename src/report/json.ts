import { toJson } from './jsontext.ts';
import type { Renderer } from './view.ts';

/** The report as JSON, as `report.schema.json` describes it. */
export const renderJson: Renderer = (view) => `${toJson(view.report, 2)}\n`;
