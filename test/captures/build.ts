/** Octets from anything that a file is put together of. */
export function octets(...parts: readonly (number | readonly number[] | Uint8Array)[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => (typeof part === 'number' ? [part] : [...part])));
}

/** Octets of a hexadecimal text, with blanks wherever they help. */
export function hex(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text.replaceAll(' ', ''), 'hex'));
}

/** A number in two octets or four, in one of the byte orders. */
export type Order = 'little' | 'big';

export function u16(order: Order, ...values: readonly number[]): Uint8Array {
  return octets(...values.map((value) => (order === 'little' ? [value & 255, value >>> 8] : [value >>> 8, value & 255])));
}

export function u32(order: Order, ...values: readonly number[]): Uint8Array {
  return octets(...values.map((value) => (order === 'little' ? [value & 255, (value >>> 8) & 255, (value >>> 16) & 255, value >>> 24] : [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255])));
}

/** A frame that is to be in a file; `s` and `fraction`: its stamp, the fraction in the units of the file. */
export interface Given {
  readonly octets: Uint8Array;
  readonly s?: number;
  readonly fraction?: number;
  /** Octets on the wire, where only some are in the file. */
  readonly length?: number;
}

export function pcapHeader(order: Order, linkType: number, { magic = 0xa1b2c3d4, major = 2, minor = 4, snap = 262_144 } = {}): Uint8Array {
  return octets(u32(order, magic), u16(order, major, minor), u32(order, 0, 0, snap, linkType));
}

export function pcapRecord(order: Order, { octets: frame, s = 0, fraction = 0, length = frame.length }: Given): Uint8Array {
  return octets(u32(order, s, fraction, frame.length, length), frame);
}

/** A pcap file of these frames. */
export function pcap(linkType: number, frames: readonly Given[], order: Order = 'little', header: Parameters<typeof pcapHeader>[2] = {}): Uint8Array {
  return octets(pcapHeader(order, linkType, header), ...frames.map((frame) => pcapRecord(order, frame)));
}

function padded(content: Uint8Array): Uint8Array {
  return octets(content, Array.from({ length: -content.length & 3 }, () => 0));
}

/** A block of pcapng. */
export function block(order: Order, type: number, body: Uint8Array): Uint8Array {
  const content = padded(body);
  const length = u32(order, content.length + 12);
  return octets(u32(order, type), length, content, length);
}

/** An option of a block; the last one of each is `END`. */
export function option(order: Order, code: number, value: Uint8Array): Uint8Array {
  return octets(u16(order, code, value.length), padded(value));
}

export const END = [0, 0, 0, 0] as const;

export function section(order: Order, { major = 1, minor = 0, mark = 0x1a2b3c4d } = {}): Uint8Array {
  return block(order, 0x0a0d0d0a, octets(u32(order, mark), u16(order, major, minor), u32(order, 0xffffffff, 0xffffffff)));
}

export function interfaceBlock(order: Order, linkType: number, options: Uint8Array = octets(), snap = 0): Uint8Array {
  return block(order, 1, octets(u16(order, linkType, 0), u32(order, snap), options));
}

/** The units of a stamp of 64 bits in two words, the upper one first. */
export function unitsOf(order: Order, units: bigint): Uint8Array {
  return u32(order, Number((units >> 32n) & 0xffffffffn), Number(units & 0xffffffffn));
}

export function enhancedPacket(order: Order, id: number, units: bigint, frame: Uint8Array, options: Uint8Array = octets(), length = frame.length): Uint8Array {
  return block(order, 6, octets(u32(order, id), unitsOf(order, units), u32(order, frame.length, length), padded(frame), options));
}

export function obsoletePacket(order: Order, id: number, units: bigint, frame: Uint8Array, options: Uint8Array = octets()): Uint8Array {
  return block(order, 2, octets(u16(order, id, 0), unitsOf(order, units), u32(order, frame.length, frame.length), padded(frame), options));
}

export function simplePacket(order: Order, frame: Uint8Array, length = frame.length): Uint8Array {
  return block(order, 3, octets(u32(order, length), frame));
}
