import { headingsIn } from './anchors.ts';
import type { Fault } from './fault.ts';
import { placeAt } from './problem.ts';
import type { Page } from './page.ts';

/** What is wrong with the headings of a page: nobody could find their way by them, or link to them. */
export function headingFaults({ tree, text }: Pick<Page, 'tree' | 'text'>): readonly Fault[] {
  const headings = tree === null ? [] : headingsIn(tree);
  return headings.flatMap(({ level, text: words, slug, offset }, at): readonly Fault[] => {
    const above = headings[at - 1]?.level ?? 1;
    const twin = headings.slice(0, at).find((other) => other.text === words);
    if (words.trim() === '') return [{ offset, message: 'This heading is empty.', hint: 'Write its words behind “#”, or take it away.' }];
    if (level === 1) return [{ offset, message: 'A page has one heading of the first level: its title.', hint: `Write “## ${words}”.` }];
    if (level > above + 1) return [{ offset, message: `This heading of level ${level} stands below one of level ${above}.`, hint: `Write “${'#'.repeat(above + 1)} ${words}”: who hears the page goes from level to level.` }];
    if (twin !== undefined) return [{ offset, message: `This page has two headings “${words}”; the other is in line ${placeAt(text, twin.offset).line}.`, hint: `Give them words of their own: this one’s address, #${slug}, would go to the other when that is taken away.` }];
    return [];
  });
}
