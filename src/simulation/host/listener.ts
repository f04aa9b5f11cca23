import type { Tcb } from '../../tcp/tcb.ts';
import { step } from '../../tcp/step.ts';
import { happen } from './happen.ts';
import { envFor, type HostEnv } from './host-env.ts';
import { listenerOn, placed, unopened, type Connection, type Host, type Listener } from './host.ts';
import type { Reaction } from './reaction.ts';

/** The foreign socket of a passive OPEN that waits for anybody (RFC 9293 §3.9.1.1). */
const ANYBODY = { address: '0.0.0.0', port: 0 };

/** A passive OPEN with a backlog: from now on each SYN for the port begins a connection that is as `closed` before it is opened. */
export function listen(host: Host, port: number, backlog: number, closed: Tcb, env: HostEnv): Reaction {
  const present = listenerOn(host, port);
  if (present !== undefined) {
    const { listening } = present;
    const effects = [{ type: 'tell', signal: 'error: connection already exists' } as const];
    return { host, connection: null, before: listening, after: listening, effects, because: ['listener.exists'] };
  }
  const { endpoint, effects, because } = step(closed, { type: 'OPEN', mode: 'passive' }, envFor(host, port, ANYBODY, env));
  const listener: Listener = { port, backlog, listening: endpoint };
  const after: Host = { ...host, listeners: [...host.listeners, listener] };
  return { host: after, connection: null, before: closed, after: endpoint, effects, because: [...because, 'listener.opens'] };
}

/** The place of the connection that has waited longest for an ACCEPT on the port; −1: none waits. */
export function firstWaiting({ connections }: Host, port: number): number {
  let first = -1;
  for (const [at, { stage, local, completed }] of connections.entries()) {
    if (stage === 'waiting' && local === port && completed < (connections[first]?.completed ?? Infinity)) first = at;
  }
  return first;
}

/** ACCEPT: the connection that has waited longest becomes its user's. Null: none waits. */
export function accept(host: Host, port: number): { readonly host: Host; readonly at: number; readonly connection: Connection } | null {
  const at = firstWaiting(host, port);
  const waiting = host.connections[at];
  if (waiting === undefined) return null;
  const connection: Connection = { ...waiting, stage: waiting.tcb.state === 'CLOSED' ? 'own' : 'accepted' };
  return { host: { ...host, connections: placed(host.connections, at, connection) }, at, connection };
}

/** The user listens no longer: what nobody has accepted ends with the listener, handshakes silently, complete connections by ABORT. */
export function stopListening(host: Host, port: number, env: HostEnv): { readonly host: Host; readonly reactions: readonly Reaction[] } {
  let left: Host = { ...host, listeners: host.listeners.filter((listener) => listener.port !== port) };
  const reactions: Reaction[] = [];
  for (const [at, connection] of host.connections.entries()) {
    const { stage, local, remote, tcb } = connection;
    if (local !== port || (stage !== 'half-open' && stage !== 'waiting')) continue;
    if (stage === 'waiting') {
      const reaction = happen(left, at, connection, { type: 'ABORT' }, env);
      reactions.push(reaction);
      left = reaction.host;
    }
    left = { ...left, connections: placed(left.connections, at, unopened(local, remote, tcb.rcv.buffer)) };
  }
  return { host: left, reactions };
}
