import type { KeepAlive } from './keep-alive.ts';

/** The options in the order in which a system lays them out; `nop` pads. */
export type OptionLayout = readonly ('mss' | 'nop' | 'wscale' | 'sackPermitted' | 'ts')[];

/** What differs between systems, as data: rules read it and never contain a system's habit. */
export interface Profile {
  readonly name: ProfileName;
  /** Maximum segment lifetime, ms (RFC 9293 §3.4.2: 2 minutes); TIME-WAIT lasts twice as long. */
  readonly msl: number;
  /** RTO before the first RTT sample, ms (RFC 6298 §2.1). */
  readonly rtoInitial: number;
  /** Least RTO, ms (RFC 6298 §2.4). */
  readonly rtoMin: number;
  /** What is added to every RTO but the very first, ms; seen in FreeBSD. No clause asks for it. */
  readonly rtoSlop: number;
  /** Largest RTO, ms (RFC 6298 §2.5: at least 60 s). */
  readonly rtoMax: number;
  /** The least that RTTVAR adds to SRTT in an RTO, ms: the clock granularity G of RFC 6298 §2; Linux puts its least RTO of 200 ms here, so that its RTO is never below SRTT + 200 ms. */
  readonly varianceMin: number;
  /** How often a SYN is sent again at the first RTO before the RTO begins to double; Linux does so four times, RFC 6298 §5.5 never. */
  readonly synLinear: number;
  /** After an ACK that SYN-SENT refuses, how soon a SYN that was sent only once is sent again, ms; null: when its timer expires. Seen in Linux: about 10 ms after a half-open connection was found. */
  readonly synAgainAfterBadAck: number | null;
  /** R1: after how many retransmissions of a segment the user is told (RFC 9293 §3.8.3, SHLD-9, SHLD-10: at least 3); null: never. */
  readonly r1: number | null;
  /** R2 for a SYN: how long it is retransmitted, ms (RFC 9293 §3.8.3, MUST-23: at least 3 minutes); Linux counts doublings instead: six make 127 s. */
  readonly r2Syn: number;
  /** R2 for a SYN,ACK, ms; Linux counts five doublings, 63 s. */
  readonly r2SynAck: number;
  /** R2 for anything else, ms (RFC 9293 §3.8.3, SHLD-11: at least 100 s); Linux counts fifteen doublings from 200 ms, held at 120 s: 924.6 s. */
  readonly r2: number;
  /** The MSS option sent on a SYN, octets (RFC 9293 §3.7.1, MUST-67: what fits the largest message that can be received). */
  readonly mss: number;
  /** The shift that a SYN offers for the window, 0…14; null: no window scale option (RFC 7323 §2). */
  readonly wscale: number | null;
  /** Whether a SYN offers SACK (RFC 2018). */
  readonly sack: boolean;
  /** Whether octets that come a second time are reported in the first SACK block (RFC 2883). */
  readonly dsack: boolean;
  /** Whether a SYN offers timestamps (RFC 7323 §3). */
  readonly timestamps: boolean;
  /** How many times a SYN offers window scaling, SACK and timestamps before it is sent without, as FreeBSD can be told to; null: always. */
  readonly synOptionTries: number | null;
  /** Whether a SYN announces an MSS (RFC 9293 §3.7.1, SHLD-5); FreeBSD can be told not to. */
  readonly mssOption: boolean;
  /** Whether a SYN offers explicit congestion notification, or only a SYN that offers it is answered so, or neither (RFC 3168 §6.1.1; RFC 9293 §3.8.2, SHLD-8). */
  readonly ecn: 'off' | 'if asked' | 'ask';
  /** How many times a SYN offers ECN before it is sent without (RFC 3168 §6.1.1.1), 1 or more. */
  readonly ecnSynTries: number;
  readonly optionLayout: OptionLayout;
  /** Take Table 6 of RFC 9293 §3.10.7.4 to the letter, so that the SYN,ACK of Figure 7, line 6, is refused. */
  readonly literalTable6: boolean;
  /** Whether LISTEN answers a SYN,ACK with RST (RFC 9293 §3.10.7.2) or stays silent. */
  readonly listenSynAck: 'reset' | 'silent';
  /** Whether LISTEN takes a SYN,FIN as a SYN (RFC 9293 §3.10.7.2) or drops it. */
  readonly listenSynFin: 'take' | 'drop';
  /** Whether SYN-SENT takes a SYN,FIN as a SYN (RFC 9293 §3.10.7.3) or drops it. */
  readonly synSentSynFin: 'take' | 'drop';
  /** Whether data that comes with a SYN, and a FIN behind it, wait until the connection is ESTABLISHED (RFC 9293 §3.10.7.2), or are left to be sent again, by all or only by a listener, as in FreeBSD. */
  readonly dataOnSyn: 'keep' | 'leave' | 'leave in LISTEN';
  /** What a repeated SYN draws from a passive SYN-RECEIVED: an ACK (RFC 9293 §3.10.7.4), or the SYN,ACK again. Linux sends the SYN,ACK. */
  readonly repeatedSyn: 'ack' | 'syn-ack';
  /** What another SYN inside the window does to a passive SYN-RECEIVED: back to LISTEN in silence (RFC 9293 §3.10.7.4), or with a RST, as seen in Linux. */
  readonly otherSyn: 'silent' | 'reset';
  /** Whether the SYN,ACK of a simultaneous open is answered, as Linux does, or taken in silence (RFC 9293 §3.5, Figure 7). */
  readonly ackCrossedSynAck: boolean;
  /** Whether a CLOSE of one way in SYN-RECEIVED waits for the handshake; RFC 9293 §3.10.4 sends the FIN at once, Linux only for a CLOSE of both ways. */
  readonly halfCloseWaits: boolean;
  /** Whether the RST of an ABORT carries an ACK; RFC 9293 §3.10.5 shows none, Linux sends one. */
  readonly ackOnAbort: boolean;
  /** How long a host that has closed both ways stays in FIN-WAIT-2, ms; null: until the FIN comes (RFC 9293 §3.3.2). Linux leaves after 60 s. */
  readonly finWait2: number | null;
  /** Which RST ends a connection: the one at RCV.NXT (RFC 9293 §3.10.7.4, RFC 5961 §3.2), or any in the window (RFC 793 §3.4). */
  readonly rstAccepted: 'exact' | 'in window';
  /** Which RST of those in the window ends a connection that a listener has only begun: as for any other, or each. Linux's public sources take each. */
  readonly rstOnHalfOpen: 'exact' | 'in window';
  /** Whether a SYN in the window of an open connection is challenged (RFC 9293 §3.10.7.4, RFC 5961 §4.2) or ends it with a RST (RFC 793 §3.9). */
  readonly synInWindow: 'challenge' | 'reset';
  /** Whether an ACK older than the largest window before SND.UNA is challenged (RFC 5961 §5.2, MAY-12) or taken for a duplicate (RFC 793 §3.9). */
  readonly oldAck: 'challenge' | 'duplicate';
  /** Whether TIME-WAIT ends by an exact RST (RFC 9293 §3.10.7.4) or ignores it (RFC 1337). */
  readonly rstInTimeWait: 'close' | 'ignore';
  /** Whether a new SYN in TIME-WAIT is challenged, or accepted where it is newer, by its timestamp if there is one (RFC 9293 §3.6.1, MAY-2, SHLD-4). */
  readonly synInTimeWait: 'challenge' | 'accept';
  /** Whether TIME-WAIT judges a segment without ACK like any other, or drops it before anything else but a new SYN; the latter was seen in FreeBSD. */
  readonly timeWaitWithoutAck: 'judge' | 'drop';
  /** Whether every ACK carries the own FIN again while that is unacknowledged, as in FreeBSD; a challenge ACK never does. */
  readonly ackCarriesFin: boolean;
  /** Whether the ACK field of a segment that lies wholly before RCV.NXT is still heeded, as in FreeBSD, or dropped with it (RFC 9293 §3.10.7.4). */
  readonly ackOfOldSegment: 'drop' | 'heed';
  /** Whether a FIN that comes with a SYN waits for ESTABLISHED (RFC 9293 §3.10.7.2, §3.10.7.3), or has to be sent again, as in FreeBSD. */
  readonly finOnSyn: 'kept' | 'lost';
  /** Whether the ACK of a FIN may wait for company as that of data does (RFC 9293 §3.8.6.3), or leaves at once, as in FreeBSD. */
  readonly finAck: 'may wait' | 'at once';
  /** Whether an ACK of data not sent yet is answered (RFC 9293 §3.10.7.4) or dropped silently. */
  readonly ackBeyond: 'answer' | 'drop';
  /** How many times as wide a window must have become for the peer to be told of it at once: 1 or more (RFC 9293 §3.8.6.2.2). */
  readonly windowNews: number;
  /** Whether a segment without the timestamps that were agreed on is dropped (RFC 7323 §3.2) or taken. */
  readonly missingTimestamps: 'drop' | 'take';
  /** Whether a CLOSE of both ways makes the host deaf: unread data, and data that comes later, draw a RST (RFC 9293 §3.6.1, MAY-1, SHLD-3). */
  readonly rstOnUnread: boolean;
  /** Whether the receive buffer is rounded to whole segments: up once the MSS is known (FreeBSD), down before the first window is offered (Linux: 64,240 octets on an Ethernet), or not at all. */
  readonly wholeSegments: 'no' | 'up' | 'down';
  /** When the receive window opens: by a segment or half the buffer (RFC 9293 §3.8.6.2.2), or with every segment that leaves, as in FreeBSD, which sends one for it alone only for a quarter of the buffer. */
  readonly windowOpens: 'by a segment' | 'with every segment';
  /** How long an ACK may wait for company where the host is not set otherwise, ms (RFC 9293 §3.8.6.3: less than 0.5 s); 0: not at all. Linux: 40 ms; FreeBSD: 100 ms, 40 ms in its latest versions. */
  readonly ackDelay: number;
  /** How many ACKs go out at once when data begins to flow, and until the host is seen to answer data with data; 0: every second segment is acknowledged from the first on. Linux: up to 16. */
  readonly quickAcks: number;
  /** How many window probes without data, at SND.UNA − 1, may stay unanswered; null: a probe is the next octet, which is retransmitted like other data (RFC 9293 §3.8.6.1). Linux probes without data, 15 times. */
  readonly emptyProbes: number | null;
  /** Whether small segments that follow each other are sent again as one, with the FIN behind them. Seen in Linux. */
  readonly mergeAgain: boolean;
  /** Whether small segments wait for an ACK (Nagle: RFC 9293 §3.7.4). */
  readonly nagle: boolean;
  /** What a small segment waits for under Nagle: the ACK of anything outstanding (RFC 9293 §3.7.4), or only of another small segment (Minshall). */
  readonly nagleWaitsFor: 'any segment' | 'small segments';
  /** Whether urgent octets wait like others under Nagle (RFC 9293 §3.7.4 names no exception). Linux lets everything go as long as urgent octets are not acknowledged. */
  readonly nagleHoldsUrgent: boolean;
  /** Whether a loss is found by three duplicate ACKs (RFC 5681 §3.2), or by the time since later segments arrived (RACK-TLP: RFC 8985), with a reduction in proportion (PRR: RFC 9937): another algorithm of the standards track (RFC 9293 §3.8.2, MAY-18). */
  readonly lossDetection: 'by duplicates' | 'by time';
  /** The share that is left after a loss (RFC 5681 §3.1: half of what is in flight; RFC 9438 §4.6: 0.7 of the congestion window). */
  readonly lossFactor: number;
  /** Whether the congestion window shrinks while nothing is sent for longer than the RTO (RFC 5681 §4.1). */
  readonly restartAfterIdle: boolean;
  /** The initial congestion window, in segments: 0 for the formula of RFC 5681 §3.1. */
  readonly initialWindow: number;
  /** How a silent connection is probed where the application asks for it and does not say how (RFC 9293 §3.8.4, MUST-28: after two hours at least). */
  readonly keepAlive: KeepAlive;
  /** How many connections a backlog of n lets wait for their user: n (one at least), or what a system makes of it. */
  readonly backlogHolds: 'n' | 'n + 1' | '3n/2 + 1';
  /** Whether half-open connections count `together` with those that wait for their user, `apart` from them up to the same number, or not at all; a SYN beyond is dropped silently. */
  readonly halfOpenQueue: 'together' | 'apart' | 'unbounded';
  /** Whether an ACK that would complete a handshake for which no room is left is ignored or answered with RST. */
  readonly acceptQueueFull: 'ignore' | 'reset';
  /** Whether a SYN is answered with a cookie and not kept (RFC 4987 §3.6): never, where the half-open connections leave no room, or always. */
  readonly synCookies: 'off' | 'when full' | 'always';
  /** How many timeouts of its SYN,ACK a listener lets pass before it takes an ACK without data for the end of the handshake, as Linux does under TCP_DEFER_ACCEPT; 0: the first one ends it. */
  readonly deferAccept: number;
  /** How many segments a host hands to its interface at once, at least; PSH ends each run of more than one, as in Linux. 0: PSH ends only what the user has handed over (RFC 9293 §3.9.1.2). */
  readonly pushedRun: number;
  /** Least time between two challenge ACKs of a connection, ms (RFC 5961 §7); 0: no limit. */
  readonly challengeInterval: number;
}

/** The names of the profiles. */
export const PROFILE_NAMES = ['rfc9293', 'linux', 'freebsd'] as const;

/** The name of a profile. */
export type ProfileName = (typeof PROFILE_NAMES)[number];
