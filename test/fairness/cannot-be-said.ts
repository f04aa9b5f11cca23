import { say } from '../../src/narration/say.ts';
import type { Sentence } from '../../src/narration/sentence.ts';
import { courseWords } from '../course-traces.ts';

const LANGUAGES = [courseWords('en'), courseWords('ko')];
const known = new Map<string, boolean>();

/** Whether a language has no words for the sentence, or has them with a gap. Runs say much the same, so each sentence is said once. */
export function cannotBeSaid(it: Sentence): boolean {
  const name = JSON.stringify(it);
  const found = known.get(name) ?? LANGUAGES.some((words) => !(it.key in words) || /\{\{|undefined|NaN/.test(say(it, words)));
  known.set(name, found);
  return found;
}
