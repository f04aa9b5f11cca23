import type { Forged } from '../../simulation/scenario.ts';
import { FORGED_FIELDS, type ForgedField } from '../../scenario/leaf/forged-fields.ts';
import { ACK, has, type Flags } from '../../tcp/flags.ts';
import { numberIn } from '../number-text.ts';

/** A segment as the reader types it: what stands in its fields need not be a number yet. */
export interface SegmentDraft<Field extends ForgedField> {
  readonly flags: Flags;
  readonly typed: Readonly<Record<Field, string>>;
}

/** The segment that the fields make, ACK=0 where the bit is off, whatever was typed; the first field whose number is missing or wrong where there is one. */
export function segmentIn<Field extends ForgedField>({ flags, typed }: SegmentDraft<Field>, fields: readonly Field[]): { readonly segment: Pick<Forged, 'flags' | Field> } | { readonly missing: Field } {
  const numbers: Partial<Record<Field, number>> = {};
  for (const field of fields) {
    const read = isOff(field, flags) ? ({ ok: true, value: 0 } as const) : numberIn(typed[field], FORGED_FIELDS[field]);
    if (!read.ok) return { missing: field };
    numbers[field] = read.value;
  }
  return { segment: { flags, ...numbers } as Pick<Forged, 'flags' | Field> };
}

/** Whether the bits say that nothing stands in the field. */
export function isOff(field: ForgedField, flags: Flags): boolean {
  return field === 'ack' && !has(flags, ACK);
}
