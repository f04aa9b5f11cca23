import type { Altered } from '../../src/diagram/shown.ts';
import type { EndpointMoment, Moment } from '../../src/simulation/trace.ts';
import { ACK, FIN, SYN, has, type Flags } from '../../src/tcp/flags.ts';
import { segLen, type Segment } from '../../src/tcp/segment.ts';
import type { Tcb } from '../../src/tcp/tcb.ts';
import type { Judge } from './judge.ts';

/** Whether `value` lies in from…to, counted round 2³². */
function within(value: number, from: number, to: number): boolean {
  return ((value - from) >>> 0) <= ((to - from) >>> 0);
}

/** Whether the engine's own variables forbid the control bits: no SYN yet, a SYN too many, no ACK, or a FIN without CLOSE. */
function forbidsFlags(flags: Flags, { before, after }: EndpointMoment): boolean {
  const began = before.state === 'CLOSED' || before.state === 'LISTEN';
  const heard = after.rcv.nxt !== 0 || after.irs !== 0;
  if (began && !has(flags, SYN)) return true;
  if (has(flags, SYN)) return began ? has(flags, ACK) !== heard : before.state !== 'SYN-SENT' || has(flags, ACK) || after.state !== 'SYN-SENT';
  return !has(flags, ACK) || after.state === 'SYN-SENT' || (has(flags, FIN) && after.snd.fin === 'no');
}

/** Whether the number was RCV.NXT of the host at some time since it knows the peer's. */
function hadExpected(value: number, { host }: EndpointMoment, earlier: readonly Moment[]): boolean {
  const knew = ({ state, rcv }: Tcb) => rcv.nxt === value && !['CLOSED', 'LISTEN', 'SYN-SENT'].includes(state);
  return earlier.some((one) => one.kind === 'endpoint' && one.host === host && (knew(one.before) || knew(one.after)));
}

/** Whether the variables of the host, before and after it sent the segment, forbid what the figure shows. */
function isForbidden({ part, value }: Altered, segment: Segment, moment: EndpointMoment, earlier: readonly Moment[]): boolean {
  const { before, after, event } = moment;
  switch (part) {
    case 'flags':
      return forbidsFlags(value as Flags, moment);
    case 'ack':
      return value !== after.rcv.nxt && ((event.type === 'SEGMENT ARRIVES' && before.state !== after.state) || !hadExpected(value, moment, earlier));
    case 'seq':
      if (has(segment.flags, SYN)) return before.state === 'SYN-SENT' || before.state === 'SYN-RECEIVED';
      if (segLen(segment) === 0) return value !== before.snd.nxt && value !== after.snd.nxt;
      return !within(value, after.snd.una, before.snd.nxt);
    case 'length':
      return value > before.snd.unsent + (event.type === 'SEND' ? event.length : 0) + (segment.seq === before.snd.nxt ? 0 : before.queue.reduce((sum, { length }) => sum + length, 0));
  }
}

/** The one part that is not as the run has it, where the variables of its host forbid it; the ACK bit stands for the acknowledgment too. */
export const judgeImpossible: Judge = ({ figure }, trace) => {
  const [altered, ...more] = figure.type === 'sequence' ? figure.altered : [];
  const flight = trace.flights[altered?.flight ?? -1];
  const moment = trace.moments.find((one) => one.kind === 'endpoint' && one.sent.includes(flight?.id ?? -1));
  if (altered === undefined || more.length > 0 || flight === undefined || moment?.kind !== 'endpoint') return () => false;
  if (flight.segment[altered.part] === altered.value || !isForbidden(altered, flight.segment, moment, trace.moments.slice(0, moment.index))) return () => false;
  const parts = altered.part === 'flags' && ((altered.value ^ flight.segment.flags) & ACK) > 0 ? ['flags', 'ack'] : [altered.part];
  return (field, answer) => (field === 'segment' ? answer === String(flight.id) : parts.includes(String(answer)));
};
