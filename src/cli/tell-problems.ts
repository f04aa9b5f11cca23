import { sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { styleText } from 'node:util';
import type { ContentProblem } from '../check/problem.ts';
import { toldProblem, type Look } from '../check/report.ts';

/** How a report looks on a stream: coloured where it is a terminal that wants it. */
export function lookOn(stream: NodeJS.WritableStream): Look {
  const style = (look: Parameters<typeof styleText>[0]) => (text: string) => styleText(look, text, { stream });
  return { place: style('cyan'), error: style('red'), warning: style('yellow'), margin: style('dim'), hint: style('dim') };
}

/** Tells the problems of a text on the standard error, as `check` tells those of the content; paths are those from the working directory. */
export function tellProblems(problems: readonly ContentProblem[], text: string): void {
  const here = pathToFileURL(`${process.cwd()}${sep}`);
  for (const problem of problems) process.stderr.write(`${toldProblem(problem, text, here, lookOn(process.stderr))}\n`);
}
