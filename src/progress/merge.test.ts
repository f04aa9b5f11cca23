import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinAnswers } from './answers.ts';
import { ANSWER, DEED, PROGRESS } from './arbitrary.ts';
import { allForgotten, answered, forgotten, marked, mergedWith, replacedBy } from './deeds.ts';
import { merge } from './merge.ts';
import { closeProgress } from './open.ts';
import { NO_PROGRESS, isRead, sectionOf, type Answer } from './progress.ts';

const first: Answer = { id: 'state-a-1', kind: 'state', topic: 'opening', at: 1, right: false, firstTry: true, misconceptions: ['isn-is-zero'] };
const second: Answer = { ...first, at: 2, right: true, firstTry: false, misconceptions: [] };

test('the order, the groups and the number of times of merging do not matter, to the letter', () => {
  fc.assert(
    fc.property(PROGRESS, PROGRESS, PROGRESS, (a, b, c) => {
      const whole = closeProgress(merge(merge(a, b), c));
      expect(closeProgress(merge(a, merge(b, c)))).toBe(whole);
      expect(closeProgress(merge(merge(c, b), a))).toBe(whole);
      expect(closeProgress(merge(merge(merge(a, b), c), merge(b, a)))).toBe(whole);
      expect(merge(a, a)).toEqual(a);
      expect(merge(NO_PROGRESS, a)).toEqual(a);
    }),
    { numRuns: 1000 },
  );
});

test('what is done after a common beginning is not lost, whoever writes last', () => {
  fc.assert(
    fc.property(PROGRESS, fc.array(DEED), fc.array(DEED), (common, here, there) => {
      const [a, b] = [here, there].map((deeds) => deeds.reduce((progress, deed) => deed(progress), common)) as [typeof common, typeof common];
      const both = merge(a, b);
      for (const one of [a, b]) {
        for (const [slug, { era, answers }] of Object.entries(one.sections)) {
          if (one.era !== both.era || era !== sectionOf(both, slug).era) continue;
          expect(sectionOf(both, slug).answers).toEqual(expect.arrayContaining([...answers]));
        }
      }
    }),
  );
});

test('where more is known than is kept, merging still comes to the same', () => {
  const answers = fc.array(fc.tuple(ANSWER, fc.nat(9)).map(([answer, at]) => ({ ...answer, at })));
  fc.assert(
    fc.property(answers, answers, answers, (a, b, c) => {
      const left = joinAnswers(joinAnswers(a, b, 3), c, 3);
      expect(left).toEqual(joinAnswers(a, joinAnswers(c, b, 3), 3));
      expect(left).toEqual(joinAnswers([...a, ...b, ...c], [], 3));
    }),
  );
});

test('the same answer twice is one, two answers of one instant are two', () => {
  expect(joinAnswers([second, first], [first, { ...first, right: true }]).map(({ at, right }) => [at, right])).toEqual([
    [1, false],
    [1, true],
    [2, true],
  ]);
});

test('the later mark counts, by whichever clock', () => {
  const read = marked(NO_PROGRESS, 'states', true, 1000);
  const not = marked(read, 'states', false, 10);
  expect(not.sections).toEqual({ states: { era: 0, mark: { read: false, at: 1001 }, answers: [] } });
  expect(isRead(merge(read, not), 'states')).toBe(false);
  expect(isRead(merge(not, read), 'states')).toBe(false);
  expect(isRead(merge(not, marked(read, 'states', true, 5000)), 'states')).toBe(true);
});

test('what has been forgotten does not come back from another open page, and what is done after it counts', () => {
  const before = marked(answered(answered(NO_PROGRESS, 'states', first, 1), 'reset', first, 2), 'states', true, 3);
  const section = forgotten(before, 'states');
  expect(merge(section, before)).toEqual({ era: 0, sections: { reset: sectionOf(before, 'reset'), states: { era: 1, mark: null, answers: [] } } });
  const all = allForgotten(before);
  expect(merge(before, all)).toEqual({ era: 1, sections: {} });
  expect(merge(before, marked(all, 'reset', true, 1))).toEqual({ era: 1, sections: { reset: { era: 0, mark: { read: true, at: 1 }, answers: [] } } });
});

test('a saved record can be merged or put instead, also after all has been forgotten', () => {
  const saved = marked(answered(NO_PROGRESS, 'states', first, 1), 'states', true, 1);
  const since = marked(forgotten(allForgotten(saved), 'states'), 'reset', true, 9);
  const merged = mergedWith(since, saved);
  expect(merged).toEqual({ era: 1, sections: { reset: sectionOf(since, 'reset'), states: { era: 1, mark: { read: true, at: 1 }, answers: [first] } } });
  expect(merge(since, merged)).toEqual(merged);
  const replaced = replacedBy(since, saved);
  expect(replaced).toEqual({ era: 2, sections: saved.sections });
  expect(merge(merged, replaced)).toEqual(replaced);
});

test('an answer is put in order and names each misconception once', () => {
  const progress = answered(answered(NO_PROGRESS, 'states', { ...second, misconceptions: ['b', 'a', 'b'] }, 2), 'states', first, 1);
  expect(progress).toEqual({ era: 0, sections: { states: { era: 0, mark: null, answers: [first, { ...second, misconceptions: ['a', 'b'] }] } } });
});
