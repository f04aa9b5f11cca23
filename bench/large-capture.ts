import { closeSync, openSync, writeSync } from 'node:fs';
import { captureOf } from '../src/wire/capture-of.ts';
import { frameOf } from '../src/wire/frame-of.ts';
import { onesSum } from '../src/wire/ones-sum.ts';
import { parse } from '../src/scenario/parse.ts';
import { run } from '../src/simulation/run.ts';

/** Conversations of a small office, as the notation has them, and how many of each there are in a round. */
type Mix = readonly (readonly [times: number, text: string])[];

const OFFICE: Mix = [
  [24, 'server listens\nclient connects\nclient sends 400\nserver sends 6000\nclient closes\nserver closes'],
  [8, 'server listens\nclient connects\nclient sends 120\nserver sends 180\nclient sends 90\nserver sends 900\nserver closes\nclient closes'],
  [2, 'server listens\nclient connects\nclient sends 300\nserver sends 150000\nclient closes\nserver closes'],
  [1, 'lose 2 % of client data\nserver listens\nclient connects\nclient sends 60000\nclient closes\nserver closes'],
  [4, 'client connects'],
  [2, 'server listens\nclient connects\nclient sends 200\nserver aborts'],
];

/** A flood: one SYN from each client, and no answer. */
export const FLOOD: Mix = [[40, 'client connects\nstop at 1 ms']];

/** A frame of a conversation: when, in µs from its beginning, and its octets. */
interface Sample {
  readonly at: number;
  readonly octets: Uint8Array;
  readonly isFromClient: boolean;
}

const SNAP = 262_144;
const BEGINS = 1_700_000_000;
/** Where things stand in an Ethernet frame with IPv4 and TCP. */
const AT = { ip: 14, ipChecksum: 24, source: 26, destination: 30, tcp: 34, tcpChecksum: 50 } as const;

function samplesOf(text: string): readonly Sample[] {
  const { scenario, problems } = parse(`profile linux\n${text}`);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  const trace = run(scenario);
  return captureOf(trace, 'A').map(({ flight, at }) => ({ at: Math.round(at * 1000), octets: frameOf(trace, flight, 4), isFromClient: flight.from === 'A' }));
}

/** The same frame of another client: its address and port are put in, and both checksums made anew. */
function ofClient({ octets, isFromClient }: Sample, client: number): Uint8Array {
  const frame = octets.slice();
  const view = new DataView(frame.buffer);
  view.setUint32(isFromClient ? AT.source : AT.destination, 0x0a000001 + Math.floor(client / 50_000));
  view.setUint16(isFromClient ? AT.tcp : AT.tcp + 2, 10_000 + (client % 50_000));
  view.setUint16(AT.ipChecksum, 0);
  view.setUint16(AT.ipChecksum, 0xffff - onesSum(frame, AT.ip, AT.tcp));
  view.setUint16(AT.tcpChecksum, 0);
  const pseudo = onesSum(frame, AT.source, AT.tcp, 6 + (view.getUint16(AT.ip + 2) - 20));
  view.setUint16(AT.tcpChecksum, 0xffff - onesSum(frame, AT.tcp, AT.ip + view.getUint16(AT.ip + 2), pseudo));
  return frame;
}

function record(us: number, octets: Uint8Array): readonly Uint8Array[] {
  const head = new DataView(new ArrayBuffer(16));
  [BEGINS + Math.floor(us / 1_000_000), us % 1_000_000, octets.length, octets.length].forEach((value, place) => head.setUint32(4 * place, value, true));
  return [new Uint8Array(head.buffer), octets];
}

/** What a written capture holds. */
export interface Written {
  readonly octets: number;
  readonly frames: number;
  readonly conversations: number;
}

/** Writes a pcap file of at least `size` octets: rounds of conversations that go on at the same time, their frames mixed by time, all checksums right. */
export function writeLargeCapture(file: string, size: number, mix = OFFICE): Written {
  const kinds = mix.map(([times, text]) => ({ times, samples: samplesOf(text) }));
  const out = openSync(file, 'w');
  const head = new DataView(new ArrayBuffer(24));
  [0xa1b2c3d4, 0x0004_0002, 0, 0, SNAP, 1].forEach((value, place) => head.setUint32(4 * place, value, true));
  let octets = writeSync(out, new Uint8Array(head.buffer));
  let [frames, conversations, begun] = [0, 0, 0];
  while (octets < size) {
    const round: { readonly us: number; readonly octets: Uint8Array }[] = [];
    for (const { times, samples } of kinds) {
      for (let time = 0; time < times; time += 1) {
        const start = begun + (conversations % 41) * 9_000;
        for (const sample of samples) round.push({ us: start + sample.at, octets: ofClient(sample, conversations) });
        conversations += 1;
      }
    }
    round.sort((a, b) => a.us - b.us);
    begun = (round.at(-1)?.us ?? begun) + 1_000;
    frames += round.length;
    octets += writeSync(out, Buffer.concat(round.flatMap((one) => record(one.us, one.octets))));
  }
  closeSync(out);
  return { octets, frames, conversations };
}
