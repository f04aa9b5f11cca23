import type { SackBlock } from './option.ts';
import type { Segment } from './segment.ts';
import { seq, seqAdd, seqLe, seqLt, seqMax, seqMin, type Seq } from './seq.ts';
import type { Beyond, Tcb } from './tcb.ts';

/** Blocks that fit beside timestamps, and without them (RFC 2018 §3). */
const WITH_TIMESTAMPS = 3;
const ALONE = 4;

/** Octets that an option takes for itself, padding counted, and for each block (RFC 2018 §3). */
const HEAD = 4;
const BLOCK = 8;

/** How many blocks an option may have on this connection. */
function most({ agreed }: Tcb): number {
  return agreed.ts === null ? ALONE : WITH_TIMESTAMPS;
}

function holds({ left, right }: SackBlock, at: Seq): boolean {
  return seqLe(left, at) && seqLt(at, right);
}

function blockOf(run: Beyond): SackBlock {
  return { left: run.seq, right: seqAdd(run.seq, run.length + (run.fin ? 1 : 0)) };
}

/** The runs in the order in which they are reported, after one that holds `at` has grown (RFC 2018 §4). */
export function reportedAfter(reported: readonly Seq[], beyond: readonly Beyond[], at: Seq): readonly Seq[] {
  const grown = beyond.map(blockOf).find((block) => holds(block, at));
  return [at, ...reported.filter((other) => grown === undefined || !holds(grown, other))];
}

/** The first octets of a segment that have come before, in order or beyond a hole (RFC 2883 §4); null: none. */
export function duplicateIn({ rcv }: Tcb, { seq: from, length }: Segment): SackBlock | null {
  const to = seqAdd(from, length);
  if (seqLt(from, rcv.nxt)) return { left: from, right: seqMin(to, rcv.nxt) };
  const again = rcv.beyond.find((run) => seqLt(run.seq, to) && seqLt(from, seqAdd(run.seq, run.length)));
  return again === undefined ? null : { left: seqMax(from, again.seq), right: seqMin(to, seqAdd(again.seq, again.length)) };
}

/** The SACK blocks to send beside `length` octets of data: what came twice first (RFC 2883 §4), then the runs, the one that grew last first (RFC 2018 §4). */
export function sackBlocks(tcb: Tcb, length: number): readonly SackBlock[] {
  const { rcv, snd } = tcb;
  const runs = rcv.beyond.map(blockOf);
  const recent = rcv.reported.flatMap((at) => runs.find((run) => holds(run, at)) ?? []);
  const twice = rcv.duplicate === null ? [] : [rcv.duplicate];
  // A segment that was sent before there were blocks keeps its length: they give way.
  const fitting = length === 0 ? most(tcb) : Math.min(most(tcb), Math.max(0, Math.floor((snd.mss - length - HEAD) / BLOCK)));
  return [...twice, ...recent, ...runs.filter((run) => !recent.includes(run))].slice(0, fitting);
}

/** The octets of data that a segment to the peer may carry now, 1 or more: its options, the SACK blocks too, take their share of Eff.snd.MSS (RFC 9293 §3.7.1, MUST-16). */
export function segmentRoom(tcb: Tcb): number {
  const blocks = tcb.agreed.sack ? Math.min(most(tcb), tcb.rcv.beyond.length + (tcb.rcv.duplicate === null ? 0 : 1)) : 0;
  return blocks === 0 ? tcb.snd.mss : Math.max(1, tcb.snd.mss - HEAD - BLOCK * blocks);
}

/** A block merged into others; they stay in order and do not touch. */
function merged(blocks: readonly SackBlock[], block: SackBlock): readonly SackBlock[] {
  const before = blocks.filter((other) => seqLt(other.right, block.left));
  const after = blocks.filter((other) => seqLt(block.right, other.left));
  const touching = blocks.filter((other) => !before.includes(other) && !after.includes(other));
  const all = touching.reduce<SackBlock>(
    (one, other) => ({ left: seqLt(other.left, one.left) ? other.left : one.left, right: seqMax(one.right, other.right) }),
    block,
  );
  return [...before, all, ...after];
}

/** What is known to be received beyond SND.UNA, after more blocks; what cannot be (outside SND.UNA…SND.NXT) is ignored. */
export function sackedAfter(known: readonly SackBlock[], reported: readonly SackBlock[], una: Seq, nxt: Seq): readonly SackBlock[] {
  // Each edge is judged by its distance from SND.UNA: a block may be as long as half the sequence space and more, and then compares as it likes.
  const beyond = (at: Seq) => seq(at - una);
  const valid = reported.filter(({ left, right }) => beyond(left) > 0 && beyond(left) < beyond(right) && beyond(right) <= beyond(nxt));
  return valid.reduce(merged, known);
}

/** Whether the octets from `from` to before `to` are all reported. */
export function isSacked(sacked: readonly SackBlock[], from: Seq, to: Seq): boolean {
  return sacked.some(({ left, right }) => seqLe(left, from) && seqLe(to, right));
}
