import type { Composed } from '../../exercise/partner/move.ts';
import { ACK, NO_FLAGS, has } from '../../tcp/flags.ts';
import type { SegmentDraft } from '../hands/segment-draft.ts';

/** The fields of a segment that the reader types. */
export const FIELDS = ['seq', 'ack', 'length'] as const;

/** A segment for the peer as the reader types it. */
export type ComposedDraft = SegmentDraft<(typeof FIELDS)[number]>;

/** A segment that nobody has begun. */
export const BLANK: ComposedDraft = { flags: NO_FLAGS, typed: { seq: '', ack: '', length: '0' } };

/** The segment as it stands in the fields. */
export function draftOf({ flags, seq, ack, length }: Composed): ComposedDraft {
  return { flags, typed: { seq: String(seq), ack: has(flags, ACK) ? String(ack) : '', length: String(length) } };
}
