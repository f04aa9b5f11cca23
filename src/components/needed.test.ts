import { expect, test } from 'vitest';
import { COURSE_SCENARIOS, courseTrace, courseWords } from '../../test/course-traces.ts';
import { KINDS } from '../exercise/exercise.ts';
import { makeExercise } from '../exercise/make-exercise.ts';
import { sentencesOf } from '../exercise/sentences-of.ts';
import { say } from '../narration/say.ts';
import { needed } from './needed.ts';

test.each(['en', 'ko'] as const)('in %s an exercise says the same with what it needs, in less room', (language) => {
  const words = courseWords(language);
  const made = COURSE_SCENARIOS.flatMap((name) => KINDS.flatMap((kind) => makeExercise(courseTrace(name), kind, 1) ?? []));
  expect(made.length).toBeGreaterThan(100);
  for (const exercise of made) {
    const less = needed(exercise, words);
    const said = (one: typeof exercise) => sentencesOf(one).map((sentence) => say(sentence, words));
    expect(said(less)).toEqual(said(exercise));
    expect({ ...less, given: [], fields: [], question: null, hint: null }).toEqual({ ...exercise, given: [], fields: [], question: null, hint: null });
    expect(JSON.stringify(less).length).toBeLessThanOrEqual(JSON.stringify(exercise).length);
  }
});
