import type { SackBlock } from './option.ts';
import { seqAdd, seqLe, seqLt, seqMax, type Seq } from './seq.ts';
import type { Tcb } from './tcb.ts';

/** Blocks that fit beside timestamps, and without them (RFC 2018 §3). */
const WITH_TIMESTAMPS = 3;
const ALONE = 4;

/** The SACK blocks to send: the run that the latest segment belongs to first, then the others from the left (RFC 2018 §4). */
export function sackBlocks({ rcv, agreed }: Tcb): readonly SackBlock[] {
  const runs = rcv.beyond.map((run): SackBlock => ({ left: run.seq, right: seqAdd(run.seq, run.length + (run.fin ? 1 : 0)) }));
  const { latest } = rcv;
  const first = latest === null ? [] : runs.filter((run) => seqLe(run.left, latest) && seqLt(latest, run.right));
  return [...first, ...runs.filter((run) => !first.includes(run))].slice(0, agreed.ts === null ? ALONE : WITH_TIMESTAMPS);
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
  const valid = reported.filter(({ left, right }) => seqLt(left, right) && seqLt(una, left) && seqLe(right, nxt));
  return valid.reduce(merged, known.filter(({ right }) => seqLt(una, right)));
}

/** Whether the octets from `from` to before `to` are all reported. */
export function isSacked(sacked: readonly SackBlock[], from: Seq, to: Seq): boolean {
  return sacked.some(({ left, right }) => seqLe(left, from) && seqLe(to, right));
}
