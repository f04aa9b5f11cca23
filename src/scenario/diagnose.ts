import { flagAt } from './leaf/flags.ts';
import { example } from './leaf/example.ts';
import type { Want } from './leaf/leaf.ts';
import { isWord, problemAt, textOf, type Line } from './line.ts';
import type { DeadEnd, Reading } from './match.ts';
import { byNearness, listed, meant } from './nearest.ts';
import { PROBLEMS, type Problem, type ProblemCode } from './problem.ts';
import { isKnown, SENTENCE_WORDS } from './vocabulary.ts';

/** What is wrong at the token `at`, where one of `wants` should stand, or nothing more where there is none. */
function unfinished(line: Line, at: number, wants: readonly Want[]): Problem {
  const token = line.tokens[at];
  const before = textOf(line, 0, at);
  const flag = flagAt(line, at);
  const flagBefore = flagAt(line, at - 1);
  if (flag !== undefined && flagBefore !== undefined) {
    return problemAt(line, at - 1, at + 1, 'flags-without-comma', { first: flagBefore, second: flag });
  }
  if (wants.length === 0) {
    return problemAt(line, at, line.tokens.length, 'trailing-words', { words: textOf(line, at, line.tokens.length) });
  }
  const numbers = wants.filter((want) => want.type === 'number');
  if (numbers.length === wants.length) {
    const least = String(Math.min(...numbers.map((want) => want.least)));
    const most = String(Math.max(...numbers.map((want) => want.most)));
    return problemAt(line, at, at + 1, 'missing-number', { before, least, most });
  }
  if (wants.every((want) => want.type === 'time')) return problemAt(line, at, at + 1, 'missing-time', { before });
  if (wants.every((want) => want.type === 'name')) return problemAt(line, at, at + 1, 'missing-name', { before });
  const choices = wants.map(example);
  if (token === undefined) return problemAt(line, at, at + 1, 'missing-word', { before, choices: listed(choices) });
  const { text: word } = token;
  const isName = Object.values(line.names).some((name) => isWord(line, at, name));
  if (token.kind !== 'word' || isKnown(word) || isName) {
    const fitting = token.kind === 'word' ? byNearness(word, choices) : choices;
    return problemAt(line, at, at + 1, 'misplaced-word', { word, choices: listed(fitting) });
  }
  if (at > 0) return problemAt(line, at, at + 1, 'unknown-word', meant(word, choices));
  const starts = listed([...Object.values(line.names), ...choices]);
  const { nearest } = meant(word, [...Object.values(line.names), ...choices, ...SENTENCE_WORDS]);
  return problemAt(line, at, at + 1, 'unknown-statement', { word, nearest, choices: starts });
}

function hasChoices(code: ProblemCode): boolean {
  const params: readonly string[] = PROBLEMS[code];
  return params.includes('nearest') && params.includes('choices');
}

/** A problem with an unknown word, its choices widened by all that could stand in its place; at the beginning of a line that would be too much. */
function widened(line: Line, problem: Problem, deadEnds: readonly DeadEnd[]): Problem {
  const { word, choices } = problem.params;
  if (!hasChoices(problem.code) || word === undefined || choices === undefined) return problem;
  const at = line.tokens.findIndex(({ column }) => column === problem.where.column);
  const here = deadEnds.filter((dead) => at > 0 && dead.at === at && dead.clean + dead.problems.length === at);
  const others = here.flatMap(({ wants }) => wants.filter(({ type }) => type === 'word' || type === 'turn' || type === 'share').map(example));
  return { ...problem, params: meant(word, [...choices.split(' · '), ...others]) };
}

function better(a: DeadEnd, b: DeadEnd): number {
  return b.clean - a.clean || a.problems.length - b.problems.length || b.at - a.at;
}

/** Why a line that cannot be read without a problem cannot: the problems of the reading that understood most of it. */
export function diagnose(line: Line, readings: readonly Reading<unknown>[], deadEnds: readonly DeadEnd[]): readonly Problem[] {
  const reading = readings[0];
  const dead = deadEnds.toSorted(better)[0];
  if (reading !== undefined && (dead === undefined || reading.clean >= dead.clean)) {
    return reading.problems.map((problem) => widened(line, problem, deadEnds));
  }
  if (dead === undefined) return [];
  const wants = deadEnds.filter((other) => better(dead, other) === 0).flatMap((other) => other.wants);
  return [...dead.problems.map((problem) => widened(line, problem, deadEnds)), unfinished(line, dead.at, wants)];
}
