import type { Language } from '../../components/language.ts';
import { sayDuration } from '../../diagram/duration.ts';
import { narrate } from '../../narration/narrate.ts';
import { say } from '../../narration/say.ts';
import type { Trace } from '../../simulation/trace.ts';
import { messagesIn, wordsIn } from '../../components/words.ts';

/** A run told moment by moment: what happened, what came of it, and by which rules. */
export function storyLines(trace: Trace, language: Language): readonly string[] {
  const words = messagesIn(language);
  return narrate(trace).flatMap(({ index, at, happened, outcomes, reasons }) => [
    ...(index > 0 ? [''] : []),
    `${index + 1}. ${sayDuration(at, wordsIn(language))}  ${say(happened, words)}`,
    ...outcomes.map(({ sentence }) => `   - ${say(sentence, words)}`),
    ...reasons.map(({ sentence, clause }) => `   ${clause.cite}: ${say(sentence, words)}`),
  ]);
}
