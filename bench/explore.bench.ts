import { explore } from '../src/simulation/explore.ts';
import type { Exploration } from '../src/simulation/exploration/exploration.ts';
import type { UserCall } from '../src/tcp/event.ts';
import { median, type Figure } from './figure.ts';

const CALLS: readonly UserCall[] = [{ type: 'OPEN', mode: 'active' }, { type: 'OPEN', mode: 'passive' }, { type: 'SEND', length: 1 }, { type: 'CLOSE' }];

/** Two closed endpoints, every call once, a wire that loses, repeats and reorders: simultaneous open included, to the end. */
const FULL: Exploration = { profile: 'rfc9293', wire: 'lossy', iss: { A: 100, B: 300 }, opening: [], calls: { A: CALLS, B: CALLS }, bound: 1_000_000, every: false };

/** The same without any reduction, as far as it comes. */
const EVERY: Exploration = { ...FULL, every: true, bound: 300_000 };

interface Timed {
  readonly configurations: number;
  readonly ms: number;
}

function timed(exploration: Exploration, ends: boolean): Timed {
  const began = performance.now();
  const { configurations, bounded, broken, pairs } = explore(exploration);
  if (bounded === ends || broken.length > 0 || pairs.size !== 29) throw new Error(`The exploration went wrong: ${pairs.size} pairs, broken: ${JSON.stringify(broken)}`);
  return { configurations, ms: performance.now() - began };
}

/** How many configurations an exploration visits in a second, each step and each pair of endpoints judged; and how long the complete one takes, reduced. */
export function measure(): Promise<readonly Figure[]> {
  const every = [1, 2, 3].map(() => timed(EVERY, false));
  const full = [1, 2, 3].map(() => timed(FULL, true));
  return Promise.resolve([
    { name: 'explored-states-per-second', value: median(every.map(({ configurations, ms }) => (configurations * 1000) / ms)), unit: '1/s' },
    { name: 'full-exploration-ms', value: median(full.map(({ ms }) => ms)), unit: 'ms' },
    { name: 'full-exploration-states', value: median(full.map(({ configurations }) => configurations)), unit: '1' },
  ]);
}
