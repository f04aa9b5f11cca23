import { late } from './late.ts';

/** The engine and what changes a run: a reader who only steps through the run that the build has made needs none of it. */
export const ENGINE = late(() => import('./session.ts'));
