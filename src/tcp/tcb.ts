import { NO_FLAGS, SYN, has, type Flags } from './flags.ts';
import { seq, seqDiff, type Seq } from './seq.ts';
import type { SackBlock } from './option.ts';
import type { Rack } from './rack.ts';
import { emptyMemory, type ReceiveMemory } from './receive-memory.ts';
import type { State } from './state.ts';

/** The send sequence variables of RFC 9293 §3.3.1, with what is still to be sent. */
export interface SendSpace {
  /** SND.UNA: the oldest unacknowledged sequence number. */
  readonly una: Seq;
  /** SND.NXT: the next sequence number to be sent. */
  readonly nxt: Seq;
  /** SND.WND: the peer's window, octets. */
  readonly wnd: number;
  /** The largest SND.WND seen, octets (RFC 5961 §5.2, RFC 9293 §3.8.6.2.1). */
  readonly maxWnd: number;
  /** SND.WL1: SEG.SEQ of the segment used for the last window update. */
  readonly wl1: Seq;
  /** SND.WL2: SEG.ACK of the segment used for the last window update. */
  readonly wl2: Seq;
  /** The largest amount of data in a segment to the peer, octets, options counted off (Eff.snd.MSS, RFC 9293 §3.7.1). */
  readonly mss: number;
  /** Snd.Wind.Shift: what the peer's window field is shifted by, 0…14 (RFC 7323 §2.3). */
  readonly shift: number;
  /** What the peer has reported beyond SND.UNA, in order, not touching (RFC 2018 §4). */
  readonly sacked: readonly SackBlock[];
  /** Octets that the user has handed over and that were not sent yet. */
  readonly unsent: number;
  /** Whether the user has said that more will follow the last octets handed over: they are not pushed (RFC 9293 §3.9.1.2). */
  readonly more: boolean;
  /** The sequence numbers at which a segment has to end because the user said so, in order, beyond SND.NXT. */
  readonly ends: readonly Seq[];
  /** SND.UP: the sequence number behind the last urgent octet; null where nothing urgent is to be said (RFC 9293 §3.8.5). */
  readonly up: Seq | null;
  /** Whether the user has called CLOSE, and whether the FIN is on its way. */
  readonly fin: 'no' | 'queued' | 'sent';
}

/** A run of received data that waits for a hole before it to be filled. */
export interface Beyond {
  readonly seq: Seq;
  /** Octets of data. */
  readonly length: number;
  /** Whether a FIN follows the data. */
  readonly fin: boolean;
}

/** How a host that chooses by itself which ACK waits has fared so far. */
export interface AckPace {
  /** ACKs that still go out at once. */
  readonly quick: number;
  /** Whether the host has answered data with data: an ACK may then ride on an answer. */
  readonly answers: boolean;
  /** When data came last, ms. */
  readonly heardAt: number;
  /** Octets that came in order and were not acknowledged yet. */
  readonly octets: number;
  /** Whether the last of them were pushed, or less than a segment: then they wait for no more. */
  readonly pushed: boolean;
}

/** The receive sequence variables of RFC 9293 §3.3.1, with what waits to be read. */
export interface ReceiveSpace {
  /** RCV.NXT: the next sequence number expected. */
  readonly nxt: Seq;
  /** RCV.WND: the window offered to the peer, octets. */
  readonly wnd: number;
  /** The size of the receive buffer, octets. */
  readonly buffer: number;
  /** Octets received in order that the user has not read yet; 0 where the user reads everything at once. */
  readonly unread: number;
  /** Whether the user has a RECEIVE outstanding for whatever comes. */
  readonly reading: boolean;
  /** The RECEIVEs that wait for octets, each with how many it takes at most (RFC 9293 §3.10.3). */
  readonly wanted: readonly number[];
  /** Whether the user has closed both ways: what comes now reaches nobody (RFC 9293 §3.6.1, MAY-1). */
  readonly deaf: boolean;
  /** RCV.UP: the sequence number behind the last urgent octet announced; null: none (RFC 9293 §3.8.5). */
  readonly up: Seq | null;
  /** Rcv.Wind.Shift: what the own window field is shifted by, 0…14 (RFC 7323 §2.3). */
  readonly shift: number;
  /** One number of each run beyond a hole, that of the run that grew last first: so they are reported (RFC 2018 §4); none where nothing is. */
  readonly reported: readonly Seq[];
  /** What came a second time and is still to be reported (RFC 2883 §4). */
  readonly duplicate: SackBlock | null;
  /** Whether an acknowledgment is owed to the peer, and whether it may wait for company (RFC 9293 §3.8.6.3). */
  readonly owed: 'nothing' | 'later' | 'now';
  /** How ACKs are paced; null: no data has come, or the host leaves the pace to its settings (RFC 9293 §3.8.6.3). */
  readonly pace: AckPace | null;
  /** Segments received beyond a hole, in order of SEQ, not overlapping. */
  readonly beyond: readonly Beyond[];
  /** The memory of the receive buffer, where a system measures it so; absent: the buffer is counted in octets. */
  readonly memory?: ReceiveMemory;
}

