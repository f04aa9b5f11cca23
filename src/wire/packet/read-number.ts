/** The octet at `at`; 0 beyond the end, as all that is read here: who asks has looked at the length before. */
export function u8(octets: Uint8Array, at: number): number {
  return octets[at] ?? 0;
}

/** The two octets from `at` on as a number, the most significant first. */
export function u16(octets: Uint8Array, at: number): number {
  return (u8(octets, at) << 8) | u8(octets, at + 1);
}

/** The four octets from `at` on as a number, 0…2³²−1, the most significant first. */
export function u32(octets: Uint8Array, at: number): number {
  return ((u16(octets, at) << 16) | u16(octets, at + 2)) >>> 0;
}
