/** The octets of an address in text: 4 of an IPv4 address, 16 of an IPv6 address without a zone (RFC 4291 §2.2); what is no address gives whatever its parts give. */
export function octetsOfAddress(address: string): Uint8Array {
  if (!address.includes(':')) return Uint8Array.from(address.split('.'), Number);
  const [head = '', tail] = address.split('::');
  const before = groupsOf(head);
  const behind = groupsOf(tail ?? '');
  const between = Array.from({ length: tail === undefined ? 0 : 16 - before.length - behind.length }, () => 0);
  return Uint8Array.of(...before, ...between, ...behind);
}

/** The octets of groups of sixteen bits, the last of which may be two in the form of an IPv4 address. */
function groupsOf(text: string): readonly number[] {
  if (text === '') return [];
  return text.split(':').flatMap((group) => {
    if (group.includes('.')) return group.split('.').map(Number);
    const bits = Number.parseInt(group, 16);
    return [bits >> 8, bits & 0xff];
  });
}
