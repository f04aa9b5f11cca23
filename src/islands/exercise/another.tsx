import type { VNode } from 'preact';
import type { Exercise } from '../../exercise/exercise.ts';
import { makeExercise } from '../../exercise/make-exercise.ts';
import { parse } from '../../scenario/parse.ts';
import { run } from '../../simulation/run.ts';
import type { Trace } from '../../simulation/trace.ts';
import { draw } from '../draw.ts';
import { Figure } from './Figure.tsx';
import { pictureOf } from './picture.ts';
import { wordsIn, type Lang } from '../messages.ts';

/** A question with its figure. */
export interface Another {
  readonly exercise: Exercise;
  readonly figure: VNode;
}

/** The next question of the same kind, with its figure; the messages have to be here as a whole. Rejects where what draws it cannot be fetched. */
export async function makeAnother(scenario: string, { kind, seed }: Exercise, lang: Lang): Promise<Another> {
  const trace = run(parse(scenario).scenario);
  const exercise = kind === 'asked' ? null : makeExercise(trace, kind, seed + 1);
  if (exercise === null) throw new Error(`The scenario gives no exercise of the kind "${kind}" any more`);
  return { exercise, figure: await figureOf(exercise, trace, lang) };
}

/** The figure of an exercise that was made from this trace; the messages have to be here as a whole. Rejects where what draws it cannot be fetched. */
export async function figureOf(exercise: Exercise, trace: Trace, lang: Lang): Promise<VNode> {
  const words = wordsIn(lang);
  return <Figure picture={await pictureOf(exercise, trace, words, draw)} words={words} />;
}
