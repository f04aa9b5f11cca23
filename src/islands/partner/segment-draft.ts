import type { Composed } from '../../exercise/partner/move.ts';
import { FORGED_FIELDS } from '../../scenario/leaf/forged-fields.ts';
import { ACK, NO_FLAGS, has, type Flags } from '../../tcp/flags.ts';
import { numberIn } from '../number-text.ts';

/** The fields of a segment that the reader types. */
export const FIELDS = ['seq', 'ack', 'length'] as const;

/** A segment as the reader types it: what stands in its fields need not be a number yet. */
export interface SegmentDraft {
  readonly flags: Flags;
  readonly typed: Readonly<Record<(typeof FIELDS)[number], string>>;
}

/** A segment that nobody has begun. */
export const BLANK: SegmentDraft = { flags: NO_FLAGS, typed: { seq: '', ack: '', length: '0' } };

/** The segment as it stands in the fields. */
export function draftOf({ flags, seq, ack, length }: Composed): SegmentDraft {
  return { flags, typed: { seq: String(seq), ack: has(flags, ACK) ? String(ack) : '', length: String(length) } };
}

/** The segment that the fields make; null where a number is missing or wrong. */
export function composedIn({ flags, typed }: SegmentDraft): Composed | null {
  const seq = numberIn(typed.seq, FORGED_FIELDS.seq);
  const ack = has(flags, ACK) ? numberIn(typed.ack, FORGED_FIELDS.ack) : ({ ok: true, value: 0 } as const);
  const length = numberIn(typed.length, FORGED_FIELDS.length);
  return seq.ok && ack.ok && length.ok ? { flags, seq: seq.value, ack: ack.value, length: length.value } : null;
}
