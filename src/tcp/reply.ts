import type { Effect } from './effect.ts';
import type { Env } from './env.ts';
import { ACK, RST, SYN, flagsOf, has } from './flags.ts';
import { NO_OPTIONS, segLen, segmentOf, type Segment } from './segment.ts';
import { seqAdd } from './seq.ts';
import { startRetransmission } from './retransmission.ts';
import type { Tcb } from './tcb.ts';

/** The effect of sending a segment; `transmission` is 1 for the first time. */
export function emit(segment: Segment, transmission = 1): Effect {
  return { type: 'emit', segment, transmission };
}

/** `<SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>`: the plain acknowledgment of RFC 9293 §3.10.7.4. */
export function ackSegment(tcb: Tcb): Segment {
  return {
    seq: tcb.snd.nxt,
    ack: tcb.rcv.nxt,
    flags: ACK,
    wnd: tcb.rcv.wnd,
    up: 0,
    length: 0,
    options: NO_OPTIONS,
  };
}

/** The TCB once an acknowledgment has gone out: nothing is owed, none waits. */
export function acknowledged(tcb: Tcb): Tcb {
  if (tcb.rcv.owed === 'nothing') return tcb;
  return { ...tcb, rcv: { ...tcb.rcv, owed: 'nothing' }, timers: { ...tcb.timers, 'delayed-ack': null } };
}

/** The RST that answers a segment of no connection: shaped by whether it had an ACK (RFC 9293 §3.5.2, §3.10.7.1). */
export function rstFor(segment: Segment): Segment {
  return has(segment.flags, ACK)
    ? segmentOf({ flags: RST, seq: segment.ack })
    : segmentOf({ flags: flagsOf(RST, ACK), ack: seqAdd(segment.seq, segLen(segment)) });
}

/** Sends a SYN, with ACK where the peer's SYN has come, and puts it on the retransmission queue, in place of a SYN sent before (RFC 9293 §3.10.1). */
export function sendSyn(tcb: Tcb, withAck: boolean, env: Env): { readonly tcb: Tcb; readonly effects: readonly Effect[] } {
  const flags = withAck ? flagsOf(SYN, ACK) : SYN;
  const options = { mss: env.mss };
  const segment = segmentOf({ flags, seq: tcb.iss, ack: tcb.rcv.nxt, wnd: tcb.rcv.wnd, options });
  const again = tcb.queue.length > 0;
  const next = { ...tcb, snd: { ...tcb.snd, una: tcb.iss, nxt: seqAdd(tcb.iss, 1) }, queue: [] };
  return { tcb: startRetransmission(next, segment, env, again ? 2 : 1), effects: [emit(segment)] };
}

/** Answers with a plain ACK and keeps the TCB as it is. */
export function answerAck(tcb: Tcb): { readonly tcb: Tcb; readonly effects: readonly Effect[] } {
  return { tcb: acknowledged(tcb), effects: [emit(ackSegment(tcb))] };
}
