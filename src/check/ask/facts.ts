import en from '../../../content/i18n/en.json' with { type: 'json' };
import { problemText } from '../../narration/problem-text.ts';
import { parse } from '../../scenario/parse.ts';
import { print } from '../../scenario/print.ts';
import { unmet } from '../../simulation/expectation.ts';
import type { Trace } from '../../simulation/trace.ts';
import type { Fault } from '../fault.ts';
import type { Item } from './item.ts';

const BEFORE = 'expect ';

/** Where the author and the engine disagree: a right answer that does not hold in this run, a wrong one that does. Null where there is no run to ask. */
export function disagreements(items: readonly Item[], trace: Trace | null): readonly Fault[] {
  return items.flatMap(({ isTicked, expect }) => {
    if (expect === null) return [];
    const { value, offset } = expect;
    if (trace === null) return [{ offset, message: `There is no run in which “${value}” could be so.`, hint: 'Say which run the question is about: <Ask scenario="…">.' }];
    const { problems, found } = tried(value, trace);
    if (problems.length > 0) return problems.map((problem) => ({ ...problem, offset: offset + problem.offset }));
    if (isTicked === true && found !== null) return [{ offset, message: `This answer is marked as right, but in the run it is not so that “${value}”: the engine gives ${found === '' ? 'nothing of the kind' : found}.`, hint: 'Take the x out of its box, or correct what it expects.' }];
    if (isTicked !== true && found === null) return [{ offset, message: `This answer is marked as wrong, but the engine gives “${value}” in this run.`, hint: 'Put an x into its box, or correct what it expects.' }];
    return [];
  });
}

/** What is wrong with the words of an expectation, from their beginning on; and what the run gives instead, null where it keeps the expectation. */
function tried(value: string, trace: Trace): { readonly problems: readonly Fault[]; readonly found: string | null } {
  const before = print({ ...trace.scenario, expect: [] }).trimEnd();
  const line = before.split('\n').length + 1;
  const { scenario, problems } = parse(`${before}\n${BEFORE}${value}`);
  const told = problems.map((problem) => ({ offset: problem.where.line === line ? Math.max(0, problem.where.column - 1 - BEFORE.length) : 0, ...problemText(problem, en) }));
  const broken = unmet({ ...trace, scenario: { ...trace.scenario, expect: scenario.expect } }).find(({ type }) => type === 'expectation');
  return { problems: told, found: broken?.type === 'expectation' ? broken.found : null };
}
