import { FSRSAlgorithm, Rating, type FSRSState } from 'ts-fsrs';
import type { Progress } from './progress.ts';
import { reviewed, type Outcome, type Reviewed } from './review.ts';

/** A day, ms. */
const DAY = 86_400_000;

/** When nine of ten such exercises would still be remembered, at most a year ahead, without chance: the same answers always give the same day. */
const FSRS = new FSRSAlgorithm({ request_retention: 0.9, maximum_interval: 365, enable_fuzz: false, enable_short_term: false });

const GRADES: Readonly<Record<Outcome, number>> = { 'at-once': Rating.Good, later: Rating.Hard, wrong: Rating.Again };

/** An answered exercise with the card that spaced repetition keeps of it. */
export interface Card extends Reviewed {
  /** When it should be asked again, ms since 1970 UTC. */
  readonly due: number;
  /** In how many days nine of ten would remember it. */
  readonly stability: number;
  /** From 1, easy, to 10. */
  readonly difficulty: number;
}

/** The card of every exercise that has been answered, the one that is due first at the beginning, of one day the one that is known least. A card is worked out from its answers, so that cards can never disagree with them. */
export function cards(progress: Progress): readonly Card[] {
  return reviewed(progress)
    .map(cardOf)
    .sort((a, b) => a.due - b.due || a.stability - b.stability);
}

/** The exercises that should be asked again at `now`, ms since 1970 UTC, the longest due first. */
export function due(progress: Progress, now: number): readonly Card[] {
  return cards(progress).filter((card) => card.due <= now);
}

function cardOf(exercise: Reviewed): Card {
  const [first, ...rest] = exercise.reviews;
  let state: FSRSState = FSRS.next_state(null, 0, GRADES[first.outcome]);
  let last = first.at;
  for (const { at, outcome } of rest) {
    state = FSRS.next_state(state, Math.max(1, Math.round((at - last) / DAY)), GRADES[outcome]);
    last = at;
  }
  const { stability, difficulty } = state;
  return { ...exercise, due: last + FSRS.next_interval(stability, 0) * DAY, stability, difficulty };
}
