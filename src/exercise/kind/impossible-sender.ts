import type { SegmentPart } from '../../diagram/shown.ts';
import { ACK, FIN, RST, SYN, has } from '../../tcp/flags.ts';
import { segLen, type Segment } from '../../tcp/segment.ts';
import { seqAdd, seqDiff, seqGe, seqGt, seqLe, seqLt, seqMax, type Seq } from '../../tcp/seq.ts';

/** What the past of a host allows and forbids it to send, whatever its TCP is like: numbers null where nothing is known of them. */
export interface Sender {
  /** The number of its SYN; null: it has sent none. */
  readonly iss: Seq | null;
  /** Whether its SYN had the ACK bit. */
  readonly answered: boolean;
  readonly una: Seq;
  /** The first number that it has not used. */
  readonly nxt: Seq;
  /** The next number that it expects; null: nothing has come. */
  readonly expects: Seq | null;
  /** Everything that it has expected before. */
  readonly expected: readonly Seq[];
  /** What has come beyond a hole. */
  readonly beyond: readonly { readonly seq: Seq; readonly end: Seq }[];
  /** The number behind the last octet that its user has handed over. */
  readonly handed: Seq;
  readonly closed: boolean;
  /** Nothing can be said of it any more: it has had to do with a RST, or with another connection. */
  readonly unknown: boolean;
}

/** Why a host sends a segment. */
export interface Occasion {
  /** A timer has expired. */
  readonly byTimer: boolean;
  /** Its state shows that it has taken what came just now. */
  readonly hasTaken: boolean;
}

/** The end of what has come without a hole. */
function joined(expects: Seq, beyond: Sender['beyond']): Seq {
  const next = beyond.find(({ seq, end }) => seqLe(seq, expects) && seqGt(end, expects));
  return next === undefined ? expects : joined(next.end, beyond);
}

/** The sender after a segment has reached it. */
export function afterArrival(sender: Sender, segment: Segment): Sender {
  const { flags, seq, ack } = segment;
  if (has(flags, RST)) return { ...sender, unknown: true };
  const end = seqAdd(seq, segLen(segment));
  const una = has(flags, ACK) && seqLt(sender.una, ack) && seqLe(ack, sender.nxt) ? ack : sender.una;
  // Another connection than the one that is followed.
  if (has(flags, SYN) && sender.expects !== null && seqAdd(seq, 1) !== (sender.expected[0] ?? sender.expects)) return { ...sender, unknown: true };
  // The data of a SYN may be left to come again.
  if (sender.expects === null) return has(flags, SYN) ? { ...sender, una, expects: end, expected: segment.length > 0 ? [seqAdd(seq, 1)] : [] } : { ...sender, una };
  const beyond = segLen(segment) > 0 ? [...sender.beyond, { seq, end }] : sender.beyond;
  const expects = joined(sender.expects, beyond);
  return { ...sender, una, beyond, expects, expected: expects === sender.expects ? sender.expected : [...sender.expected, sender.expects] };
}

/** The sender after it has sent a segment. */
export function afterSending(sender: Sender, segment: Segment): Sender {
  const { flags, seq } = segment;
  if (has(flags, RST)) return { ...sender, unknown: true };
  const end = seqAdd(seq, segLen(segment));
  if (sender.iss !== null || !has(flags, SYN)) return { ...sender, nxt: seqMax(sender.nxt, end) };
  return { ...sender, iss: seq, answered: has(flags, ACK), una: seq, nxt: end, handed: seqAdd(seq, 1 + seqDiff(sender.handed, sender.nxt)) };
}

/** What is wrong with the first segment of a host: it has to be a SYN, with an ACK where a SYN has come. */
function firstMistake({ expects, expected }: Sender, { flags, ack }: Segment): SegmentPart | null {
  if (!has(flags, SYN) || has(flags, ACK) !== (expects !== null)) return 'flags';
  return expects !== null && ack !== expects && !expected.includes(ack) ? 'ack' : null;
}

function synMistake({ iss, una, answered, expects, expected }: Sender, { flags, seq, ack }: Segment): SegmentPart | null {
  if (una !== iss || has(flags, FIN)) return 'flags';
  if (has(flags, ACK) ? expects === null : answered) return 'flags';
  if (seq !== iss) return 'seq';
  return has(flags, ACK) && ack !== expects && !expected.includes(ack) ? 'ack' : null;
}

/** Data and FIN are new, or were sent and have not been acknowledged; a segment without them has SND.NXT, but a probe of a timer, the number before it. */
function fitsNumbers({ iss, una, nxt }: Sender, segment: Segment, byTimer: boolean): boolean {
  const { seq } = segment;
  if (segLen(segment) === 0) return seq === nxt || (byTimer && seq === seqAdd(nxt, -1));
  const first = una === iss ? seqAdd(una, 1) : una;
  return seq === nxt || (seqGe(seq, first) && seqLt(seq, nxt)) || (byTimer && seq === seqAdd(nxt, -1));
}

/**
 * The first part of a segment that no TCP would send with this past; null: one could. Strict only where RFC 9293 is: a first
 * segment is a SYN, every later one has an ACK, no SYN once the own one is acknowledged, ACK = RCV.NXT (or an older one where
 * what has come may have been dropped), SEQ = SND.NXT or not acknowledged, FIN after CLOSE, no more data than was handed over.
 */
export function mistakeIn(sender: Sender, segment: Segment, { byTimer, hasTaken }: Occasion): SegmentPart | null {
  const { flags, seq, ack, length } = segment;
  if (sender.unknown || has(flags, RST)) return null;
  if (sender.iss === null) return firstMistake(sender, segment);
  if (has(flags, SYN)) return synMistake(sender, segment);
  if (!has(flags, ACK) || sender.expects === null || (has(flags, FIN) && !sender.closed)) return 'flags';
  if (ack !== sender.expects && (hasTaken || !sender.expected.includes(ack))) return 'ack';
  if (!fitsNumbers(sender, segment, byTimer)) return 'seq';
  return length > 0 && seqGt(seqAdd(seq, length), sender.handed) ? 'length' : null;
}
