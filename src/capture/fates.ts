import { ACK, FIN, RST, SYN, has } from '../tcp/flags.ts';
import { segLen } from '../tcp/segment.ts';
import { seqAdd, seqGe, seqGt, seqLe, seqLt } from '../tcp/seq.ts';
import type { HostId } from '../simulation/scenario.ts';
import { isSyn, type Seen } from './course.ts';
import type { Vantage } from './observed.ts';

/** What became of a captured segment, as far as the rest of the conversation shows it. */
export interface Fate {
  readonly seen: Seen;
  /** When it left its host, ms. */
  readonly leaves: number;
  /** When it reached the other, ms. */
  readonly arrives: number;
  /** `unknown`: nothing shows whether it arrived. */
  readonly fate: 'delivered' | 'lost' | 'unheeded' | 'unknown';
  /** The place of the segment that shows that it was lost; null: none. */
  readonly again: number | null;
  /** How much later than others it arrived, ms, and the place of the segment that shows it; null: it did not. */
  readonly delayed: { readonly by: number; readonly answered: number } | null;
  /** The place of the segment that overtook it; null: none did. */
  readonly overtakenBy: number | null;
  /** The place of the segment that it is a copy of, made by the network or the capture; null: none. */
  readonly copyOf: number | null;
}

/** How far ahead the evidence of a loss is looked for: segments. */
const HORIZON = 400;
/** A retransmission takes at least so long, ms, where no duplicate ACK asks for it: half of the least RTO of the systems that are known. */
const COPY_WITHIN = 100;
/** By how much of a one-way delay, and of ms, a segment may be late without that showing anything. */
const JITTER = { share: 0.25, ms: 2 };

const micros = (ms: number): number => Math.round(ms * 1000) / 1000;

function isData({ segment }: Seen): boolean {
  return segLen(segment) > 0 && !has(segment.flags, RST);
}

function isSame(one: Seen, other: Seen): boolean {
  const { seq, ack, flags, length, wnd, options } = one.segment;
  const that = other.segment;
  return one.from === other.from && seq === that.seq && ack === that.ack && flags === that.flags && length === that.length && wnd === that.wnd && options.ts?.val === that.options.ts?.val;
}

/**
 * The segment of which this is a copy: the same in everything, just before it, and nothing between them that asked for it.
 * `twice`: the capture has everything twice; else a SYN,ACK may have been sent again for a SYN, and an ACK for anything.
 */
function original(all: readonly Seen[], seen: Seen, twice: boolean): Seen | null {
  const { flags } = seen.segment;
  if (!twice && (!isData(seen) || (has(flags, SYN) && has(flags, ACK)))) return null;
  for (let at = seen.index - 1; at >= 0; at -= 1) {
    const other = all[at];
    if (other === undefined || seen.at - other.at > COPY_WITHIN) return null;
    if (isSame(other, seen)) return other;
    // After a RST of its own a host may open again at once.
    if (other.from === seen.from && has(other.segment.flags, RST)) return null;
    // An ACK may have asked for it.
    if (!twice && other.from !== seen.from && has(other.segment.flags, ACK) && other.segment.ack === seen.segment.seq) return null;
  }
  return null;
}

/** Below this share of a round trip nobody can have asked for it again. */
const TOO_SOON = 0.9;
/** How long before what overtook it a segment is taken to have left, ms. */
const JUST_BEFORE = 0.001;

/** The first segment that overtook this one: its octets come before those of that one, were never seen before, and come too soon to be sent again. */
function overtaker(all: readonly Seen[], seen: Seen, oneWay: number): Seen | null {
  if (seen.segment.length === 0) return null;
  let by: Seen | null = null;
  for (let at = seen.index - 1; at >= Math.max(0, seen.index - HORIZON); at -= 1) {
    const other = all[at];
    if (other?.from !== seen.from || !isData(other) || seqLe(other.end, seen.segment.seq)) continue;
    if (seqLt(other.segment.seq, seen.end) || seen.at - other.at > 2 * oneWay * TOO_SOON) return null;
    by = other;
  }
  return by;
}

function reports({ segment }: Seen, one: Seen): boolean {
  if (has(segment.flags, ACK) && !has(segment.flags, RST) && seqGe(segment.ack, one.end)) return true;
  return segment.options.sack?.some(({ left, right }) => seqLe(left, one.segment.seq) && seqGe(right, one.end)) === true;
}

/** Whether it carries everything that `one` did once more. */
function repeats(seen: Seen, one: Seen): boolean {
  const { segment, end } = seen;
  if (!isData(seen) || (segment.flags & SYN) !== (one.segment.flags & SYN)) return false;
  // The SYN,ACK of a simultaneous open is no second SYN.
  if (has(segment.flags, SYN)) return segment.seq === one.segment.seq && has(segment.flags, ACK) === has(one.segment.flags, ACK);
  if (!has(one.segment.flags, FIN) && one.segment.length === 0) return false;
  return seqLe(segment.seq, one.segment.seq) && seqGe(end, one.end);
}

