import type { Recorded, Recording, Side } from './recording.ts';

/** A segment as a capture at one place has it. */
export interface Captured extends Pick<Recorded, 'flags' | 'seq' | 'ack' | 'relSeq' | 'relAck' | 'len' | 'win' | 'opts'> {
  /** Its line in the capture, from 1. */
  readonly line: number;
  /** When it passed, in seconds from the first line on. */
  readonly t: number;
  readonly from: Side;
}

/** What a capture at one end has: what this end sent, when it left, lost or not; and what arrived, as often as it did. */
export function capturedAt({ ladder }: Recording, place: Side): readonly Captured[] {
  const seen = ladder.flatMap(({ dir, t, tRecv, fate, ...segment }) => {
    const from = dir === 'A>B' ? 'A' : 'B';
    const times = from !== place ? tRecv : fate === 'injected' ? [] : [t];
    return times.map((time) => ({ ...segment, from, time }) as const);
  });
  const inTime = seen.toSorted((one, other) => one.time - other.time);
  const start = inTime[0]?.time ?? 0;
  return inTime.map(({ flags, seq, ack, relSeq, relAck, len, win, opts, from, time }, at) => ({ flags, seq, ack, relSeq, relAck, len, win, opts, from, line: at + 1, t: time - start }));
}
