import type { Renderer } from './view.ts';
export const renderMarkdown: Renderer = () => '';