/** The segments that duplicate ACKs show to have arrived: each of these says that something came behind what is missing (RFC 5681 §2). */
function shownByDuplicates(all: readonly Seen[], { away }: Vantage): ReadonlySet<number> {
  const shown = new Set<number>();
  const last: Record<HostId, Seen | null> = { A: null, B: null };
  const open: Record<HostId, Seen[]> = { A: [], B: [] };
  for (const one of all) {
    const { from, to, segment } = one;
    if (isData(one)) open[from].push(one);
    if (!has(segment.flags, ACK) || has(segment.flags, RST)) continue;
    open[to] = open[to].filter(({ end }) => seqGt(end, segment.ack));
    const isDuplicate = segLen(segment) === 0 && last[from]?.segment.ack === segment.ack && last[from].segment.wnd === segment.wnd;
    const [block] = segment.options.sack ?? [];
    const isMeant = ({ end, segment: { seq } }: Seen): boolean => block === undefined || (seqGe(seq, block.left) && seqLe(end, block.right));
    const came = isDuplicate ? open[to].find((other) => seqGt(other.segment.seq, segment.ack) && isMeant(other) && !shown.has(other.index) && micros(other.at + away[from]) <= micros(one.at - away[from])) : undefined;
    if (came !== undefined) shown.add(came.index);
    last[from] = one;
  }
  return shown;
}

/** The share of segments that have a double where each was captured twice, e.g. at both ends of a bridge: some may be lost between. */
const MOST = 0.8;

/** Whether the capture has everything twice: its SYN, which is never sent again so soon, and most of the rest. */
function isCapturedTwice(all: readonly Seen[]): boolean {
  if (!all.some((seen) => isSyn(seen) && original(all, seen, false) !== null)) return false;
  const doubled = new Set<number>();
  for (const seen of all) {
    const other = original(all, seen, true);
    if (other !== null) doubled.add(seen.index).add(other.index);
  }
  return doubled.size >= MOST * all.length;
}

/** What the rest of the conversation shows about each segment. */
export function fatesOf(all: readonly Seen[], vantage: Vantage): readonly Fate[] {
  const { away, at } = vantage;
  const twice = isCapturedTwice(all);
  const copies = all.map((seen) => original(all, seen, twice));
  const whole = away.A + away.B;
  const duplicates = shownByDuplicates(all, vantage);
  const slack = JITTER.ms + JITTER.share * whole;

  function dataFate(one: Seen): Pick<Fate, 'fate' | 'again'> {
    if (duplicates.has(one.index)) return { fate: 'delivered', again: null };
    let again: Seen | null = null;
    for (const later of all.slice(one.index + 1, one.index + HORIZON)) {
      if (later.from === one.from) {
        if (again === null && copies[later.index] === null && repeats(later, one)) again = later;
        continue;
      }
      if (micros(later.at - away[later.from]) < micros(one.at + away[one.to])) continue;
      if (reports(later, one)) {
        // An ACK sooner than a round trip after the second transmission answers the first one.
        if (again === null || later.at - again.at < 2 * away[one.to] - slack) return { fate: 'delivered', again: null };
        return { fate: 'lost', again: again.index };
      }
      if (has(later.segment.flags, RST)) return again === null ? { fate: 'delivered', again: null } : { fate: 'lost', again: again.index };
    }
    return again === null ? { fate: 'unknown', again: null } : { fate: 'lost', again: again.index };
  }

  /** An ACK after which the other side sends again what it acknowledges. */
  function ackFate(one: Seen): Pick<Fate, 'fate' | 'again'> {
    const { flags, ack } = one.segment;
    if (!has(flags, ACK) || has(flags, RST)) return { fate: 'delivered', again: null };
    for (const later of all.slice(one.index + 1, one.index + HORIZON)) {
      if (later.from === one.from || !isData(later) || copies[later.index] !== null) continue;
      if (later.at - away[later.from] < one.at + away[one.to] + slack) continue;
      // An older SYN than what is acknowledged by now is a stray, and asks for nothing.
      if (has(later.segment.flags, SYN) && later.end !== ack) continue;
      const isAgain = all.slice(Math.max(0, one.index - HORIZON), one.index).some((earlier) => earlier.from === later.from && repeats(later, earlier));
      if (isAgain && seqLe(later.end, ack) && !seqLt(later.segment.seq, seqAdd(ack, -0x4000_0000))) return { fate: 'unheeded', again: later.index };
      if (seqGt(later.end, ack)) return { fate: 'delivered', again: null };
    }
    return { fate: 'delivered', again: null };
  }

  return all.map((seen) => {
    const { from, to, index } = seen;
    const by = overtaker(all, seen, whole);
    const copyOf = copies[index]?.index ?? null;
    const leaves = micros((by?.at ?? seen.at) - away[from] - (by === null ? 0 : JUST_BEFORE));
    const times = { seen, leaves, arrives: micros(seen.at - away[from] + whole), copyOf, overtakenBy: by?.index ?? null, delayed: null };
    if (isData(seen)) {
      if (at === to) return { ...times, fate: 'delivered', again: null };
      return { ...times, ...dataFate(seen) };
    }
    return { ...times, ...ackFate(seen) };
  });
}
