import type { Socket } from '../simulation/host/host.ts';
import type { Recorded, Recording, Side } from './recording.ts';

/** The two ends of a connection. */
export type Flow = Readonly<Record<Side, Socket>>;

/** The other side. */
export function otherSide(side: Side): Side {
  return side === 'A' ? 'B' : 'A';
}

/** The side that a recorded segment comes from. */
export function sideOf({ dir }: Pick<Recorded, 'dir'>): Side {
  return dir === 'A>B' ? 'A' : 'B';
}

function socketOf(text: string): Socket {
  const colon = text.lastIndexOf(':');
  return { address: text.slice(0, colon).replaceAll(/[[\]]/gu, ''), port: Number(text.slice(colon + 1)) };
}

/** The flow of a recorded segment: as it says, or that of the hosts. */
export function flowOf(line: Recorded, { hosts }: Recording): Flow {
  if (line.flow === undefined) return { A: { address: hosts.A.ip, port: hosts.A.port }, B: { address: hosts.B.ip, port: hosts.B.port } };
  const [from = '', to = ''] = line.flow.split('>');
  return line.dir === 'A>B' ? { A: socketOf(from), B: socketOf(to) } : { A: socketOf(to), B: socketOf(from) };
}

/** A name for the flow, the same for equal ones. */
export function flowKey({ A, B }: Flow): string {
  return `${A.address}:${A.port} ${B.address}:${B.port}`;
}
