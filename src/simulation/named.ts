import { USUAL_PORTS } from './connections.ts';
import type { Trace } from './trace.ts';

/** The port that names the connection, where a run has several and it has to be said which is meant; null where it has one. */
export function nameOf({ connections }: Trace, connection: number | null): number | null {
  if (connections.length < 2 || connection === null) return null;
  return connections[connection]?.name ?? null;
}

/** Whether ports have to be named because some are not the usual ones. */
export function hasOtherPorts({ connections }: Trace): boolean {
  return connections.some(({ ports }) => ports.A !== USUAL_PORTS.A || ports.B !== USUAL_PORTS.B);
}
