import { answered, waitFor } from '../ack-pace.ts';
import { allows, flightSize, initialWindow, nextLost } from '../congestion.ts';
import { asNewData, dataSent } from '../ecn.ts';
import type { Effect } from '../effect.ts';
import type { Env } from '../env.ts';
import { ACK, FIN, NO_FLAGS, PSH, flagsOf } from '../flags.ts';
import { counted, roomInWindow, withRack } from '../in-flight.ts';
import { afterIdle, usageNoted } from '../reduction.ts';
import { acknowledged, answerAck, emit, segmentFrom } from '../reply.ts';
import { endOf, startRetransmission } from '../retransmission.ts';
import type { Outcome, Rule } from '../rule.ts';
import { segmentRoom } from '../sack.ts';
import { segLen } from '../segment.ts';
import { seqAdd, seqDiff, seqLt } from '../seq.ts';
import type { Tcb, Unacknowledged } from '../tcb.ts';
import { leaving } from '../window.ts';
import { sendAgain } from './again.ts';
import { LOSS_TIMER_RULES } from './loss-timer.ts';

function synchronized(tcb: Tcb): boolean {
  switch (tcb.state) {
    case 'CLOSED':
    case 'LISTEN':
    case 'SYN-SENT':
    case 'TIME-WAIT':
      return false;
    case 'SYN-RECEIVED':
      // Only Fast Open gives it a congestion window so soon: its peer is believed before the handshake is over (RFC 7413 §4.2.2).
      return tcb.congestion.cwnd > 0;
    default:
      return true;
  }
}

/** Sends `length` octets of queued data: PSH only where they are the last of the queue (RFC 9293 §3.9.1.2, MUST-61, SHLD-27), and the FIN with it if it ends the queue; `pushed`: PSH in any case, this once. */
export function sendData(before: Tcb, length: number, env: Env, pushed = false): { readonly tcb: Tcb; readonly effect: Effect } {
  const tcb = leaving(before, env);
  const last = length === tcb.snd.unsent;
  // Also where data may leave before the handshake is over, the FIN waits for ESTABLISHED (RFC 9293 §3.10.4).
  const fin = last && tcb.snd.fin === 'queued' && tcb.state !== 'SYN-RECEIVED';
  const flags = flagsOf(ACK, last && length > 0 && !tcb.snd.more ? PSH : NO_FLAGS, fin ? FIN : NO_FLAGS);
  const segment = asNewData(tcb, segmentFrom(tcb, env, flags, tcb.snd.nxt, length));
  const nxt = seqAdd(tcb.snd.nxt, segLen(segment));
  const snd = {
    ...tcb.snd,
    nxt,
    unsent: tcb.snd.unsent - length,
    ends: tcb.snd.ends.length === 0 ? tcb.snd.ends : tcb.snd.ends.filter((end) => seqLt(nxt, end)),
    fin: fin ? ('sent' as const) : tcb.snd.fin,
  };
  const timers = tcb.timers.persist === null ? tcb.timers : { ...tcb.timers, persist: null };
  return { tcb: startRetransmission(acknowledged(dataSent({ ...tcb, snd, timers, persisted: 0 }, segment)), segment, env), effect: emit(pushed ? { ...segment, flags: flagsOf(segment.flags, PSH) } : segment) };
}

/** Whether urgent octets are still to be acknowledged. */
function isUrgent({ snd }: Tcb): boolean {
  return snd.up !== null && seqLt(snd.una, snd.up);
}

/** Whether part of a segment has to wait: for the user (a cork), or for the ACK of what is outstanding (Nagle, RFC 9293 §3.7.4, SHLD-7). */
function waitsForMore(tcb: Tcb, env: Env): boolean {
  if (env.cork === true) return true;
  if (!env.profile.nagle || (!env.profile.nagleHoldsUrgent && isUrgent(tcb))) return false;
  // A SYN that is not acknowledged yet is no data.
  if (env.profile.nagleWaitsFor === 'any segment') return flightSize(tcb) > (tcb.state === 'SYN-RECEIVED' ? 1 : 0);
  return tcb.queue.some((entry) => entry.length > 0 && entry.length < tcb.snd.mss);
}

