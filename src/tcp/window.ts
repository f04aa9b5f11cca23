import type { ReceiveSpace } from './tcb.ts';

/**
 * The receive space with its window opened as far as the buffer allows, but not by less than a segment or half the buffer
 * (silly window avoidance: RFC 9293 §3.8.6.2.2, MUST-39). It only ever grows here, so that its right edge never moves
 * left (§3.8.6, SHLD-14). `mss` in octets.
 */
export function opened(rcv: ReceiveSpace, mss: number): ReceiveSpace {
  const free = rcv.buffer - rcv.unread;
  const gain = free - rcv.wnd;
  return gain >= Math.min(mss, rcv.buffer / 2) && gain > 0 ? { ...rcv, wnd: free } : rcv;
}
