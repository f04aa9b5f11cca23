import type { Env } from './env.ts';
import { SYN, has, without } from './flags.ts';
import type { Profile } from './profile.ts';
import { segLen, type Segment } from './segment.ts';
import { seqAdd, seqDiff, seqLe, seqLt, type Seq } from './seq.ts';
import type { RtoState, Tcb, Unacknowledged } from './tcb.ts';

/** The RTO that RFC 6298 §5.7 asks for after a SYN had to be retransmitted, ms. */
const RTO_AFTER_LOST_SYN = 3000;

/** Puts a segment that was just sent on the retransmission queue and starts the timer if it is off (RFC 6298 §5.1); `transmissions` above 1: no RTT sample from it. */
export function startRetransmission(tcb: Tcb, segment: Segment, env: Env, transmissions = 1): Tcb {
  const entry: Unacknowledged = {
    seq: segment.seq,
    length: segment.length,
    flags: segment.flags,
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

/** Smoothed times and RTO after a round-trip time of `rtt` ms (RFC 6298 §2.2, §2.3). */
export function sampled(rto: RtoState, rtt: number, profile: Profile): RtoState {
  const srtt = rto.srtt === null ? rtt : (7 * rto.srtt + rtt) / 8;
  const rttvar = rto.srtt === null ? rtt / 2 : (3 * rto.rttvar + Math.abs(rto.srtt - rtt)) / 4;
  const timeout = srtt + Math.max(profile.clockGranularity, 4 * rttvar);
  return { srtt, rttvar, rto: Math.min(profile.rtoMax, Math.max(profile.rtoMin, timeout)) };
}

/** RTT sample from the latest acknowledged segment that was sent only once (Karn: RFC 6298 §3); the RTO after it. */
function rtoAfter(rto: RtoState, acked: readonly Unacknowledged[], env: Env): RtoState {
  const synRetried = rto.rto > env.profile.rtoInitial && acked.some((entry) => has(entry.flags, SYN));
  if (synRetried) return { ...rto, rto: Math.max(RTO_AFTER_LOST_SYN, env.profile.rtoMin) };
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

/** SND.UNA moves up to `ack`: acknowledged segments leave the queue, the timer is set again or stops (RFC 6298 §5.2, §5.3). */
export function acknowledge(tcb: Tcb, ack: Seq, env: Env): Tcb {
  const acked = tcb.queue.filter((entry) => seqLe(endOf(entry), ack));
  const queue = tcb.queue.filter((entry) => seqLt(ack, endOf(entry))).map((entry) => remainder(entry, ack));
  const rto = rtoAfter(tcb.rto, acked, env);
  const retransmission = queue.length > 0 ? env.now + rto.rto : null;
  return { ...tcb, snd: { ...tcb.snd, una: ack }, queue, rto, timers: { ...tcb.timers, retransmission } };
}

/** Doubles the RTO, up to the profile's bound (RFC 6298 §5.5). */
export function backedOff(rto: RtoState, profile: Profile): RtoState {
  return { ...rto, rto: Math.min(profile.rtoMax, rto.rto * 2) };
}
