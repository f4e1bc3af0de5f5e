import type { Renderer } from './view.ts';
export const renderHtml: Renderer = () => '';
