import type { CaptureFault } from './capture-problem.ts';
import type { Frame } from './frame.ts';
import type { Interface, PcapngLayout, Section } from './layout.ts';
import type { OctetQueue } from './octet-queue.ts';
import { readInterface } from './pcapng-interface.ts';
import { blockOptions, optionText } from './pcapng-options.ts';
import { LONGEST_RECORD, NO_COMMENTS, type Records } from './records.ts';
import { stampOf } from './time-resolution.ts';

/** The types of the blocks that are read; all others are passed over (draft-ietf-opsawg-pcapng §4). */
const BLOCK = { section: 0x0a0d0d0a, interface: 1, obsoletePacket: 2, simplePacket: 3, enhancedPacket: 6 } as const;

/** Blocks without a packet to which Wireshark gives a number among the frames: entries of a journal, and those of anybody's own kind, to be copied by others or not. */
const COUNTED: ReadonlySet<number> = new Set([9, 0xbad, 0x4000_0bad]);

/** What tells the byte order of a section. */
const ORDER = 0x1a2b3c4d;

/** The fewest octets of each block: head, fixed fields and the length again. */
const SMALLEST: ReadonlyMap<number, number> = new Map([
  [BLOCK.section, 28],
  [BLOCK.interface, 20],
  [BLOCK.obsoletePacket, 32],
  [BLOCK.simplePacket, 16],
  [BLOCK.enhancedPacket, 32],
]);
const HEAD = 12;

/** How many sections and interfaces of one file are read. */
const MANY = 4096;

const COMMENT = 1;

/** How many comments of one frame are kept, and how many letters of each: as much as a person writes, however much a file says. */
const MANY_COMMENTS = 4;
const LONGEST_COMMENT = 2000;

interface Open extends Section {
  readonly interfaces: Interface[];
}

/** Whether the octets that wait begin as a pcapng file does. */
export function isPcapng(queue: OctetQueue): boolean {
  return queue.u32(0, true) === BLOCK.section;
}

/** Reads the blocks of a pcapng file, from its beginning, or in the middle of what `known` tells, where `offset` is. */
export function pcapngRecords(known: PcapngLayout | null, offset: number): Records {
  const sections: Open[] = (known?.sections ?? []).filter(({ begin }) => begin <= offset).map((section) => ({ ...section, interfaces: [...section.interfaces] }));
  let section = sections.at(-1);
  let isLittleEndian = section?.isLittleEndian ?? true;

  const described = (): number => (section === undefined ? 0 : section.before + section.interfaces.length);

  function begin(queue: OctetQueue): CaptureFault | null {
    const [major, minor] = [queue.u16(12, isLittleEndian), queue.u16(14, isLittleEndian)];
    if (major !== 1) return { type: 'version', major, minor };
    if (sections.length >= MANY) return { type: 'too many', what: 'sections' };
    section = { begin: queue.offset, isLittleEndian, before: described(), interfaces: [] };
    sections.push(section);
    return null;
  }

  function describe(queue: OctetQueue, size: number): CaptureFault | null {
    if (described() >= MANY) return { type: 'too many', what: 'interfaces' };
    section?.interfaces.push(readInterface(queue, size, isLittleEndian));
    return null;
  }

  function comments(queue: OctetQueue, from: number, size: number): readonly string[] {
    if (from + 4 >= size) return NO_COMMENTS;
    const texts = blockOptions(queue, from, size - 4, isLittleEndian).filter(({ code }) => code === COMMENT);
    return texts.length === 0 ? NO_COMMENTS : texts.slice(0, MANY_COMMENTS).map((option) => optionText(queue, option, LONGEST_COMMENT));
  }

  /** A packet block, current or obsolete: they differ in the field of the interface alone. */
  function packet(queue: OctetQueue, size: number, number: number, id: number): Frame | CaptureFault {
    const found = section?.interfaces[id];
    if (section === undefined || found === undefined) return { type: 'interface', interface: id };
    const captured = queue.u32(20, isLittleEndian);
    if (captured > size - 32) return { type: 'record length', length: captured };
    return {
      number,
      offset: queue.offset,
      stamp: stampOf(found.resolution, queue.u32(12, isLittleEndian), queue.u32(16, isLittleEndian), found.offset),
      interface: section.before + id,
      linkType: found.linkType,
      length: queue.u32(24, isLittleEndian),
      octets: queue.slice(28, 28 + captured),
      comments: comments(queue, 28 + Math.ceil(captured / 4) * 4, size),
    };
  }

  /** A simple packet block: of the first interface, without a stamp, and as long as the frame and the snap length allow. */
  function simplePacket(queue: OctetQueue, size: number, number: number): Frame | CaptureFault {
    const found = section?.interfaces[0];
    if (section === undefined || found === undefined) return { type: 'interface', interface: 0 };
    const length = queue.u32(8, isLittleEndian);
    const captured = Math.min(length, found.snapLength === 0 ? length : found.snapLength);
    if (captured > size - 16) return { type: 'record length', length: captured };
    return { number, offset: queue.offset, stamp: null, interface: section.before, linkType: found.linkType, length, octets: queue.slice(12, 12 + captured), comments: NO_COMMENTS };
  }

  return {
    size(queue) {
      if (queue.length < HEAD) return HEAD;
      const isSection = queue.u32(0, true) === BLOCK.section;
      if (isSection) {
        isLittleEndian = queue.u32(8, true) === ORDER;
        if (!isLittleEndian && queue.u32(8, false) !== ORDER) return { type: 'byte order' };
      }
      const length = queue.u32(4, isLittleEndian);
      const smallest = SMALLEST.get(queue.u32(0, isLittleEndian)) ?? HEAD;
      return length < smallest || length % 4 !== 0 || length > LONGEST_RECORD ? { type: 'record length', length } : length;
    },
    take(queue, size, number) {
      const again = queue.u32(size - 4, isLittleEndian);
      if (again !== size) return { type: 'block ends differ', begin: size, end: again };
      switch (queue.u32(0, isLittleEndian)) {
        case BLOCK.section:
          return begin(queue);
        case BLOCK.interface:
          return describe(queue, size);
        case BLOCK.enhancedPacket:
          return packet(queue, size, number, queue.u32(8, isLittleEndian));
        case BLOCK.obsoletePacket:
          return packet(queue, size, number, queue.u16(8, isLittleEndian));
        case BLOCK.simplePacket:
          return simplePacket(queue, size, number);
        default:
          return COUNTED.has(queue.u32(0, isLittleEndian)) ? 'counted' : null;
      }
    },
    layout: (isCompressed) => ({ format: 'pcapng', sections: sections.map((each) => ({ ...each, interfaces: [...each.interfaces] })), isCompressed }),
  };
}
