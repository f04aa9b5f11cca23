import { offersEcn } from './ecn.ts';
import { paceAfterAck } from './ack-pace.ts';
import type { Effect } from './effect.ts';
import type { Env } from './env.ts';
import { ACK, CWR, ECE, PSH, RST, SYN, URG, flagsOf, has, type Flags } from './flags.ts';
import { lengthOnSyn } from './fast-open.ts';
import { answeredOn, offeredOn, tsValue } from './negotiate.ts';
import { NO_OPTIONS, type Options } from './option.ts';
import { startRetransmission } from './retransmission.ts';
import type { Outcome } from './rule.ts';
import { sackBlocks } from './sack.ts';
import { MAX_FIELD, segLen, segmentOf, type Segment } from './segment.ts';
import { seqAdd, seqDiff, type Seq } from './seq.ts';
import type { Tcb } from './tcb.ts';
import { leaving } from './window.ts';

/** The effect of sending a segment; `transmission` is 1 for the first time. */
export function emit(segment: Segment, transmission = 1): Effect {
  return { type: 'emit', segment, transmission };
}

/** The window field: RCV.WND shifted, or unshifted on a SYN, 0…65535 (RFC 7323 §2.2). */
function windowField({ rcv }: Tcb, flags: Flags): number {
  return Math.min(MAX_FIELD, has(flags, SYN) ? rcv.wnd : rcv.wnd >>> rcv.shift);
}

/** The options of a segment that is no SYN: timestamps and SACK blocks where they were agreed on, and never an MSS (RFC 9293 §3.2, MUST-65). */
function options(tcb: Tcb, env: Env, length: number): Options {
  const { ts, sack } = tcb.agreed;
  if (ts === null && (!sack || (tcb.rcv.beyond.length === 0 && tcb.rcv.duplicate === null))) return NO_OPTIONS;
  const blocks = sack ? sackBlocks(tcb, length) : [];
  return {
    ...(ts === null ? {} : { ts: { val: tsValue(env), ecr: ts.recent } }),
    ...(blocks.length === 0 ? {} : { sack: blocks }),
  };
}

/** A segment of an open connection: `<SEQ><ACK=RCV.NXT>` with today's window and options, and the urgent pointer behind the last urgent octet (RFC 9293 §3.8.5, MUST-62). */
export function segmentFrom(tcb: Tcb, env: Env, flags: Flags, at: Seq, length: number): Segment {
  const up = tcb.snd.up === null ? 0 : Math.min(MAX_FIELD, seqDiff(tcb.snd.up, at));
  const urgent = up > 0 ? flagsOf(flags, URG) : flags;
  const echo = tcb.agreed.ecn?.echo === true && !has(flags, RST);
  return {
    seq: at,
    ack: tcb.rcv.nxt,
    flags: echo ? flagsOf(urgent, ECE) : urgent,
    wnd: windowField(tcb, flags),
    up: Math.max(0, up),
    length,
    options: options(tcb, env, length),
    ecn: 'not-ECT',
  };
}

/** `<SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>`: the plain acknowledgment of RFC 9293 §3.10.7.4. */
export function ackSegment(tcb: Tcb, env: Env): Segment {
  return segmentFrom(tcb, env, ACK, tcb.snd.nxt, 0);
}

/** The TCB once an acknowledgment has gone out: nothing is owed, none waits. */
export function acknowledged(tcb: Tcb): Tcb {
  const { ts } = tcb.agreed;
  const noted = ts !== null && ts.lastAckSent !== tcb.rcv.nxt;
  const agreed = noted ? { ...tcb.agreed, ts: { ...ts, lastAckSent: tcb.rcv.nxt } } : tcb.agreed;
  if (tcb.rcv.owed === 'nothing') return noted ? { ...tcb, agreed } : tcb;
  const timers = tcb.timers['delayed-ack'] === null ? tcb.timers : { ...tcb.timers, 'delayed-ack': null };
  return { ...tcb, agreed, rcv: { ...tcb.rcv, duplicate: null, owed: 'nothing', pace: paceAfterAck(tcb.rcv) }, timers };
}

/** The RST that answers a segment of no connection: shaped by whether it had an ACK (RFC 9293 §3.5.2, §3.10.7.1). */
export function rstFor(segment: Segment): Segment {
  return has(segment.flags, ACK)
    ? segmentOf({ flags: RST, seq: segment.ack })
    : segmentOf({ flags: flagsOf(RST, ACK), ack: seqAdd(segment.seq, segLen(segment)) });
}

