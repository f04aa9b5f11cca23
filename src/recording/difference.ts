import { flagsText } from './recorded-segment.ts';
import { flowKey, flowOf, sideOf } from './flow.ts';
import type { Sent } from './play.ts';
import type { Replayed } from './replay.ts';
import type { Recorded, Recording, Side } from './recording.ts';

/** A segment as both ladders write it; the numbers relative to the first of their direction, as the recording has them. */
export interface Rung {
  /** ms since the recording's first segment. */
  readonly at: number;
  readonly from: Side;
  readonly flags: string;
  readonly seq: number;
  /** null: the segment has no ACK. */
  readonly ack: number | null;
  readonly length: number;
}

/** Where the two ladders part: what was recorded there and what the engine sent; null: nothing more. */
export interface Difference {
  /** The place in the ladder, from 1. */
  readonly n: number;
  readonly recorded: Rung | null;
  readonly engine: Rung | null;
}

/** How much earlier than recorded, and how much later, what a host does at once may be, ms: kernels are late, never early, and both clocks are read a little apart. */
const SLACK = { early: 60, late: 5 } as const;

function rungOf({ t, flags, relSeq, relAck, len, ...line }: Recorded): Rung {
  return { at: t * 1000, from: sideOf(line), flags, seq: relSeq, ack: relAck, length: len };
}

/** A segment of the engine, its numbers counted as the recording counts those of the same flow. */
function rungSent({ at, from, flow, segment, recorded }: Sent, recording: Recording): Rung {
  if (recorded !== null) return { ...rungOf(recorded), at };
  const key = flowKey(flow);
  const near = recording.ladder.filter((line) => line.fate !== 'injected' && flowKey(flowOf(line, recording)) === key);
  const zero = (side: Side): number => {
    const line = near.find((one) => sideOf(one) === side);
    return line === undefined ? 0 : line.seq - line.relSeq;
  };
  const { seq, ack, flags, length } = segment;
  const isAck = flagsText(flags).includes('ACK');
  return { at, from, flags: flagsText(flags), seq: (seq - zero(from)) | 0, ack: isAck ? (ack - zero(from === 'A' ? 'B' : 'A')) | 0 : null, length };
}

/** The first place where the ladders differ: a segment that only one of them has, or has at another turn of its host, or at an hour at which no kernel would; null: they are the same. */
export function differenceIn(recording: Recording, { sent }: Replayed): Difference | null {
  const found: Difference[] = [];
  for (const side of ['A', 'B'] as const) {
    const lines = recording.ladder.filter((line) => sideOf(line) === side);
    const own = sent.filter(({ from }) => from === side);
    const parted = Array.from({ length: Math.max(lines.length, own.length) }, (_, at) => at).find((at) => !agree(lines[at], own[at]));
    if (parted === undefined) continue;
    const [line, one] = [lines[parted], own[parted]];
    const n = line?.n ?? recording.ladder.filter(({ t }) => t * 1000 <= (one?.at ?? 0)).length + 1;
    found.push({ n, recorded: line === undefined ? null : rungOf(line), engine: one === undefined ? null : rungSent(one, recording) });
  }
  return found.toSorted((one, other) => hour(one) - hour(other))[0] ?? null;
}

function hour({ recorded, engine }: Difference): number {
  return Math.min(recorded?.at ?? Infinity, engine?.at ?? Infinity);
}

function agree(line: Recorded | undefined, one: Sent | undefined): boolean {
  if (line === undefined || one === undefined || one.recorded !== line) return false;
  const lag = line.t * 1000 - one.at;
  return lag <= SLACK.early && lag >= -SLACK.late;
}
