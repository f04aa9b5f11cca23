import type { Answer, Exercise, MadeExercise } from '../../src/exercise/exercise.ts';
import type { Field } from '../../src/exercise/field.ts';
import { answerKey, grade, type FieldVerdict } from '../../src/exercise/grade.ts';
import type { Trace } from '../../src/simulation/trace.ts';
import { answersTo } from './answers-to.ts';
import type { IsRight } from './judge.ts';
import { JUDGES } from './judges.ts';
import { unsoundness } from './soundness.ts';

/** Whether the verdict says what it should: right with nothing against it, or wrong with a reason for everything that is. */
function isFair(verdict: FieldVerdict | undefined, right: boolean): boolean {
  if (verdict?.answered !== true || verdict.right !== right) return false;
  return right ? verdict.objections.length === 0 : verdict.objections.length > 0 && verdict.objections.every(({ why }) => why.length > 0);
}

function fieldProblems(exercise: Exercise, field: Field, isRight: IsRight): readonly string[] {
  // No other field has anything to do with it.
  const alone = { ...exercise, fields: [field] };
  const verdictOn = (answer: Answer[string]) => grade(alone, { [field.id]: answer }).fields[0];
  const answers = answersTo(field);
  const misjudged = answers.filter((answer) => !isFair(verdictOn(answer), isRight(field.id, answer)));
  return [
    ...unsoundness(field),
    ...(answers.some((answer) => isRight(field.id, answer)) ? [] : ['no answer is right']),
    ...misjudged.map((answer) => `${answer.toString()} misjudged`),
  ].map((problem) => `${exercise.id} ${field.id}: ${problem}`);
}

/** What is unfair about an exercise by another run of its scenario: a key that disagrees, a right answer refused, a wrong one accepted or left unexplained; empty where it is fair. */
export function unfairness(exercise: MadeExercise, trace: Trace): readonly string[] {
  const isRight = JUDGES[exercise.kind](exercise, trace);
  const key = answerKey(exercise);
  const refused = grade(exercise, key).right ? [] : [`${exercise.id}: its own key is refused`];
  const wrong = exercise.fields.filter(({ id }) => !isRight(id, key[id] ?? '')).map(({ id }) => `${exercise.id} ${id}: the key is wrong`);
  return [...refused, ...wrong, ...exercise.fields.flatMap((field) => fieldProblems(exercise, field, isRight))];
}
