import { describe, expect, test } from 'vitest';
import type { Mastery } from '../../progress/mastery.ts';
import { wishFor } from './wish.ts';

const ANYTHING = { topics: [], difficulties: [], misconception: null } as const;
const MASTERY: Mastery = {
  topics: [
    { topic: 'closing', answered: 5, right: 5, recent: [true, true, true, true, true], isMastered: true },
    { topic: 'opening', answered: 1, right: 0, recent: [false], isMastered: false },
  ],
  misconceptions: [
    { id: 'time-wait-is-server', times: 1, last: 1, rightSince: 0, isGone: false },
    { id: 'isn-is-zero', times: 1, last: 1, rightSince: 3, isGone: true },
  ],
};
const SEEDS = Array.from({ length: 900 }, (_, seed) => seed);

describe('what is asked next', () => {
  test('every third time it is about what still leads the reader astray', () => {
    const about = SEEDS.map((seed) => wishFor(ANYTHING, MASTERY, seed)).filter(({ misconceptions }) => misconceptions.length > 0);
    expect(about).toHaveLength(300);
    expect(about[0]).toEqual({ topics: [], difficulties: [], misconceptions: ['time-wait-is-server'] });
  });

  test('a topic that is not mastered comes three times as often as one that is', () => {
    const wanted = { ...ANYTHING, topics: ['opening', 'closing'] } as const;
    const topics = SEEDS.map((seed) => wishFor(wanted, { ...MASTERY, misconceptions: [] }, seed).topics.join());
    const share = topics.filter((topic) => topic === 'opening').length / topics.length;
    expect(share).toBeGreaterThan(0.7);
    expect(share).toBeLessThan(0.8);
  });

  test('only what is wanted is asked, and all of it is where a misconception is wanted', () => {
    const wanted = { topics: ['flags'], difficulties: [2], misconception: 'six-flags' } as const;
    expect(wishFor(wanted, MASTERY, 2)).toEqual({ topics: ['flags'], difficulties: [2], misconceptions: ['six-flags'] });
    expect(wishFor({ ...wanted, misconception: null }, MASTERY, 1)).toEqual({ topics: ['flags'], difficulties: [2], misconceptions: [] });
  });
});
