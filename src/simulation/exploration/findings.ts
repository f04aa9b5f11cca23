import type { State } from '../../tcp/state.ts';
import { atOdds, deadlocked, halfOpen, type Broken } from '../invariant.ts';
import type { Way } from './exploration.ts';
import { pairTable } from './pair-table.ts';
import type { Move, Sides } from './side.ts';
import type { Both, Step } from './way.ts';

/** Two states, in alphabetical order: `CLOSED|LISTEN`. */
export type Pair = `${State}|${State}`;

/** What is worth telling of an exploration, each thing with the way to where it was first met. */
export interface Findings {
  readonly pairs: Map<Pair, Way>;
  /** `SYN-SENT>ESTABLISHED`. */
  readonly transitions: Map<string, Way>;
  /** By invariant and host. */
  readonly broken: Map<string, Broken & { readonly way: Way }>;
  readonly halfOpen: Map<Pair, Way>;
  /** Looks at a configuration, given by its sides. */
  readonly visit: (a: number, b: number, way: () => Way) => void;
  /** Looks at a step. */
  readonly follow: (step: Step, way: () => Way) => void;
}

function pairOf(one: State, other: State): Pair {
  return one < other ? `${one}|${other}` : `${other}|${one}`;
}

function noteIn<Key, Value>(found: Map<Key, Value>, key: Key, value: () => Value): void {
  if (!found.has(key)) found.set(key, value());
}

/** Nothing found yet. */
export function findings(sides: Both<Sides>): Findings {
  /** Pairs of endpoints that were looked at, and those that were looked at while at rest. */
  const met = pairTable();
  const rested = pairTable();
  const followed = new Set<Move>();
  const found = { pairs: new Map<Pair, Way>(), transitions: new Map<string, Way>(), broken: new Map<string, Broken & { readonly way: Way }>(), halfOpen: new Map<Pair, Way>() };

  const breaks = (all: readonly Broken[], way: () => Way): void => {
    for (const one of all) noteIn(found.broken, `${one.host} ${one.invariant}`, () => ({ ...one, way: way() }));
  };
  const atRest = (a: number, b: number) => sides.A.idle(a) && sides.B.idle(b) && !sides.A.expects(a) && !sides.B.expects(b);

  return {
    ...found,
    visit: (a, b, way) => {
      const [one, other] = [sides.A.endpointAt(a), sides.B.endpointAt(b)];
      const fresh = met.add(one, other) >= 0;
      const resting = atRest(a, b) && rested.add(one, other) >= 0;
      if (!fresh && !resting) return;
      const endpoints = { A: sides.A.tcbAt(a), B: sides.B.tcbAt(b) };
      const pair = pairOf(endpoints.A.state, endpoints.B.state);
      noteIn(found.pairs, pair, way);
      breaks(atOdds(endpoints), way);
      if (!resting) return;
      breaks(deadlocked(endpoints), way);
      if (halfOpen(endpoints)) noteIn(found.halfOpen, pair, way);
    },
    follow: ({ host, move }, way) => {
      if (followed.has(move)) return;
      followed.add(move);
      for (const change of move.changes) noteIn(found.transitions, change, way);
      breaks(move.broken.map((invariant) => ({ invariant, host })), way);
    },
  };
}
