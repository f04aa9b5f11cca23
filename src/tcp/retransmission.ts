import type { Env } from './env.ts';
import { ACK, CWR, ECE, SYN, URG, flagsOf, has, without } from './flags.ts';
import type { Profile } from './profile.ts';
import { segLen, type Segment } from './segment.ts';
import { seqAdd, seqDiff, seqLe, seqLt, type Seq } from './seq.ts';
import type { RtoState, Tcb, Unacknowledged } from './tcb.ts';

/** The RTO that RFC 6298 §5.7 asks for after a SYN had to be retransmitted, ms. */
const RTO_AFTER_LOST_SYN = 3000;

/** What a segment says of the hour at which it leaves, and not when it is sent again. */
const OF_THE_HOUR = flagsOf(URG, ECE, CWR);

/** Puts a segment that was just sent on the retransmission queue and starts the timer if it is off (RFC 6298 §5.1); `transmissions` above 1: no RTT sample from it. */
export function startRetransmission(tcb: Tcb, segment: Segment, env: Env, transmissions = 1): Tcb {
  const entry: Unacknowledged = {
    seq: segment.seq,
    length: segment.length,
    flags: without(segment.flags, OF_THE_HOUR),
    sentAt: env.now,
    firstSentAt: env.now,
    transmissions,
  };
  const rto = tcb.rto.rto === 0 ? { ...tcb.rto, rto: env.profile.rtoInitial } : tcb.rto;
  const running = tcb.timers.retransmission !== null;
  const timers = running ? tcb.timers : { ...tcb.timers, retransmission: env.now + rto.rto };
  return { ...tcb, queue: [...tcb.queue, entry], rto, timers };
}

/** The sequence number after the last octet of a queued segment, SYN and FIN counted. */
export function endOf(entry: Unacknowledged): Seq {
  return seqAdd(entry.seq, segLen(entry));
}

/** Smoothed times and RTO after a round-trip time of `rtt` ms (RFC 6298 §2.2, §2.3; RFC 9293 §3.8.1, MUST-18). */
export function sampled(rto: RtoState, rtt: number, profile: Profile): RtoState {
  const srtt = rto.srtt === null ? rtt : (7 * rto.srtt + rtt) / 8;
  const rttvar = rto.srtt === null ? rtt / 2 : (3 * rto.rttvar + Math.abs(rto.srtt - rtt)) / 4;
  const timeout = srtt + Math.max(profile.varianceMin, 4 * rttvar);
  return { srtt, rttvar, rto: Math.min(profile.rtoMax, Math.max(profile.rtoMin, timeout) + profile.rtoSlop) };
}

/** The RTO after an ACK: sampled by the echoed timestamp (RFC 7323 §4), else by the latest segment that was sent only once (Karn: RFC 6298 §3; RFC 9293 §3.8.1, MUST-18). */
function rtoAfter({ rto, agreed }: Tcb, acked: readonly Unacknowledged[], seg: Segment, env: Env): RtoState {
  const synRetried = acked.some((entry) => has(entry.flags, SYN) && entry.transmissions > 1);
  if (synRetried) return { ...rto, rto: Math.max(RTO_AFTER_LOST_SYN, env.profile.rtoMin) };
  const echoed = agreed.ts === null ? undefined : seg.options.ts?.ecr;
  if (echoed !== undefined && echoed !== 0) return sampled(rto, Math.max(0, (env.now - echoed) | 0), env.profile);
  const once = acked.at(-1);
  return once?.transmissions === 1 ? sampled(rto, env.now - once.sentAt, env.profile) : rto;
}

/** What is left of a queued segment once everything before `una` is acknowledged. */
function remainder(entry: Unacknowledged, una: Seq): Unacknowledged {
  const done = seqDiff(una, entry.seq);
  if (done <= 0) return entry;
  const syn = has(entry.flags, SYN) ? 1 : 0;
  return { ...entry, seq: una, length: entry.length - done + syn, flags: without(entry.flags, SYN) };
}

/** SND.UNA moves up to SEG.ACK: acknowledged segments leave the queue, the timer is set again or stops (RFC 6298 §5.2, §5.3). */
export function acknowledge(tcb: Tcb, seg: Segment, env: Env): Tcb {
  const una = seg.ack;
  const still = tcb.queue.findIndex((entry) => seqLt(una, endOf(entry)));
  const left = still < 0 ? [] : tcb.queue.slice(still);
  const first = left[0];
  const queue = first === undefined ? left : [remainder(first, una), ...left.slice(1)];
  const rto = rtoAfter(tcb, still < 0 ? tcb.queue : tcb.queue.slice(0, still), seg, env);
  const sacked = tcb.snd.sacked.length === 0 ? tcb.snd.sacked : tcb.snd.sacked.filter(({ left }) => seqLt(una, left));
  const { lost } = tcb.congestion;
  const congestion = lost !== null && seqLe(lost.to, una) ? { ...tcb.congestion, lost: null } : tcb.congestion;
  const { up } = tcb.snd;
  const retransmission = queue.length > 0 ? env.now + rto.rto : null;
  return { ...tcb, snd: { ...tcb.snd, una, sacked, up: up !== null && seqLe(up, una) ? null : up }, queue, rto, congestion, timers: { ...tcb.timers, retransmission } };
}

/** The RTO after the timer of a queued segment expired: doubled, up to the profile's bound (RFC 6298 §5.5; RFC 9293 §3.8.2, MUST-19); that of a SYN as often the same as the profile says. */
export function backedOff(rto: RtoState, front: Unacknowledged, profile: Profile): RtoState {
  const linear = has(front.flags, SYN) && !has(front.flags, ACK) && front.transmissions <= profile.synLinear;
  if (linear) return rto;
  const first = rto.srtt === null && rto.rto <= profile.rtoInitial;
  const bare = first ? rto.rto : rto.rto - profile.rtoSlop;
  return { ...rto, rto: Math.min(profile.rtoMax, bare * 2 + profile.rtoSlop) };
}
