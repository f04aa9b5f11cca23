import { placeAt, type ContentProblem } from '../problem.ts';
import type { Ask } from './asks.ts';

/** A page in one language, with its questions. */
export interface AskedPage {
  readonly file: string;
  /** Its address without language. */
  readonly slug: string;
  readonly language: string;
  readonly text: string;
  readonly asks: readonly Ask[];
}

/** What is wrong with the questions of the course as a whole: an id on two pages, a question that one language lacks, or asks otherwise. */
export function courseAskProblems(pages: readonly AskedPage[]): readonly ContentProblem[] {
  const at = ({ file, text }: AskedPage, { offset }: Pick<Ask, 'offset'>) => ({ file, ...placeAt(text, offset) });
  return pages.flatMap((page) =>
    page.asks.filter(({ name }) => name !== '').flatMap((ask): readonly ContentProblem[] => {
      const other = pages.find(({ slug, language, asks }) => language === page.language && slug < page.slug && asks.some(({ name }) => name === ask.name));
      if (other !== undefined) return [{ ...at(page, ask), message: `The lesson “${other.slug}” has an <Ask> with the id “${ask.name}” too.`, hint: 'Give each an id of its own: readers’ progress is kept by it.' }];
      return pages.filter(({ slug, language }) => slug === page.slug && language !== page.language).flatMap((counterpart) => {
        const same = counterpart.asks.find(({ name }) => name === ask.name);
        if (same === undefined) return [{ ...at(page, ask), message: `In “${counterpart.language}” this page has no <Ask> with the id “${ask.name}”.`, hint: `Write it in ${counterpart.language}/${page.slug}.mdx too, or correct the id: it is the same in every language.` }];
        // Told once, in the language that comes first.
        return page.language < counterpart.language ? differences(ask, same).map((what) => ({ ...at(counterpart, same), message: `This <Ask> has ${what} in “${counterpart.language}” than in “${page.language}”.`, hint: 'Only the words may differ: the answers stand in the same order, with the same boxes, numbers and braces.' })) : [];
      });
    }),
  );
}

/** In what, but for their words, two questions differ that should be the same one; empty where one of them is not written as it should be, which is told elsewhere. */
function differences(one: Ask, other: Ask): readonly string[] {
  if (one.asked === null || other.asked === null) return [];
  const parts: readonly (readonly [string, (ask: Ask) => unknown])[] = [
    ['another topic', ({ asked }) => asked?.topic],
    ['another difficulty', ({ asked }) => asked?.difficulty],
    ['another scenario', ({ scenario }) => scenario],
    ['another kind of answer', ({ asked }) => asked?.form.type],
    ['more or fewer answers', ({ items }) => items.length],
    ['other right answers', ({ items }) => items.map(({ isTicked }) => isTicked)],
    ['other misconceptions', ({ items }) => items.map(({ misconception }) => misconception?.value)],
    ['other expectations', ({ items }) => items.map(({ expect }) => expect?.value)],
    ['other numbers', ({ asked, items }) => (asked?.form.type === 'number' ? items.map(({ label }) => label.text) : [])],
  ];
  const found = parts.find(([, of]) => JSON.stringify(of(one)) !== JSON.stringify(of(other)));
  return found === undefined ? [] : [found[0]];
}
