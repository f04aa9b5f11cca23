import fc from 'fast-check';
import { allForgotten, answered, forgotten, marked } from './deeds.ts';
import { NO_PROGRESS, type Answer, type Progress } from './progress.ts';

/** So few of each that two records often speak of the same. */
const SLUG = fc.constantFrom('states', 'reset', 'practice');
const NOW = fc.integer({ min: 0, max: 5 });

/** An answer but for its time. */
export const ANSWER: fc.Arbitrary<Omit<Answer, 'at'>> = fc.record({
  id: fc.constantFrom('state-a-1', 'order-b-2', 'partner-both-close'),
  kind: fc.constantFrom('state', 'order'),
  topic: fc.constantFrom('opening', 'closing'),
  right: fc.boolean(),
  firstTry: fc.boolean(),
  misconceptions: fc.subarray(['close-takes-four', 'isn-is-zero']),
});

/** Something that makes other progress of progress. */
export const DEED: fc.Arbitrary<(progress: Progress) => Progress> = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(SLUG, ANSWER, NOW).map(([slug, answer, now]) => (progress: Progress) => answered(progress, slug, answer, now)) },
  { weight: 4, arbitrary: fc.tuple(SLUG, fc.boolean(), NOW).map(([slug, read, now]) => (progress: Progress) => marked(progress, slug, read, now)) },
  { weight: 1, arbitrary: SLUG.map((slug) => (progress: Progress) => forgotten(progress, slug)) },
  { weight: 1, arbitrary: fc.constant(allForgotten) },
);

/** Any progress that deeds lead to. */
export const PROGRESS: fc.Arbitrary<Progress> = fc.array(DEED, { maxLength: 12 }).map((deeds) => deeds.reduce((progress, deed) => deed(progress), NO_PROGRESS));
