import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { COURSE_SCENARIOS, courseTrace } from '../../test/course-traces.ts';
import { cannotBeSaid } from '../../test/fairness/cannot-be-said.ts';
import { questionOf } from '../../test/fairness/question-of.ts';
import { unfairness } from '../../test/fairness/unfairness.ts';
import { KINDS, type MadeExercise } from './exercise.ts';
import { answerKey } from './grade.ts';
import { makeExercise } from './make-exercise.ts';
import { sentencesOf } from './sentences-of.ts';

const SEEDS = Array.from({ length: 200 }, (_, seed) => seed);

function made(name: string, seeds: readonly number[] = SEEDS): readonly MadeExercise[] {
  const trace = courseTrace(name);
  return KINDS.flatMap((kind) => seeds.map((seed) => makeExercise(trace, kind, seed))).filter((exercise) => exercise !== null);
}

describe.each(COURSE_SCENARIOS)('%s', (name) => {
  const exercises = made(name);
  const again = courseTrace(name);
  /** Seeds come round: what differs only in the order of its options is looked at once. */
  const questions = [...new Map(exercises.map((exercise) => [questionOf(exercise), exercise])).values()];

  test('the key agrees with another run; it alone is accepted, and every other answer is told why not', () => {
    expect(questions.flatMap((exercise) => unfairness(exercise, again))).toEqual([]);
  });

  test('every sentence can be said in both languages', () => {
    expect(questions.flatMap(sentencesOf).filter(cannotBeSaid)).toEqual([]);
  });

  test('the same trace, kind and seed give the same plain data; ids are unique', () => {
    const once = exercises.filter(({ seed }) => seed % 10 === 0);
    const text = JSON.stringify(once);
    expect(JSON.stringify(made(name, SEEDS.filter((seed) => seed % 10 === 0))) === text).toBe(true);
    expect(isDeepStrictEqual(JSON.parse(text), once)).toBe(true);
    expect(new Set(exercises.map(({ id }) => id)).size).toBe(exercises.length);
  });

  test('seeds in a row ask about different moments', () => {
    for (const kind of KINDS) {
      const asked = exercises.filter((it) => it.kind === kind).map((one) => JSON.stringify([one.play, one.figure, answerKey(one)]));
      const different = new Set(asked).size;
      expect(new Set(asked.slice(0, different)).size).toBe(different);
    }
  });
});

/** Runs in which a question would have to say which connection, or which port, it is about. */
const OF_SEVERAL = ['backlog-full', 'closed-port', 'crossing-connections', 'isn-by-clock', 'isn-by-secret', 'syn-flood', 'syn-flood-answered', 'two-connections'];

test('every scenario of one connection asks for states, one of several for nothing, and the handshake for everything', () => {
  for (const name of COURSE_SCENARIOS) expect(makeExercise(courseTrace(name), 'state', 1) === null, name).toBe(OF_SEVERAL.includes(name));
  for (const name of OF_SEVERAL) for (const kind of KINDS) expect(makeExercise(courseTrace(name), kind, 1)).toBeNull();
  for (const kind of KINDS) expect(makeExercise(courseTrace('three-way'), kind, 1)).not.toBeNull();
});
