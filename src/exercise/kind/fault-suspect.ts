import type { Act, Fault, HostId, Scenario } from '../../simulation/scenario.ts';
import { peerOf } from '../../simulation/scenario.ts';
import { exactly } from '../../simulation/selector.ts';
import type { Flight, Moment, Trace } from '../../simulation/trace.ts';
import { segmentText } from '../../narration/segment-text.ts';
import { sentence, type Sentence } from '../../narration/sentence.ts';

/** One thing that may have gone wrong in a run: of a segment, named by its host and its turn among all that the host sends, or of a host. */
export type Suspect =
  | { readonly type: 'nothing' }
  | { readonly type: 'lose' | 'reorder'; readonly flight: Flight }
  | { readonly type: 'delay' | 'duplicate'; readonly flight: Flight; readonly ms: number }
  /** The host forgets everything after so many moments, at that time, ms. */
  | { readonly type: 'crash'; readonly host: HostId; readonly after: number; readonly at: number };

/** The name of a suspect, which says all about it: `lose A 2`, `delay B 1 1500`, `crash A 7`. */
export function suspectName(suspect: Suspect): string {
  switch (suspect.type) {
    case 'nothing':
      return 'nothing';
    case 'crash':
      return `crash ${suspect.host} ${String(suspect.after)}`;
    case 'lose':
    case 'reorder':
      return `${suspect.type} ${suspect.flight.from} ${String(suspect.flight.turn)}`;
    case 'delay':
    case 'duplicate':
      return `${suspect.type} ${suspect.flight.from} ${String(suspect.flight.turn)} ${String(suspect.ms)}`;
  }
}

function faultOf(suspect: Exclude<Suspect, { type: 'nothing' | 'crash' }>): Fault {
  const selector = exactly(suspect.flight);
  return 'ms' in suspect ? { type: suspect.type, selector, ms: suspect.ms } : { type: suspect.type, selector };
}

/** The scenario in which that goes wrong. */
export function withSuspect(scenario: Scenario, suspect: Suspect): Scenario {
  if (suspect.type === 'nothing') return scenario;
  if (suspect.type !== 'crash') return { ...scenario, faults: [...scenario.faults, faultOf(suspect)] };
  return { ...scenario, interventions: [...scenario.interventions, { after: suspect.after, action: { type: 'crash', host: suspect.host } }] };
}

/** What went wrong, in words. */
export function suspectLabel(suspect: Suspect, { hosts }: Scenario): Sentence {
  switch (suspect.type) {
    case 'nothing':
      return sentence('exercise.fault.option.nothing');
    case 'crash':
      return sentence(suspect.at === 0 ? 'exercise.fault.option.crash.first' : 'exercise.fault.option.crash', { host: hosts[suspect.host].name, at: suspect.at });
    default: {
      const { from, to, segment } = suspect.flight;
      const after = 'ms' in suspect ? { after: suspect.ms } : {};
      return sentence(`exercise.fault.option.${suspect.type}`, { from: hosts[from].name, to: hosts[to].name, segment: segmentText(segment), ...after });
    }
  }
}

/** How long a segment is held up, ms: longer than the first retransmission timeout. */
const LATE = 1500;
/** How long after the first the copy arrives, ms. */
const COPY_LATE = 20;
/** How many segments come under suspicion. */
const MOST_SEGMENTS = 6;

function isOpen(state: string): boolean {
  return state !== 'CLOSED' && state !== 'LISTEN';
}

/** A crash of either host just before a user calls something of the other one, while the connection exists. */
function crashes({ moments }: Trace): readonly Suspect[] {
  const isCall = (moment: Moment) => moment.kind === 'endpoint' && (moment.event.type === 'SEND' || moment.event.type === 'CLOSE');
  const found = moments.flatMap((moment): readonly Extract<Suspect, { type: 'crash' }>[] => {
    if (moment.kind !== 'endpoint' || !isCall(moment) || !isOpen(moment.before.state)) return [];
    const previous = moments[moment.index - 1];
    if (previous === undefined ? moment.index > 0 : previous.at === moment.at && isCall(previous)) return [];
    return [{ type: 'crash', host: peerOf(moment.host), after: moment.index, at: previous?.at ?? 0 }];
  });
  return found.filter(({ host, at }, place) => found.findIndex((one) => one.host === host && one.at === at) === place);
}

/** All that may have gone wrong in a run in which nothing did. */
export function suspectsIn(calm: Trace): readonly Suspect[] {
  const named = calm.flights.map(({ from, segment }) => `${from} ${segmentText(segment)}`);
  const flights = calm.flights.filter(({ origin }, at) => origin === 'sent' && named.indexOf(named[at] ?? '') === named.lastIndexOf(named[at] ?? '')).slice(0, MOST_SEGMENTS);
  return [
    { type: 'nothing' },
    ...flights.map((flight): Suspect => ({ type: 'lose', flight })),
    ...flights.map((flight): Suspect => ({ type: 'delay', flight, ms: LATE })),
    ...flights.map((flight): Suspect => ({ type: 'duplicate', flight, ms: COPY_LATE })),
    ...crashes(calm).slice(0, 2),
  ];
}

/** The suspect that the one fault of a scenario stands for, in the run without it; null where it is of another sort or names more than one segment. */
export function suspectOf(fault: Fault, faulty: Trace, calm: Trace): Suspect | null {
  if (fault.selector.which.type !== 'nth' || fault.type === 'hold' || fault.type === 'mark') return null;
  const { type } = fault;
  const met = faulty.flights.find(({ from, fate, arrivesAt, sentAt, id }) => {
    if (from !== fault.selector.from) return false;
    if (type === 'duplicate') return faulty.flights.some(({ copyOf }) => copyOf === id);
    return type === 'lose' ? fate === 'lost' : arrivesAt !== sentAt + faulty.scenario.delay;
  });
  const flight = calm.flights.find(({ from, turn, origin }) => origin === 'sent' && from === met?.from && turn === met.turn);
  if (flight === undefined) return null;
  return type === 'lose' || type === 'reorder' ? { type, flight } : { type, flight, ms: fault.ms };
}

/** Whether all acts are those of users: the scenario itself crashes no host and forges no segment. */
export function isOfUsers({ script, interventions }: Scenario): boolean {
  const foreign = ({ action }: Pick<Act, 'action'>) => action.type === 'crash' || action.type === 'inject' || action.type === 'release' || action.type.startsWith('wire');
  return interventions.length === 0 && !script.some(foreign);
}
