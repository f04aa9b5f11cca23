import { print } from '../scenario/print.ts';
import { HOST_IDS, type HostId } from '../simulation/scenario.ts';
import type { Trace } from '../simulation/trace.ts';
import { captureOf, type Sighting } from './capture-of.ts';
import { writePcap } from './file/write-pcap.ts';
import { writePcapng } from './file/write-pcapng.ts';
import { CAPTURE_ADDRESSES, frameOf, type IpVersion } from './frame-of.ts';
import { octetsOfAddress } from './packet/address.ts';

/** The kinds of capture files that are written. */
export const CAPTURE_FORMATS = ['pcapng', 'pcap'] as const;

/** One of them. */
export type CaptureFormat = (typeof CAPTURE_FORMATS)[number];

/** When every run begins in a capture, microseconds since 1970: 1 August 2022, the month of RFC 9293, UTC. */
export const CAPTURE_BEGINS = 1_659_312_000_000_000;

/** How a run is to be written. */
export interface CaptureWish {
  /** The host at which the capture is taken. */
  readonly view: HostId;
  readonly format: CaptureFormat;
  readonly ip: IpVersion;
  /** What is remarked on a segment as it passes that host; pcap has no place for it. */
  readonly remark: (sighting: Sighting) => string;
}

/** The run as the capture file that a program at one of its hosts would have written; of pcapng the section's comment is the scenario, so that the file says what it was made from. */
export function captureFile(trace: Trace, { view, format, ip, remark }: CaptureWish): Uint8Array {
  const frames = captureOf(trace, view).map((sighting) => ({
    at: CAPTURE_BEGINS + Math.round(sighting.at * 1000),
    octets: frameOf(trace, sighting.flight, ip),
    way: sighting.way,
    comment: remark(sighting),
  }));
  if (format === 'pcap') return writePcap(frames);
  const { hosts } = trace.scenario;
  return writePcapng(frames, {
    comment: print(trace.scenario),
    application: 'Handshake Lab',
    interface: hosts[view].name,
    names: HOST_IDS.map((host) => ({ address: octetsOfAddress(CAPTURE_ADDRESSES[ip][host]), name: hosts[host].name })),
  });
}
