import type { Action, Fault, Scenario, Selector, WireAction } from '../simulation/scenario.ts';
import { exactly, selected } from '../simulation/selector.ts';
import type { Flight, Trace } from '../simulation/trace.ts';
import { fateAfter, shownWhenLost, shownWhenSent } from './at-moment.ts';
import { canBeNamed, type Transmission } from './can-be-named.ts';
import type { WireDeed } from './deed.ts';
import { goingOn, settled } from './settled.ts';

/** A scenario with one more change, and how many of its moments are as they were. */
export interface Change {
  readonly scenario: Scenario;
  readonly shared: number;
}

/** The same transmission in another run; absent where that run never sends it. */
export function sameFlight(trace: Trace, { from, turn, origin }: Transmission): Flight | undefined {
  return trace.flights.find((flight) => flight.from === from && flight.turn === turn && flight.origin === origin);
}

/** The segment in another run, also a forged one; absent where that run has none, or another one in its place. */
export function stillThere(trace: Trace, flight: Flight): Flight | undefined {
  const found = canBeNamed(flight) ? sameFlight(trace, flight) : trace.flights.find(({ id, origin }) => id === flight.id && origin === flight.origin);
  const isSame = found !== undefined && found.connection === flight.connection && found.segment.flags === flight.segment.flags && found.segment.seq === flight.segment.seq && found.segment.length === flight.segment.length;
  return isSame ? found : undefined;
}

/** What is done to a segment by its name. */
type NamedDeed = Exclude<WireDeed, { type: 'restore' }>;

/** What the network does to the segment as it leaves; null for what can only be done later. */
function faultOf(what: NamedDeed, selector: Selector): Fault | null {
  switch (what.type) {
    case 'lose':
      return { type: 'lose', selector };
    case 'hold':
      return { type: 'hold', selector, until: null };
    case 'delay':
      return { type: 'delay', selector, ms: what.ms };
    case 'duplicate':
      return { type: 'duplicate', selector, ms: what.ms };
    case 'release':
    case 'deliver':
      return null;
  }
}

/** What the wire does to the segment that is under way. */
function actionOf(what: NamedDeed, selector: Selector): WireAction | Extract<Action, { type: 'release' }> {
  switch (what.type) {
    case 'lose':
      return { type: 'wireLoses', selector };
    case 'hold':
      return { type: 'wireHolds', selector };
    case 'delay':
      return { type: 'wireDelays', selector, ms: what.ms };
    case 'duplicate':
      return { type: 'wireDuplicates', selector, ms: what.ms };
    case 'deliver':
      return { type: 'wireDelivers', selector };
    case 'release':
      return { type: 'release', selector };
  }
}

/** The scenario without every loss, the author's or the reader's, that names this flight of the trace. */
function restored(trace: Trace, flight: Flight): Change {
  const { scenario } = trace;
  const isOf = ({ selector }: { readonly selector: Selector }) => selected(selector, trace.flights, trace.connections).includes(flight);
  const lostAt = (shownWhenLost(trace, flight) ?? trace.moments.length) - 1;
  const losses = scenario.faults.filter((fault) => fault.type === 'lose' && isOf(fault));
  const acts = scenario.interventions.filter(({ after, action }) => action.type === 'wireLoses' && after <= lostAt && isOf(action));
  // A loss that names several segments takes them all back with it.
  const freed = losses.flatMap(({ selector }) => selected(selector, trace.flights, trace.connections));
  const shared = [...freed.map((one) => shownWhenSent(trace, one)), ...acts.map(({ after }) => after)];
  return {
    scenario: { ...scenario, faults: scenario.faults.filter((fault) => !losses.includes(fault)), interventions: scenario.interventions.filter((one) => !acts.includes(one)) },
    shared: Math.min(trace.moments.length, ...shared),
  };
}

/**
 * What a reader's deed makes of the run's scenario: a fault where the segment has only just left, or left long ago, and the
 * deed goes back to that moment; an intervention where it is under way. Null where it cannot be done.
 */
export function wireChange(trace: Trace, flight: Flight, shown: number, what: WireDeed): Change | null {
  if (!canBeNamed(flight)) return null;
  if (what.type === 'restore') return flight.fate === 'lost' ? restored(trace, flight) : null;
  const selector = exactly(flight);
  const sent = shownWhenSent(trace, flight);
  const fate = fateAfter(trace, flight, shown);
  const isUnderWay = shown > sent && (fate === 'in flight' || fate === 'held');
  const fault = faultOf(what, selector);
  if (fault !== null && !isUnderWay && keepsIds(fault, trace, flight, sent)) return { scenario: { ...before(trace.scenario, sent), faults: [...trace.scenario.faults, fault] }, shared: sent };
  const after = settled(trace, isUnderWay ? shown : sent);
  return after === null ? null : { scenario: intervened(goingOn(trace, after), after, actionOf(what, selector)), shared: after };
}

/** Whether the fault leaves the ids of what leaves in the same moment as they are: a copy comes before the segments behind its original. */
function keepsIds({ type }: Fault, { moments }: Trace, { id }: Flight, sent: number): boolean {
  const moment = moments[sent - 1];
  return type !== 'duplicate' || (moment?.kind === 'endpoint' && moment.sent.at(-1) === id);
}

/** The scenario without what is done, and would be seen, behind so many moments: that belongs to a future which a change gives up. A delay is seen nowhere. */
function before(scenario: Scenario, shared: number): Scenario {
  return { ...scenario, interventions: scenario.interventions.filter(({ after, action }) => after < shared || (after === shared && action.type === 'wireDelays')) };
}

/** The scenario with something done after so many moments, the last of what is done there, and nothing later. */
export function intervened(scenario: Scenario, after: number, action: Action): Scenario {
  const kept = before(scenario, after);
  return { ...kept, interventions: [...kept.interventions, { after, action }] };
}
