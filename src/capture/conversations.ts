import type { CapturedSegment, Endpoint } from '../wire/packet/captured-segment.ts';
import type { Conversation } from './conversation.ts';
import { beginsAnew, begun, isBare, isFirst, note, summary, type Live } from './live.ts';

/** How many conversations are kept where nobody says otherwise. */
export const CONVERSATION_BOUND = 10_000;

/** What was not kept, because there were more conversations than the bound. */
export interface Dropped {
  /** Conversations that consist of unanswered SYNs alone, which made room for others. */
  readonly unanswered: number;
  /** Segments of conversations for which there was no room. */
  readonly segments: number;
}

/** The conversations of a capture, found in one pass. */
export interface Conversations {
  /** Takes the next segment; `offset`: octets from the beginning of the file to its frame's record. Costs the same however many there were. */
  readonly add: (captured: CapturedSegment, offset: number) => void;
  /** How many have been found so far. */
  readonly count: () => number;
  /** What has been found so far, by number. */
  readonly list: () => readonly Conversation[];
  readonly dropped: () => Dropped;
}

const nameOf = (from: Endpoint, to: Endpoint): string => `${from.address} ${from.port} ${to.address} ${to.port}`;

/** Whether a segment is of a conversation: its endpoints, and its frame not before the first nor after the last. */
export function isOf({ ends: { A, B }, first, last }: Conversation, { from, to, frame }: CapturedSegment): boolean {
  if (frame < first.frame || frame > last.frame) return false;
  const forth = from.port === A.port && to.port === B.port && from.address === A.address && to.address === B.address;
  return forth || (from.port === B.port && to.port === A.port && from.address === B.address && to.address === A.address);
}

/** Collects the conversations of a capture, at most `bound` of them: memory does not grow with the capture. A flood of SYNs takes nobody's room. */
export function conversations(bound = CONVERSATION_BOUND): Conversations {
  /** The latest conversation between two endpoints, by the names of both directions. */
  const latest = new Map<string, Live>();
  const kept = new Map<number, Live>();
  /** Those of unanswered SYNs alone, the oldest first: they make room where there is none. */
  const bare = new Map<number, Live>();
  /** Goes on where it was, and what it gives is forgotten: to look for the oldest from the beginning would pass over all that have gone before it. Not asked while there is none, which would end it. */
  const byAge = bare.values();
  let next = 0;
  let unanswered = 0;
  let segments = 0;
  let last: Live | null = null;

  function found(from: Endpoint, to: Endpoint): Live | null {
    if (last !== null && (isFirst(last, from, to) || isFirst(last, to, from))) return last;
    return latest.get(nameOf(from, to)) ?? latest.get(nameOf(to, from)) ?? null;
  }

  function forget(live: Live): void {
    kept.delete(live.number);
    bare.delete(live.number);
    const name = nameOf(...live.ends);
    if (latest.get(name) === live) latest.delete(name);
    if (last === live) last = null;
  }

  function oldestBare(): Live | null {
    return bare.size === 0 ? null : (byAge.next().value ?? null);
  }

  function hasRoom(): boolean {
    if (kept.size < bound) return true;
    // The oldest, for the others may yet be answered.
    const oldest = oldestBare();
    if (oldest === null) {
      segments += 1;
      return false;
    }
    unanswered += 1;
    forget(oldest);
    return true;
  }

  return {
    add(captured, offset) {
      const { from, to, segment } = captured;
      let live = found(from, to);
      if (live !== null && beginsAnew(live, isFirst(live, from, to) ? 0 : 1, segment)) live = null;
      if (live === null) {
        if (!hasRoom()) return;
        live = begun(next, captured, offset);
        next += 1;
        kept.set(live.number, live);
        latest.delete(nameOf(to, from));
        latest.set(nameOf(from, to), live);
      }
      note(live, isFirst(live, from, to) ? 0 : 1, captured, offset);
      if (isBare(live)) bare.set(live.number, live);
      else bare.delete(live.number);
      last = live;
    },
    count: () => kept.size,
    list: () => Array.from(kept.values(), summary),
    dropped: () => ({ unanswered, segments }),
  };
}
