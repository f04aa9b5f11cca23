import { joined } from '../joined.ts';
import { ETHERNET, type WrittenFrame } from './written-frame.ts';

const MAGIC = 0xa1b2c3d4;
const VERSION = [2, 4] as const;
/** What tcpdump writes: no frame is cut. */
const SNAP_LENGTH = 262_144;
const SECOND = 1_000_000;

/** Words of 32 bits, the least significant octet first. */
function words(...values: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(values.length * 4));
  values.forEach((value, place) => view.setUint32(place * 4, value, true));
  return new Uint8Array(view.buffer);
}

/** A pcap file of version 2.4 with microseconds, of Ethernet frames; ways and comments have no place in it (draft-ietf-opsawg-pcap). */
export function writePcap(frames: readonly WrittenFrame[]): Uint8Array {
  const head = words(MAGIC, VERSION[0] | (VERSION[1] << 16), 0, 0, SNAP_LENGTH, ETHERNET);
  return joined([head, ...frames.flatMap(({ at, octets }) => [words(Math.floor(at / SECOND), at % SECOND, octets.length, octets.length), octets])]);
}
