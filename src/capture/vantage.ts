import { ACK, RST, has, type Flags } from '../tcp/flags.ts';
import { segLen, type Segment } from '../tcp/segment.ts';
import { seqAdd, seqGt, seqLe, seqMax, type Seq } from '../tcp/seq.ts';
import { peerOf, type HostId } from '../simulation/scenario.ts';
import { isSyn, type Seen } from './course.ts';
import type { Vantage } from './observed.ts';

/** Nobody sends again by a timer so soon, ms. */
const AGAIN_AFTER = 200;

/** How many segments may wait for their first ACK while answers are timed. */
const WAITING_BOUND = 64;

/** Whether it repeats the number before the next, so that it is answered whatever has come (RFC 9293 §3.8.4, §3.8.6.1). */
function isProbe({ flags, seq, length }: Segment, top: Seq | null): boolean {
  return flags === ACK && length === 0 && top !== null && seqAdd(seq, 1) === top;
}

/**
 * How soon the host answers, at its fastest: ms from a segment to the first one that acknowledges it, as captured; null: it
 * never does. What was sent twice tells nothing (Karn, RFC 6298 §3), unless nothing else tells more.
 */
function fastestAnswer(all: readonly Seen[], host: HostId): number | null {
  let waiting: Seen[] = [];
  let sure: number | null = null;
  let unsure: number | null = null;
  let top: Seq | null = null;
  let before: Segment | null = null;
  let probes = 0;
  // The last of several transmissions that an ACK may answer, and when that came.
  let doubtful: { readonly ack: Seq; readonly flags: Flags; readonly at: number; readonly first: number } | null = null;
  for (const one of all) {
    const { from, segment, at } = one;
    if (from !== host) {
      if (isProbe(segment, top)) probes += 1;
      if (segLen(segment) === 0 || has(segment.flags, RST)) continue;
      // The SYN,ACK of a simultaneous open has the number of the SYN, and what answers it may answer that.
      if (!waiting.some((other) => isSyn(one) && isSyn(other) && other.segment.flags !== segment.flags)) waiting = [...waiting, one].slice(-WAITING_BOUND);
      top = top === null ? one.end : seqMax(top, one.end);
      continue;
    }
    if (!has(segment.flags, ACK) || top === null || seqGt(segment.ack, top)) continue;
    const answered = waiting.filter(({ end }) => seqLe(end, segment.ack));
    const latest = answered.at(-1);
    const [first] = waiting;
    const isDuplicate = segLen(segment) === 0 && before?.ack === segment.ack && before.wnd === segment.wnd;
    before = segment;
    if (latest !== undefined) doubtful = null;
    if (isDuplicate && probes > 0) {
      probes -= 1;
      continue;
    }
    // A duplicate ACK answers something that came behind what is missing (RFC 5681 §2).
    if (latest === undefined && isDuplicate && first !== undefined) sure = Math.min(sure ?? Infinity, Math.max(0, at - first.at));
    if (latest === undefined) {
      // Of so many answers to as many transmissions the last one answers the last.
      if (doubtful !== null && segment.ack === doubtful.ack && segment.flags === doubtful.flags && at - doubtful.first < AGAIN_AFTER) unsure = Math.max(unsure ?? 0, at - doubtful.at);
      continue;
    }
    waiting = waiting.filter((other) => !answered.includes(other));
    const gap = Math.max(0, at - latest.at);
    const isSure = answered.every((other) => other === latest || other.segment.seq !== latest.segment.seq);
    if (isSure) sure = Math.min(sure ?? Infinity, gap);
    else {
      unsure = Math.min(unsure ?? Infinity, gap);
      doubtful = { ack: segment.ack, flags: segment.flags, at: latest.at, first: at };
    }
  }
  return sure ?? unsure;
}

/** Below this share of the round trip, a host's answer has not travelled. */
const AT_HOST = 0.1;

/** Half of an answer's time, ms, cut to whole microseconds: what a host answers never leaves before it came. */
function half(gap: number | null): number {
  return Math.floor((gap ?? 0) * 500) / 1000;
}

/** Where the capture was taken: at the host whose fastest answer takes next to no time, while the other's takes a round trip. */
export function vantageOf(all: readonly Seen[]): Vantage {
  const gaps = { A: fastestAnswer(all, 'A'), B: fastestAnswer(all, 'B') };
  const near = (host: HostId): boolean => {
    const own = gaps[host];
    const other = gaps[peerOf(host)];
    return own !== null && other !== null && own < AT_HOST * (own + other);
  };
  const at = near('A') ? 'A' : near('B') ? 'B' : null;
  const away = (host: HostId): number => (host === at ? 0 : half(gaps[host]));
  return { at, away: { A: away('A'), B: away('B') } };
}
