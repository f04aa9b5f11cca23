import en from '../../content/i18n/en.json' with { type: 'json' };
import { problemText } from '../narration/problem-text.ts';
import type { Words } from '../narration/sentence.ts';
import { parse } from '../scenario/parse.ts';
import { unmet, type Unmet } from '../simulation/expectation.ts';
import { run } from '../simulation/run.ts';
import type { Trace } from '../simulation/trace.ts';
import type { ContentProblem } from './problem.ts';

const WORDS: Words = en;

/** A scenario as a lesson can use it: its run, or everything that is wrong with its text. */
export interface CheckedScenario {
  readonly trace: Trace | null;
  readonly problems: readonly ContentProblem[];
}

/** Reads and runs a scenario text; it is wrong where it does not parse, does not end, or does not end as it says. */
export function checkScenario(text: string, file: string): CheckedScenario {
  const { scenario, lines, problems } = parse(text);
  if (problems.length > 0) {
    const told = problems.map((problem) => ({ file, line: problem.where.line, column: problem.where.column, ...problemText(problem, WORDS) }));
    return { trace: null, problems: told };
  }
  const trace = run(scenario);
  const at = (line: number | undefined) => ({ file, line: line ?? 1, column: columnOf(text, line ?? 1) });
  const broken = unmet(trace).map((one) => {
    const line = lineOf(one, lines);
    return { ...at(line), ...sayUnmet(one, text.split('\n')[(line ?? 1) - 1]?.trim() ?? '') };
  });
  return { trace, problems: broken };
}

function lineOf(one: Unmet, lines: ReturnType<typeof parse>['lines']): number | undefined {
  switch (one.type) {
    case 'expectation':
      return lines.expect[one.index];
    case 'act':
      return lines.script[one.index];
    case 'intervention':
      return lines.interventions[one.index];
    case 'endless':
      return undefined;
  }
}

function columnOf(text: string, line: number): number {
  return Math.max(0, text.split('\n')[line - 1]?.search(/\S/) ?? 0) + 1;
}

function sayUnmet(one: Unmet, statement: string): Pick<ContentProblem, 'message' | 'hint'> {
  switch (one.type) {
    case 'expectation':
      return { message: `The scenario says “${statement}”, but the run gives ${one.found === '' ? 'nothing of the kind' : one.found}.`, hint: 'Correct the expectation, or what happens before it.' };
    case 'act':
      return { message: `“${statement}” never happens: its time or its condition does not come.`, hint: 'Change its condition, or leave it out.' };
    case 'intervention':
      return { message: `“${statement}” never happens: the run has fewer moments.`, hint: 'Name an earlier moment, or leave it out.' };
    case 'endless':
      return { message: 'The scenario never comes to an end.', hint: 'Add a line such as “stop at 10 s”.' };
  }
}
