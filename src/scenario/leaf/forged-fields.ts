import type { Forged } from '../../simulation/scenario.ts';
import { MAX_FIELD } from '../../tcp/segment.ts';

/** A field of a forged segment that is a number. */
export type ForgedField = Exclude<keyof Forged, 'flags'>;

/** The fields of a forged segment in the order in which they are written: how each is called, its range, and its value where it is not given (SEQ always is). */
export const FORGED_FIELDS: Readonly<Record<ForgedField, { readonly word: string; readonly least: number; readonly most: number; readonly absent: number | null }>> = {
  seq: { word: 'SEQ', least: 0, most: 0xffff_ffff, absent: null },
  ack: { word: 'ACK', least: 0, most: 0xffff_ffff, absent: 0 },
  length: { word: 'LEN', least: 0, most: 65_495, absent: 0 },
  wnd: { word: 'WND', least: 0, most: MAX_FIELD, absent: MAX_FIELD },
};

/** Their names in that order. */
export const FORGED_ORDER: readonly ForgedField[] = ['seq', 'ack', 'length', 'wnd'];
