import { run } from '../../simulation/run.ts';
import { peerOf, type HostId, type Scenario } from '../../simulation/scenario.ts';
import { exactly } from '../../simulation/selector.ts';
import type { EndpointMoment, Flight, Trace } from '../../simulation/trace.ts';
import { memoised } from '../../simulation/memoised.ts';

/** A run in which one more segment is lost than in the run that the exercise is made from. */
export interface LossyRun {
  readonly trace: Trace;
  /** The segment that is lost, as it was in the run before. */
  readonly lost: Flight;
  /** The moment of the loss: up to there both runs are the same. */
  readonly at: number;
  /** The first segment that leaves after the loss, and the moment in which it does; null: none leaves. */
  readonly next: { readonly flight: Flight; readonly moment: EndpointMoment } | null;
}

/** Longer runs ask for more than can be foreseen. */
const MOST_MOMENTS = 160;
/** How many segments of a run are tried, from its beginning. */
const MOST_SEGMENTS = 16;

/** The scenario with one more loss: of the segment that its host sends so many times. */
function withLoss(scenario: Scenario, from: HostId, n: number): Scenario {
  return { ...scenario, faults: [...scenario.faults, { type: 'lose', selector: exactly({ from, turn: n }) }], expect: [] };
}

/** Whether the network does nothing else to what is sent from then on: the reader could not know. */
function isOtherwiseCalm({ moments }: Trace, at: number): boolean {
  return moments.slice(at + 1).every(({ kind }) => kind === 'endpoint' || kind === 'crash' || kind === 'injected');
}

/** Whether what leaves is an answer or a retransmission, not a user's wish, and nothing leaves the other host in the same instant. */
function isForeseeable(trace: Trace, { moment, flight }: NonNullable<LossyRun['next']>): boolean {
  const { type } = moment.event;
  if (type !== 'SEGMENT ARRIVES' && type !== 'RETRANSMISSION TIMEOUT') return false;
  return !trace.flights.some(({ from, sentAt, origin }) => origin === 'sent' && from === peerOf(flight.from) && sentAt === flight.sentAt);
}

function lossyRun(base: Trace, lost: Flight): LossyRun | null {
  const trace = run(withLoss(base.scenario, lost.from, lost.turn));
  const loss = trace.moments.find((moment) => moment.kind === 'lost' && moment.flight === lost.id);
  if (loss === undefined || trace.moments.length > MOST_MOMENTS || trace.ended === 'bounded' || !isOtherwiseCalm(trace, loss.index)) return null;
  const at = loss.index;
  const moment = trace.moments.slice(at).find((one) => one.kind === 'endpoint' && one.sent.length > 0);
  const flight = moment?.kind === 'endpoint' ? trace.flights[moment.sent[0] ?? -1] : undefined;
  const next = moment?.kind !== 'endpoint' || flight === undefined ? null : { flight, moment };
  if (next !== null && !isForeseeable(trace, next)) return null;
  return { trace, lost, at, next };
}

/** What follows for each segment of the run if it is lost, where that can be foreseen. */
export const lossyRuns = memoised((base: Trace): readonly LossyRun[] => {
  if (base.moments.length > MOST_MOMENTS) return [];
  const usual = ({ origin, fate, arrivesAt, sentAt }: Flight) => origin === 'sent' && fate === 'delivered' && arrivesAt === sentAt + base.scenario.delay;
  const sole = ({ id }: Flight) => base.flights.every(({ copyOf }) => copyOf !== id);
  return base.flights.filter((flight) => usual(flight) && sole(flight)).slice(0, MOST_SEGMENTS).flatMap((flight) => lossyRun(base, flight) ?? []);
});
