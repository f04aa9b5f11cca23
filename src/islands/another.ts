import { sequenceDiagram } from '../diagram/sequence-diagram.ts';
import type { Exercise } from '../exercise/exercise.ts';
import { makeExercise } from '../exercise/make-exercise.ts';
import { narrate } from '../narration/narrate.ts';
import { say } from '../narration/say.ts';
import { parse } from '../scenario/parse.ts';
import { run } from '../simulation/run.ts';
import { diagramWords } from './diagram-words.ts';
import { draw } from './draw.ts';
import { wordsIn, type Lang } from './messages.ts';
import { text } from './text.ts';

/** A question with its diagram, which shows the run before the moment that is asked about. */
export interface Another {
  readonly exercise: Exercise;
  readonly svg: string;
}

/** The next question of the same kind, with its picture; the messages have to be here as a whole. Rejects where Mermaid cannot be fetched. */
export async function makeAnother(scenario: string, { kind, seed }: Exercise, lang: Lang): Promise<Another> {
  const trace = run(parse(scenario).scenario);
  const exercise = makeExercise(trace, kind, seed + 1);
  if (exercise === null) throw new Error(`The scenario gives no exercise of the kind "${kind}" any more`);
  const words = wordsIn(lang);
  const until = exercise.figure.type === 'sequence' ? exercise.figure.until : 0;
  const description = narrate(trace).slice(0, until).map(({ happened }) => say(happened, words)).join(' ');
  const svg = await draw(sequenceDiagram(trace, diagramWords(words), { until }), { title: text(words, 'attempt.picture'), description });
  return { exercise, svg };
}
