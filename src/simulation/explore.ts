import type { State } from '../tcp/state.ts';
import type { Exploration, Way } from './exploration/exploration.ts';
import { pairTable } from './exploration/pair-table.ts';
import { sidesOf, type Move } from './exploration/side.ts';
import { traffic } from './exploration/traffic.ts';
import { after, settled, wayOf, type Both, type Step } from './exploration/way.ts';
import { atOdds, deadlocked, halfOpen, type Broken } from './invariant.ts';
import { HOST_IDS } from './scenario.ts';

/** Two states, in alphabetical order: `CLOSED|LISTEN`. */
export type Pair = `${State}|${State}`;

/** What an exploration found. Each way is one with the fewest steps. */
export interface Explored {
  /** Distinct configurations. */
  readonly configurations: number;
  /** Whether it ended at the bound, with more to see. */
  readonly bounded: boolean;
  readonly pairs: ReadonlyMap<Pair, Way>;
  /** Each change of state of one endpoint: `SYN-SENT>ESTABLISHED`. */
  readonly transitions: ReadonlyMap<string, Way>;
  /** Each invariant that is broken at a host, once. */
  readonly broken: readonly (Broken & { readonly way: Way })[];
  /** Where one endpoint has a connection and the other none, no timer runs and what is under way may be lost: only a new call, or keep-alive, will tell. */
  readonly halfOpen: ReadonlyMap<Pair, Way>;
}

function pairOf(one: State, other: State): Pair {
  return one < other ? `${one}|${other}` : `${other}|${one}`;
}

/**
 * Visits every configuration that can be reached, breadth first: two endpoints, the calls that their users may still make, and the wire,
 * times left out. Pure. Complete for what it is asked, unless `bounded`: a timer that runs may expire at any moment, but on a wire that keeps
 * the order those that send again wait until nothing is under way; the rate of challenge ACKs is not limited; no host crashes and nobody forges.
 */
export function explore(exploration: Exploration): Explored {
  const eager = exploration.wire === 'lossy' && !exploration.every;
  const sent = traffic();
  const sides = { A: sidesOf(exploration, 'A', sent), B: sidesOf(exploration, 'B', sent) };
  const start = exploration.opening.reduce<Both<number>>(
    (at, { host, call }) => after(at, { host, move: sides[host].opened(at[host], call) }, sides),
    { A: sides.A.first, B: sides.B.first },
  );

  const known = pairTable();
  /** For each configuration after the first: the one before it, and the step from there. */
  const before: number[] = [];
  const by: (Step | null)[] = [];
  const met = pairTable();
  const rested = pairTable();
  const noted = new Set<Move>();
  const pairs = new Map<Pair, Way>();
  const transitions = new Map<string, Way>();
  const broken = new Map<string, Broken & { readonly way: Way }>();
  const oneSided = new Map<Pair, Way>();

  const wayTo = (index: number, ...last: readonly Step[]): Way => {
    const steps: Step[] = [...last];
    for (let at = index, step = by[at]; step !== null && step !== undefined; at = before[at] ?? 0, step = by[at]) steps.unshift(step);
    return wayOf(start, steps, eager, sides, sent);
  };

  const note = (found: readonly Broken[], way: () => Way): void => {
    for (const one of found) {
      const key = `${one.host} ${one.invariant}`;
      if (!broken.has(key)) broken.set(key, { ...one, way: way() });
    }
  };

  const judge = (a: number, b: number, index: number): void => {
    const [one, other] = [sides.A.endpointAt(a), sides.B.endpointAt(b)];
    const endpoints = { A: sides.A.tcbAt(a), B: sides.B.tcbAt(b) };
    const pair = pairOf(endpoints.A.state, endpoints.B.state);
    const way = () => wayTo(index);
    if (met.add(one, other) >= 0) {
      if (!pairs.has(pair)) pairs.set(pair, way());
      note(atOdds(endpoints), way);
    }
    const atRest = sides.A.idle(a) && sides.B.idle(b) && !sides.A.expects(a) && !sides.B.expects(b);
    if (!atRest || rested.add(one, other) < 0) return;
    note(deadlocked(endpoints), way);
    if (halfOpen(endpoints) && !oneSided.has(pair)) oneSided.set(pair, way());
  };

  const reach = (at: Both<number>, from: number, step: Step | null): void => {
    const { A, B } = eager ? settled(at, sides) : at;
    const index = known.add(A, B);
    if (index < 0) return;
    before.push(from);
    by.push(step);
    judge(A, B, index);
  };

  const expand = (index: number): void => {
    const at = { A: known.firstAt(index), B: known.secondAt(index) };
    const busy = sides.A.expects(at.A) || sides.B.expects(at.B);
    for (const host of HOST_IDS) {
      for (const move of sides[host].movesAt(at[host])) {
        if (move.patient && busy) continue;
        const step = { host, move };
        if ((move.changes.length > 0 || move.broken.length > 0) && !noted.has(move)) {
          noted.add(move);
          for (const change of move.changes) if (!transitions.has(change)) transitions.set(change, wayTo(index, step));
          note(move.broken.map((invariant) => ({ invariant, host })), () => wayTo(index, step));
        }
        if (!(eager && move.silent)) reach(after(at, step, sides), index, step);
      }
    }
  };

  reach(start, -1, null);
  let next = 0;
  for (; next < known.size() && known.size() < exploration.bound; next += 1) expand(next);
  return { configurations: known.size(), bounded: next < known.size(), pairs, transitions, broken: [...broken.values()], halfOpen: oneSided };
}
