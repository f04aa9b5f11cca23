import { ACK, SYN, has } from '../tcp/flags.ts';
import { seq, seqAdd, type Seq } from '../tcp/seq.ts';
import type { HostId } from '../simulation/scenario.ts';
import type { CapturedSegment } from '../wire/packet/captured-segment.ts';
import type { Conversation } from './conversation.ts';

/** What counts as 0 on a side: the number of its first SYN, else of its first segment, else what the other first acknowledges. */
function bases(segments: readonly CapturedSegment[], isOfA: (captured: CapturedSegment) => boolean): Readonly<Record<HostId, Seq>> {
  const base = (isOwn: (captured: CapturedSegment) => boolean) => {
    const own = segments.filter(isOwn);
    const first = own.find(({ segment }) => has(segment.flags, SYN)) ?? own[0];
    const acked = segments.find((one) => !isOwn(one) && has(one.segment.flags, ACK));
    return first?.segment.seq ?? acked?.segment.ack ?? seq(0);
  };
  return { A: base(isOfA), B: base((captured) => !isOfA(captured)) };
}

/** The segments of a conversation with numbers that begin at 0 on either side, as tools show them: everything about them is as before but for where the numbers begin. */
export function relativeSegments(segments: readonly CapturedSegment[], { ends: { A } }: Pick<Conversation, 'ends'>): readonly CapturedSegment[] {
  const isOfA = ({ from }: CapturedSegment) => from.port === A.port && from.address === A.address;
  const from = bases(segments, isOfA);
  return segments.map((captured) => {
    const { segment } = captured;
    const [own, other] = isOfA(captured) ? [from.A, from.B] : [from.B, from.A];
    const less = (number: Seq, base: Seq) => seqAdd(number, 0 - base);
    const { sack } = segment.options;
    const options = sack === undefined ? segment.options : { ...segment.options, sack: sack.map(({ left, right }) => ({ left: less(left, other), right: less(right, other) })) };
    return { ...captured, segment: { ...segment, seq: less(segment.seq, own), ack: has(segment.flags, ACK) ? less(segment.ack, other) : segment.ack, options } };
  });
}
