import { seqDiff, seqLe, seqLt } from '../tcp/seq.ts';
import { SYNCHRONIZED } from '../tcp/state.ts';
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
  'TIME-WAIT runs the 2 MSL timer, and else only FIN-WAIT-2 that nobody listens in': ({ state, rcv, timers }) =>
    timers['time-wait'] === null ? state !== 'TIME-WAIT' : state === 'TIME-WAIT' || (state === 'FIN-WAIT-2' && rcv.deaf),
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

/** What must be so of a host and its peer while each has one connection, and nobody forges segments. */
const BOTH: Readonly<Record<string, (own: Tcb, peer: Tcb) => boolean>> = {
  'two synchronized endpoints agree on the numbers': (own, peer) =>
    !SYNCHRONIZED.includes(own.state) || !SYNCHRONIZED.includes(peer.state) || (own.irs === peer.iss && seqLe(peer.snd.una, own.rcv.nxt) && seqLe(own.rcv.nxt, peer.snd.nxt)),
  'TIME-WAIT only where the peer has our FIN and has sent its own': (own, peer) =>
    own.state !== 'TIME-WAIT' || ['CLOSING', 'LAST-ACK', 'TIME-WAIT', 'CLOSED'].includes(peer.state),
  'FIN-WAIT-2 only where the peer has our FIN': (own, peer) =>
    own.state !== 'FIN-WAIT-2' || ['CLOSE-WAIT', 'CLOSING', 'LAST-ACK', 'TIME-WAIT', 'CLOSED'].includes(peer.state),
};

type Endpoints = Readonly<Record<HostId, Tcb>>;

function brokenOf(endpoints: Endpoints, invariants: Readonly<Record<string, (own: Tcb, peer: Tcb) => boolean>>): readonly Broken[] {
  return HOST_IDS.flatMap((host) =>
    Object.entries(invariants).flatMap(([invariant, holds]) => (holds(endpoints[host], endpoints[peerOf(host)]) ? [] : [{ invariant, host }])),
  );
}

/** The invariants that do not hold between two endpoints, each on its only connection; empty where all do. */
export function atOdds(endpoints: Endpoints): readonly Broken[] {
  return brokenOf(endpoints, BOTH);
}

/** What must be so where no timer runs and nothing is under way: nobody waits for an answer to OPEN, SEND or CLOSE. */
const AT_REST: typeof BOTH = {
  'a user who waits for TCP is answered, or a timer runs': ({ state, snd, queue }) =>
    ['CLOSED', 'LISTEN', 'ESTABLISHED', 'CLOSE-WAIT', 'FIN-WAIT-2'].includes(state) && queue.length === 0 && snd.unsent === 0,
};

/** The deadlocks: who waits for an answer that no timer and no segment will bring, of two endpoints without a timer and a wire without a segment. */
export function deadlocked(endpoints: Endpoints): readonly Broken[] {
  return brokenOf(endpoints, AT_REST);
}

/** Whether one endpoint has a connection of which the other knows nothing (RFC 9293 §3.5.1). */
export function halfOpen({ A, B }: Endpoints): boolean {
  return SYNCHRONIZED.includes(A.state) !== SYNCHRONIZED.includes(B.state);
}
