import type { Words } from '../../narration/sentence.ts';
import { print } from '../../scenario/print.ts';
import type { Trace } from '../../simulation/trace.ts';
import type { Lang } from '../messages.ts';
import { text } from '../text.ts';
import { lessonScenario } from './lesson-scenario.ts';
import { quoted } from './quoted.ts';

/** A simulation of this run as a lesson takes it, in one piece, with a comment before it that says where it goes. */
export function lessonMdx(trace: Trace, title: string, lang: Lang, words: Words): string {
  return [
    `{/* ${text(words, 'lab.share.mdx.page', { folder: `content/docs/${lang}/` })} */}`,
    '',
    `<Simulation title=${quoted(title)} script={\``,
    // No word of the notation has a backtick, a backslash or a dollar in it.
    `${print(lessonScenario(trace)).trimEnd()}\n\`} />`,
    '',
  ].join('\n');
}
