import { describe, expect, it } from 'vitest';
import type { Exercise } from '../exercise/exercise.ts';
import { answerKey } from '../exercise/grade.ts';
import { makeExercise } from '../exercise/make-exercise.ts';
import { parse } from '../scenario/parse.ts';
import { run } from '../simulation/run.ts';
import { firstAttempt, isSolved, rightCount, tried, type Attempt, type Try } from './attempt.ts';

const trace = run(parse('server listens\nclient connects\nclient closes\nserver closes\n').scenario);

function made(kind: Exercise['kind'], seed = 1): Exercise {
  const exercise = makeExercise(trace, kind, seed);
  if (exercise === null) throw new Error(`no ${kind}`);
  return exercise;
}

function doing(exercise: Exercise, ...what: readonly Try[]): Attempt {
  return what.reduce(tried, firstAttempt(exercise));
}

const CHECK: Try = { type: 'check' };

function chooseRight(exercise: Exercise): readonly Try[] {
  return Object.entries(answerKey(exercise)).flatMap(([field, value]) => (typeof value === 'string' ? [{ type: 'choose', field, value } as const] : []));
}

function wrongOf(exercise: Exercise, id: string): string {
  const field = exercise.fields.find((one) => one.id === id);
  const wrong = field?.type === 'choice' ? field.options.find(({ value }) => !field.accepted.includes(value)) : undefined;
  if (wrong === undefined) throw new Error(`no wrong option in ${id}`);
  return wrong.value;
}

describe('an attempt at a choice', () => {
  const exercise = made('state');
  const [first, second] = exercise.fields.map(({ id }) => id);

  it('says which fields have no answer yet', () => {
    const { verdicts } = doing(exercise, CHECK);
    expect(Object.values(verdicts).map(({ answered, right }) => [answered, right])).toEqual(exercise.fields.map(() => [false, false]));
  });

  it('is solved by the key, and explains each answer', () => {
    const attempt = doing(exercise, ...chooseRight(exercise), CHECK);
    expect(isSolved(attempt)).toBe(true);
    expect(Object.values(attempt.verdicts).every(({ explanation }) => explanation.length > 0)).toBe(true);
  });

  it('keeps what is right when what is wrong is changed, and takes back only what was said of the wrong', () => {
    const wrong: Try = { type: 'choose', field: first ?? '', value: wrongOf(exercise, first ?? '') };
    const checked = doing(exercise, ...chooseRight(exercise), wrong, CHECK);
    expect(rightCount(checked)).toBe(exercise.fields.length - 1);
    expect(checked.verdicts[first ?? '']?.why.length).toBeGreaterThan(0);
    const changed = tried(checked, { type: 'choose', field: first ?? '', value: 'CLOSED' });
    expect(Object.keys(changed.verdicts)).toEqual([second]);
    expect(isSolved(changed)).toBe(false);
  });
});

describe('an attempt at an order', () => {
  const exercise = made('order');
  const [field] = exercise.fields;
  const items = field?.type === 'order' ? field.items.map(({ value }) => value) : [];
  const id = field?.id ?? '';

  it('begins with the items as they are given, and moves one at a time', () => {
    expect(doing(exercise).answer[id]).toEqual(items);
    const [a, b, ...rest] = items;
    expect(doing(exercise, { type: 'move', field: id, value: a ?? '', by: 1 }).answer[id]).toEqual([b, a, ...rest]);
  });

  it('does not move an item beyond an end', () => {
    expect(doing(exercise, { type: 'move', field: id, value: items[0] ?? '', by: -1 }).answer[id]).toEqual(items);
    expect(doing(exercise, { type: 'move', field: id, value: items.at(-1) ?? '', by: 1 }).answer[id]).toEqual(items);
  });

  it('is solved when the items stand as they were sent', () => {
    const wanted = answerKey(exercise)[id];
    if (typeof wanted !== 'object') throw new Error('no order');
    const moves = wanted.flatMap((value) => items.map((): Try => ({ type: 'move', field: id, value, by: 1 })));
    expect(isSolved(doing(exercise, ...moves, CHECK))).toBe(true);
  });
});

describe('a new exercise', () => {
  it('begins from nothing', () => {
    const next = made('state', 2);
    expect(doing(made('state'), CHECK, { type: 'renew', exercise: next })).toEqual(firstAttempt(next));
  });
});
