import type { Stamp } from '../packet/stamp.ts';
import type { CaptureFault } from './capture-problem.ts';
import type { PcapLayout } from './layout.ts';
import type { OctetQueue } from './octet-queue.ts';
import { LONGEST_RECORD, NO_COMMENTS, type Records } from './records.ts';

/** Octets of the file header and of the header of each record. */
export const PCAP = { fileHeader: 24, recordHeader: 16 } as const;

/** The first four octets, in either byte order. */
const MAGIC = { microseconds: 0xa1b2c3d4, nanoseconds: 0xa1b23c4d } as const;

/** What libpcap accepts as the length of a frame whatever the file header says. */
const USUAL_LONGEST = 262_144;

/** Whether the octets that wait begin as a pcap file does. */
export function isPcap(queue: OctetQueue): boolean {
  return orderOf(queue) !== null;
}

function orderOf(queue: OctetQueue): { readonly isLittleEndian: boolean; readonly isNanoseconds: boolean } | null {
  for (const isLittleEndian of [true, false]) {
    const magic = queue.u32(0, isLittleEndian);
    if (magic === MAGIC.microseconds || magic === MAGIC.nanoseconds) return { isLittleEndian, isNanoseconds: magic === MAGIC.nanoseconds };
  }
  return null;
}

/** Reads the file header, which waits whole; of the link type the low 16 bits, the others are about frame check sequences. */
export function readPcapHeader(queue: OctetQueue): PcapLayout | CaptureFault {
  const order = orderOf(queue);
  if (order === null) return { type: 'foreign', file: 'unknown' };
  const { isLittleEndian } = order;
  const [major, minor] = [queue.u16(4, isLittleEndian), queue.u16(6, isLittleEndian)];
  // Before 2.3 the lengths of a record stood in the other order.
  if (major !== 2 || minor < 3) return { type: 'version', major, minor };
  return { format: 'pcap', ...order, snapLength: queue.u32(16, isLittleEndian), linkType: queue.u32(20, isLittleEndian) & 0xffff };
}

/** Reads the records that follow the file header. */
export function pcapRecords(header: PcapLayout): Records {
  const { isLittleEndian, isNanoseconds, linkType, snapLength } = header;
  const longest = Math.min(LONGEST_RECORD, Math.max(snapLength, USUAL_LONGEST));
  const perSecond = isNanoseconds ? 1_000_000_000 : 1_000_000;

  function stampOf(queue: OctetQueue): Stamp {
    const fraction = queue.u32(4, isLittleEndian);
    // Some writers let the fraction run over.
    return { s: queue.u32(0, isLittleEndian) + Math.floor(fraction / perSecond), ns: (fraction % perSecond) * (isNanoseconds ? 1 : 1000) };
  }

  return {
    size(queue) {
      if (queue.length < PCAP.recordHeader) return PCAP.recordHeader;
      const length = queue.u32(8, isLittleEndian);
      return length > longest ? { type: 'record length', length } : PCAP.recordHeader + length;
    },
    take: (queue, size, number) => ({
      number,
      offset: queue.offset,
      stamp: stampOf(queue),
      interface: 0,
      linkType,
      length: queue.u32(12, isLittleEndian),
      octets: queue.slice(PCAP.recordHeader, size),
      comments: NO_COMMENTS,
    }),
    layout: (isCompressed) => ({ ...header, isCompressed }),
  };
}
