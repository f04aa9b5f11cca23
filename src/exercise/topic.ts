import type { Moment, Trace } from '../simulation/trace.ts';
import { RST, has } from '../tcp/flags.ts';
import type { Segment } from '../tcp/segment.ts';
import type { State } from '../tcp/state.ts';

/** What an exercise is about, for a reader who wants more of it. */
export const TOPICS = ['flags', 'numbers', 'states', 'opening', 'closing', 'loss', 'resets'] as const;

/** One of the topics. */
export type Topic = (typeof TOPICS)[number];

const OPENING: readonly State[] = ['LISTEN', 'SYN-SENT', 'SYN-RECEIVED'];
const CLOSING: readonly State[] = ['FIN-WAIT-1', 'FIN-WAIT-2', 'CLOSE-WAIT', 'CLOSING', 'LAST-ACK', 'TIME-WAIT'];

function segmentsOf(moment: Moment, trace: Trace): readonly Segment[] {
  if (moment.kind === 'crash') return [];
  const ids = moment.kind === 'endpoint' ? [...moment.sent, ...(moment.arrived === null ? [] : [moment.arrived])] : [moment.flight];
  return ids.flatMap((id) => trace.flights[id]?.segment ?? []);
}

/** Whether the network, or a timer for what the network lost, has to do with the moment. */
function isOfLoss(moment: Moment, trace: Trace): boolean {
  if (moment.kind === 'crash') return false;
  if (moment.kind !== 'endpoint') return moment.kind !== 'injected';
  const flights = [...moment.sent, ...(moment.arrived === null ? [] : [moment.arrived])].flatMap((id) => trace.flights[id] ?? []);
  return moment.event.type === 'RETRANSMISSION TIMEOUT' || flights.some(({ transmission, origin }) => transmission > 1 || origin === 'copy');
}

/** What the moment of the run is about: resets and crashes, then loss, then opening and closing as the host's state says, else what the kind trains. */
export function topicAt(moment: Moment, trace: Trace, trained: Topic): Topic {
  if (moment.kind === 'crash' || segmentsOf(moment, trace).some(({ flags }) => has(flags, RST))) return 'resets';
  if (isOfLoss(moment, trace)) return 'loss';
  if (moment.kind !== 'endpoint') return trained;
  const states = [moment.before.state, moment.after.state];
  if (states.some((state) => CLOSING.includes(state))) return 'closing';
  return states.some((state) => OPENING.includes(state)) ? 'opening' : trained;
}
