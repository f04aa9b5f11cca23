import { problemSaid } from '../../capture/problem-said.ts';
import { say } from '../../narration/say.ts';
import type { Words } from '../../narration/sentence.ts';
import type { CaptureProblem } from '../../wire/file/capture-problem.ts';
import type { Lang } from '../messages.ts';
import { text } from '../text.ts';
import { countText } from './units.ts';

/** Where the reading of a file stopped, and why. */
export function problemText({ fault, offset, frame }: CaptureProblem, words: Words, lang: Lang): string {
  const why = say(problemSaid(fault), words);
  return fault.type === 'foreign' ? why : text(words, 'capture.problem.at', { why, offset: countText(offset, lang), frame: countText(frame, lang) });
}
