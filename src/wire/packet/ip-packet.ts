import type { EcnField } from '../../tcp/segment.ts';
import type { WireFault } from './wire-fault.ts';

/** A whole IP packet that carries TCP. */
export interface IpPacket {
  readonly version: 4 | 6;
  /** Where in the frame the addresses stand; of the destination the last one, where a routing header names more. */
  readonly source: number;
  readonly destination: number;
  /** Where in the frame the TCP header begins. */
  readonly at: number;
  /** Octets of TCP header and data, by the IP header. */
  readonly length: number;
  readonly ecn: EcnField;
  readonly faults: readonly WireFault[];
}

/** An IP packet that carries something else than TCP: which protocol, and where in the frame that begins. */
export interface OtherPacket {
  readonly what: 'not TCP';
  readonly protocol: number;
  readonly at: number;
}

/** No faults: one array for all frames that have none. */
export const NO_FAULTS: readonly WireFault[] = Object.freeze([]);

const ECN: readonly EcnField[] = ['not-ECT', 'ECT', 'ECT', 'CE'];

/** What the two lowest bits of the traffic class say (RFC 3168 §5). */
export function ecnOf(trafficClass: number): EcnField {
  return ECN[trafficClass & 3] ?? 'not-ECT';
}
