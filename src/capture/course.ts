import { SYN, has } from '../tcp/flags.ts';
import { segLen, type Segment } from '../tcp/segment.ts';
import { seqAdd, type Seq } from '../tcp/seq.ts';
import type { HostId } from '../simulation/scenario.ts';
import type { CapturedSegment } from '../wire/packet/captured-segment.ts';
import type { Conversation } from './conversation.ts';

/** A captured segment of a conversation, by its hosts. */
export interface Seen {
  /** Its place in the conversation, from 0. */
  readonly index: number;
  readonly from: HostId;
  readonly to: HostId;
  /** When it was captured, ms. */
  readonly at: number;
  readonly segment: Segment;
  /** The sequence number after it. */
  readonly end: Seq;
  readonly captured: CapturedSegment;
}

/** The segments of a conversation in the order in which they were captured, which is that of time where the file is not. */
export function seenIn({ ends }: Pick<Conversation, 'ends'>, all: readonly CapturedSegment[]): readonly Seen[] {
  const { A } = ends;
  return all
    .toSorted((one, other) => one.at - other.at)
    .map((captured, index) => {
      const { from, at, segment } = captured;
      const isA = from.port === A.port && from.address === A.address;
      const end = seqAdd(segment.seq, segLen(segment));
      return { index, from: isA ? 'A' : 'B', to: isA ? 'B' : 'A', at, segment, end, captured };
    });
}

/** Whether it is a SYN of any kind. */
export function isSyn({ segment }: Seen): boolean {
  return has(segment.flags, SYN);
}
