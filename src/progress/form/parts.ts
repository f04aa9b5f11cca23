import * as v from 'valibot';

/** No era comes near it, and one more is still a whole number. */
const MOST_ERAS = 1_000_000_000;

/** The latest instant that a date can be, ms since 1970 UTC. */
const LAST_INSTANT = 8.64e15;

const whole = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most));

/** A name that a page, an exercise, a kind, a topic or a misconception goes by. */
export const NAME = v.pipe(v.string(), v.nonEmpty(), v.maxLength(200));

/** How often something has been forgotten. */
export const ERA = whole(MOST_ERAS);

/** An instant in ms since 1970 UTC. */
export const INSTANT = whole(LAST_INSTANT);

/** The id of an exercise. That of a game once ended with the seed of its numbers, which does not make it another game. */
const ID = v.pipe(NAME, v.transform((id) => id.replace(/^(partner-[a-z-]+)-\d+$/u, '$1')));

/** What both forms say of an answer. */
export const ANSWER = {
  id: ID,
  kind: NAME,
  topic: NAME,
  at: INSTANT,
  right: v.boolean(),
  firstTry: v.boolean(),
  misconceptions: v.pipe(v.array(NAME), v.maxLength(100)),
};
