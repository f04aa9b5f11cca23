import type { Content } from './content.ts';
import { problemsIn } from './fault.ts';
import { headingFaults } from './headings.ts';
import { imageFaults } from './images.ts';
import { checkLesson } from './lesson.ts';
import { linkFaults } from './links.ts';
import { mermaidFaults } from './mermaid.ts';
import type { Page } from './page.ts';
import type { ContentProblem } from './problem.ts';

/** What is wrong with a page by itself, but for its front matter: its MDX, components, headings, links, images and Mermaid texts. */
export async function pageProblems(page: Page, content: Content): Promise<readonly ContentProblem[]> {
  const { file, text, fault } = page;
  if (fault !== null) return problemsIn(file, text, [fault]);
  const faults = [...headingFaults(page), ...imageFaults(page), ...(await linkFaults(page, content)), ...(await mermaidFaults(page))];
  return [...checkLesson(text, file, content.library).problems, ...problemsIn(file, text, faults)];
}
