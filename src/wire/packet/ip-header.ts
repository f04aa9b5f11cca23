import type { EcnField } from '../../tcp/segment.ts';
import { checksum, TCP } from '../checksum.ts';

/** What an IP header says of the segment behind it. */
export interface IpEnvelope {
  /** Addresses of 4 or of 16 octets, both of the same kind. */
  readonly from: Uint8Array;
  readonly to: Uint8Array;
  readonly ecn: EcnField;
  /** What tells this datagram from others of its sender, 16 bits; IPv6 has no such field (RFC 791 §3.1). */
  readonly identification: number;
}

/** The two bits of each ECN field; what may be marked is ECT(0) (RFC 3168 §5). */
const ECN: Readonly<Record<EcnField, number>> = { 'not-ECT': 0b00, ECT: 0b10, CE: 0b11 };

/** How many routers a datagram may pass: what most systems begin with (RFC 1340, "IP Time to Live"). */
const TTL = 64;

/** Octets of an IPv4 address, and of a header without options. */
const ADDRESS = 4;
const HEADER = 20;
const DONT_FRAGMENT = 0x40;
const CHECKSUM_AT = 10;

/** An IPv4 header without options: not to be fragmented, as what discovers the path's MTU sends it (RFC 1191 §3). */
function ipv4Header({ from, to, ecn, identification }: IpEnvelope, segment: number): Uint8Array {
  const total = HEADER + segment;
  // What no length field can say, a network card is left to cut; then systems write 0.
  const said = total > 0xffff ? 0 : total;
  const octets = Uint8Array.of(0x45, ECN[ecn], said >> 8, said, identification >> 8, identification, DONT_FRAGMENT, 0, TTL, TCP, 0, 0, ...from, ...to);
  const sum = checksum(octets);
  octets.set([sum >> 8, sum & 0xff], CHECKSUM_AT);
  return octets;
}

/** An IPv6 header without a flow label (RFC 8200 §3); the ECN field is the end of its traffic class. */
function ipv6Header({ from, to, ecn }: IpEnvelope, segment: number): Uint8Array {
  const said = segment > 0xffff ? 0 : segment;
  return Uint8Array.of(0x60, ECN[ecn] << 4, 0, 0, said >> 8, said, TCP, TTL, ...from, ...to);
}

/** The IP header before a TCP segment of so many octets, header and data: of 20 octets between IPv4 addresses, of 40 between IPv6 ones. */
export function ipHeader(envelope: IpEnvelope, segment: number): Uint8Array {
  return envelope.from.length === ADDRESS ? ipv4Header(envelope, segment) : ipv6Header(envelope, segment);
}
