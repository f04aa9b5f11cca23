import { describe, expect, test } from 'vitest';
import { COURSE_SCENARIOS, courseTrace, courseWords } from '../../test/course-traces.ts';
import { contradicts, independentKey, leavingFrom } from '../../test/independent-key.ts';
import type { Trace } from '../simulation/trace.ts';
import { say } from '../narration/say.ts';
import { answerKey, grade } from './grade.ts';
import { KINDS, type ChoiceField, type Exercise, type OrderField } from './exercise.ts';
import { makeExercise } from './make-exercise.ts';
import { sentencesOf } from './sentences-of.ts';

const SEEDS = Array.from({ length: 200 }, (_, seed) => seed);
const LANGUAGES = [courseWords('en'), courseWords('ko')];

function made(name: string): readonly Exercise[] {
  const trace = courseTrace(name);
  return KINDS.flatMap((kind) => SEEDS.map((seed) => makeExercise(trace, kind, seed))).filter((exercise) => exercise !== null);
}

function permutations<Item>(list: readonly Item[]): readonly (readonly Item[])[] {
  if (list.length < 2) return [list];
  return list.flatMap((item, at) => permutations([...list.slice(0, at), ...list.slice(at + 1)]).map((rest) => [item, ...rest]));
}

function choiceProblems(exercise: Exercise, field: ChoiceField, right: string | undefined): readonly string[] {
  const where = `${exercise.id} ${field.id}`;
  const values = field.options.map(({ value }) => value);
  const sound = new Set(values).size === values.length && values.length >= 3 && field.explanation.length > 0;
  const judged = field.options.filter((option) => {
    const verdict = grade(exercise, { [field.id]: option.value }).fields.find((it) => it.field === field.id);
    const fair = verdict?.answered === true && verdict.right === (option.value === right);
    return !fair || option.why.length > 0 !== (option.value !== right);
  });
  return [
    ...(sound ? [] : [`${where}: options ${values.join()}`]),
    ...(right !== undefined && field.accepted.join() === right && values.includes(right) ? [] : [`${where}: ${field.accepted.join()} is not ${String(right)}`]),
    ...judged.map(({ value }) => `${where}: ${value} judged wrongly`),
  ];
}

function orderProblems(exercise: Exercise, field: OrderField, trace: Trace): readonly string[] {
  const next = leavingFrom(trace, exercise.until).slice(0, field.items.length);
  const sameSet = field.items.every(({ value }) => next.some(({ id }) => String(id) === value));
  const judged = permutations(next).filter((order) => {
    const fair = order.every((second, at) => order.slice(0, at).every((first) => !contradicts(trace, first, second)));
    const verdict = grade(exercise, { order: order.map(({ id }) => String(id)) });
    return verdict.right !== fair || (verdict.fields[0]?.why.length === 0) !== fair;
  });
  return [...(sameSet ? [] : [`${exercise.id}: not the next segments`]), ...judged.map((order) => `${exercise.id}: ${order.map(({ id }) => id).join()} judged wrongly`)];
}

function problemsOf(exercise: Exercise, trace: Trace): readonly string[] {
  const key = independentKey(exercise, trace);
  const keyed = grade(exercise, answerKey(exercise)).right ? [] : [`${exercise.id}: its own key is refused`];
  return [...keyed, ...exercise.fields.flatMap((field) => (field.type === 'choice' ? choiceProblems(exercise, field, key[field.id]) : orderProblems(exercise, field, trace)))];
}

describe.each(COURSE_SCENARIOS)('%s', (name) => {
  const exercises = made(name);
  const again = courseTrace(name);

  test('the key agrees with another run; it alone is accepted, and every other answer is told why not', () => {
    expect(exercises.flatMap((exercise) => problemsOf(exercise, again))).toEqual([]);
  });

  test('every sentence can be said in both languages', () => {
    const sentences = new Map(exercises.flatMap(sentencesOf).map((it) => [JSON.stringify(it), it]));
    const gaps = [...sentences.values()].filter((it) => LANGUAGES.some((words) => !(it.key in words) || /\{\{|undefined|NaN/.test(say(it, words))));
    expect(gaps).toEqual([]);
  });

  test('the same trace, kind and seed give the same plain data; ids are unique', () => {
    const text = JSON.stringify(exercises);
    expect(JSON.stringify(made(name))).toBe(text);
    expect(JSON.parse(text)).toEqual(exercises);
    expect(new Set(exercises.map(({ id }) => id)).size).toBe(exercises.length);
  });

  test('seeds in a row ask about different moments', () => {
    for (const kind of KINDS) {
      const asked = exercises.filter((it) => it.kind === kind).map(({ until, fields }) => `${String(until)} ${fields.map((field) => field.accepted.join()).join()}`);
      const different = new Set(asked).size;
      expect(new Set(asked.slice(0, different)).size).toBe(different);
    }
  });
});

test('every scenario asks for states, and the handshake for everything', () => {
  for (const name of COURSE_SCENARIOS) expect(makeExercise(courseTrace(name), 'state', 1), name).not.toBeNull();
  for (const kind of KINDS) expect(makeExercise(courseTrace('three-way'), kind, 1)).not.toBeNull();
});
