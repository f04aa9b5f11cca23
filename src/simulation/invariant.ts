import { endOf } from '../tcp/retransmission.ts';
import { segLen } from '../tcp/segment.ts';
import { seqAdd, seqDiff, seqLe, seqLt, type Seq } from '../tcp/seq.ts';
import { SYNCHRONIZED } from '../tcp/state.ts';
import { TIMERS, type Beyond, type Tcb } from '../tcp/tcb.ts';
import { HOST_IDS, peerOf, type HostId } from './scenario.ts';

/** Something that must never be so, and was. */
export interface Broken {
  /** The name of the invariant. */
  readonly invariant: string;
  readonly host: HostId;
}

/** Where a queue ends that begins at `from` and leaves no gap; null where it does not. */
function contiguous(queue: Tcb['queue'], from: Seq): Seq | null {
  return queue.reduce<Seq | null>((at, entry) => (entry.seq === at && segLen(entry) > 0 ? endOf(entry) : null), from);
}

/** Whether the runs stand in order and leave room between each other. */
function apart(runs: readonly { readonly from: Seq; readonly to: Seq }[]): boolean {
  return runs.every(({ from }, index) => {
    const before = runs[index - 1];
    return before === undefined || seqLt(before.to, from);
  });
}

/** What CLOSE, FIN and its ACK have to do with the state (RFC 9293 §3.6). */
function finFits({ state, snd }: Tcb): boolean {
  switch (state) {
    case 'CLOSED':
    case 'LISTEN':
    case 'SYN-SENT':
    case 'ESTABLISHED':
    case 'CLOSE-WAIT':
      return snd.fin === 'no';
    case 'SYN-RECEIVED':
      return snd.fin !== 'sent';
    case 'FIN-WAIT-1':
    case 'CLOSING':
    case 'LAST-ACK':
      return snd.fin === 'queued' || (snd.fin === 'sent' && snd.unsent === 0 && snd.una !== snd.nxt);
    case 'FIN-WAIT-2':
    case 'TIME-WAIT':
      return snd.fin === 'sent' && snd.unsent === 0 && snd.una === snd.nxt;
  }
}

function segLenOf({ length, fin }: Beyond): number {
  return length + (fin ? 1 : 0);
}

const EACH = Object.entries<(tcb: Tcb) => boolean>({
  'SND.UNA =< SND.NXT': (tcb) => seqLe(tcb.snd.una, tcb.snd.nxt),
  'the queue holds all from SND.UNA to SND.NXT, in order': ({ queue, snd }) => contiguous(queue, snd.una) === snd.nxt,
  'the retransmission timer runs where something is unacknowledged': (tcb) => tcb.queue.length > 0 === (tcb.timers.retransmission !== null),
  'TIME-WAIT runs the 2 MSL timer, and else only FIN-WAIT-2 that nobody listens in': ({ state, rcv, timers }) =>
    timers['time-wait'] === null ? state !== 'TIME-WAIT' : state === 'TIME-WAIT' || (state === 'FIN-WAIT-2' && rcv.deaf),
  'the delayed ACK runs where an ACK may wait': (tcb) => (tcb.timers['delayed-ack'] !== null) === (tcb.rcv.owed === 'later'),
  'no probe of the window while something is unacknowledged': (tcb) => tcb.timers.persist === null || tcb.queue.length === 0,
  'CLOSED and LISTEN hold nothing and wait for nothing': ({ state, timers, snd, rcv, queue }) =>
    (state !== 'CLOSED' && state !== 'LISTEN') || (TIMERS.every((timer) => timers[timer] === null) && queue.length + rcv.beyond.length + rcv.unread + snd.unsent === 0),
  'CLOSE, FIN and its ACK fit the state': finFits,
  'the window and what is unread fit the buffer': ({ rcv }) => rcv.wnd >= 0 && rcv.unread >= 0 && rcv.unread + rcv.wnd <= Math.max(rcv.buffer, rcv.wnd),
  'counts are whole and not negative': ({ snd, rcv, congestion, queue }) =>
    [snd.wnd, snd.maxWnd, snd.unsent, snd.mss - 1, rcv.wnd, rcv.buffer, congestion.dupAcks, ...queue.map(({ transmissions }) => transmissions - 1)].every((n) => Number.isSafeInteger(n) && n >= 0),
  'congestion always leaves room for a segment': ({ state, congestion, snd }) => !SYNCHRONIZED.includes(state) || snd.unsent === 0 || congestion.cwnd >= snd.mss,
  'SACK reports lie between SND.UNA and SND.NXT, in order and apart': ({ snd }) =>
    snd.sacked.every(({ left, right }) => seqLt(snd.una, left) && seqLt(left, right) && seqLe(right, snd.nxt)) && apart(snd.sacked.map(({ left, right }) => ({ from: left, to: right }))),
  // Data that came with the SYN waits right at RCV.NXT.
  'what waits to be delivered lies beyond RCV.NXT and inside the window, in order and apart': ({ snd, rcv, iss }) =>
    rcv.beyond.every((run) => seqDiff(run.seq, rcv.nxt) >= (snd.una === iss ? 0 : 1) && seqDiff(run.seq, rcv.nxt) + segLenOf(run) <= rcv.wnd) &&
    apart(rcv.beyond.map((run) => ({ from: run.seq, to: seqAdd(run.seq, run.length) }))),
});

/** The names of the invariants that do not hold of one endpoint; empty where all do. */
export function brokenIn(tcb: Tcb): readonly string[] {
  return EACH.flatMap(([invariant, holds]) => (holds(tcb) ? [] : [invariant]));
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
