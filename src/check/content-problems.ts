import { asksIn } from './ask/asks.ts';
import { courseAskProblems } from './ask/languages.ts';
import type { Content } from './content.ts';
import { counterpartProblems } from './counterpart-problems.ts';
import { coursePageProblems } from './course-pages.ts';
import { frontMatterProblems } from './front-matter-problems.ts';
import { galleryFileProblems } from './gallery.ts';
import { glossaryProblems } from './glossary.ts';
import { lessonFactProblems } from './lesson-facts.ts';
import { messageProblems } from './messages.ts';
import { misconceptionProblems } from './misconceptions.ts';
import { olderProblems } from './older.ts';
import { pageProblems } from './page-problems.ts';
import { sorted, type ContentProblem } from './problem.ts';
import { scenarioProblems } from './scenarios.ts';

type Rule = (content: Content) => readonly ContentProblem[] | Promise<readonly ContentProblem[]>;

/** Everything that content is held to. */
const RULES: readonly Rule[] = [scenarioProblems, everyPage, coursePageProblems, askProblems, galleryFileProblems, misconceptionProblems, messageProblems];

/** What can be asked only where it can be read which lessons there are, and in which order. */
const RULES_OF_COURSE: readonly Rule[] = [frontMatterProblems, lessonFactProblems, glossaryProblems];

/** Everything that is wrong with the content, by file, line and column. */
export async function contentProblems(content: Content): Promise<readonly ContentProblem[]> {
  const rules = content.course.length === 0 ? RULES : [...RULES, ...RULES_OF_COURSE];
  const found = (await Promise.all(rules.map(async (rule) => rule(content)))).flat();
  // What is wrong in one language differs from the other: it is told once, as what it is.
  const wrong = new Set(found.map(({ file }) => file));
  const slugs = new Set(content.pages.filter(({ file }) => wrong.has(file)).map(({ slug }) => slug));
  const well = { ...content, pages: content.pages.filter(({ slug }) => !slugs.has(slug)) };
  return sorted([...found, ...counterpartProblems(well), ...(await olderProblems(well))]);
}

async function everyPage(content: Content): Promise<readonly ContentProblem[]> {
  return (await Promise.all(content.pages.map((page) => pageProblems(page, content)))).flat();
}

function askProblems({ pages, library }: Content): readonly ContentProblem[] {
  return courseAskProblems(pages.flatMap((page) => (page.tree === null || !page.text.includes('<Ask') ? [] : [{ ...page, asks: asksIn(page.text, library) }])));
}
