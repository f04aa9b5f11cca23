import type { Seq } from './seq.ts';

/** Which timer the retransmission timer stands in for: itself, the wait for what may only be reordered (RFC 8985 §6.2), or for a tail that may be lost (§7). */
export type LossTimer = 'retransmission' | 'reordering' | 'tail';

/**
 * What an endpoint knows of its losses where its profile finds them by time (RACK-TLP, RFC 8985) and reduces its window in proportion
 * to what arrives (PRR, RFC 9937). Numbers of segments, where nothing else is said.
 */
export interface Rack {
  /** Nothing wrong, something out of order, recovery from a loss that was noticed, or from a timeout. */
  readonly phase: 'open' | 'disorder' | 'recovery' | 'loss';
  /** SND.NXT when the phase began: it ends when this is acknowledged. */
  readonly until: Seq;
  /** Duplicate ACKs that stand for arrived segments where SACK does not name them. */
  readonly dupes: number;
  /** Of what has been delivered, the segment that was sent last: when, ms, and its end; null: nothing yet. */
  readonly newest: { readonly sentAt: number; readonly end: Seq } | null;
  /** The round-trip time of that segment, ms. */
  readonly rtt: number;
  /** The least round-trip time seen, ms; null: none yet. */
  readonly minRtt: number | null;
  /** How far segments have been seen out of order, at least 3: so many later ones must arrive before the first counts as lost. */
  readonly reordering: number;
  readonly reordered: boolean;
  /** PRR: the window before the reduction, and what was delivered and sent since. */
  readonly prior: number;
  readonly delivered: number;
  readonly out: number;
  /** Segments acknowledged towards the next growth in congestion avoidance. */
  readonly towards: number;
  /** Whether the window was what limited the sender, how much was out at most, and the SND.NXT up to which that holds (RFC 7661). */
  readonly limited: boolean;
  readonly most: number;
  readonly usage: Seq;
  readonly timer: LossTimer;
  /** When what waits for reordering counts as lost, ms; null: nothing waits. */
  readonly reorderingAt: number | null;
  /** SND.UNA and SND.NXT for which the timer was set. */
  readonly armed: { readonly una: Seq; readonly nxt: Seq } | null;
  /** SND.NXT when a tail loss probe left, and whether it was a retransmission; null: none is out. */
  readonly probe: { readonly end: Seq; readonly again: boolean } | null;
  /** When data was sent last, ms; null: never. */
  readonly sentAt: number | null;
}

/** What is known when a connection begins; `nxt`: its SND.NXT. */
export function freshRack(nxt: Seq): Rack {
  return {
    phase: 'open', until: nxt, dupes: 0,
    newest: null, rtt: 0, minRtt: null, reordering: 3, reordered: false,
    prior: 0, delivered: 0, out: 0, towards: 0,
    limited: false, most: 0, usage: nxt,
    timer: 'retransmission', reorderingAt: null, armed: null, probe: null, sentAt: null,
  };
}
