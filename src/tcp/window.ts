import type { ReceiveSpace } from './tcb.ts';

const MAX_FIELD = 0xffff;

/** The largest window that the 16 bits of the field can say, octets; `shift` as agreed on, 0…14 (RFC 7323 §2.3). */
export function widest(shift: number): number {
  return MAX_FIELD * 2 ** shift;
}

/**
 * The receive space with its window opened as far as the buffer and the window field allow, but not by less than a segment
 * or half the buffer (silly window avoidance: RFC 9293 §3.8.6.2.2). `mss` in octets.
 */
export function opened(rcv: ReceiveSpace, mss: number): ReceiveSpace {
  const free = Math.min(rcv.buffer - rcv.unread, widest(rcv.shift));
  const gain = free - rcv.wnd;
  return gain >= Math.min(mss, rcv.buffer / 2) && gain > 0 ? { ...rcv, wnd: free } : rcv;
}
