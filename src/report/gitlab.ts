import type { Renderer } from './view.ts';
export const renderGitlab: Renderer = () => '';
