import { answersById } from './answers.ts';
import type { Answer, Progress } from './progress.ts';

/** How an exercise went when the reader came back to it: right at the first try, right after more, or wrong at first. */
export type Outcome = 'at-once' | 'later' | 'wrong';

/** One time that the reader came to an exercise; `at` is its first answer, ms since 1970 UTC. */
export interface Review {
  readonly at: number;
  readonly outcome: Outcome;
}

/** An exercise that has been answered, anywhere. */
export interface Reviewed {
  readonly id: string;
  /** Kind, topic and the slug of the page, as of the last answer. */
  readonly kind: string;
  readonly topic: string;
  readonly slug: string;
  /** Whether the last answer was right. */
  readonly right: boolean;
  /** In order, at least one. */
  readonly reviews: readonly [Review, ...Review[]];
}

/** What is answered so soon after a review, ms, is part of it: it shows what the reader has just read, not what they remember. */
const ONE_SITTING = 12 * 60 * 60_000;

/** All exercises that have been answered, the one answered last at the end. */
export function reviewed({ sections }: Progress): readonly Reviewed[] {
  const all = Object.entries(sections).flatMap(([slug, { answers }]) => answers.map((answer) => ({ ...answer, slug })));
  const byTime = all.sort((a, b) => a.at - b.at);
  return [...answersById(byTime)].map(([id, answers]) => reviewedOf(id, answers)).sort((a, b) => lastOf(a) - lastOf(b));
}

/** When the exercise was last come back to, ms since 1970 UTC. */
export function lastOf({ reviews }: Reviewed): number {
  return (reviews.at(-1) ?? reviews[0]).at;
}

function reviewedOf(id: string, answers: readonly [Answer & { readonly slug: string }, ...(Answer & { readonly slug: string })[]]): Reviewed {
  const [first, ...rest] = answers;
  const reviews: [Review, ...Review[]] = [reviewBy(first)];
  let began = first.at;
  for (const answer of rest) {
    if (answer.at - began < ONE_SITTING) continue;
    began = answer.at;
    reviews.push(reviewBy(answer));
  }
  const { kind, topic, slug, right } = rest.at(-1) ?? first;
  return { id, kind, topic, slug, right, reviews };
}

function reviewBy({ at, right, firstTry }: Answer): Review {
  return { at, outcome: !right ? 'wrong' : firstTry ? 'at-once' : 'later' };
}
