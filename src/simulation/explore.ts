import type { Exploration, Way } from './exploration/exploration.ts';
import { findings, type Pair } from './exploration/findings.ts';
import { pairTable } from './exploration/pair-table.ts';
import { sidesOf, type Move } from './exploration/side.ts';
import { traffic } from './exploration/traffic.ts';
import { after, wayOf, type Both, type Step } from './exploration/way.ts';
import type { Broken } from './invariant.ts';
import { HOST_IDS, type HostId } from './scenario.ts';

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
  readonly halfOpen: Explored['pairs'];
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
    (at, { host }, index) => after(at, { host, move: sides[host].opened(at[host], index) }, sides),
    { A: sides.A.first, B: sides.B.first },
  );
  const known = pairTable();
  /** For each configuration: the one before it, and the step from there; none for the first. */
  const before: number[] = [];
  const by: (Step | null)[] = [];
  const found = findings(sides);

  const wayTo = (index: number, ...last: readonly Step[]): Way => {
    const steps: Step[] = [...last];
    for (let at = index, step = by[at] ?? null; step !== null; at = before[at] ?? 0, step = by[at] ?? null) steps.unshift(step);
    return wayOf(start, steps, eager, sides, sent);
  };

  /** A configuration, perhaps one that is known, can be reached from another by a move. */
  const reach = (a: number, b: number, from: number, host: HostId, move: Move | null): void => {
    let [settledA, settledB] = [a, b];
    while (eager) {
      const heardB = sides.B.receiving(settledB, sides.A.said(settledA));
      const heardA = sides.A.receiving(settledA, sides.B.said(heardB));
      if (heardA === settledA && heardB === settledB) break;
      [settledA, settledB] = [heardA, heardB];
    }
    const index = known.add(settledA, settledB);
    if (index < 0) return;
    before.push(from);
    by.push(move === null ? null : { host, move });
    found.visit(settledA, settledB, () => wayTo(index));
  };

  const expand = (index: number): void => {
    const [a, b] = [known.firstAt(index), known.secondAt(index)];
    const busy = sides.A.expects(a) || sides.B.expects(b);
    for (const host of HOST_IDS) {
      for (const move of sides[host].movesAt(host === 'A' ? a : b)) {
        if (move.patient && busy) continue;
        if (move.notable) found.follow({ host, move }, () => wayTo(index, { host, move }));
        if (eager && move.silent) continue;
        if (host === 'A') reach(move.to, sides.B.receiving(b, move.sent), index, host, move);
        else reach(sides.A.receiving(a, move.sent), move.to, index, host, move);
      }
    }
  };

  reach(start.A, start.B, -1, 'A', null);
  let next = 0;
  for (; next < known.size() && known.size() < exploration.bound; next += 1) expand(next);
  const { pairs, transitions, broken, halfOpen } = found;
  return { configurations: known.size(), bounded: next < known.size(), pairs, transitions, broken: [...broken.values()], halfOpen };
}