/** The control bits of a SYN that has been sent `sent` times so far: ECE and CWR offer ECN, ECE beside the ACK agrees to it (RFC 3168 §6.1.1). */
function synFlags(tcb: Tcb, withAck: boolean, sent: number, env: Env): Flags {
  if (withAck) return tcb.agreed.ecn === null ? flagsOf(SYN, ACK) : flagsOf(SYN, ACK, ECE);
  return offersEcn(sent, env) ? flagsOf(SYN, ECE, CWR) : SYN;
}

/** A SYN as it leaves for the first time and every time after: with ACK where the peer's SYN has come. */
export function synSegment(tcb: Tcb, withAck: boolean, env: Env): Segment {
  const sent = tcb.queue[0]?.transmissions ?? 0;
  const flags = synFlags(tcb, withAck, sent, env);
  return {
    seq: tcb.iss,
    ack: withAck ? tcb.rcv.nxt : segmentOf({ flags }).ack,
    flags,
    wnd: windowField(tcb, flags),
    up: 0,
    length: 0,
    options: withAck ? answeredOn(tcb, env) : offeredOn(sent, env),
    ecn: 'not-ECT',
  };
}

/** Sends a SYN and puts it on the retransmission queue, in place of a SYN sent before (RFC 9293 §3.10.1). */
export function sendSyn(tcb: Tcb, withAck: boolean, env: Env): { readonly tcb: Tcb; readonly effects: readonly Effect[] } {
  const segment = synSegment(tcb, withAck, env);
  // Data that an earlier SYN carried is still to be acknowledged.
  const [before, ...data] = tcb.queue;
  const nxt = data.length > 0 ? tcb.snd.nxt : seqAdd(tcb.iss, 1);
  const next = { ...tcb, snd: { ...tcb.snd, una: tcb.iss, nxt }, queue: [] };
  const sent = startRetransmission(next, segment, env, before === undefined ? 1 : 2);
  return { tcb: data.length > 0 ? { ...sent, queue: [...sent.queue, ...data] } : sent, effects: [emit(segment)] };
}

/** Sends the first SYN with as many octets of data as it may carry; sent again, SYN and data are segments of their own (RFC 7413 §4.2.1). */
export function openingSyn(tcb: Tcb, env: Env): { readonly tcb: Tcb; readonly effects: readonly Effect[] } {
  const length = lengthOnSyn(tcb, env);
  const opened = sendSyn(tcb, false, env);
  if (length === 0) return opened;
  const syn = synSegment(tcb, false, env);
  const data = segmentOf({ flags: flagsOf(PSH, ACK), seq: opened.tcb.snd.nxt, length });
  const snd = { ...opened.tcb.snd, nxt: seqAdd(data.seq, length), unsent: tcb.snd.unsent - length };
  return { tcb: startRetransmission({ ...opened.tcb, snd }, data, env), effects: [emit({ ...syn, length })] };
}

/** Answers with a plain ACK and keeps the TCB otherwise as it is. */
export function answerAck(tcb: Tcb, env: Env): { readonly tcb: Tcb; readonly effects: readonly Effect[] } {
  const open = leaving(tcb, env);
  return { tcb: acknowledged(open), effects: [emit(ackSegment(open, env))] };
}

/** The rule that keeps a challenge ACK back. */
export const CHALLENGE_LIMIT = { id: 'challenge.limited', cite: 'RFC 5961 §7' } as const;

/** Answers with a challenge ACK, unless the last one was too short a time ago (RFC 5961 §7). */
export function challengeAck(tcb: Tcb, env: Env): Outcome {
  return limited(tcb, env, (noted) => answerAck(noted, env));
}

/** Gives the answer, unless the last one of this kind was too short a time ago (RFC 5961 §7). */
export function limited(tcb: Tcb, env: Env, answer: (noted: Tcb) => Outcome): Outcome {
  const { challengeInterval } = env.profile;
  if (challengeInterval === 0) return answer(tcb);
  if (tcb.challengedAt !== null && env.now - tcb.challengedAt < challengeInterval) return { tcb, and: [CHALLENGE_LIMIT.id] };
  return answer({ ...tcb, challengedAt: env.now });
}
