import type { Scenario } from '../../simulation/scenario.ts';

/** Where a branch grew from: another branch, by its place among the branches, and how many moments the two share. */
interface Origin {
  readonly branch: number;
  readonly shown: number;
}

/** One of the runs of a session. */
export interface Branch {
  readonly scenario: Scenario;
  /** Null for a run that grew from none. */
  readonly from: Origin | null;
}

/** What a link holds: a whole session and what of it is on view. Plain data. */
export interface Place {
  /** One or more; each grew from one before it. */
  readonly branches: readonly Branch[];
  /** The author's scenario, which Reset goes back to. */
  readonly author: Scenario;
  /** The branch on view, by its place among the branches. */
  readonly current: number;
  /** How many moments of it have happened; `all` before the reader has begun to step. */
  readonly shown: number | 'all';
  /** The name of the view, in small letters. */
  readonly view: string;
  /** The selected segment, by the id of its flight. */
  readonly selected: number | null;
  /** The branch beside the one on view, by its place among the branches. */
  readonly compare: number | null;
}
