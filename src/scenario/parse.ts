import type { Scenario } from '../simulation/scenario.ts';
import { assemble, type Said, type SourceLines } from './assemble.ts';
import { check } from './check.ts';
import { diagnose } from './diagnose.ts';
import { problemAt, type Line } from './line.ts';
import { match } from './match.ts';
import { DEFAULT_NAMES, namesIn } from './names.ts';
import type { Problem } from './problem.ts';
import { lookalike } from './strange.ts';
import { linesOf, tokenise } from './token.ts';

/** What a text says. */
export interface Parsed {
  /** Made of the lines that have no problem; to be run only where there are no problems at all. */
  readonly scenario: Scenario;
  readonly lines: SourceLines;
  /** Everything that is wrong, in the order of the text. */
  readonly problems: readonly Problem[];
}

function strangeIn(line: Line): readonly Problem[] {
  return line.tokens.flatMap(({ kind, text }, at) => {
    if (kind !== 'strange') return [];
    const nearest = lookalike(text);
    return nearest === null
      ? [problemAt(line, at, at + 1, 'strange-character', { character: text })]
      : [problemAt(line, at, at + 1, 'foreign-character', { character: text, nearest })];
  });
}

function read(line: Line): Said | readonly Problem[] {
  const strange = strangeIn(line);
  if (strange.length > 0) return strange;
  const { readings, deadEnds } = match('statement', line);
  const sound = readings.find(({ problems }) => problems.length === 0);
  return sound === undefined ? diagnose(line, readings, deadEnds) : { line, statement: sound.value };
}

/** The scenario that a text describes, the lines of its parts, and all its problems; never throws. */
export function parse(text: string): Parsed {
  const bare = linesOf(text)
    .map((it, index): Line => ({ number: index + 1, tokens: tokenise(it), names: DEFAULT_NAMES }))
    .filter(({ tokens }) => tokens.length > 0);
  const names = namesIn(bare);
  const said: Said[] = [];
  const broken: Line[] = [];
  const problems: Problem[] = [];
  for (const line of bare.map((it) => ({ ...it, names: names ?? DEFAULT_NAMES }))) {
    const found = read(line);
    if ('statement' in found) {
      said.push(found);
    } else {
      broken.push(line);
      problems.push(...found.filter(({ code }) => code !== 'unknown-host' || names !== null));
    }
  }
  const { scenario, lines, problems: repeated } = assemble(said);
  const all = [...problems, ...repeated, ...check(said, broken)];
  return { scenario, lines, problems: all.toSorted((a, b) => a.where.line - b.where.line || a.where.column - b.where.column) };
}
