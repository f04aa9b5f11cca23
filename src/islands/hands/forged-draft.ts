import type { Forged } from '../../simulation/scenario.ts';
import { FORGED_FIELDS, type ForgedField } from '../../scenario/leaf/forged-fields.ts';
import { ACK, has, type Flags } from '../../tcp/flags.ts';
import { numberIn } from '../number-text.ts';

/** A forged segment as the reader types it: what stands in its fields need not be a number yet. */
export interface ForgedDraft {
  readonly flags: Flags;
  readonly typed: Readonly<Record<ForgedField, string>>;
}

/** The segment as it stands in the fields. */
export function draftOf({ flags, seq, ack, length, wnd }: Forged): ForgedDraft {
  return { flags, typed: { seq: String(seq), ack: String(ack), length: String(length), wnd: String(wnd) } };
}

/** The segment that the fields make, ACK=0 where the bit is off, whatever was typed; null where a number is missing or wrong. */
export function forgedIn({ flags, typed }: ForgedDraft): Forged | null {
  const seq = numberIn(typed.seq, FORGED_FIELDS.seq);
  const ack = has(flags, ACK) ? numberIn(typed.ack, FORGED_FIELDS.ack) : ({ ok: true, value: 0 } as const);
  const length = numberIn(typed.length, FORGED_FIELDS.length);
  const wnd = numberIn(typed.wnd, FORGED_FIELDS.wnd);
  return seq.ok && ack.ok && length.ok && wnd.ok ? { flags, seq: seq.value, ack: ack.value, length: length.value, wnd: wnd.value } : null;
}
