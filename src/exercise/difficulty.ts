import type { Trace } from '../simulation/trace.ts';

/** How much a question asks for: 1 (one rule), 2 (several at once), 3 (something went wrong besides). */
export type Difficulty = 1 | 2 | 3;

/** Whether anything in the run is not as both users wished: the network, a forger, a crash, a retransmission. */
function isTroubled({ moments, flights }: Trace): boolean {
  return moments.some(({ kind }) => kind !== 'endpoint') || flights.some(({ transmission }) => transmission > 1);
}

/** The difficulty of a question of a kind that asks for `plain` in a run without trouble; one more where there is some. */
export function difficultyIn(trace: Trace, plain: 1 | 2): Difficulty {
  if (!isTroubled(trace)) return plain;
  return plain === 1 ? 2 : 3;
}
