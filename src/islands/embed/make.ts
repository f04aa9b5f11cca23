import type { VNode } from 'preact';
import type { Exercise, Kind } from '../../exercise/exercise.ts';
import { makeExercise } from '../../exercise/make-exercise.ts';
import { parse } from '../../scenario/parse.ts';
import { run } from '../../simulation/run.ts';
import { figureOf } from '../exercise/another.tsx';
import { loadWords, type Lang } from '../messages.ts';

/** The exercise of this kind and seed from a scenario in the notation, with its figure; rejects where there is none. */
export async function makeNamed(scenario: string, kind: Kind, seed: number, lang: Lang): Promise<{ readonly exercise: Exercise; readonly figure: VNode }> {
  const trace = run(parse(scenario).scenario);
  const exercise = makeExercise(trace, kind, seed);
  if (exercise === null) throw new Error(`No exercise of the kind "${kind}" can be made from this scenario`);
  await Promise.all((['diagram', 'rest', 'answers'] as const).map((part) => loadWords(lang, part)));
  return { exercise, figure: await figureOf(exercise, trace, lang) };
}
