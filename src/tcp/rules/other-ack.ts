import { withInitialWindow } from '../congestion.ts';
import type { Env } from '../env.ts';
import { ACK, FIN, SYN, has } from '../flags.ts';
import { withWholeWindow } from '../negotiate.ts';
import { answerAck, challengeAck, emit, rstFor } from '../reply.ts';
import { acknowledge } from '../retransmission.ts';
import type { ArrivalRule } from '../rule.ts';
import { segLen, type Segment } from '../segment.ts';
import { seqAdd, seqGt, seqLe, seqLt } from '../seq.ts';
import { forgotten, type Tcb, type Unacknowledged } from '../tcb.ts';
import { sendAgain } from './again.ts';
import { CONGESTION_RULES } from './congestion.ts';
import { LOSS_RULES } from './losses.ts';
import { timeWait } from './time-wait.ts';

const cite = 'RFC 9293 §3.10.7.4';

/** SND.WND, SND.WL1 and SND.WL2 set from a segment. */
export function windowFrom(tcb: Tcb, seg: Segment): Tcb {
  const wnd = windowOf(tcb, seg);
  const maxWnd = Math.max(tcb.snd.maxWnd, wnd);
  return { ...tcb, snd: { ...tcb.snd, wnd, maxWnd, wl1: seg.seq, wl2: seg.ack } };
}

/** The peer's window as a segment tells it, octets, 0…65535·2¹⁴ (RFC 9293 §3.1, MUST-1, REC-1): shifted, but on a SYN (RFC 7323 §2.2). */
function windowOf({ snd }: Tcb, seg: Segment): number {
  return has(seg.flags, SYN) ? seg.wnd : seg.wnd << snd.shift;
}

/** Whether our FIN has been sent and everything up to it acknowledged. */
export function finAcknowledged(tcb: Tcb): boolean {
  return tcb.snd.fin === 'sent' && tcb.snd.una === tcb.snd.nxt;
}

function acksSyn(tcb: Tcb, seg: Segment): boolean {
  return seqLt(tcb.snd.una, seg.ack) && seqLe(seg.ack, tcb.snd.nxt);
}

/** With the window that a connection begins with, unless Fast Open has begun it already. */
function opensWindow(tcb: Tcb, env: Env): Tcb {
  return tcb.congestion.cwnd > 0 ? tcb : withInitialWindow(tcb, env);
}

/** Whether a segment is not older than the one that set the window last: SND.WL1 and SND.WL2 judge it. */
function tellsWindow({ snd: { una, wl1, wl2 } }: Tcb, seg: Segment): boolean {
  return (seqLt(wl1, seg.seq) || (wl1 === seg.seq && seqLe(wl2, seg.ack))) && seqLe(una, seg.ack);
}

/** The one octet that probes a closed window and that the peer has left there, as its answer says; undefined where there is none. */
function refusedProbe({ queue, answeredAt, snd }: Tcb): Unacknowledged | undefined {
  const [probe] = queue;
  const isOne = queue.length === 1 && probe?.length === 1 && probe.seq === snd.una;
  return isOne && answeredAt !== null && answeredAt >= probe.sentAt ? probe : undefined;
}

/** The TCB with its probe back among what was not sent yet: it goes with what follows it. */
function takenBack(tcb: Tcb, probe: Unacknowledged): Tcb {
  const fin = has(probe.flags, FIN) ? ('queued' as const) : tcb.snd.fin;
  const snd = { ...tcb.snd, nxt: tcb.snd.una, unsent: tcb.snd.unsent + probe.length, fin };
  return { ...tcb, snd, queue: [], timers: { ...tcb.timers, retransmission: null } };
}

