import type { Moment, Trace } from '../simulation/trace.ts';
import { happened } from './happened.ts';
import { outcomesOf, type Outcome } from './outcome.ts';
import { reasonsOf, type Reason } from './reason.ts';
import type { Sentence } from './sentence.ts';

/** One moment told: what happened, by which rules TCP dealt with it, and what came of it. */
export interface MomentStory {
  /** Its place in `Trace.moments`. */
  readonly index: number;
  /** Simulated time, ms. */
  readonly at: number;
  readonly happened: Sentence;
  /** Empty where the moment was on the wire or a crash: no rule of TCP fires then. */
  readonly reasons: readonly Reason[];
  readonly outcomes: readonly Outcome[];
}

/** One moment of the trace as a story. */
export function narrateMoment(moment: Moment, trace: Trace): MomentStory {
  const atEndpoint = moment.kind === 'endpoint';
  return {
    index: moment.index,
    at: moment.at,
    happened: happened(moment, trace),
    reasons: atEndpoint ? reasonsOf(moment, trace) : [],
    outcomes: atEndpoint ? outcomesOf(moment, trace) : [],
  };
}

/** The whole trace as stories, one for each moment, in order. */
export function narrate(trace: Trace): readonly MomentStory[] {
  return trace.moments.map((moment) => narrateMoment(moment, trace));
}
