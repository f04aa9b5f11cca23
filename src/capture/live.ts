import { ACK, RST, SYN, has } from '../tcp/flags.ts';
import type { Segment } from '../tcp/segment.ts';
import { seqAdd, seqGe, seqLe } from '../tcp/seq.ts';
import type { HostId } from '../simulation/scenario.ts';
import type { CapturedSegment, Endpoint } from '../wire/packet/captured-segment.ts';
import type { Conversation, Place } from './conversation.ts';
import type { Ending, Happened, Opening } from './happened.ts';
import { newSide, noteAcked, noteSent, type Side } from './side.ts';

/** Which of the two sides: 0 sent the first segment that was captured. */
type Which = 0 | 1;

/** A conversation in the making: a few numbers, however long it is. */
export interface Live {
  readonly number: number;
  readonly ends: readonly [Endpoint, Endpoint];
  readonly sides: readonly [Side, Side];
  readonly first: Place;
  last: Place;
  faulty: number;
  /** Whether the third segment of the handshake was seen. */
  shaken: boolean;
  bothFins: boolean;
  /** Whether each side sent its FIN before it acknowledged the other's. */
  crossed: boolean;
  /** The side whose FIN came first; null: none yet. */
  finBy: Which | null;
  reset: { readonly by: Which; readonly at: number; /** Whether it answered a SYN. */ readonly refuses: boolean } | null;
}

/** A conversation that begins with this segment. */
export function begun(number: number, { from, to, frame, at }: CapturedSegment, offset: number): Live {
  const place = { frame, offset, at };
  return { number, ends: [from, to], sides: [newSide(), newSide()], first: place, last: place, faulty: 0, shaken: false, bothFins: false, crossed: false, finBy: null, reset: null };
}

/** Whether a segment between these endpoints is of side 0. */
export function isFirst({ ends: [first, second] }: Live, from: Endpoint, to: Endpoint): boolean {
  if (from.port !== first.port || to.port !== second.port) return false;
  return from.address === first.address && to.address === second.address;
}

/** Whether only SYNs of one side have been seen. */
export function isBare({ sides: [one, other] }: Live): boolean {
  return other.segments === 0 && one.segments === one.syns;
}

/** Whether this SYN begins another connection between the same endpoints. */
export function beginsAnew(live: Live, which: Which, { flags, seq }: Segment): boolean {
  if (!has(flags, SYN) || has(flags, ACK)) return false;
  const { reset, sides } = live;
  const over = reset !== null || (sides[0].finEnd !== null && sides[1].finEnd !== null);
  return over && sides[which].iss !== seq;
}

/** Whether a RST ends the connection: its number is one that the peer may expect next (RFC 9293 §3.10.7.4), or it answers the SYN (§3.10.7.3). */
function ends(own: Side, peer: Side, segment: Segment): { readonly refuses: boolean } | null {
  const { flags, seq, ack } = segment;
  if (own.iss === null && peer.syns > 0) {
    const answers = has(flags, ACK) && peer.iss !== null && peer.top !== null && seqGe(ack, seqAdd(peer.iss, 1)) && seqLe(ack, peer.top);
    return answers ? { refuses: true } : null;
  }
  // A side that has only been heard from in the middle may say anything.
  if (own.top === null || peer.acked === null) return own.top === null || seqLe(seq, own.top) ? { refuses: false } : null;
  return seqGe(seq, peer.acked) && seqLe(seq, own.top) ? { refuses: false } : null;
}

/** Notes one more segment of a conversation; `which`: who sent it. */
export function note(live: Live, which: Which, { segment, frame, at, faults }: CapturedSegment, offset: number): void {
  const own = live.sides[which];
  const peer = live.sides[which === 0 ? 1 : 0];
  live.last = { frame, offset, at };
  if (faults.length > 0) live.faulty += 1;
  const { flags } = segment;
  if (has(flags, RST) && live.reset === null) {
    const ended = ends(own, peer, segment);
    if (ended !== null) live.reset = { by: which, at, refuses: ended.refuses };
  }
  noteSent(own, segment);
  noteAcked(own, peer, segment);
  if (live.finBy === null && own.finEnd !== null) live.finBy = which;
  if (own.finEnd !== null && peer.finEnd !== null && !live.bothFins) {
    live.bothFins = true;
    live.crossed = own.finAcked === 'no' && peer.finAcked === 'no';
  }
  if (!live.shaken && has(flags, ACK) && !has(flags, SYN) && !has(flags, RST)) live.shaken = acknowledgesAnswer(peer, segment);
}

/** Whether it is the third segment of a handshake, or what stands for it. */
function acknowledgesAnswer({ answers, iss, top }: Side, { ack }: Segment): boolean {
  return answers > 0 && iss !== null && top !== null && seqGe(ack, seqAdd(iss, 1)) && seqLe(ack, top);
}

/** Who is A: the opener, as far as it can be told. */
function opener({ ends: [first, second], sides: [one, other] }: Live): Which {
  if (one.syns > 0) return 0;
  if (other.syns > 0) return 1;
  if (one.answers > 0) return 1;
  if (other.answers > 0) return 0;
  return first.port >= second.port ? 0 : 1;
}

function openingOf({ reset, shaken }: Live, a: Side, b: Side): Opening {
  if (a.syns === 0 && a.answers === 0 && b.answers === 0) return { type: 'before' };
  if (a.syns > 0 && b.syns > 0) return { type: 'simultaneous' };
  if (shaken) return { type: 'handshake' };
  if (b.answers > 0) return { type: 'half-open', answers: b.answers };
  return reset?.refuses === true ? { type: 'refused', tries: a.syns } : { type: 'unanswered', tries: a.syns };
}

function endingOf({ reset, first, finBy, sides, crossed }: Live, name: (which: Which) => HostId): Ending {
  if (reset !== null) return { type: 'reset', by: name(reset.by), after: Math.max(0, reset.at - first.at) };
  if (finBy === null) return { type: 'none' };
  const by = name(finBy);
  const own = sides[finBy];
  const peer = sides[finBy === 0 ? 1 : 0];
  if (peer.finEnd === null) return { type: 'half-closed', by, acknowledged: own.finAcked !== 'no' };
  if (own.finAcked === 'no' || peer.finAcked === 'no') return { type: 'closing', by };
  if (crossed) return { type: 'closed simultaneously' };
  return { type: 'closed', by, segments: own.finAcked === 'FIN' ? 3 : 4 };
}

/** The conversation as far as it has come. */
export function summary(live: Live): Conversation {
  const a = opener(live);
  const b = a === 0 ? 1 : 0;
  const name = (which: Which): HostId => (which === a ? 'A' : 'B');
  const { number, ends: both, sides, first, last, faulty } = live;
  const happened: Happened = { opening: openingOf(live, sides[a], sides[b]), ending: endingOf(live, name) };
  return {
    number,
    ends: { A: both[a], B: both[b] },
    segments: { A: sides[a].segments, B: sides[b].segments },
    octets: { A: sides[a].octets, B: sides[b].octets },
    first,
    last,
    faulty,
    happened,
  };
}
