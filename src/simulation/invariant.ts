import { seqDiff, seqLe, seqLt } from '../tcp/seq.ts';
import type { Tcb } from '../tcp/tcb.ts';
import { HOST_IDS, peerOf, type HostId } from './scenario.ts';

/** Something that must never be so, and was. */
export interface Broken {
  /** The name of the invariant. */
  readonly invariant: string;
  readonly host: HostId;
}

const EACH: Readonly<Record<string, (tcb: Tcb) => boolean>> = {
  'SND.UNA =< SND.NXT': (tcb) => seqLe(tcb.snd.una, tcb.snd.nxt),
  'the retransmission timer runs where something is unacknowledged': (tcb) => tcb.queue.length > 0 === (tcb.timers.retransmission !== null),
  'the queue begins at SND.UNA': (tcb) => tcb.queue[0] === undefined || tcb.queue[0].seq === tcb.snd.una,
  'only TIME-WAIT runs the 2 MSL timer': (tcb) => (tcb.timers['time-wait'] !== null) === (tcb.state === 'TIME-WAIT'),
  'the delayed ACK runs where an ACK may wait': (tcb) => (tcb.timers['delayed-ack'] !== null) === (tcb.rcv.owed === 'later'),
  'no probe of the window while something is unacknowledged': (tcb) => tcb.timers.persist === null || tcb.queue.length === 0,
  'the window and what is unread fit the buffer': ({ rcv }) => rcv.unread + rcv.wnd <= Math.max(rcv.buffer, rcv.wnd),
  'SACK reports lie between SND.UNA and SND.NXT': ({ snd }) => snd.sacked.every(({ left, right }) => seqLt(snd.una, left) && seqLt(left, right) && seqLe(right, snd.nxt)),
  // Data that came with the SYN waits right at RCV.NXT.
  'what waits to be delivered lies beyond RCV.NXT': ({ snd, rcv, iss }) => rcv.beyond.every((run) => seqDiff(run.seq, rcv.nxt) >= (snd.una === iss ? 0 : 1)),
};

/** The names of the invariants that do not hold of one endpoint; empty where all do. */
export function brokenIn(tcb: Tcb): readonly string[] {
  return Object.entries(EACH).flatMap(([invariant, holds]) => (holds(tcb) ? [] : [invariant]));
}

/** Both ESTABLISHED on one connection: what one expects next is what the other has still to have acknowledged, or sends next. */
function agree(endpoints: Readonly<Record<HostId, Tcb>>, host: HostId): boolean {
  const [own, peer] = [endpoints[host], endpoints[peerOf(host)]];
  if (own.state !== 'ESTABLISHED' || peer.state !== 'ESTABLISHED') return true;
  return seqDiff(own.rcv.nxt, peer.snd.una) >= 0 && seqDiff(peer.snd.nxt, own.rcv.nxt) >= 0;
}

/** The invariants that do not hold of two endpoints; empty where all do. */
export function broken(endpoints: Readonly<Record<HostId, Tcb>>): readonly Broken[] {
  return HOST_IDS.flatMap((host) => {
    const own = brokenIn(endpoints[host]).map((invariant) => ({ invariant, host }));
    return agree(endpoints, host) ? own : [...own, { invariant: 'both ESTABLISHED agree on the numbers', host }];
  });
}
