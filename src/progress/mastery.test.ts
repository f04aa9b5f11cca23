import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PROGRESS } from './arbitrary.ts';
import { answered, marked } from './deeds.ts';
import { cards, due } from './due.ts';
import { mastery } from './mastery.ts';
import { NO_PROGRESS, type Answer, type Progress } from './progress.ts';
import { reviewed } from './review.ts';
import { glance, standing } from './standing.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const NOON = Date.UTC(2026, 10, 20, 12);

type Given = readonly [id: string, at: number, right: boolean, firstTry?: boolean, more?: Partial<Answer>];

const after = (...given: readonly Given[]) =>
  given.reduce((progress, [id, at, right, firstTry = true, more = {}]) => answered(progress, 'states', { id, kind: 'state', topic: 'opening', right, firstTry, misconceptions: [], ...more }, at), NO_PROGRESS);

describe('reviews', () => {
  test('what is answered in one sitting is one review, and its first answer decides', () => {
    const progress = after(['a', NOON, false], ['a', NOON + 9000, true, false], ['b', NOON + 10_000, true], ['a', NOON + 11 * HOUR, true, false], ['a', NOON + 24 * HOUR, true]);
    expect(reviewed(progress)).toEqual([
      { id: 'b', kind: 'state', topic: 'opening', slug: 'states', right: true, reviews: [{ at: NOON + 10_000, outcome: 'at-once' }] },
      {
        id: 'a',
        kind: 'state',
        topic: 'opening',
        slug: 'states',
        right: true,
        reviews: [
          { at: NOON, outcome: 'wrong' },
          { at: NOON + 24 * HOUR, outcome: 'at-once' },
        ],
      },
    ]);
  });

  test('an exercise is one, wherever it is answered', () => {
    const progress = answered(after(['a', NOON, true, false]), 'practice', { id: 'a', kind: 'state', topic: 'closing', right: false, firstTry: true, misconceptions: [] }, NOON + 2 * DAY);
    expect(reviewed(progress)).toEqual([
      {
        id: 'a',
        kind: 'state',
        topic: 'closing',
        slug: 'practice',
        right: false,
        reviews: [
          { at: NOON, outcome: 'later' },
          { at: NOON + 2 * DAY, outcome: 'wrong' },
        ],
      },
    ]);
  });
});

describe('due', () => {
  const days = (...given: readonly Given[]) => cards(after(...given)).map(({ id, due: at }) => [id, (at - NOON) / DAY]);

  test('what was wrong is asked the next day, what was right later, the harder it was the sooner', () => {
    expect(days(['wrong', NOON, false], ['later', NOON, true, false], ['at-once', NOON, true])).toEqual([
      ['wrong', 1],
      ['later', 1],
      ['at-once', 2],
    ]);
  });

  test('what is right each time that it is due is asked less and less often', () => {
    const asked = [NOON];
    const waits: number[] = [];
    while (waits.length < 5) {
      const [card] = cards(after(...asked.map((at): Given => ['a', at, true])));
      waits.push((card!.due - asked.at(-1)!) / DAY);
      asked.push(card!.due);
    }
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(new Set(waits).size).toBe(waits.length);
    expect(waits.at(-1)).toBeGreaterThan(60);
    const [forgottenCard] = cards(after(...asked.map((at, index): Given => ['a', at, index < asked.length - 1])));
    expect((forgottenCard!.due - asked.at(-1)!) / DAY).toBeLessThan(30);
  });

  test('due is what its day has come for, the longest due first', () => {
    const progress = after(['at-once', NOON, true], ['wrong', NOON + HOUR, false]);
    const ids = (now: number) => due(progress, now).map(({ id }) => id);
    expect(ids(NOON + DAY)).toEqual([]);
    expect(ids(NOON + DAY + HOUR)).toEqual(['wrong']);
    expect(ids(NOON + 2 * DAY)).toEqual(['wrong', 'at-once']);
  });

  test('any progress has a card for each exercise, due after its last review', () => {
    fc.assert(
      fc.property(PROGRESS, (progress) => {
        const all = cards(progress);
        expect(all.map(({ id }) => id).sort()).toEqual(reviewed(progress).map(({ id }) => id).sort());
        for (const card of all) expect(card.due).toBeGreaterThan(card.reviews.at(-1)!.at);
      }),
    );
  });
});

