declare const brand: unique symbol;

/** The eight control bits as one octet, each bit independent (RFC 9293 §3.1). */
export type Flags = number & { readonly [brand]: 'Flags' };

/** The names of the control bits, from the least significant bit (FIN, 0x01) to the most (CWR, 0x80). */
export const FLAG_NAMES = ['FIN', 'SYN', 'RST', 'PSH', 'ACK', 'URG', 'ECE', 'CWR'] as const;

/** The name of one control bit. */
export type FlagName = (typeof FLAG_NAMES)[number];

/** No more data from the sender (bit 0x01). */
export const FIN = 0x01 as Flags;
/** Synchronize sequence numbers (bit 0x02). */
export const SYN = 0x02 as Flags;
/** Reset the connection (bit 0x04). */
export const RST = 0x04 as Flags;
/** Push function (bit 0x08). */
export const PSH = 0x08 as Flags;
/** The acknowledgment field is significant (bit 0x10). */
export const ACK = 0x10 as Flags;
/** The urgent pointer is significant (bit 0x20). */
export const URG = 0x20 as Flags;
/** ECN-Echo (bit 0x40, RFC 3168). */
export const ECE = 0x40 as Flags;
/** Congestion Window Reduced (bit 0x80, RFC 3168). */
export const CWR = 0x80 as Flags;
/** A segment without any control bit. */
export const NO_FLAGS = 0 as Flags;

/** All the given bits together. */
export function flagsOf(...bits: readonly Flags[]): Flags {
  let all = 0;
  for (const bit of bits) all |= bit;
  return all as Flags;
}

/** The octet of the named bits. */
export function flagsNamed(names: readonly FlagName[]): Flags {
  return names.reduce((all, name) => all | (1 << FLAG_NAMES.indexOf(name)), 0) as Flags;
}

/** Whether `bit` is set in `flags`. */
export function has(flags: Flags, bit: Flags): boolean {
  return (flags & bit) !== 0;
}

/** `flags` with `bit` cleared. */
export function without(flags: Flags, bit: Flags): Flags {
  return (flags & ~bit) as Flags;
}

const WRITTEN: readonly FlagName[] = ['SYN', 'FIN', 'RST', 'PSH', 'URG', 'ECE', 'CWR', 'ACK'];

/** The names of the set bits in the order in which people write them: `SYN ACK`, `FIN ACK`, `PSH ACK`. */
export function flagNames(flags: Flags): readonly FlagName[] {
  return WRITTEN.filter((name) => (flags & (1 << FLAG_NAMES.indexOf(name))) !== 0);
}
