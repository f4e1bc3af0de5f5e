import type { Renderer } from './view.ts';
export const renderCsv: Renderer = () => '';
