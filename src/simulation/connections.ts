import { peerOf, type Action, type HostId, type Scenario } from './scenario.ts';

/** What names a connection of two hosts. */
export interface Ports {
  /** The port at each host. */
  readonly ports: Readonly<Record<HostId, number>>;
  /** The port that it is opened from, by which acts, diagrams and sentences name it. */
  readonly name: number;
}

/** The ports where nobody says otherwise: the first of the dynamic ones (RFC 6335 §6), and that of HTTP. */
export const USUAL_PORTS: Readonly<Record<HostId, number>> = { A: 49_152, B: 80 };

/** Where each host is, in the addresses kept for documentation (RFC 5737). */
export const ADDRESSES: Readonly<Record<HostId, string>> = { A: '192.0.2.1', B: '198.51.100.1' };

const usual = (name: number): Ports => ({ ports: USUAL_PORTS, name });

/** The connections of a scenario in the order in which its script opens them, at least one; every act, fault and expectation speaks of one of them. */
export function connectionsOf({ script, established }: Pick<Scenario, 'script' | 'established'>): readonly Ports[] {
  const found: Ports[] = established ? [usual(USUAL_PORTS.A)] : [];
  for (const { action } of script) {
    if (action.type !== 'connect') continue;
    const { host, from, to } = action;
    const first = found[0];
    if (from === undefined && to === undefined && first !== undefined) continue;
    const peer = peerOf(host);
    const own = from ?? USUAL_PORTS[host];
    const far = to ?? USUAL_PORTS[peer];
    if (found.some(({ ports }) => ports[host] === own && ports[peer] === far)) continue;
    found.push({ ports: host === 'A' ? { A: own, B: far } : { A: far, B: own }, name: own });
  }
  return found.length === 0 ? [usual(USUAL_PORTS.A)] : found;
}

/** The place of the connection that is meant by `on`, the port that it was opened from; the first one where nothing is said. */
export function placeNamed(connections: readonly Ports[], on: number | undefined): number {
  if (on === undefined) return 0;
  const named = connections.findIndex(({ name }) => name === on);
  return named >= 0 ? named : Math.max(0, connections.findIndex(({ ports }) => ports.A === on || ports.B === on));
}

/** The place of the connection that a `connect` opens. */
export function placeOpened(connections: readonly Ports[], { host, from, to }: Extract<Action, { type: 'connect' }>): number {
  if (from === undefined && to === undefined) return 0;
  const peer = peerOf(host);
  const own = from ?? USUAL_PORTS[host];
  const far = to ?? USUAL_PORTS[peer];
  return Math.max(0, connections.findIndex(({ ports }) => ports[host] === own && ports[peer] === far));
}
