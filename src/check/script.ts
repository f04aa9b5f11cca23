import { placeAt, type ContentProblem } from './problem.ts';
import { checkScenario } from './scenario.ts';
import type { Use } from './uses.ts';

/** Everything that is wrong with a scenario which a lesson has written out, with its place in the lesson. */
export function scriptProblems({ name, props }: Use, lesson: string, file: string): readonly ContentProblem[] {
  const prop = props.find((one) => one.name === 'script');
  if (prop === undefined || name !== 'Simulation') return [];
  if (prop.value === undefined) {
    const hint = 'Write it out between {` and `}, without ${…} and without “\\”.';
    return [{ file, ...placeAt(lesson, prop.offset), message: '“script” of <Simulation> has to be the text of a scenario itself.', hint }];
  }
  // The parser takes blanks away from the beginnings of lines, and gives no place: the text says where it stands.
  const opening = /^script\s*=\s*\{?\s*(["'`])/.exec(lesson.slice(prop.offset));
  const quote = opening?.[1];
  if (opening === null || quote === undefined) return [];
  const from = prop.offset + opening[0].length;
  const start = placeAt(lesson, from);
  const { problems } = checkScenario(lesson.slice(from, lesson.indexOf(quote, from)), file);
  return problems.map((problem) => ({ ...problem, line: start.line + problem.line - 1, column: problem.column + (problem.line === 1 ? start.column - 1 : 0) }));
}
