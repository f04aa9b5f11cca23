import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TOPICS } from '../../exercise/topic.ts';
import { fragmentOf, placeIn, type Place } from './place.ts';

const TOPIC_LIST = fc.subarray([...TOPICS]);
const PLACE: fc.Arbitrary<Place> = fc.oneof(
  fc.constant({ at: 'review' } as const),
  fc.record({ at: fc.constant('practice' as const), topics: TOPIC_LIST, misconception: fc.constantFrom(null, 'close-takes-four') }),
  fc.record({
    at: fc.constant('exam' as const),
    task: fc.option(fc.record({ count: fc.integer({ min: 1, max: 50 }), seed: fc.integer({ min: 0, max: 999_999 }), topics: TOPIC_LIST, difficulties: fc.subarray([1, 2, 3] as const) })),
  }),
);

test('the fragment of a place leads to it', () => {
  fc.assert(
    fc.property(PLACE, (place) => {
      expect(placeIn(fragmentOf(place))).toEqual(place);
    }),
  );
});

test.each([
  ['', { at: 'practice', topics: [], misconception: null }],
  ['#exam=0&seed=7', { at: 'exam', task: null }],
  ['#exam=51&seed=7', { at: 'exam', task: null }],
  ['#exam=20', { at: 'exam', task: null }],
  ['#exam=20&seed=-1', { at: 'exam', task: null }],
  ['#exam=20&seed=7&topics=closing,nothing&levels=2,9', { at: 'exam', task: { count: 20, seed: 7, topics: ['closing'], difficulties: [2] } }],
])('%s is read as far as it can be', (fragment, place) => {
  expect(placeIn(fragment)).toEqual(place);
});

test('anything at all can be read', () => {
  fc.assert(
    fc.property(fc.string(), (fragment) => {
      expect(placeIn(placeIn(fragment).at === 'practice' ? '' : fragment).at).toBeTypeOf('string');
    }),
  );
});
