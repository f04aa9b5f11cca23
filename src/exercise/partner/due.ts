import type { EndpointMoment, Moment } from '../../simulation/trace.ts';
import type { HostId } from '../../simulation/scenario.ts';
import { ACK, FIN, NO_FLAGS, PSH, RST, SYN, flagsOf, has, without } from '../../tcp/flags.ts';
import { segLen, type Segment } from '../../tcp/segment.ts';
import { seqAdd, seqDiff, seqLe, seqLt, type Seq } from '../../tcp/seq.ts';
import type { Tcb } from '../../tcp/tcb.ts';

/** A segment that TCP would send now and the reader has not sent yet. */
export interface Due {
  readonly segment: Segment;
  /** Whether the reader has sent its numbers before: it is a retransmission. */
  readonly again: boolean;
}

/** The number after the last one that the segment occupies. */
export function endOf(segment: Segment): Seq {
  return seqAdd(segment.seq, segLen(segment));
}

function isReset({ flags }: Segment): boolean {
  return has(flags, RST);
}

/** With the acknowledgment of today: what waits to be sent is sent with the ACK that is right then. */
function refreshed(due: Due, tcb: Tcb): Due {
  const { segment } = due;
  if (!has(segment.flags, ACK) || isReset(segment) || segment.ack === tcb.rcv.nxt) return due;
  return { ...due, segment: { ...segment, ack: tcb.rcv.nxt } };
}

function afterEvent(due: readonly Due[], { before, after, effects }: EndpointMoment): readonly Due[] {
  const gone = after.state === 'CLOSED' || after.state === 'LISTEN';
  const emitted = effects.flatMap((effect) => (effect.type === 'emit' ? [effect] : []));
  const starts = new Set(emitted.flatMap(({ segment }) => (segLen(segment) > 0 ? [segment.seq] : [])));
  const again = (segment: Segment, transmission: number) => transmission > 1 && !due.some((other) => !other.again && segLen(other.segment) > 0 && other.segment.seq === segment.seq);
  const isStill = ({ segment }: Due) => {
    if (gone) return false;
    if (isReset(segment)) return before.state === after.state && !emitted.some((other) => isReset(other.segment));
    // A bare ACK is sent once, with the number of today.
    if (segLen(segment) === 0) return emitted.length === 0;
    return seqLt(after.snd.una, endOf(segment)) && !starts.has(segment.seq);
  };
  const kept = due.filter(isStill).map((one) => refreshed(one, after));
  return [...kept, ...emitted.map(({ segment, transmission }) => ({ segment, again: again(segment, transmission) }))];
}

/** What is due after these moments, from what was due before them: what the host's own TCP sends in them and nobody hears. */
export function dueAfter(due: readonly Due[], moments: readonly Moment[], reader: HostId): readonly Due[] {
  return moments.reduce<readonly Due[]>((all, moment) => {
    if (!('host' in moment) || moment.host !== reader) return all;
    return moment.kind === 'crash' ? [] : afterEvent(all, moment);
  }, due);
}

/** What is left of a due segment once the numbers of `sent` have been sent. */
function leftOf(due: Due, sent: Segment): readonly Due[] {
  const { segment } = due;
  const end = endOf(sent);
  const covers = segLen(sent) > 0 && seqLe(sent.seq, segment.seq) && seqLt(segment.seq, end);
  if (!covers) return [due];
  const done = seqDiff(end, segment.seq);
  if (done >= segLen(segment)) return [];
  return [{ ...due, segment: { ...segment, seq: end, length: segment.length - done } }];
}

/** What is still due once the reader has sent a segment that TCP could send. */
export function dueWithout(due: readonly Due[], sent: Segment): readonly Due[] {
  return due.flatMap((one) => {
    const { segment } = one;
    if (isReset(segment)) return isReset(sent) ? [] : [one];
    if (has(segment.flags, SYN)) return has(sent.flags, SYN) ? [] : [one];
    if (segLen(segment) === 0) return has(sent.flags, ACK) && seqLe(segment.ack, sent.ack) ? [] : [one];
    return leftOf(one, sent);
  });
}

/** SND.NXT of what the reader itself has sent: the first number that is due for the first time, else that of the host's own TCP. */
export function readerNext(due: readonly Due[], tcb: Tcb): Seq {
  return due.find(({ segment, again }) => !again && segLen(segment) > 0)?.segment.seq ?? tcb.snd.nxt;
}

/** The control bits that TCP has to set or not; PSH a sender may set as it likes. */
export function coreFlags({ flags }: Pick<Segment, 'flags'>): Segment['flags'] {
  return without(flags, PSH);
}

/** The plain acknowledgment that TCP may send at any time once both sides know each other's numbers. */
export function bareAck(due: readonly Due[], tcb: Tcb): Segment | null {
  const { state } = tcb;
  if (state === 'CLOSED' || state === 'LISTEN' || state === 'SYN-SENT') return null;
  if (due.some(({ segment, again }) => !again && has(segment.flags, SYN))) return null;
  return { seq: readerNext(due, tcb), ack: tcb.rcv.nxt, flags: flagsOf(ACK), wnd: 0, up: 0, length: 0, options: {}, ecn: 'not-ECT' };
}

/** How many octets and whether a FIN are due for the first time. */
export function freshlyDue(due: readonly Due[]): { readonly octets: number; readonly fin: boolean } {
  const fresh = due.filter(({ again }) => !again);
  return {
    octets: fresh.reduce((sum, { segment }) => sum + segment.length, 0),
    fin: fresh.some(({ segment }) => (segment.flags & FIN) !== NO_FLAGS),
  };
}
