import type { Interface } from './layout.ts';
import type { OctetQueue } from './octet-queue.ts';
import { blockOptions, optionText } from './pcapng-options.ts';
import { MICROSECONDS, timeResolution } from './time-resolution.ts';

/** The options that are read; if_fcslen is not: the IP header says where a packet ends. */
const OPTION = { name: 2, resolution: 9, offset: 14 } as const;

/** Letters of a name that are kept. */
const LONGEST_NAME = 200;

/** Reads an interface description block of `size` octets (draft-ietf-opsawg-pcapng §4.2). */
export function readInterface(queue: OctetQueue, size: number, isLittleEndian: boolean): Interface {
  const options = blockOptions(queue, 16, size - 4, isLittleEndian);
  const option = (code: number, length: number) => options.find((each) => each.code === code && each.end - each.begin >= length);
  const name = option(OPTION.name, 0);
  const resolution = option(OPTION.resolution, 1);
  const offset = option(OPTION.offset, 8);
  return {
    linkType: queue.u16(8, isLittleEndian),
    snapLength: queue.u32(12, isLittleEndian),
    name: name === undefined ? '' : optionText(queue, name, LONGEST_NAME),
    resolution: resolution === undefined ? MICROSECONDS : timeResolution(queue.u8(resolution.begin)),
    offset: offset === undefined ? 0 : signed64(queue, offset.begin, isLittleEndian),
  };
}

/** A signed number of 64 bits; beyond 2⁵³ not exact. */
function signed64(queue: OctetQueue, at: number, isLittleEndian: boolean): number {
  const [high, low] = isLittleEndian ? [at + 4, at] : [at, at + 4];
  return queue.i32(high, isLittleEndian) * 2 ** 32 + queue.u32(low, isLittleEndian);
}
