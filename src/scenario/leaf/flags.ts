import { FLAG_NAMES, flagNames, flagsNamed, NO_FLAGS, type FlagName, type Flags } from '../../tcp/flags.ts';
import { isWord, problemAt, type Line } from '../line.ts';
import { meant } from '../nearest.ts';
import type { Problem } from '../problem.ts';
import { refused, taken, type Leaf } from './leaf.ts';

/** How a segment without any control bit is called. */
const NONE = 'none';

const WRITTEN: readonly FlagName[] = ['SYN', 'ACK', 'FIN', 'RST', 'PSH', 'URG', 'ECE', 'CWR'];
const LIKELY = [...WRITTEN, 'SYN,ACK', 'FIN,ACK', 'RST,ACK', 'PSH,ACK', NONE];

/** The flag that the token at `at` names, or undefined. */
export function flagAt(line: Line, at: number): FlagName | undefined {
  return FLAG_NAMES.find((name) => isWord(line, at, name));
}

/** Control bits joined by commas in any order, or `none`. */
export const flagsLeaf: Leaf<Flags> = {
  words: [...WRITTEN, NONE],
  read: (line, start, known) => {
    if (isWord(line, start, NONE)) return taken(start + 1, NO_FLAGS);
    const names: FlagName[] = [];
    const problems: Problem[] = [];
    for (let at = start; ; at += 2) {
      const flag = flagAt(line, at);
      const token = line.tokens[at];
      if (flag === undefined) {
        if (token?.kind !== 'word' || known(token.text)) return refused(at, at === start ? LIKELY : WRITTEN.filter((name) => !names.includes(name)));
        problems.push(problemAt(line, at, at + 1, 'unknown-flag', meant(token.text, at === start ? LIKELY : WRITTEN)));
      } else if (names.includes(flag)) {
        problems.push(problemAt(line, at, at + 1, 'repeated-flag', { flag }));
      } else {
        names.push(flag);
      }
      if (!isWord(line, at + 1, ',')) return taken(at + 1, flagsNamed(names), ...problems);
    }
  },
  write: (flags) => flagNames(flags).join(',') || NONE,
};
