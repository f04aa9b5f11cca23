import type { CaptureFault, CaptureProblem } from './capture-problem.ts';
import type { Frame } from './frame.ts';
import type { Layout } from './layout.ts';
import { OctetQueue } from './octet-queue.ts';
import { pcapRecords } from './pcap.ts';
import { pcapngRecords } from './pcapng.ts';
import { recognize } from './recognize.ts';
import type { Records } from './records.ts';
import { unpacking } from './unpack.ts';

/** What a capture file was, when nothing more comes. */
export interface CaptureEnd {
  /** Null where it is no capture. */
  readonly layout: Layout | null;
  /** How many frames it has, those before the place where reading began included. */
  readonly frames: number;
  /** Octets up to where reading ended, uncompressed: of a file without a problem all. */
  readonly octets: number;
  /** Where and why reading stopped before the end of the file; null: it did not. */
  readonly problem: CaptureProblem | null;
}

/** Reads a capture file chunk by chunk: pcap, pcapng, and both compressed with gzip. It never throws. Its memory is bounded: it keeps one record, of 16 MiB at most, a chunk, and what 16 kB of gzip become. */
export interface CaptureReader {
  /** Takes the next octets of the file, and gives the frames that are whole with them, in the order of the file; all of them are to be taken before the next call. */
  readonly push: (chunk: Uint8Array) => Iterable<Frame>;
  /** Whether reading has stopped, so that nothing more need be pushed. */
  readonly isStopped: () => boolean;
  /** What the file was; to be called behind the last chunk. */
  readonly end: () => CaptureEnd;
}

/** Where reading goes on in the middle of a file. */
export interface Resumption {
  readonly layout: Layout;
  /** Octets from the beginning of the file, uncompressed, to the record of a frame. */
  readonly offset: number;
  /** That frame's number. */
  readonly frame: number;
}

function recordsFrom({ layout, offset }: Resumption): Records {
  return layout.format === 'pcap' ? pcapRecords(layout) : pcapngRecords(layout, offset);
}

/** Begins to read a capture file. With `from` it goes on in the middle: the first chunk then begins with that record, but where the file is compressed it begins with the file. */
export function readCapture(from: Resumption | null = null): CaptureReader {
  const unpack = unpacking();
  const queue = new OctetQueue(from?.offset ?? 0);
  let records = from === null ? null : recordsFrom(from);
  let frames = from === null ? 0 : from.frame - 1;
  /** Octets that are still to be passed over. */
  let passing = from?.layout.isCompressed === true ? from.offset : 0;
  let problem: CaptureProblem | null = null;

  function stop(fault: CaptureFault): void {
    problem = { fault, offset: queue.offset, frame: frames + 1 };
  }

  /** The next frame that waits whole. */
  function next(): Frame | null {
    while (records !== null && problem === null) {
      const size = records.size(queue);
      if (typeof size !== 'number') {
        stop(size);
        return null;
      }
      if (queue.length < size) return null;
      const taken = records.take(queue, size, frames + 1);
      if (taken !== null && taken !== 'counted' && 'type' in taken) {
        stop(taken);
        return null;
      }
      queue.consume(size);
      if (taken === null) continue;
      frames += 1;
      if (taken !== 'counted') return taken;
    }
    return null;
  }

  function begin(isEnd: boolean): void {
    const found = recognize(queue, isEnd);
    if (found !== null && 'type' in found) stop(found);
    else records = found;
  }

  function* taken(piece: Uint8Array): Generator<Frame> {
    if (problem !== null) return;
    const passed = Math.min(passing, piece.length);
    passing -= passed;
    queue.append(piece.subarray(passed));
    if (records === null) begin(false);
    for (let frame = next(); frame !== null; frame = next()) yield frame;
    queue.settle();
  }

  /** What is wrong with the end of the file. */
  function endFault(): CaptureFault | null {
    if (unpack.isDamaged()) return { type: 'compression' };
    const size = records === null || queue.length === 0 ? 0 : records.size(queue);
    if (typeof size !== 'number') return size;
    return queue.length > 0 ? { type: 'file ends', missing: size - queue.length } : null;
  }

  return {
    *push(chunk) {
      // A file in the middle is what it was found to be at its beginning.
      const pieces = from?.layout.isCompressed === false ? [chunk] : unpack.pieces(chunk);
      for (const piece of pieces) yield* taken(piece);
    },
    isStopped: () => problem !== null || unpack.isDamaged(),
    end() {
      queue.append(unpack.rest());
      if (records === null && problem === null && !unpack.isDamaged()) begin(true);
      const fault = problem === null ? endFault() : null;
      if (fault !== null) stop(fault);
      return { layout: records?.layout(unpack.isCompressed()) ?? null, frames, octets: queue.offset, problem };
    },
  };
}