/**
 * How many octets may go in the next segment now, a whole segment wherever there is data for it (RFC 9293 §3.9.1.2, SHLD-28);
 * 0 where data has to wait. A window below what is in flight leaves none (§3.8.6, MUST-34, SHLD-15).
 */
function sendable(tcb: Tcb, env: Env): number {
  const { unsent, wnd, maxWnd, fin } = tcb.snd;
  const room = segmentRoom(tcb);
  const flight = flightSize(tcb);
  const usable = Math.max(0, Math.min(wnd - flight, roomInWindow(tcb, flight)));
  const [end] = tcb.snd.ends;
  const whole = end === undefined ? room : Math.min(room, seqDiff(end, tcb.snd.nxt));
  const length = Math.min(unsent, whole, usable);
  if (length === 0 || length === room) return length;
  // What the user has ended waits for nothing once something follows it.
  if (length === whole && length < unsent) return length;
  // A part of a segment: the last of the data (Nagle, RFC 9293 §3.7.4, SHLD-7), or a large share of the window (§3.8.6.2.1, MUST-38).
  const last = length === unsent;
  if (last) return fin === 'queued' || !waitsForMore(tcb, env) ? length : 0;
  return flight === 0 && length >= maxWnd / 2 ? length : 0;
}

/** The first segment has gone out again: its time begins anew. */
function rearmed(tcb: Tcb, entry: Unacknowledged, env: Env): Tcb {
  const { rack } = tcb.congestion;
  if (tcb.queue[0]?.seq !== entry.seq || rack === null) return tcb;
  const timers = { ...tcb.timers, retransmission: env.now + tcb.rto.rto };
  return { ...withRack(tcb, { ...rack, timer: 'retransmission', reorderingAt: null }), timers };
}

/** A FIN that has waited for the handshake; where the profile has it wait, it leaves before the segment that ended the handshake is looked at any further, and takes no ACK of that along. */
function closedAtLast(tcb: Tcb, env: Env): Outcome {
  if (!env.profile.halfCloseWaits || tcb.rcv.owed !== 'now' || tcb.snd.unsent > 0) return { tcb };
  const one = sendData(tcb, 0, env);
  return { tcb: { ...one.tcb, rcv: { ...one.tcb.rcv, owed: 'now' } }, effects: [one.effect] };
}