/** One entry of the retransmission queue (RFC 9293 §3.8.1). */
export interface Unacknowledged {
  readonly seq: Seq;
  /** Octets of data. */
  readonly length: number;
  /** SYN, FIN, PSH and ACK as they were sent. */
  readonly flags: Flags;
  /** When it was sent last, ms. */
  readonly sentAt: number;
  /** When it was sent first, ms. */
  readonly firstSentAt: number;
  /** How often it has been sent, 1 or more; above 1 it gives no RTT sample (Karn, RFC 6298 §3). */
  readonly transmissions: number;
  /** Whether it counts as lost and is still to be sent again, or has been; absent: neither (only where losses are found by time). */
  readonly loss?: 'lost' | 'resent';
}

/** The retransmission timer's variables (RFC 6298 §2), ms. */
export interface RtoState {
  /** Smoothed round-trip time, ms; null before the first sample. */
  readonly srtt: number | null;
  /** Round-trip time variation, ms. */
  readonly rttvar: number;
  /** The retransmission timeout now, back-off included, ms. */
  readonly rto: number;
}

/** The timestamps of a connection that has negotiated them (RFC 7323 §4.3), ms. */
export interface TimestampState {
  /** TS.Recent: the TSval to echo. */
  readonly recent: number;
  /** When TS.Recent was set, ms of simulated time. */
  readonly recentAt: number;
  /** Last.ACK.sent: the ACK field of the last segment sent. */
  readonly lastAckSent: Seq;
}

/** ECN on a connection whose SYNs agreed on it (RFC 3168 §6.1). */
export interface EcnState {
  /** Whether new data goes out as ECT: not from a host that has also sent a SYN without the offer (RFC 3168 §6.1.1). */
  readonly sends: boolean;
  /** A marked segment has come and no CWR since: every segment carries ECE (RFC 3168 §6.1.3). */
  readonly echo: boolean;
  /** SND.NXT when the window was reduced last: an ECE up to here tells nothing new (RFC 3168 §6.1.2); null: never. */
  readonly reduced: Seq | null;
  /** Whether the next new data carries CWR. */
  readonly cwr: boolean;
}

/** What both SYNs agreed on. */
export interface Negotiated {
  /** Whether both sides sent a window scale option (RFC 7323 §2.2). */
  readonly scaled: boolean;
  /** Whether both sides permit SACK. */
  readonly sack: boolean;
  /** The timestamps; null where they were not negotiated. */
  readonly ts: TimestampState | null;
  /** Congestion notification; null where it was not negotiated. */
  readonly ecn: EcnState | null;
  /** The Fast Open cookie that the SYN,ACK gives to the peer, as hexadecimal digits; null: none (RFC 7413 §4.2.2). */
  readonly cookie: string | null;
}

/** The variables of congestion control (RFC 5681 §2), octets. */
export interface Congestion {
  readonly cwnd: number;
  readonly ssthresh: number;
  /** Duplicate ACKs in a row. */
  readonly dupAcks: number;
  /** Fast recovery lasts until this is acknowledged (RFC 6582 §3.2); null outside of it. */
  readonly recover: Seq | null;
  /** The octets that count as lost and are still to be sent again: from `next` to before `to`. */
  readonly lost: { readonly next: Seq; readonly to: Seq } | null;
  /** What is known of losses where they are found by time; null where duplicate ACKs are counted, and before the connection is open. */
  readonly rack: Rack | null;
}

/** The names of the timers that an endpoint can run. */
export const TIMERS = ['retransmission', 'time-wait', 'delayed-ack', 'persist', 'keep-alive', 'user'] as const;

