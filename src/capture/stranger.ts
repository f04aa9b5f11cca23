import { ACK, FIN, RST, SYN, flagsOf, has, without } from '../tcp/flags.ts';
import { segLen, type Segment } from '../tcp/segment.ts';
import { seqAdd, seqDiff, seqGe, seqGt, seqLe } from '../tcp/seq.ts';
import type { Flight } from '../simulation/trace.ts';
import type { Fate } from './fates.ts';
import { launch, noteWire, remark, tcbOf, type Watch } from './watch.ts';

/** Whether what the host does next shows that this segment was not its own: it goes on as if it had not sent it. */
export function goesOn(watch: Watch, { seen }: Fate): boolean {
  const { from, segment } = seen;
  const { snd } = tcbOf(watch.hosts, from);
  for (const place of watch.upcoming[from]) {
    const next = watch.fates[place]?.seen;
    if (next === undefined || next === seen || place < seen.index) continue;
    const { flags, seq } = next.segment;
    if (has(flags, RST)) {
      // A RST that takes its number from the answer to this SYN shows that the host has forgotten the connection.
      if (has(segment.flags, SYN)) return false;
      continue;
    }
    if (has(flags, SYN)) return has(segment.flags, SYN) ? next.segment.seq !== segment.seq : false;
    return Math.abs(seqDiff(seq, snd.nxt)) < 0x1000_0000;
  }
  return false;
}

/** What no window reaches, octets. */
const FAR = 0x0100_0000;
const SYN_FIN = flagsOf(SYN, FIN);

/** The clause that says which segments a connection takes. */
export const NOT_ITS_OWN = 'RFC 9293 §3.10.7.4';

/** It leaves as a segment of somebody else's making. */
export function leavesForeign(watch: Watch, fate: Fate, wanted: readonly Segment[]): void {
  const { index } = fate.seen;
  const flight = launch(watch, index, 'injected', 1);
  noteWire(watch, 'injected', flight.id);
  remark(watch, index, { type: 'foreign' }, NOT_ITS_OWN, wanted);
}

/** The flight with the same numbers that has been acknowledged long since; null: there is none. */
export function oldOf(watch: Watch, { seen }: Fate): Flight | null {
  const { from, segment, end } = seen;
  const { snd, state } = tcbOf(watch.hosts, from);
  if (segLen(segment) === 0 || has(segment.flags, RST) || (state !== 'CLOSED' && seqGt(end, snd.una))) return null;
  const bits = without(segment.flags, without(segment.flags, SYN_FIN));
  const isSame = (one: Flight): boolean => one.from === from && one.segment.seq === segment.seq && one.segment.length === segment.length && without(one.segment.flags, without(one.segment.flags, SYN_FIN)) === bits;
  return watch.flights.find(isSame) ?? null;
}

/** It leaves as a late copy of an older one. */
export function leavesOld(watch: Watch, { seen: { index } }: Fate, older: Flight): void {
  const flight = launch(watch, index, 'copy', 1, older.id);
  noteWire(watch, 'copied', flight.id);
  const place = [...watch.flightOf].find(([, id]) => id === older.id)?.[0];
  remark(watch, index, { type: 'old duplicate', of: watch.fates[place ?? -1]?.seen.captured.frame ?? 0 }, 'RFC 9293 §3.4.3');
}

/** Whether the numbers of a segment have nothing to do with its connection. */
export function isForeign(watch: Watch, fate: Fate): boolean {
  const { from, to, segment } = fate.seen;
  const { flags, seq, ack } = segment;
  const tcb = tcbOf(watch.hosts, from);
  const peer = tcbOf(watch.hosts, to);
  if (tcb.state === 'CLOSED' || tcb.state === 'LISTEN') return true;
  if (has(flags, RST)) return seq !== tcb.snd.nxt || goesOn(watch, fate);
  if (has(flags, SYN)) return tcb.state !== 'SYN-SENT' || seq !== tcb.iss;
  if (tcb.state === 'SYN-SENT') return true;
  const known = peer.state !== 'CLOSED' && peer.state !== 'LISTEN';
  if (known && has(flags, ACK) && seqGt(ack, peer.snd.nxt) && !isConfirmed(watch, fate)) return true;
  if (seqDiff(seq, tcb.snd.nxt) > FAR) return true;
  // Octets that were acknowledged long ago, and are not in the queue any more.
  return segLen(segment) > 0 && seqLe(seqAdd(seq, segLen(segment)), tcb.snd.una) && !wasSent(watch, fate);
}

/** Whether the other side goes on behind what this segment acknowledges, though nobody captured that: then it sent it. */
function isConfirmed(watch: Watch, { seen }: Fate): boolean {
  const { to, segment } = seen;
  if (seqDiff(segment.ack, tcbOf(watch.hosts, to).snd.nxt) > FAR) return false;
  const later = watch.upcoming[to].map((place) => watch.fates[place]?.seen.segment).filter((one) => one !== undefined);
  const own = later.filter((one) => !has(one.flags, RST));
  return own.length === 0 ? later.length === 0 : own.some((one) => seqGe(one.seq, segment.ack));
}

function wasSent(watch: Watch, { seen }: Fate): boolean {
  return watch.flights.some(({ from, segment }) => from === seen.from && seqLe(segment.seq, seen.segment.seq) && seqGe(seqAdd(segment.seq, segLen(segment)), seen.end));
}

