import type { Difficulty } from '../../exercise/difficulty.ts';
import type { Wish } from '../../exercise/pool.ts';
import { randomOf } from '../../exercise/random.ts';
import { TOPICS, type Topic } from '../../exercise/topic.ts';
import type { Mastery } from '../../progress/mastery.ts';

/** What a reader wants to be asked; an empty list wants all. */
export interface Wanted {
  readonly topics: readonly Topic[];
  readonly difficulties: readonly Difficulty[];
  /** One misconception that everything should be about, or null. */
  readonly misconception: string | null;
}

/** How often a topic comes that is new, that is not mastered yet, that is mastered. */
const WEIGHT = { new: 2, open: 3, mastered: 1 };

/** What to ask next of a reader who has mastered so much: a topic that is not mastered three times as often as one that is, and every third time what has led the reader astray; the same for the same seed. */
export function wishFor({ topics, difficulties, misconception }: Wanted, mastery: Mastery, seed: number): Wish {
  if (misconception !== null) return { topics, difficulties, misconceptions: [misconception] };
  const open = mastery.misconceptions.filter(({ isGone }) => !isGone).map(({ id }) => id);
  if (seed % 3 === 2 && open.length > 0) return { topics, difficulties, misconceptions: open };
  const standing = (topic: Topic) => mastery.topics.find((one) => one.topic === topic);
  const weight = (topic: Topic) => WEIGHT[standing(topic) === undefined ? 'new' : standing(topic)?.isMastered === true ? 'mastered' : 'open'];
  const drawn = (topics.length === 0 ? TOPICS : topics).flatMap((topic) => Array.from({ length: weight(topic) }, () => topic));
  const topic = drawn[Math.floor(randomOf(seed)() * drawn.length)];
  return { topics: topic === undefined ? topics : [topic], difficulties, misconceptions: [] };
}