describe('mastery', () => {
  test('a topic is mastered when four of the latest five exercises were right at the first try', () => {
    const three = [['a', 1, true], ['b', 2, true], ['c', 3, false], ['c', 4, true, false], ['d', 5, true]] as const satisfies readonly Given[];
    const one = { topic: 'opening', answered: 4, right: 4, recent: [true, true, false, true], isMastered: false };
    expect(mastery(after(...three)).topics).toEqual([one]);
    expect(mastery(after(...three, ['e', 6, true])).topics).toEqual([{ ...one, answered: 5, right: 5, recent: [true, true, false, true, true], isMastered: true }]);
    expect(mastery(after(...three, ['e', 6, true], ['f', 7, false])).topics).toEqual([{ ...one, answered: 6, right: 5, recent: [true, false, true, true, false], isMastered: false }]);
  });

  test('the same exercise right five times masters nothing', () => {
    const [topic] = mastery(after(...[0, 1, 2, 3, 4].map((day): Given => ['a', NOON + day * DAY, true]))).topics;
    expect(topic).toEqual({ topic: 'opening', answered: 1, right: 1, recent: [true], isMastered: false });
  });

  test('topics are told apart', () => {
    const { topics } = mastery(after(['a', 1, true, true, { topic: 'resets' }], ['b', 2, false, true, { topic: 'closing' }]));
    expect(topics.map(({ topic, right }) => [topic, right])).toEqual([
      ['closing', 0],
      ['resets', 1],
    ]);
  });

  test('a misconception is gone after three exercises of its topic right at the first try', () => {
    const fell = ['a', 1, false, true, { misconceptions: ['isn-is-zero', 'close-takes-four'] }] as const satisfies Given;
    const again = ['b', 2, false, true, { misconceptions: ['isn-is-zero'] }] as const satisfies Given;
    const rest = [['b', 3, true, false], ['c', 4, true], ['x', 5, true, true, { topic: 'closing' }], ['d', 6, true]] as const satisfies readonly Given[];
    expect(mastery(after(fell, again, ...rest)).misconceptions).toEqual([
      { id: 'isn-is-zero', times: 2, last: 2, rightSince: 2, isGone: false },
      { id: 'close-takes-four', times: 1, last: 1, rightSince: 2, isGone: false },
    ]);
    expect(mastery(after(fell, again, ...rest, ['e', 7, true])).misconceptions.map(({ rightSince, isGone }) => [rightSince, isGone])).toEqual([
      [3, true],
      [3, true],
    ]);
    expect(mastery(after(fell, again, ...rest, ['e', 7, true], ['f', 8, false, true, { misconceptions: ['isn-is-zero'] }])).misconceptions[0]).toEqual({ id: 'isn-is-zero', times: 3, last: 8, rightSince: 0, isGone: false });
  });
});

test('a lesson knows its own exercises by their last answer, and others apart', () => {
  const progress = after(['a', 1, false], ['a', 2, true, false], ['b', 3, true], ['b', 4, false], ['z', 5, true]);
  expect(standing(progress, 'states', ['a', 'b', 'c'])).toEqual({ isRead: false, exercises: ['right', 'wrong', 'open'], others: ['right'] });
  expect(standing(progress, 'reset', ['a'])).toEqual({ isRead: false, exercises: ['open'], others: [] });
});

test('at a glance a lesson is new, begun, read or done', () => {
  const [none, some, all] = [NO_PROGRESS, after(['a', 1, false]), after(['a', 1, false], ['a', 2, true], ['b', 3, true])];
  const read = (progress: Progress) => marked(progress, 'states', true, 9);
  const at = (progress: Progress, ids = ['a', 'b']) => glance(standing(progress, 'states', ids));
  expect([at(none), at(some), at(all), at(read(none)), at(read(some)), at(read(all))]).toEqual(['new', 'begun', 'begun', 'read', 'read', 'done']);
  expect([at(some, []), at(read(all), [])]).toEqual(['begun', 'read']);
  expect(at(marked(read(all), 'states', false, 10))).toBe('begun');
});
