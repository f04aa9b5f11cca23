import { ADDRESSES } from '../simulation/connections.ts';
import type { HostId } from '../simulation/scenario.ts';
import type { Flight, Trace } from '../simulation/trace.ts';
import { envelopeOf } from './header.ts';
import { joined } from './joined.ts';
import { ethernetFrame, type HardwareAddress } from './packet/ethernet.ts';
import { ipHeader } from './packet/ip-header.ts';
import { payload } from './payload.ts';
import { tcpHeader } from './tcp-header.ts';

/** The versions of IP that a capture may be written in. */
export type IpVersion = 4 | 6;

/** Where the hosts are in a capture: addresses that are kept for documentation (RFC 5737 for IPv4, RFC 3849 for IPv6). */
export const CAPTURE_ADDRESSES: Readonly<Record<IpVersion, Readonly<Record<HostId, string>>>> = { 4: ADDRESSES, 6: { A: '2001:db8:1::1', B: '2001:db8:2::1' } };

/** The hosts' hardware addresses, kept for documentation as well (RFC 9542 §2.1.4). */
const HARDWARE: Readonly<Record<HostId, HardwareAddress>> = {
  A: [0x00, 0x00, 0x5e, 0x00, 0x53, 0x01],
  B: [0x00, 0x00, 0x5e, 0x00, 0x53, 0x02],
};

/** What tells a flight from the others of its host: which of its segments it is. A copy has that of what it copies, a retransmission one of its own, a forged segment 0. */
function identificationOf({ copyOf, turn }: Flight, trace: Trace): number {
  const copied = copyOf === null ? undefined : trace.flights[copyOf];
  return copied === undefined ? turn : identificationOf(copied, trace);
}

/** A flight as an Ethernet frame: IP header, TCP header and data, with all checksums. */
export function frameOf(trace: Trace, flight: Flight, ip: IpVersion): Uint8Array {
  const { from, to, segment } = flight;
  const envelope = envelopeOf(trace, flight, CAPTURE_ADDRESSES[ip]);
  const data = payload(segment);
  const { octets } = tcpHeader(segment, envelope, data);
  const outer = ipHeader({ from: envelope.from, to: envelope.to, ecn: segment.ecn, identification: identificationOf(flight, trace) }, octets.length + data.length);
  return ethernetFrame(HARDWARE[from], HARDWARE[to], joined([outer, octets, data]));
}
