import type { CaptureFault } from './capture-problem.ts';
import type { Frame } from './frame.ts';
import type { Layout } from './layout.ts';
import type { OctetQueue } from './octet-queue.ts';

/** The longest record or block that is read, octets (16 MiB): what bounds the memory of a reader. */
export const LONGEST_RECORD = 0x100_0000;

/** Reads the records of a format one by one. */
export interface Records {
  /** How many octets the next record needs, at least more than wait where its length is not known yet. */
  readonly size: (queue: OctetQueue) => number | CaptureFault;
  /** Reads the next record, of `size` octets, all there; null: no frame, and none that is `counted` either. `number`: what a frame's would be. */
  readonly take: (queue: OctetQueue, size: number, number: number) => Frame | CaptureFault | 'counted' | null;
  /** What the file has said of itself so far. */
  readonly layout: (isCompressed: boolean) => Layout;
}

/** No comments: one array for all frames that have none. */
export const NO_COMMENTS: readonly string[] = Object.freeze([]);