/** What leaves at the end of every event: what was lost, queued data, the FIN behind it, and any ACK that found no company. */
export const OUTPUT_RULES: readonly Rule<null>[] = [
  {
    id: 'output.close',
    cite: 'RFC 9293 §3.10.4',
    fire: (tcb, _none, env) => {
      if (tcb.snd.fin !== 'queued') return null;
      if (tcb.state === 'ESTABLISHED') return closedAtLast({ ...tcb, state: 'FIN-WAIT-1' }, env);
      return tcb.state === 'CLOSE-WAIT' ? { tcb: { ...tcb, state: 'LAST-ACK' } } : null;
    },
  },
  {
    id: 'output.again',
    cite: 'RFC 5681 §3.1, RFC 6675 §5',
    fire: (tcb, _none, env) => {
      const effects: Effect[] = [];
      let next = tcb;
      for (let entry = nextLost(next); entry !== null && allows(next, endOf(entry)); entry = nextLost(next)) {
        const again = sendAgain(next, entry, env);
        effects.push(again.effect);
        const { lost, rack } = next.congestion;
        const to = lost?.to ?? endOf(entry);
        next = rack === null ? { ...again.tcb, congestion: { ...again.tcb.congestion, lost: { next: endOf(entry), to } } } : rearmed(counted(again.tcb), entry, env);
      }
      return effects.length === 0 ? null : { tcb: next, effects };
    },
  },
  {
    // SENDs are gathered in one queue, whose octets are cut into segments here (MAY-16).
    id: 'output.data',
    cite: 'RFC 9293 §3.10.2',
    fire: (tcb, _none, env) => {
      if (tcb.snd.unsent === 0 || !synchronized(tcb)) return null;
      const effects: Effect[] = [];
      let next = afterIdle(tcb, initialWindow(tcb.snd.mss, false, env), env);
      let run = 0;
      for (let length = sendable(next, env); length > 0; length = sendable(next, env)) {
        run = length === segmentRoom(next) ? run + 1 : 0;
        const one = sendData(next, length, env, run > 0 && run % env.profile.pushedRun === 0);
        effects.push(one.effect);
        next = counted(answered(one.tcb, env));
      }
      return effects.length === 0 ? null : { tcb: usageNoted(next, env), effects };
    },
  },
  {
    id: 'output.fin',
    cite: 'RFC 9293 §3.10.4',
    fire: (tcb, _none, env) => {
      if (!synchronized(tcb) || tcb.state === 'SYN-RECEIVED' || tcb.snd.fin !== 'queued' || tcb.snd.unsent > 0) return null;
      const one = sendData(tcb, 0, env);
      return { tcb: one.tcb, effects: [one.effect] };
    },
  },
  ...LOSS_TIMER_RULES,
  {
    // Whatever keeps data back, an RTO later a part of it goes: it never waits for ever (MUST-60, SHLD-29), also where the window has shrunk to zero (MUST-35).
    id: 'output.persist',
    cite: 'RFC 9293 §3.8.6.1',
    fire: (tcb, _none, env) => {
      const blocked = synchronized(tcb) && tcb.snd.unsent > 0 && tcb.queue.length === 0;
      if (!blocked || tcb.timers.persist !== null) return null;
      const wait = Math.min(env.profile.rtoMax, Math.max(tcb.rto.rto, env.profile.rtoMin) * 2 ** tcb.persisted);
      return { tcb: { ...tcb, timers: { ...tcb.timers, persist: env.now + wait } } };
    },
  },
  {
    id: 'output.fin-wait-2',
    cite: 'RFC 9293 §3.3.2',
    fire: (tcb, _none, env) => {
      const { finWait2 } = env.profile;
      if (tcb.state !== 'FIN-WAIT-2' || !tcb.rcv.deaf || finWait2 === null || tcb.timers['time-wait'] !== null) return null;
      return { tcb: { ...tcb, timers: { ...tcb.timers, 'time-wait': env.now + finWait2 } } };
    },
  },
  {
    id: 'output.keep-alive',
    cite: 'RFC 9293 §3.8.4',
    fire: (tcb, _none, env) => {
      if (env.keepAlive === null || tcb.timers['keep-alive'] !== null || !synchronized(tcb)) return null;
      return { tcb: { ...tcb, probed: 0, timers: { ...tcb.timers, 'keep-alive': env.now + env.keepAlive.idle } } };
    },
  },
  {
    id: 'output.user-timeout',
    cite: 'RFC 5482 §3',
    fire: (tcb, _none, env) => {
      const { user } = tcb.timers;
      const front = tcb.queue[0];
      const at = env.userTimeout === null || front === undefined ? null : front.firstSentAt + env.userTimeout;
      return at === user ? null : { tcb: { ...tcb, timers: { ...tcb.timers, user: at } } };
    },
  },
  {
    id: 'output.fin-again',
    cite: 'RFC 9293 §3.8.1',
    fire: (tcb, _none, env) => {
      const last = tcb.queue.at(-1);
      const carried = env.profile.ackCarriesFin && tcb.rcv.owed === 'now' && tcb.snd.fin === 'sent';
      if (!carried || last === undefined) return null;
      // From now on its ACK is no RTT sample (Karn).
      const ambiguous = { ...last, transmissions: Math.max(2, last.transmissions) };
      const open = leaving(tcb, env);
      const segment = segmentFrom(open, env, flagsOf(ACK, FIN), seqAdd(tcb.snd.nxt, -1), 0);
      return { tcb: acknowledged({ ...open, queue: [...tcb.queue.slice(0, -1), ambiguous] }), effects: [emit(segment, last.transmissions + 1)] };
    },
  },
  {
    // Asked last, once for each event: one ACK for all that came and waited (MUST-58, MUST-59).
    id: 'output.ack',
    cite: 'RFC 9293 §3.10.7.4',
    fire: (tcb, _none, env) => (tcb.rcv.owed === 'now' ? answerAck(tcb, env) : null),
  },
  {
    // SHLD-18.
    id: 'output.ack-later',
    cite: 'RFC 9293 §3.8.6.3',
    fire: (tcb, _none, env) => {
      if (tcb.rcv.owed !== 'later' || tcb.timers['delayed-ack'] !== null) return null;
      return { tcb: { ...tcb, timers: { ...tcb.timers, 'delayed-ack': env.now + waitFor(tcb, env) } } };
    },
  },
];
