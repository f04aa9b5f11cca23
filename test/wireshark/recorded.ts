import { readFileSync, readdirSync } from 'node:fs';
import { conversations, isOf } from '../../src/capture/conversations.ts';
import { observe } from '../../src/capture/observe.ts';
import type { HostId } from '../../src/simulation/scenario.ts';
import { captureOf, type Sighting } from '../../src/wire/capture-of.ts';
import { readWhole, segmentsIn } from '../captures/read-whole.ts';
import type { KnownFrame } from './compared.ts';

const CAPTURES = new URL('../captures/recordings/', import.meta.url);
const RECORDINGS = new URL('../../content/recordings/', import.meta.url);

/** The captures of a real Linux, by their names. */
export const RECORDED: readonly string[] = readdirSync(CAPTURES).filter((file) => file.endsWith('.pcap')).sort();

/** The octets of one of them. */
export function recordedFile(name: string): Uint8Array {
  return readFileSync(new URL(name, CAPTURES));
}

/** The address of the host where it was taken. */
function addressOf(name: string): string {
  const [recording = ''] = name.split(/(?:-B)?\.pcap$/u);
  const { hosts } = JSON.parse(readFileSync(new URL(`${recording}.json`, RECORDINGS), 'utf8')) as { readonly hosts: Readonly<Record<HostId, { readonly ip: string }>> };
  return hosts[name.endsWith('-B.pcap') ? 'B' : 'A'].ip;
}

/** The frames of a capture of a real Linux, each conversation followed by the rules of the engine. */
export function recordedFrames(name: string): readonly KnownFrame[] {
  const { all } = readWhole(recordedFile(name));
  const found = conversations();
  for (const { frame, decoded } of all) if (decoded.type === 'segment') found.add(decoded, frame.offset);
  const taken = addressOf(name);
  return found.list().flatMap((conversation, place, listed): readonly KnownFrame[] => {
    const { trace, captured } = observe(conversation, segmentsIn({ all }).filter((segment) => isOf(conversation, segment)));
    const view = conversation.ends.A.address === taken ? 'A' : 'B';
    const sightings = new Map(captureOf(trace, view).map((sighting) => [sighting.flight.id, sighting]));
    const hasOlder = listed.slice(0, place).some(({ ends }) => ends.A.port === conversation.ends.A.port && ends.B.port === conversation.ends.B.port);
    // What an observer takes to have reached nobody has no moment; flights are in the order in which they left.
    const passed = captured.map(({ frame, at }, id): { readonly number: number; readonly one: Sighting } => {
      const flight = trace.flights[id]!;
      return { number: frame, one: sightings.get(id) ?? { flight, at, way: flight.from === view ? 'out' : 'in', moment: -1 } };
    }).toSorted((one, other) => one.number - other.number);
    return passed.map(({ number, one }, at) => ({ number, seen: { trace, one, before: passed.slice(0, at).map((earlier) => earlier.one), hasOlder } }));
  });
}
