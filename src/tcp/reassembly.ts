import { seqAdd, seqDiff, seqLe, seqLt, seqMax, type Seq } from './seq.ts';
import type { Beyond } from './tcb.ts';

function endOf(run: Beyond): Seq {
  return seqAdd(run.seq, run.length);
}

function joined(a: Beyond, b: Beyond): Beyond {
  const end = seqMax(endOf(a), endOf(b));
  // A FIN in the midst of data contradicts them: somebody forges, and only a FIN behind everything is one.
  return { seq: a.seq, length: seqDiff(end, a.seq), fin: (a.fin && endOf(a) === end) || (b.fin && endOf(b) === end) };
}

/** Adds a run beyond the hole; runs that touch or overlap become one, ordered by SEQ (RFC 9293 §3.10.7.4, SHLD-31). */
export function kept(beyond: readonly Beyond[], run: Beyond): readonly Beyond[] {
  const before = beyond.filter((other) => seqLt(endOf(other), run.seq));
  const after = beyond.filter((other) => seqLt(endOf(run), other.seq));
  const touching = beyond.filter((other) => !before.includes(other) && !after.includes(other));
  const merged = touching.reduce((all, other) => (seqLe(other.seq, all.seq) ? joined(other, all) : joined(all, other)), run);
  return [...before, merged, ...after];
}

/** What becomes deliverable once everything before `nxt` has come: octets from `nxt` on, whether the FIN follows, what still waits. */
export function released(beyond: readonly Beyond[], nxt: Seq): { readonly length: number; readonly fin: boolean; readonly beyond: readonly Beyond[] } {
  // Runs do not touch, so only the last one that begins at or before `nxt` can reach beyond it.
  const waiting = beyond.filter((run) => seqLt(nxt, run.seq));
  const last = beyond[beyond.length - waiting.length - 1];
  if (last === undefined) return { length: 0, fin: false, beyond };
  return { length: Math.max(0, seqDiff(endOf(last), nxt)), fin: last.fin && seqLe(nxt, endOf(last)), beyond: waiting };
}
