import { ACK, RST, SYN, has } from '../../tcp/flags.ts';
import { emit, rstFor } from '../../tcp/reply.ts';
import type { Segment } from '../../tcp/segment.ts';
import { step } from '../../tcp/step.ts';
import { closedTcb, type Tcb } from '../../tcp/tcb.ts';
import { isAcceptQueueFull, isFull, wantsCookie } from './backlog.ts';
import { happen, settled } from './happen.ts';
import { envFor, type HostEnv } from './host-env.ts';
import { listenerOn, placeOf, placed, unopened, type Connection, type Host, type Listener } from './host.ts';
import type { Incoming } from './incoming.ts';
import type { Reaction } from './reaction.ts';
import { answeredByCookie, cookieBack, isBare } from './syn-cookie.ts';

const isSyn = ({ flags }: Segment): boolean => has(flags, SYN) && !has(flags, ACK) && !has(flags, RST);

function withheld(host: Host, tcb: Tcb, because: string): Reaction {
  return { host, connection: null, before: tcb, after: tcb, effects: [], because: [because] };
}

/** A SYN begins a connection of its own; everything else leaves no trace at a listener but an answer (RFC 9293 §3.10.7.2). */
function atListener(host: Host, listener: Listener, known: number, { local, remote, segment }: Incoming, env: HostEnv): Reaction {
  const { listening } = listener;
  const back = cookieBack(host, listener, known, { local, remote, segment }, env);
  if (back !== null) return back;
  const heard = step(listening, { type: 'SEGMENT ARRIVES', segment }, envFor(host, local, remote, env));
  if (heard.endpoint.state === 'LISTEN') {
    return { host, connection: null, before: listening, after: listening, effects: heard.effects, because: heard.because };
  }
  if (isAcceptQueueFull(host, listener, env.profile) && env.profile.halfOpenQueue === 'apart') return withheld(host, listening, 'listener.full');
  if (wantsCookie(host, listener, env.profile)) return answeredByCookie(host, listener, { local, remote, segment }, env);
  if (isFull(host, listener, env.profile)) return withheld(host, listening, 'listener.full');
  const begun: Connection = { local, remote, tcb: listening, stage: 'half-open', completed: 0 };
  const at = known < 0 ? host.connections.length : known;
  const reaction = settled(host, at, begun, listening, heard);
  const early = heard.because.includes('listen.fast-open');
  return early ? believed(reaction, at, [...heard.because, 'listener.begins']) : { ...reaction, because: [...heard.because, 'listener.begins'] };
}

/** Who shows a Fast Open cookie waits for the user already: its data is to be had before the handshake is over (RFC 7413 §4.2.2). */
function believed(reaction: Reaction, at: number, because: readonly string[]): Reaction {
  const { host } = reaction;
  const begun = host.connections[at];
  if (begun === undefined) return reaction;
  const completions = host.completions + 1;
  const connections = placed(host.connections, at, { ...begun, stage: 'waiting', completed: completions });
  return { ...reaction, host: { ...host, connections, completions }, because: [...because, 'listener.believes'] };
}

/** What would complete a handshake finds the accept queue full: it is overheard, or answered with RST, as the profile has it. */
function overflowed(host: Host, at: number, connection: Connection, segment: Segment, env: HostEnv): Reaction {
  const { tcb, local, remote } = connection;
  if (env.profile.acceptQueueFull === 'ignore') return { ...withheld(host, tcb, 'listener.ack-ignored'), connection: at };
  const gone = unopened(local, remote, tcb.rcv.buffer);
  return {
    host: { ...host, connections: placed(host.connections, at, gone) },
    connection: at,
    before: tcb,
    after: gone.tcb,
    effects: [emit(rstFor(segment)), { type: 'state', from: tcb.state, to: 'CLOSED' }],
    because: ['listener.ack-reset'],
  };
}

