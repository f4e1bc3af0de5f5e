import type { Renderer } from './view.ts';
export const renderJunit: Renderer = () => '';
