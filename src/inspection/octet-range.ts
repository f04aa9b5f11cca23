import { seqAdd, type Seq } from '../tcp/seq.ts';

/** A run of sequence numbers, both ends included. */
export interface OctetRange {
  readonly from: Seq;
  readonly to: Seq;
}

/** The range of `length` numbers from `from` on, 1 or more. */
export function rangeFrom(from: Seq, length: number): OctetRange {
  return { from, to: seqAdd(from, length - 1) };
}

/** As people write it: `221–420`, or `221` for a single number. */
export function rangeText({ from, to }: OctetRange): string {
  return from === to ? String(from) : `${String(from)}–${String(to)}`;
}
