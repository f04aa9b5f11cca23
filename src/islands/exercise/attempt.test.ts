import { describe, expect, it } from 'vitest';
import type { Exercise, Kind } from '../../exercise/exercise.ts';
import { answerKey } from '../../exercise/grade.ts';
import { makeExercise } from '../../exercise/make-exercise.ts';
import { sentence } from '../../narration/sentence.ts';
import { parse } from '../../scenario/parse.ts';
import { run } from '../../simulation/run.ts';
import { firstAttempt, isSolved, rightCount, tried, type Attempt, type Try } from './attempt.ts';

const trace = run(parse('server listens\nclient connects\nclient closes\nserver closes\n').scenario);

function made(kind: Kind, seed = 1): Exercise {
  const exercise = makeExercise(trace, kind, seed);
  if (exercise === null) throw new Error(`no ${kind}`);
  return exercise;
}

function doing(exercise: Exercise, ...what: readonly Try[]): Attempt {
  return what.reduce(tried, firstAttempt(exercise));
}

const CHECK: Try = { type: 'check' };

function answerRightly(exercise: Exercise): readonly Try[] {
  return Object.entries(answerKey(exercise)).map(([field, value]) => ({ type: 'answer', field, value }) as const);
}

function wrongOf(exercise: Exercise, id: string): string {
  const field = exercise.fields.find((one) => one.id === id);
  const wrong = field?.type === 'choice' ? field.options.find(({ value }) => !field.accepted.includes(value)) : undefined;
  if (wrong === undefined) throw new Error(`no wrong option in ${id}`);
  return wrong.value;
}

describe('an attempt at a choice', () => {
  const exercise = made('state');
  const [first = '', second = ''] = exercise.fields.map(({ id }) => id);
  const wrong: Try = { type: 'answer', field: first, value: wrongOf(exercise, first) };

  it('says which fields have no answer yet', () => {
    const { verdicts, checks } = doing(exercise, CHECK);
    expect(Object.values(verdicts).map(({ answered, right }) => [answered, right])).toEqual(exercise.fields.map(() => [false, false]));
    expect([checks, doing(exercise, CHECK, wrong, CHECK).checks]).toEqual([0, 1]);
  });

  it('is solved by the key, and explains each answer', () => {
    const attempt = doing(exercise, ...answerRightly(exercise), CHECK);
    expect(isSolved(attempt)).toBe(true);
    expect(Object.values(attempt.verdicts).every(({ explanation }) => explanation.length > 0)).toBe(true);
  });

  it('keeps what is right when what is wrong is changed, and takes back only what was said of the wrong', () => {
    const checked = doing(exercise, ...answerRightly(exercise), wrong, CHECK);
    expect(rightCount(checked)).toBe(exercise.fields.length - 1);
    expect(checked.verdicts[first]?.objections.length).toBeGreaterThan(0);
    const changed = tried(checked, { type: 'answer', field: first, value: 'CLOSED' });
    expect(Object.keys(changed.verdicts)).toEqual([second]);
    expect(isSolved(changed)).toBe(false);
  });

  it('leaves a right answer as it is', () => {
    const checked = doing(exercise, ...answerRightly(exercise), wrong, CHECK);
    expect(tried(checked, { type: 'answer', field: second, value: wrongOf(exercise, second) })).toBe(checked);
  });
});

describe('an attempt at an order', () => {
  const exercise = made('order');
  const [field] = exercise.fields;
  const items = field?.type === 'order' ? field.items.map(({ value }) => value) : [];
  const id = field?.id ?? '';

  it('begins with the items as they are given', () => {
    expect(doing(exercise).answer).toEqual({ [id]: items });
  });

  it('is solved when the items stand as they were sent', () => {
    expect(isSolved(doing(exercise, ...answerRightly(exercise), CHECK))).toBe(true);
  });
});

describe('an attempt at a field of several parts', () => {
  const option = (value: string) => ({ value, label: sentence(value), misconception: null, why: [{ sentence: sentence(value), clause: null }] });
  const exercise: Exercise = {
    ...made('state'),
    fields: [{ type: 'many', id: 'many', label: sentence('many'), explanation: [], options: ['a', 'b', 'c'].map(option), accepted: ['a', 'b'] }],
  };

  it('remembers which parts were right while the others are changed', () => {
    const checked = doing(exercise, { type: 'answer', field: 'many', value: ['a', 'c'] }, CHECK);
    expect(checked.fixed).toEqual({ many: ['a'] });
    const changed = tried(checked, { type: 'answer', field: 'many', value: ['a', 'b', 'c'] });
    expect([changed.fixed, changed.verdicts]).toEqual([{ many: ['a'] }, {}]);
    expect(tried(changed, CHECK).fixed).toEqual({ many: ['a', 'b'] });
  });
});
