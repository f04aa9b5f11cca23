import type { Forged } from '../../simulation/scenario.ts';
import { ACK, has } from '../../tcp/flags.ts';
import { MAX_FIELD, segmentOf, type Segment } from '../../tcp/segment.ts';
import { seq } from '../../tcp/seq.ts';

/** A segment that the reader composes: SEQ and ACK 0…2³²−1, `length` octets of data; ACK counts only with its bit. */
export type Composed = Omit<Forged, 'wnd'>;

/** What the reader does: sends a segment, or lets time pass until something happens. */
export type Move = { readonly type: 'send'; readonly segment: Composed } | { readonly type: 'wait' };

/** The segment as it goes onto the wire, with as large a window as there is without scaling. */
export function composed({ flags, seq: number, ack, length }: Composed): Segment {
  return segmentOf({ flags, seq: seq(number), ack: seq(ack), length, wnd: MAX_FIELD });
}

/** The fields of a segment that a reader composes. */
export function composedOf({ flags, seq: number, ack, length }: Segment): Composed {
  return { flags, seq: number, ack: has(flags, ACK) ? ack : 0, length };
}
