import { readCapture, type CaptureEnd } from '../wire/file/read-capture.ts';
import type { Layout } from '../wire/file/layout.ts';
import { decoder } from '../wire/packet/decoder.ts';
import type { Stamp } from '../wire/packet/stamp.ts';
import type { Conversation } from './conversation.ts';
import { conversations, type Dropped } from './conversations.ts';
import { Others, type OtherCount } from './others.ts';

/** So many octets of a file are best taken at once. */
export const CHUNK = 1 << 19;

/** The first pass over a capture file, chunk by chunk: what it is, what frames it has, and its conversations. Its memory is bounded; it never throws. */
export class Survey {
  readonly #reader = readCapture();
  readonly #decoder = decoder();
  readonly #found = conversations();
  readonly #others = new Others();
  #frames = 0;
  #segments = 0;
  #end: CaptureEnd | null = null;

  /** Takes the next octets of the file. */
  take(chunk: Uint8Array): void {
    for (const frame of this.#reader.push(chunk)) {
      this.#frames += 1;
      const decoded = this.#decoder.decode(frame);
      if (decoded.type === 'other') {
        this.#others.add(decoded);
      } else {
        this.#segments += 1;
        this.#found.add(decoded, frame.offset);
      }
    }
  }

  /** Whether reading has stopped, so that nothing more need be taken. */
  isStopped(): boolean {
    return this.#reader.isStopped();
  }

  /** What the file was; after it nothing is taken any more. */
  end(): CaptureEnd {
    this.#end ??= this.#reader.end();
    return this.#end;
  }

  /** How the file is laid out; null before its end, and where it is no capture. */
  layout(): Layout | null {
    return this.#end?.layout ?? null;
  }

  /** What counts as 0 ms of the capture; null: no frame had a stamp yet. */
  origin(): Stamp | null {
    return this.#decoder.origin();
  }

  /** Frames so far. */
  frames(): number {
    return this.#frames;
  }

  /** Those that are TCP segments. */
  segments(): number {
    return this.#segments;
  }

  /** What the others are. */
  others(): readonly OtherCount[] {
    return this.#others.counts();
  }

  /** What has been found so far, by number. */
  conversations(): readonly Conversation[] {
    return this.#found.list();
  }

  /** How many that is. */
  count(): number {
    return this.#found.count();
  }

  /** What there was no room for. */
  dropped(): Dropped {
    return this.#found.dropped();
  }
}
