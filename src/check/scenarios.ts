import type { Content } from './content.ts';
import type { ContentProblem } from './problem.ts';

/** What is wrong with the scenarios, whether a page uses them or not. */
export function scenarioProblems({ library }: Pick<Content, 'library'>): readonly ContentProblem[] {
  return library.names.flatMap((name) => library.scenario(name)?.problems ?? []);
}
