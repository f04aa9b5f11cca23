import type { Effect } from '../../tcp/effect.ts';
import type { TcpEvent, UserCall } from '../../tcp/event.ts';
import { step, type Step } from '../../tcp/step.ts';
import { closedTcb, type Tcb } from '../../tcp/tcb.ts';
import { envFor, type HostEnv } from './host-env.ts';
import { placed, type Connection, type Host } from './host.ts';
import type { Reaction } from './reaction.ts';

function issIn(effects: readonly Effect[]): number {
  let chosen = 0;
  for (const effect of effects) if (effect.type === 'choose ISS') chosen += 1;
  return chosen;
}

/** A connection of a listener after a step: its handshake may be over, well or badly, and a deleted one leaves its place. */
function moved(connection: Connection, tcb: Tcb, host: Host): Connection {
  const { state } = tcb;
  if (connection.stage === 'half-open' && state !== 'SYN-RECEIVED') {
    // Back in LISTEN means: the listener, which never left it, is all that is left.
    if (state === 'LISTEN' || state === 'CLOSED') return { ...connection, tcb: closedTcb(tcb.rcv.buffer), stage: 'own' };
    // An old duplicate had reopened it (RFC 9293 §3.6.1, MAY-2): the old connection is there again.
    if (state === 'TIME-WAIT') return { ...connection, tcb, stage: 'own' };
    return { ...connection, tcb, stage: 'waiting', completed: host.completions + 1 };
  }
  // One that Fast Open had handed over before its handshake was over has no listener to go back to.
  if (connection.stage !== 'own' && state === 'LISTEN') return { ...connection, tcb: closedTcb(tcb.rcv.buffer), stage: 'own' };
  return connection.stage === 'accepted' && state === 'CLOSED' ? { ...connection, tcb, stage: 'own' } : { ...connection, tcb };
}

/** The host with what a step has made of the connection at this place; `before`: the endpoint that took the step. */
export function settled(host: Host, at: number, connection: Connection, before: Tcb, { endpoint, effects, because }: Step): Reaction {
  const { stage } = connection;
  const next: Connection = stage === 'own' ? { ...connection, tcb: endpoint } : moved(connection, endpoint, host);
  const completions = next.stage === 'waiting' && stage !== 'waiting' ? host.completions + 1 : host.completions;
  const after: Host = { ...host, connections: placed(host.connections, at, next), issChosen: host.issChosen + issIn(effects), completions };
  return { host: after, connection: at, before, after: endpoint, effects, because };
}

/** Whether the SYN,ACK of a handshake that waits for data is kept back once more: it goes again only at the last of the timeouts, to draw another ACK. */
function keptBack({ tcb, deferred }: Connection, event: TcpEvent, { profile }: HostEnv): boolean {
  return deferred === true && event.type === 'RETRANSMISSION TIMEOUT' && (tcb.queue[0]?.transmissions ?? 1) < profile.deferAccept;
}

/** One event happens to the connection at this place, in whatever state it is. */
export function happen(host: Host, at: number, connection: Connection, event: TcpEvent, env: HostEnv): Reaction {
  const { local, remote, tcb } = connection;
  const done = step(tcb, event, envFor(host, local, remote, env));
  const reaction = settled(host, at, connection, tcb, done);
  if (!keptBack(connection, event, env)) return reaction;
  return { ...reaction, effects: done.effects.filter(({ type }) => type !== 'emit'), because: ['listener.defers-again'] };
}

/** A call of the user on a connection. One that no ACCEPT has handed over yet is not the user's: only that it exists can be learned. */
export function call(host: Host, at: number, connection: Connection, event: UserCall, env: HostEnv): Reaction {
  const { stage, tcb, local, remote } = connection;
  if ((stage !== 'half-open' && stage !== 'waiting') || event.type === 'OPEN') return happen(host, at, connection, event, env);
  const { effects, because } = step(closedTcb(tcb.rcv.buffer), event, envFor(host, local, remote, env));
  return { host, connection: at, before: tcb, after: tcb, effects, because };
}
