import { late } from './late.ts';

/** What explains a moment by the rules that fired: needed from the reader's first step on. */
export const EXPLANATIONS = late(() => import('./Reasons.tsx'));
