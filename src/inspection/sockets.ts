import { ADDRESSES } from '../simulation/connections.ts';
import { peerOf, type HostId } from '../simulation/scenario.ts';
import { tcbAfter } from '../simulation/tcb-after.ts';
import type { Trace, TraceConnection } from '../simulation/trace.ts';
import { seqDiff } from '../tcp/seq.ts';
import { finCame, type State } from '../tcp/state.ts';
import type { Tcb } from '../tcp/tcb.ts';
import { listeners } from './listeners.ts';
import { socketTimer } from './socket-timer.ts';

/** One line of what `ss -tano` prints. */
export interface SocketLine {
  readonly state: string;
  readonly recvQ: number;
  readonly sendQ: number;
  /** Address and port, as `192.0.2.1:49152`. */
  readonly local: string;
  readonly peer: string;
  /** As `timer:(on,200ms,0)`; null: none is shown. */
  readonly timer: string | null;
}

const ANYBODY = '0.0.0.0';

/** The state in the words of `ss`, which abbreviates two of them. */
export function stateWord(state: State): string {
  return state === 'ESTABLISHED' ? 'ESTAB' : state === 'SYN-RECEIVED' ? 'SYN-RECV' : state;
}

/** Whether the kernel keeps no more of the socket than its numbers, and reports both queues as empty: a half-open connection of a listener, and TIME-WAIT. */
function isSmall({ state, opened }: Tcb): boolean {
  return state === 'TIME-WAIT' || (state === 'SYN-RECEIVED' && opened === 'passive');
}

/** RCV.NXT less what the user has taken: also the FIN counts until the user has read up to it. */
function received({ rcv, state }: Tcb): number {
  return rcv.unread + (finCame(state) && !rcv.reading && !rcv.deaf ? 1 : 0);
}

/** What the user has handed over less SND.UNA: SYN and FIN count. */
function unacknowledged({ snd }: Tcb): number {
  return seqDiff(snd.nxt, snd.una) + snd.unsent + (snd.fin === 'queued' ? 1 : 0);
}

function listenLine(port: number, recvQ: number, sendQ: number): SocketLine {
  return { state: 'LISTEN', recvQ, sendQ, local: `${ANYBODY}:${String(port)}`, peer: `${ANYBODY}:*`, timer: null };
}

function connectionLine(trace: Trace, host: HostId, shown: number, at: number, { ports }: TraceConnection, tcb: Tcb): SocketLine {
  const peer = peerOf(host);
  return {
    state: stateWord(tcb.state),
    recvQ: isSmall(tcb) ? 0 : received(tcb),
    sendQ: isSmall(tcb) ? 0 : unacknowledged(tcb),
    local: `${ADDRESSES[host]}:${String(ports[host])}`,
    peer: `${ADDRESSES[peer]}:${String(ports[peer])}`,
    timer: socketTimer(trace, host, shown, at),
  };
}

/**
 * What `ss -tano` would list on the host after the first `shown` moments: listeners, then connections in their order, none for
 * CLOSED. Recv-Q and Send-Q are octets that the user has not read, and that the peer has not acknowledged; of a listener how many
 * connections wait to be accepted, and its backlog (`tcp_diag_get_info` of Linux). A passive OPEN of one connection has no backlog: 0.
 */
export function sockets(trace: Trace, host: HostId, shown: number): readonly SocketLine[] {
  const open = listeners(trace, host, shown);
  const ports = new Set(open.map(({ port }) => port));
  const lines = open.map(({ port, backlog, waiting }) => listenLine(port, waiting, backlog));
  for (const [at, connection] of trace.connections.entries()) {
    const tcb = tcbAfter(trace, host, shown, at);
    if (tcb.state === 'CLOSED') continue;
    if (tcb.state !== 'LISTEN') lines.push(connectionLine(trace, host, shown, at, connection, tcb));
    else if (!ports.has(connection.ports[host])) {
      ports.add(connection.ports[host]);
      lines.push(listenLine(connection.ports[host], 0, 0));
    }
  }
  return lines;
}