/** Fifth, check the ACK field. */
export const ACK_RULES: readonly ArrivalRule[] = [
  {
    id: 'other.ack.missing',
    cite,
    fire: (tcb, seg) => (has(seg.flags, ACK) ? null : { tcb, stop: true }),
  },
  {
    id: 'other.ack.refused',
    state: 'SYN-RECEIVED',
    cite,
    fire: (tcb, seg) => {
      if (tcb.state !== 'SYN-RECEIVED' || acksSyn(tcb, seg)) return null;
      return { tcb, effects: [emit(rstFor(seg))], stop: true };
    },
  },
  {
    id: 'other.ack.establishes',
    state: 'SYN-RECEIVED',
    cite,
    fire: (tcb, seg, env) => {
      if (tcb.state !== 'SYN-RECEIVED') return null;
      const effects = [{ type: 'tell', signal: 'connected' }] as const;
      return { tcb: { ...windowFrom(opensWindow(withWholeWindow(tcb, env), env), seg), state: 'ESTABLISHED', reopened: null }, effects };
    },
  },
  {
    // MAY-12.
    id: 'other.ack.blind',
    cite: 'RFC 9293 §3.10.7.4, RFC 5961 §5.2',
    fire: (tcb, seg, env) => {
      const old = seqLt(seg.ack, seqAdd(tcb.snd.una, -tcb.snd.maxWnd));
      return old && env.profile.oldAck === 'challenge' ? { ...challengeAck(tcb, env), stop: true } : null;
    },
  },
  {
    id: 'other.ack.beyond-dropped',
    cite,
    fire: (tcb, seg, env) => (env.profile.ackBeyond === 'drop' && tcb.state === 'ESTABLISHED' && seqGt(seg.ack, tcb.snd.nxt) ? { tcb, stop: true } : null),
  },
  {
    id: 'other.ack.beyond',
    cite,
    fire: (tcb, seg, env) => (seqGt(seg.ack, tcb.snd.nxt) ? { ...challengeAck(tcb, env), stop: true } : null),
  },
  {
    // A peer that keeps its window shut but answers is alive: R2 counts from its answer (also where it has taken back what it had offered, SHLD-17).
    id: 'other.ack.still-closed',
    cite: 'RFC 9293 §3.8.6.1, MUST-37',
    fire: (tcb, seg, env) => {
      const closed = tcb.snd.wnd === 0 && windowOf(tcb, seg) === 0 && seg.ack === tcb.snd.una;
      if (!closed || (tcb.queue.length === 0 && tcb.persisted === 0)) return null;
      // The wait for the next probe without data counts from the answer.
      const timers = tcb.persisted === 0 ? tcb.timers : { ...tcb.timers, persist: null };
      return { tcb: { ...tcb, answeredAt: env.now, timers, probed: tcb.persisted === 0 ? tcb.probed : 0 } };
    },
  },
  ...LOSS_RULES,
  ...CONGESTION_RULES,
  {
    id: 'other.ack.new',
    cite,
    fire: (tcb, seg, env) => (seqLt(tcb.snd.una, seg.ack) ? { tcb: acknowledge(tcb, seg, env) } : null),
  },
  {
    // Its timer has backed off while the window was closed: now that it is open, the octet need not wait for that, nor what follows for its ACK.
    id: 'other.ack.reopens',
    cite: 'RFC 9293 §3.8.6.1',
    fire: (tcb, seg, env) => {
      const probe = refusedProbe(tcb);
      const opens = tcb.snd.wnd === 0 && windowOf(tcb, seg) > 0 && seg.ack === tcb.snd.una && tellsWindow(tcb, seg);
      if (!opens || probe === undefined) return null;
      if (tcb.snd.unsent > 0) return { tcb: takenBack(tcb, probe) };
      const again = sendAgain(tcb, probe, env);
      return { tcb: { ...again.tcb, timers: { ...again.tcb.timers, retransmission: env.now + tcb.rto.rto } }, effects: [again.effect] };
    },
  },
  {
    id: 'other.ack.window',
    cite,
    fire: (tcb, seg) => {
      const { wnd, wl1, wl2 } = tcb.snd;
      const nothingNew = wnd === windowOf(tcb, seg) && wl1 === seg.seq && wl2 === seg.ack;
      return tellsWindow(tcb, seg) && !nothingNew ? { tcb: windowFrom(tcb, seg) } : null;
    },
  },
  {
    // All that the peer can still want is the ACK of its FIN. Only the ACK that is expected gets none: two hosts in TIME-WAIT would else answer each other for ever.
    id: 'other.ack.time-wait',
    state: 'TIME-WAIT',
    cite,
    fire: (tcb, seg, env) => {
      const expected = segLen(seg) === 0 && seg.seq === tcb.rcv.nxt && seg.ack === tcb.snd.nxt;
      return tcb.state !== 'TIME-WAIT' || expected ? null : { ...answerAck(tcb, env), stop: true };
    },
  },
  {
    id: 'other.ack.fin-wait-1',
    state: 'FIN-WAIT-1',
    cite,
    fire: (tcb) => {
      const acknowledged = tcb.state === 'FIN-WAIT-1' && finAcknowledged(tcb);
      return acknowledged ? { tcb: { ...tcb, state: 'FIN-WAIT-2' } } : null;
    },
  },
  {
    id: 'other.ack.closing',
    state: 'CLOSING',
    cite,
    fire: (tcb, _seg, env) => (tcb.state === 'CLOSING' && finAcknowledged(tcb) ? { tcb: timeWait(tcb, env) } : null),
  },
  {
    id: 'other.ack.last-ack',
    state: 'LAST-ACK',
    cite,
    fire: (tcb) => {
      const acknowledged = tcb.state === 'LAST-ACK' && finAcknowledged(tcb);
      return acknowledged ? { tcb: forgotten(tcb), stop: true } : null;
    },
  },
];
