import { explore } from '../src/simulation/explore.ts';
import type { Exploration } from '../src/simulation/exploration/exploration.ts';
import type { UserCall } from '../src/tcp/event.ts';
import { median, type Figure } from './figure.ts';

const CALLS: readonly UserCall[] = [{ type: 'OPEN', mode: 'active' }, { type: 'OPEN', mode: 'passive' }, { type: 'SEND', length: 1 }, { type: 'CLOSE' }];

/** Two closed endpoints, every call once, a wire that loses, repeats and reorders: simultaneous open included, to the end. */
const FULL: Exploration = { profile: 'rfc9293', wire: 'lossy', iss: { A: 100, B: 300 }, opening: [], calls: { A: CALLS, B: CALLS }, bound: 1_000_000, every: false };

/** How many configurations an exploration visits in a second, invariants checked, and how long the largest one of the tests takes. */
export function measure(): Promise<readonly Figure[]> {
  const rounds = [1, 2, 3].map(() => {
    const began = performance.now();
    const { configurations, bounded, broken } = explore(FULL);
    if (bounded || broken.length > 0) throw new Error(`The exploration was cut short, or broke ${JSON.stringify(broken)}`);
    return { configurations, ms: performance.now() - began };
  });
  return Promise.resolve([
    { name: 'explored-states-per-second', value: median(rounds.map(({ configurations, ms }) => (configurations * 1000) / ms)), unit: '1/s' },
    { name: 'explored-states', value: median(rounds.map(({ configurations }) => configurations)), unit: '1' },
    { name: 'full-exploration-ms', value: median(rounds.map(({ ms }) => ms)), unit: 'ms' },
  ]);
}
