import type { HostId } from '../simulation/scenario.ts';

/** How a conversation began, as far as the capture shows it (RFC 9293 §3.5). A is who opened it. */
export type Opening =
  /** SYN, SYN,ACK, ACK. */
  | { readonly type: 'handshake' }
  /** A SYN from either side, before each had seen the other's (RFC 9293 §3.5, Figure 7). */
  | { readonly type: 'simultaneous' }
  /** A RST was the answer to the SYN; `tries`: SYNs that A sent. */
  | { readonly type: 'refused'; readonly tries: number }
  /** Nothing came back for `tries` SYNs. */
  | { readonly type: 'unanswered'; readonly tries: number }
  /** B answered `answers` times with SYN,ACK, and nothing acknowledged it. */
  | { readonly type: 'half-open'; readonly answers: number }
  /** No SYN of this connection is in the capture. */
  | { readonly type: 'before' };

/** How a conversation ended, as far as the capture shows it (RFC 9293 §3.6). */
export type Ending =
  /** No FIN and no RST: still open, or never open. */
  | { readonly type: 'none' }
  /** A RST of `by`, `after` ms from the first segment. */
  | { readonly type: 'reset'; readonly by: HostId; readonly after: number }
  /** Both sides sent FIN and both were acknowledged; `by` was first. In three segments where the FIN of the other was also the first ACK of it, else in four. */
  | { readonly type: 'closed'; readonly by: HostId; readonly segments: 3 | 4 }
  /** Each sent FIN before it had seen the other's (RFC 9293 §3.6, Figure 13). */
  | { readonly type: 'closed simultaneously' }
  /** Only `by` sent FIN; `acknowledged`: the other has it. */
  | { readonly type: 'half-closed'; readonly by: HostId; readonly acknowledged: boolean }
  /** Both sent FIN, `by` first; at least one of them was not acknowledged. */
  | { readonly type: 'closing'; readonly by: HostId };

/** What happened in a conversation, as data from which a phrase is made. */
export interface Happened {
  readonly opening: Opening;
  readonly ending: Ending;
}
