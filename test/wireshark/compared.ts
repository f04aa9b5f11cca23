import { findingsOf, type Finding } from '../../src/narration/findings.ts';
import { segmentText } from '../../src/narration/segment-text.ts';
import type { HostId } from '../../src/simulation/scenario.ts';
import type { Trace } from '../../src/simulation/trace.ts';
import { captureOf } from '../../src/wire/capture-of.ts';
import { DIFFERENCES, SAME, type Difference, type Seen } from './differences.ts';

/** What Wireshark finds by itself, as far as we find it too: TCP Fast Open it recognizes by options, which are compared one by one. */
const COMPARED: ReadonlySet<string> = new Set(Object.values(SAME).flatMap((name) => name ?? []));

/** What is said of all segments of a capture. */
export interface Comparison {
  /** How many findings both have. */
  readonly agreed: number;
  /** The differences that the table explains. */
  readonly explained: readonly Difference[];
  /** Those that nothing explains, for people. */
  readonly unexplained: readonly string[];
}

/** Wireshark's findings on one segment; what is fast, or spurious, it also calls a retransmission, which is then not said twice. */
function specific(theirs: readonly string[]): readonly string[] {
  const isMore = theirs.some((name) => name === 'fast_retransmission' || name === 'spurious_retransmission');
  return theirs.filter((name) => COMPARED.has(name) && !(isMore && name === 'retransmission'));
}

/** Whether we say what Wireshark says: a retransmission that brings nothing new, or a copy, is a spurious one. */
function isAlike(finding: Finding, name: string): boolean {
  return SAME[finding] === name || (name === 'spurious_retransmission' && (finding === 'retransmission' || finding === 'copy'));
}

/** The differences that explain what one side says of a segment and the other does not, and what is left. */
function explain(seen: Seen, ours: readonly Finding[], theirs: readonly string[]): { readonly by: readonly Difference[]; readonly left: readonly string[] } {
  const by: Difference[] = [];
  const mine = new Set<Finding | null>(ours);
  const yours = new Set<string | null>(theirs);
  // What replaces a name by another comes first.
  const kinds = DIFFERENCES.toSorted((one, two) => Number(two.ours !== null && two.theirs !== null) - Number(one.ours !== null && one.theirs !== null));
  for (const difference of kinds) {
    const applies = (difference.ours === null || mine.has(difference.ours)) && (difference.theirs === null || yours.has(difference.theirs));
    if (!applies || !difference.holds(seen)) continue;
    by.push(difference);
    mine.delete(difference.ours);
    yours.delete(difference.theirs);
  }
  return { by, left: [...mine, ...yours].filter((name) => name !== null) };
}

/** A frame of a capture, as we know it. */
export interface KnownFrame {
  /** From 1. */
  readonly number: number;
  readonly seen: Seen;
}

/** The frames of the capture of a run at one of its hosts. */
export function framesOf(trace: Trace, view: HostId): readonly KnownFrame[] {
  const capture = captureOf(trace, view);
  return capture.map((one, place) => ({ number: place + 1, seen: { trace, one, before: capture.slice(0, place).filter(({ flight }) => flight.connection === one.flight.connection), hasOlder: false } }));
}

/** Holds what we find in the frames of a capture against what Wireshark finds. */
export function compare(frames: readonly KnownFrame[], judged: ReadonlyMap<string, readonly number[]>): Comparison {
  let agreed = 0;
  const explained: Difference[] = [];
  const unexplained: string[] = [];
  for (const { number, seen } of frames) {
    const ours = findingsOf(seen.trace)(seen.one);
    const theirs = specific([...judged].flatMap(([name, numbers]) => (numbers.includes(number) ? [name] : [])));
    const mine = ours.filter((finding) => !theirs.some((name) => isAlike(finding, name)));
    const yours = theirs.filter((name) => !ours.some((finding) => isAlike(finding, name)));
    agreed += theirs.length - yours.length;
    const { by, left } = explain(seen, mine, yours);
    explained.push(...by);
    // That nothing names somebody else's segment is no difference, unless it is taken for another's.
    const open = left.filter((name) => name !== 'forged');
    if (open.length > 0) unexplained.push(`frame ${String(number)}, ${seen.one.way} ${segmentText(seen.one.flight.segment)}: ours ${ours.join()}; theirs ${theirs.join()}; open ${open.join()}`);
  }
  return { agreed, explained, unexplained };
}
