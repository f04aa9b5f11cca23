import { expect, test } from 'vitest';
import { COURSE_SCENARIOS, courseTrace } from '../../test/course-traces.ts';
import { TRAITS, traitsOf } from './traits.ts';

test.each([
  ['three-way', ['opening']],
  ['four-way', ['closing']],
  ['closed-port', ['opening', 'reset', 'connections']],
  ['fin-lost', ['closing', 'loss']],
  ['syn-late', ['opening', 'loss', 'disorder']],
  ['syn-given-up-linux', ['opening', 'loss', 'gives-up', 'options', 'system']],
  ['data-window', ['data', 'window', 'congestion']],
  ['nagle-gathers', ['data']],
  ['rst-exact', ['reset', 'forged']],
  ['half-open-data', ['data', 'reset', 'crash']],
])('%s is an example of %j', (name, traits) => {
  expect(traitsOf(courseTrace(name))).toEqual(traits);
});

test('every scenario of the course is an example of something, and everything has an example', () => {
  const all = COURSE_SCENARIOS.map((name) => traitsOf(courseTrace(name)));
  expect(COURSE_SCENARIOS.filter((_, at) => all[at]?.length === 0)).toEqual([]);
  expect(TRAITS.filter((trait) => !all.some((traits) => traits.includes(trait)))).toEqual([]);
});
