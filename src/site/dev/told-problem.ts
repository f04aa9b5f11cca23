import type { Excerpt } from '../../check/excerpt.ts';

/** The name of the app in Astro's toolbar that tells what is wrong with the content. */
export const PROBLEMS_APP = 'handshake-lab-content';

/** The event by which the server tells it. */
export const PROBLEMS_EVENT = 'handshake-lab:problems';

/** What is wrong with the content now, as it is told to pages. */
export interface ToldProblems {
  /** `2 problems in 1 file.` */
  readonly summary: string;
  readonly problems: readonly ToldProblem[];
}

/** One problem. */
export interface ToldProblem {
  /** File, line and column, from the root. */
  readonly place: string;
  /** The same with the whole path, for an editor. */
  readonly open: string;
  readonly isWarning: boolean;
  readonly message: string;
  readonly hint: string;
  readonly excerpt: Excerpt | null;
}

/** What the worker found that looks through the content beside the server. */
export interface Looked {
  readonly told: ToldProblems;
  /** The same for a terminal. */
  readonly report: string;
}
