import { ACK, FIN, RST, SYN, has } from '../tcp/flags.ts';
import { segLen, type Segment } from '../tcp/segment.ts';
import { seqAdd, seqDiff, seqGt, seqMax, type Seq } from '../tcp/seq.ts';

/** What the first pass keeps of one side of a conversation. */
export interface Side {
  segments: number;
  octets: number;
  /** The number of its first SYN or SYN,ACK; null: none seen. */
  iss: Seq | null;
  /** Its SYNs without ACK. */
  syns: number;
  /** Its SYN,ACKs. */
  answers: number;
  /** The highest number after what it has sent; null: nothing seen yet. */
  top: Seq | null;
  /** The highest number that it has acknowledged; null: none. */
  acked: Seq | null;
  /** The number after its FIN; null: none seen. */
  finEnd: Seq | null;
  /** What its FIN was acknowledged by first; `no`: nothing yet. */
  finAcked: 'no' | 'ACK' | 'FIN';
}

/** A side of which nothing has been seen. */
export function newSide(): Side {
  return { segments: 0, octets: 0, iss: null, syns: 0, answers: 0, top: null, acked: null, finEnd: null, finAcked: 'no' };
}

/** Octets of data in a segment that none before it had. */
function fresh({ top }: Side, { seq, flags, length }: Segment): number {
  const end = seqAdd(seq, length + (has(flags, SYN) ? 1 : 0));
  return top === null ? length : Math.max(0, Math.min(length, seqDiff(end, top)));
}

/** Notes a segment of the side. */
export function noteSent(side: Side, segment: Segment): void {
  const { flags, seq } = segment;
  side.segments += 1;
  if (has(flags, RST)) return;
  const end = seqAdd(seq, segLen(segment));
  if (has(flags, SYN)) {
    side.iss ??= seq;
    if (has(flags, ACK)) side.answers += 1;
    else side.syns += 1;
  }
  side.octets += fresh(side, segment);
  side.top = side.top === null ? end : seqMax(side.top, end);
  if (has(flags, FIN) && side.finEnd === null) side.finEnd = end;
}

/** Notes what a segment of the side acknowledges of its peer's. */
export function noteAcked(side: Side, peer: Side, { flags, ack }: Segment): void {
  if (!has(flags, ACK) || has(flags, RST)) return;
  side.acked = side.acked === null ? ack : seqMax(side.acked, ack);
  const { finEnd, finAcked } = peer;
  if (finEnd !== null && finAcked === 'no' && !seqGt(finEnd, ack)) peer.finAcked = has(flags, FIN) ? 'FIN' : 'ACK';
}
