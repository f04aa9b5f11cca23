import { answerKey, grade } from '../src/exercise/grade.ts';
import type { ChoiceField, Exercise, OrderField } from '../src/exercise/exercise.ts';
import type { Trace } from '../src/simulation/trace.ts';
import { contradicts, independentKey, leavingFrom } from './independent-key.ts';

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

/** What is unfair about an exercise by another run of its scenario: a key that disagrees, a right answer refused, a wrong one accepted or left unexplained; empty where it is fair. */
export function unfairness(exercise: Exercise, trace: Trace): readonly string[] {
  const key = independentKey(exercise, trace);
  const keyed = grade(exercise, answerKey(exercise)).right ? [] : [`${exercise.id}: its own key is refused`];
  return [...keyed, ...exercise.fields.flatMap((field) => (field.type === 'choice' ? choiceProblems(exercise, field, key[field.id]) : orderProblems(exercise, field, trace)))];
}
