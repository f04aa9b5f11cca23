import type { Words } from '../../narration/sentence.ts';
import { print } from '../../scenario/print.ts';
import type { Trace } from '../../simulation/trace.ts';
import type { Lang } from '../messages.ts';
import { text } from '../text.ts';
import { fileName } from './file-name.ts';
import { lessonScenario } from './lesson-scenario.ts';

/** What an instructor needs for a lesson with this run: the file of its scenario, and the line for the page; each begins with a comment that says where it goes. */
export function lessonMdx(trace: Trace, title: string, lang: Lang, words: Words): string {
  const name = fileName(title);
  return [
    `# ${text(words, 'lab.share.mdx.scenario', { file: `content/scenarios/${name}.scenario` })}`,
    print(lessonScenario(trace)),
    `{/* ${text(words, 'lab.share.mdx.page', { folder: `content/docs/${lang}/` })} */}`,
    '',
    `<Simulation scenario="${name}" title="${attribute(title)}" />`,
    '',
  ].join('\n');
}

/** As the value of an attribute in MDX, which reads entities as HTML does. */
function attribute(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replace(/\s+/g, ' ');
}