/** Whether the host waits for data before it takes the handshake for complete: for so many of its own timeouts. */
function defers({ tcb }: Connection, segment: Segment, { profile }: HostEnv): boolean {
  const timeouts = (tcb.queue[0]?.transmissions ?? 1) - 1;
  return isBare(segment) && timeouts < profile.deferAccept;
}

function deferring(host: Host, at: number, connection: Connection): Reaction {
  const connections = placed(host.connections, at, { ...connection, deferred: true });
  return { ...withheld({ ...host, connections }, connection.tcb, 'listener.defers'), connection: at };
}

/** Where nothing is left of a handshake, what stands there is the listener, as it was all the time. */
function overAt(reaction: Reaction, listener: Listener | undefined): Reaction {
  return reaction.after.state === 'LISTEN' && listener !== undefined ? { ...reaction, after: listener.listening } : reaction;
}

function atHalfOpen(host: Host, at: number, connection: Connection, segment: Segment, env: HostEnv): Reaction {
  const reaction = happen(host, at, connection, { type: 'SEGMENT ARRIVES', segment }, env);
  if (reaction.host.completions === host.completions) return overAt(reaction, listenerOn(host, connection.local));
  if (defers(connection, segment, env)) return deferring(host, at, connection);
  const listener = listenerOn(host, connection.local);
  if (listener !== undefined && isAcceptQueueFull(host, listener, env.profile)) return overflowed(host, at, connection, segment, env);
  return { ...reaction, because: [...reaction.because, 'listener.completes'] };
}

/** TIME-WAIT lets a new connection begin only where somebody listens for it, and has room (RFC 9293 §3.6.1, MAY-2). */
function atTimeWait(host: Host, at: number, connection: Connection, { local, remote, segment }: Incoming, env: HostEnv): Reaction {
  const listener = listenerOn(host, local);
  const { tcb, stage } = connection;
  if (listener === undefined) {
    const listened = stage === 'own' && tcb.opened === 'passive';
    const profile = listened ? env.profile : { ...env.profile, synInTimeWait: 'challenge' as const };
    return happen(host, at, connection, { type: 'SEGMENT ARRIVES', segment }, { ...env, profile });
  }
  const { buffer, reading } = listener.listening.rcv;
  const heard = step({ ...tcb, rcv: { ...tcb.rcv, buffer, reading } }, { type: 'SEGMENT ARRIVES', segment }, envFor(host, local, remote, env));
  if (heard.endpoint.state !== 'SYN-RECEIVED') return happen(host, at, connection, { type: 'SEGMENT ARRIVES', segment }, env);
  if (isFull(host, listener, env.profile)) return withheld(host, tcb, 'listener.full');
  const reaction = settled(host, at, { ...connection, stage: 'half-open', completed: 0 }, tcb, heard);
  return { ...reaction, because: [...heard.because, 'listener.begins'] };
}

/**
 * SEGMENT ARRIVES at a host: the connection with exactly this four-tuple takes it, else the listener of the port,
 * else nobody, as in CLOSED (RFC 9293 §3.10.7.1).
 */
export function arrive(host: Host, incoming: Incoming, env: HostEnv): Reaction {
  const { local, remote, segment } = incoming;
  const at = placeOf(host, local, remote);
  const connection = host.connections[at];
  if (connection !== undefined && connection.tcb.state !== 'CLOSED') {
    if (connection.stage === 'half-open') return atHalfOpen(host, at, connection, segment, env);
    if (connection.tcb.state === 'TIME-WAIT' && isSyn(segment)) return atTimeWait(host, at, connection, incoming, env);
    return happen(host, at, connection, { type: 'SEGMENT ARRIVES', segment }, env);
  }
  const listener = listenerOn(host, local);
  if (listener !== undefined) return atListener(host, listener, at, incoming, env);
  if (connection !== undefined) return happen(host, at, connection, { type: 'SEGMENT ARRIVES', segment }, env);
  const nobody = closedTcb(0);
  const { effects, because } = step(nobody, { type: 'SEGMENT ARRIVES', segment }, envFor(host, local, remote, env));
  return { host, connection: null, before: nobody, after: nobody, effects, because };
}
