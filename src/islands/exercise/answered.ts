import type { Answered } from '../answers-report.ts';
import { isSolved, type Attempt } from './attempt.ts';

/** What is to be reported of an attempt that has just been checked. */
export function answeredBy(attempt: Attempt, hasPeeked: boolean, slug: string): Answered {
  const { exercise, verdicts, checks } = attempt;
  const { id, kind, topic } = exercise;
  const shown = Object.values(verdicts).flatMap(({ objections }) => objections.flatMap(({ misconception }) => misconception ?? []));
  return { id, kind, topic, right: isSolved(attempt), firstTry: checks === 1 && !hasPeeked, misconceptions: [...new Set(shown)], slug };
}
