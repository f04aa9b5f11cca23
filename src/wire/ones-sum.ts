/** A sum with its carries brought back in at the low end, 0…65535. */
function folded(sum: number): number {
  let rest = sum;
  while (rest > 0xffff) rest = (rest & 0xffff) + Math.floor(rest / 0x10000);
  return rest;
}

/** The one's complement sum of the 16-bit words from octet `begin` to before `end`, on top of `sum`; an odd octet at the end counts as the high one of a word (RFC 1071). 0…65535; fewer than 2³² octets. */
export function onesSum(octets: Uint8Array, begin: number, end: number, sum = 0): number {
  const even = end - ((end - begin) % 2);
  let total = sum;
  for (let at = begin; at < even; at += 2) total += ((octets[at] ?? 0) << 8) | (octets[at + 1] ?? 0);
  return folded(even < end ? total + ((octets[even] ?? 0) << 8) : total);
}

/** The one's complement sum of two sums, 0…65535. */
export function onesAdd(one: number, other: number): number {
  return folded(one + other);
}
