import { FIN, SYN, has } from '../flags.ts';
import type { Segment } from '../segment.ts';
import type { Tcb } from '../tcb.ts';

/**
 * A duplicate ACK in the sense of RFC 5681 §2: nothing new, no data, no SYN or FIN, the same window, and data in flight.
 * What a closed window answers to probes is none: it tells of no loss.
 */
export function isDuplicate(tcb: Tcb, seg: Segment): boolean {
  const bare = seg.length === 0 && !has(seg.flags, SYN) && !has(seg.flags, FIN);
  return bare && tcb.snd.wnd > 0 && tcb.queue.length > 0 && seg.ack === tcb.snd.una && seg.wnd << tcb.snd.shift === tcb.snd.wnd;
}
