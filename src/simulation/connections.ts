import { peerOf, type Action, type HostId, type Scenario } from './scenario.ts';

/** What names a connection of two hosts. */
export interface Ports {
  /** The port at each host. */
  readonly ports: Readonly<Record<HostId, number>>;
  /** The port that it is opened from, by which acts, diagrams and sentences name it. */
  readonly name: number;
}

type Connect = Extract<Action, { type: 'connect' }>;

/** The ports where nobody says otherwise: the first of the dynamic ones (RFC 6335 §6), and that of HTTP. */
export const USUAL_PORTS: Readonly<Record<HostId, number>> = { A: 49_152, B: 80 };

/** Where each host is, in the addresses kept for documentation (RFC 5737). */
export const ADDRESSES: Readonly<Record<HostId, string>> = { A: '192.0.2.1', B: '198.51.100.1' };

const FIRST: Ports = { ports: USUAL_PORTS, name: USUAL_PORTS.A };

/** The connection that a `connect` opens where it says a port, or is the first act that opens one. */
export function portsOf({ host, from, to }: Connect): Ports {
  const own = from ?? USUAL_PORTS[host];
  const far = to ?? USUAL_PORTS[peerOf(host)];
  return { ports: host === 'A' ? { A: own, B: far } : { A: far, B: own }, name: own };
}

/** Whether two ports at two hosts are the same connection. */
export function isSame(one: Ports, other: Ports): boolean {
  return one.ports.A === other.ports.A && one.ports.B === other.ports.B;
}

function opensFirst({ from, to }: Connect): boolean {
  return from === undefined && to === undefined;
}

/** The connections of a scenario in the order in which its script, and what is done beside it, opens them, at least one; every act, fault and expectation speaks of one of them. */
export function connectionsOf({ script, interventions, established }: Pick<Scenario, 'script' | 'interventions' | 'established'>): readonly Ports[] {
  const found: Ports[] = established ? [FIRST] : [];
  for (const { action } of [...script, ...interventions]) {
    if (action.type !== 'connect' || (opensFirst(action) && found.length > 0)) continue;
    const opened = portsOf(action);
    if (!found.some((known) => isSame(known, opened))) found.push(opened);
  }
  return found.length === 0 ? [FIRST] : found;
}

/** The place of the connection that is meant by `on`, the port that it was opened from; the first one where nothing is said or none has the name. */
export function placeNamed(connections: readonly Ports[], on: number | undefined): number {
  return on === undefined ? 0 : Math.max(0, connections.findIndex(({ name }) => name === on));
}

/** The place of the connection that a `connect` opens. */
export function placeOpened(connections: readonly Ports[], action: Connect): number {
  if (opensFirst(action)) return 0;
  const opened = portsOf(action);
  return Math.max(0, connections.findIndex((known) => isSame(known, opened)));
}
