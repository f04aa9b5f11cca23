import type { Answered } from '../answers-report.ts';
import { isSolved, rightCount, type Attempt } from './attempt.ts';

/** What is to be reported of an attempt that has just been checked. */
export function answeredBy(attempt: Attempt, hasPeeked: boolean, slug: string): Answered {
  const { exercise, verdicts, checks } = attempt;
  const { id, kind, topic, fields } = exercise;
  const shown = Object.values(verdicts).flatMap(({ objections }) => objections.flatMap(({ misconception }) => misconception ?? []));
  return { id, kind, topic, right: isSolved(attempt), firstTry: checks === 1 && !hasPeeked, score: rightCount(attempt) / fields.length, attempts: checks, misconceptions: [...new Set(shown)], slug };
}
