import { HOST_IDS, type HostId } from '../../simulation/scenario.ts';

/** Where things stand across a ladder, px. */
export interface Sheet {
  readonly width: number;
  /** Whether there is no room beside the life lines: what happens at a host then stands between them, in rows of its own. */
  readonly isNarrow: boolean;
  /** The life line of each host. */
  readonly life: Readonly<Record<HostId, number>>;
  /** Between the life lines. */
  readonly lane: number;
  /** How far down an arrow goes that takes the scenario's delay. */
  readonly slant: number;
  /** The right edge of the times on the left. */
  readonly clock: number;
  /** How wide what stands beside a life line may be. */
  readonly gutter: number;
}

const WIDE = 560;
const WIDEST = 860;
const NARROWEST = 300;

/** The sheet for this many px; what is too wide or too narrow to be read becomes the nearest that is not. */
export function sheetOf(available: number): Sheet {
  const width = Math.round(Math.min(WIDEST, Math.max(NARROWEST, available)));
  const isNarrow = width < WIDE;
  const gutter = isNarrow ? Math.round(width * 0.4) : Math.round(Math.min(150, Math.max(112, width * 0.185)));
  const life = isNarrow ? { A: 58, B: width - 14 } : { A: 56 + gutter + 18, B: width - gutter - 18 };
  return { width, isNarrow, life, lane: life.B - life.A, slant: isNarrow ? 42 : 46, clock: isNarrow ? 44 : 50, gutter };
}

/** The place across at this share of the way from a host to its peer: 0 at the host, 1 at its peer. */
export function across({ life, lane }: Sheet, from: HostId, share: number): number {
  return from === 'A' ? life.A + share * lane : life.B - share * lane;
}

/** 1 where the host's segments go right, −1 where they go left. */
export function direction(from: HostId): 1 | -1 {
  return from === HOST_IDS[0] ? 1 : -1;
}
