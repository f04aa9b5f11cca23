import { expect, test } from 'vitest';
import { whereAsked } from './where-asked.ts';

const EXERCISES = { states: ['asked-both-open', 'state-abc-1'], reset: ['partner-half-open'] };

test.each([
  ['asked-both-open', 'states', 'states'],
  // A question that has moved to another lesson since.
  ['partner-half-open', 'states', 'reset'],
  // Made by practice, of whatever seed.
  ['state-abc-7', 'states', 'states'],
  ['rule-xyz-7', 'practice', 'practice'],
  // A page that is no lesson.
  ['asked-example', 'authoring', 'authoring'],
  // Gone.
  ['asked-who-knows', 'states', null],
])('%s, answered in %s, can be answered again in %s', (id, slug, where) => {
  expect(whereAsked({ id, slug }, EXERCISES)).toBe(where);
});