/** One of the timers. */
export type TimerName = (typeof TIMERS)[number];

/** When each running timer expires, ms of simulated time; null where it does not run. */
export type Timers = Readonly<Record<TimerName, number | null>>;

/** The transmission control block of RFC 9293 §3.3.1: everything that one endpoint knows of its connection. */
export interface Tcb {
  readonly state: State;
  /** How the connection was opened (RFC 9293 §3.5, MUST-11); SYN-RECEIVED goes back to LISTEN only after a passive OPEN. */
  readonly opened: 'passive' | 'active';
  /** The initial send sequence number. */
  readonly iss: Seq;
  /** The initial receive sequence number. */
  readonly irs: Seq;
  readonly snd: SendSpace;
  readonly rcv: ReceiveSpace;
  readonly queue: readonly Unacknowledged[];
  readonly rto: RtoState;
  readonly congestion: Congestion;
  readonly agreed: Negotiated;
  /** When the peer last answered that its window is still closed, ms; null: it has not (RFC 9293 §3.8.6.1). */
  readonly answeredAt: number | null;
  /** Probes, for keep-alive or of a closed window, sent since the peer was heard last. */
  readonly probed: number;
  /** Probes without data sent since the window closed: each waits twice as long as the one before it. */
  readonly persisted: number;
  /** When the last challenge ACK was sent, ms; null: none yet (RFC 5961 §7). */
  readonly challengedAt: number | null;
  /** The connection in TIME-WAIT that a new SYN has reopened: it comes back where the SYN was an old duplicate (RFC 9293 §3.6.1, MAY-2). */
  readonly reopened: Tcb | null;
  readonly timers: Timers;
}

/** No timer running. */
export const NO_TIMERS: Timers = Object.freeze({ retransmission: null, 'time-wait': null, 'delayed-ack': null, persist: null, 'keep-alive': null, user: null });

const NOT_AGREED: Negotiated = Object.freeze({ scaled: false, sack: false, ts: null, ecn: null, cookie: null });

/** The endpoint in CLOSED: no connection, all variables empty; `buffer`: the receive buffer and first window, octets. */
export function closedTcb(buffer: number): Tcb {
  const zero = seq(0);
  return {
    state: 'CLOSED',
    opened: 'passive',
    iss: zero,
    irs: zero,
    snd: { una: zero, nxt: zero, wnd: 0, maxWnd: 0, wl1: zero, wl2: zero, mss: DEFAULT_MSS, shift: 0, sacked: [], unsent: 0, more: false, ends: [], up: null, fin: 'no' },
    rcv: { nxt: zero, wnd: buffer, buffer, unread: 0, reading: true, wanted: [], deaf: false, up: null, shift: 0, reported: [], duplicate: null, owed: 'nothing', pace: null, beyond: [] },
    queue: [],
    rto: { srtt: null, rttvar: 0, rto: 0 },
    congestion: { cwnd: 0, ssthresh: Number.MAX_SAFE_INTEGER, dupAcks: 0, recover: null, lost: null, rack: null },
    agreed: NOT_AGREED,
    answeredAt: null,
    probed: 0,
    persisted: 0,
    challengedAt: null,
    reopened: null,
    timers: NO_TIMERS,
  };
}

/** The endpoint with its connection gone: CLOSED, with the buffer that it had. */
export function forgotten(tcb: Tcb): Tcb {
  const closed = closedTcb(tcb.rcv.buffer);
  const { memory, reading } = tcb.rcv;
  return { ...closed, rcv: { ...closed.rcv, reading, ...(memory === undefined ? {} : { memory: emptyMemory(memory.most) }) } };
}

/** Octets that the user has handed over and that are not acknowledged. */
export function inSendBuffer({ snd, queue }: Tcb): number {
  if (queue.length === 0) return snd.unsent;
  const syn = has(queue[0]?.flags ?? NO_FLAGS, SYN) ? 1 : 0;
  return snd.unsent + seqDiff(snd.nxt, snd.una) - syn - (snd.fin === 'sent' ? 1 : 0);
}

/** Whether a SEND or a RECEIVE waits to be served. */
export function outstanding({ snd, rcv }: Tcb): boolean {
  return snd.unsent > 0 || rcv.wanted.length > 0;
}

/** The MSS of a peer that announces none, octets (RFC 9293 §3.7.1, MUST-15). */
export const DEFAULT_MSS = 536;
