import type { TimeResolution } from './time-resolution.ts';

/** What a pcap file says at its beginning. */
export interface PcapLayout {
  readonly format: 'pcap';
  readonly isLittleEndian: boolean;
  /** Stamps count nanoseconds, not microseconds. */
  readonly isNanoseconds: boolean;
  readonly linkType: number;
  /** At most so many octets of each frame were captured. */
  readonly snapLength: number;
}

/** What a pcapng file says of one place where frames were captured. */
export interface Interface {
  readonly linkType: number;
  /** At most so many octets of each frame were captured; 0: all. */
  readonly snapLength: number;
  /** As the system calls it, text of whoever wrote the file, 200 letters at most; empty where nothing is said. */
  readonly name: string;
  readonly resolution: TimeResolution;
  /** Seconds to be added to each stamp. */
  readonly offset: number;
}

/** A part of a pcapng file with a byte order and interfaces of its own. */
export interface Section {
  /** Octets from the beginning of the file. */
  readonly begin: number;
  readonly isLittleEndian: boolean;
  /** How many interfaces the sections before it have. */
  readonly before: number;
  readonly interfaces: readonly Interface[];
}

/** What a pcapng file consists of, as far as it was read. */
export interface PcapngLayout {
  readonly format: 'pcapng';
  readonly sections: readonly Section[];
}

/** What must be known of a capture file to go on reading in the middle of it. */
export type Layout = (PcapLayout | PcapngLayout) & {
  /** Compressed with gzip: what stands in the middle can be found from the beginning only. */
  readonly isCompressed: boolean;
};
