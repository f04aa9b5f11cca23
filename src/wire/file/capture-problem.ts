/** What a file is that is not read as a capture, by its first octets; `modified pcap` has records of another form, as some patched systems wrote them. */
export type ForeignFile = 'empty' | 'text' | 'zip' | 'zstd' | 'lz4' | 'xz' | 'bzip2' | 'snoop' | 'Network Monitor' | 'ERF' | 'modified pcap' | 'unknown';

/** Why the reading of a capture stopped before its end. */
export type CaptureFault =
  /** No capture file that is read here. */
  | { readonly type: 'foreign'; readonly file: ForeignFile }
  /** The file ends within a record; as when the capturing program was killed, or a download broke off. `missing` octets at least. */
  | { readonly type: 'file ends'; readonly missing: number }
  /** A record or block says a length that cannot be; in octets. */
  | { readonly type: 'record length'; readonly length: number }
  /** The length at the end of a block is not the one at its beginning. */
  | { readonly type: 'block ends differ'; readonly begin: number; readonly end: number }
  /** A frame of an interface that was never described; its number. */
  | { readonly type: 'interface'; readonly interface: number }
  /** The octets that tell the byte order of a section are none of the two. */
  | { readonly type: 'byte order' }
  /** A version of the format that is not read. */
  | { readonly type: 'version'; readonly major: number; readonly minor: number }
  /** More sections or interfaces than a reader keeps, 4096 of each. */
  | { readonly type: 'too many'; readonly what: 'sections' | 'interfaces' }
  /** The gzip compression is damaged. */
  | { readonly type: 'compression' };

/** Where the reading of a capture stopped, and why: all frames before it were read. */
export interface CaptureProblem {
  readonly fault: CaptureFault;
  /** Octets from the beginning of the file (of what it contains, where it is compressed) to the record that could not be read. */
  readonly offset: number;
  /** The number that the next frame would have had. */
  readonly frame: number;
}
