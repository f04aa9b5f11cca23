import { u16, u8 } from './read-number.ts';

/** The IPv4 address at `at`, dotted. */
function ipv4Text(octets: Uint8Array, at: number): string {
  return `${u8(octets, at)}.${u8(octets, at + 1)}.${u8(octets, at + 2)}.${u8(octets, at + 3)}`;
}

/** The IPv6 address at `at` as RFC 5952 §4 has it: small letters, no leading zeros, the first longest run of two or more zero groups as `::`. */
function ipv6Text(octets: Uint8Array, at: number): string {
  const groups = Array.from({ length: 8 }, (_none, place) => u16(octets, at + 2 * place).toString(16));
  let [begin, length] = [0, 1];
  for (let from = 0; from < 8; from += 1) {
    let to = from;
    while (groups[to] === '0') to += 1;
    if (to - from > length) [begin, length] = [from, to - from];
  }
  if (length < 2) return groups.join(':');
  return `${groups.slice(0, begin).join(':')}::${groups.slice(begin + length).join(':')}`;
}

/** The address at `at` in its canonical text. An IPv4 address mapped into IPv6 is written as the IPv6 address that it is. */
export function addressText(version: 4 | 6, octets: Uint8Array, at: number): string {
  return version === 4 ? ipv4Text(octets, at) : ipv6Text(octets, at);
}
