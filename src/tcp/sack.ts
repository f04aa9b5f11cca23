import type { SackBlock } from './option.ts';
import { seq, seqAdd, seqLe, seqLt, seqMax, type Seq } from './seq.ts';
import type { Tcb } from './tcb.ts';

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

/** The SACK blocks to send beside `length` octets of data: the run that the latest segment belongs to first, then the others from the left (RFC 2018 §4). */
export function sackBlocks(tcb: Tcb, length: number): readonly SackBlock[] {
  const { rcv, snd } = tcb;
  const runs = rcv.beyond.map((run): SackBlock => ({ left: run.seq, right: seqAdd(run.seq, run.length + (run.fin ? 1 : 0)) }));
  const { latest } = rcv;
  const first = latest === null ? [] : runs.filter((run) => seqLe(run.left, latest) && seqLt(latest, run.right));
  // A segment that was sent before there were blocks keeps its length: they give way.
  const fitting = length === 0 ? most(tcb) : Math.min(most(tcb), Math.max(0, Math.floor((snd.mss - length - HEAD) / BLOCK)));
  return [...first, ...runs.filter((run) => !first.includes(run))].slice(0, fitting);
}

/** The octets of data that a segment to the peer may carry now, 1 or more: its options, the SACK blocks too, take their share of Eff.snd.MSS (RFC 9293 §3.7.1, MUST-16). */
export function segmentRoom(tcb: Tcb): number {
  const blocks = tcb.agreed.sack ? Math.min(most(tcb), tcb.rcv.beyond.length) : 0;
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
