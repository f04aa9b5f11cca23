import type { Env } from './env.ts';
import type { Profile } from './profile.ts';
import { offering } from './receive-memory.ts';
import { MAX_FIELD } from './segment.ts';
import type { ReceiveSpace, Tcb } from './tcb.ts';

/** How much more of the window the peer would learn of, octets. */
function gained({ wnd, shift }: ReceiveSpace, free: number): number {
  const most = MAX_FIELD << shift;
  return Math.min(free, most) - Math.min(wnd, most);
}

/** Whether FreeBSD finds an update of the window worth a segment of its own: two segments and a quarter of the buffer, or the window was nearly closed. */
function worthTelling(rcv: ReceiveSpace, mss: number): boolean {
  const { buffer, unread } = rcv;
  const free = buffer - unread;
  const gain = gained(rcv, free);
  return gain * 2 >= buffer || (gain >= 2 * mss && (gain >= buffer / 4 || free <= buffer / 8 || buffer <= 8 * mss));
}

/**
 * The receive space with its window opened as far as the buffer allows, but not by less than a segment or half the buffer
 * (silly window avoidance: RFC 9293 §3.8.6.2.2, MUST-39), or than the profile finds worth telling. It only ever grows here,
 * so that its right edge never moves left (§3.8.6, SHLD-14). `mss` in octets.
 */
export function opened(rcv: ReceiveSpace, mss: number, { windowOpens }: Profile): ReceiveSpace {
  if (rcv.memory !== undefined) return rcv;
  const free = rcv.buffer - rcv.unread;
  const gain = free - rcv.wnd;
  const enough = windowOpens === 'by a segment' ? gain >= Math.min(mss, rcv.buffer / 2) : worthTelling(rcv, mss);
  return enough && gain > 0 ? { ...rcv, wnd: free } : rcv;
}

/** The TCB as a segment leaves: where the profile has it so, the window opens with each, unless it would be a silly one. */
export function leaving(tcb: Tcb, { profile, mss }: Env): Tcb {
  const { rcv, snd } = tcb;
  if (rcv.memory !== undefined) return { ...tcb, rcv: offering({ rcv, memory: rcv.memory }, mss) };
  const free = rcv.buffer - rcv.unread;
  if (profile.windowOpens === 'by a segment' || free <= rcv.wnd || (free < rcv.buffer / 4 && free < snd.mss)) return tcb;
  return { ...tcb, rcv: { ...rcv, wnd: free } };
}
