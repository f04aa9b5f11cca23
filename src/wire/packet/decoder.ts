import type { Frame } from '../file/frame.ts';
import { decode } from './decode.ts';
import type { Decoded } from './decoded.ts';
import { Endpoints } from './endpoints.ts';
import { Fragments } from './fragments.ts';
import { millisecondsBetween, type Stamp } from './stamp.ts';

/** Decodes the frames of one capture, one behind the other. */
export interface Decoder {
  /** What the next frame is; what it gives stays valid when the frame's octets do not. */
  readonly decode: (frame: Frame) => Decoded;
  /** What counts as 0 ms: the stamp of the first frame that had one; null: none yet. */
  readonly origin: () => Stamp | null;
}

/** Begins to decode a capture; where that is in its middle, `from` says what counts as 0 ms, and `at` when, in ms, a first frame without a stamp is. */
export function decoder(from: Stamp | null = null, at = 0): Decoder {
  const ends = new Endpoints();
  const fragments = new Fragments();
  let origin = from;
  let last = at;

  function timeOf(stamp: Stamp | null): number {
    if (stamp === null) return last;
    origin ??= stamp;
    last = millisecondsBetween(origin, stamp);
    return last;
  }

  /** The frame with the last fragment that was missing is the segment, as in Wireshark. */
  function decoded(frame: Frame): Decoded {
    const at = timeOf(frame.stamp);
    const found = decode(frame, at, ends);
    if (found.type !== 'other' || found.what !== 'fragment') return found;
    const whole = fragments.whole(frame);
    return whole === null ? found : decode(whole, at, ends);
  }

  return { decode: decoded, origin: () => origin };
}
