import type { HostId } from '../simulation/scenario.ts';
import { stateAfter } from '../simulation/state-after.ts';
import type { Trace } from '../simulation/trace.ts';
import type { State } from '../tcp/state.ts';
import { pathTaken } from './path-taken.ts';
import { TRANSITIONS, type Transition } from './transitions.ts';

/** An arrow among the states, with the steps of the path that take it, from 1. */
export interface NumberedArrow extends Transition {
  readonly steps: readonly number[];
}

/** A host's way through the states. */
export interface Way {
  readonly path: readonly Transition[];
  readonly current: State;
  /** The states that it has left for good or for now. */
  readonly visited: readonly State[];
  /** The figure's arrows, then those that the path has beyond the figure: resets, aborts, crashes; `why` is that of the last time. */
  readonly arrows: readonly NumberedArrow[];
}

function isSame(a: Transition, b: Transition): boolean {
  return a.from === b.from && a.to === b.to;
}

/** The way of the host's endpoint of the connection through the states, after the first `until` moments. */
export function wayThrough(trace: Trace, host: HostId, until: number, connection = 0): Way {
  const path = pathTaken(trace, host, until, connection);
  const current = stateAfter(trace, host, until, connection);
  const visited = new Set<State>([stateAfter(trace, host, 0, connection), ...path.map(({ to }) => to)]);
  visited.delete(current);
  const all = path.reduce((known, step) => (known.some((arrow) => isSame(arrow, step)) ? known : [...known, step]), TRANSITIONS);
  const arrows = all.map((arrow) => {
    const steps = path.flatMap((step, index) => (isSame(step, arrow) ? [index + 1] : []));
    return { ...arrow, why: path.findLast((step) => isSame(step, arrow))?.why ?? arrow.why, steps };
  });
  return { path, current, visited: [...visited], arrows };
}
