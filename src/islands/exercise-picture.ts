import { sequenceDiagram } from '../diagram/sequence-diagram.ts';
import type { Exercise } from '../exercise/exercise.ts';
import { narrate } from '../narration/narrate.ts';
import { say } from '../narration/say.ts';
import type { Words } from '../narration/sentence.ts';
import type { Trace } from '../simulation/trace.ts';
import { diagramWords } from './diagram-words.ts';
import { draw } from './draw.ts';
import { text } from './text.ts';

/** The diagram that belongs to the question: the run before the moment that is asked about, and no word of what comes after. */
export function drawExercise(exercise: Exercise, trace: Trace, words: Words): Promise<string> {
  const { until } = exercise;
  const told = narrate(trace).slice(0, until).map(({ happened }) => say(happened, words));
  return draw(sequenceDiagram(trace, diagramWords(words), { until }), { title: text(words, 'island.exercise.picture'), description: told.join(' ') });
}
