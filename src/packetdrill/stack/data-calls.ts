import type { Value } from '../script.ts';
import { seqDiff } from '../../tcp/seq.ts';
import { atEnd } from './engine.ts';
import { happen, type Connection, type Host } from './host.ts';
import { done, failed, orWait, takeError, unsupported, type Application, type Reply, type Socket } from './sockets.ts';
import { numberOf, wordsOf } from './value.ts';

const FLAGS: readonly string[] = ['MSG_DONTWAIT', 'MSG_NOSIGNAL', '0'];
const SEND_FLAGS: readonly string[] = [...FLAGS, 'MSG_OOB'];

function unknownFlag(flags: Value | undefined, known: readonly string[]): string | null {
  return wordsOf(flags).find((word) => !known.includes(word)) ?? null;
}

function nonblocking(socket: Socket, flags: Value | undefined): boolean {
  return socket.options.nonblocking || wordsOf(flags).includes('MSG_DONTWAIT');
}

function readNow(host: Host, connection: Connection, length: number): Reply | null {
  const { unread } = connection.tcb.rcv;
  if (unread > 0) {
    const taken = Math.min(length, unread);
    happen(host, connection, { type: 'RECEIVE', length: taken });
    return done(taken);
  }
  if (connection.error !== null) return failed(takeError(connection) ?? 'ECONNRESET');
  if (connection.tcb.state === 'CLOSED' || atEnd(connection.tcb)) return done(0);
  return length === 0 ? done(0) : null;
}

/** read() and its kin: up to `length` octets, 0 at the end of the stream. */
export function receive(app: Application, socket: Socket, length: number, flags?: Value): Reply {
  const unknown = unknownFlag(flags, FLAGS);
  if (unknown !== null) return unsupported(`the flag ${unknown} is not something that the engine has`);
  const { connection } = socket;
  if (connection === null || (!connection.connected && connection.error === null && connection.tcb.state === 'CLOSED')) return failed('ENOTCONN');
  return orWait(nonblocking(socket, flags), 'EAGAIN', () => readNow(app.host, connection, length));
}

/** Octets that the send buffer holds: sent and not acknowledged, and not sent yet. */
function buffered({ tcb }: Connection): number {
  return Math.max(0, seqDiff(tcb.snd.nxt, tcb.snd.una)) + tcb.snd.unsent;
}

function writeNow(host: Host, connection: Connection, length: number, urgent: boolean): Reply | null {
  if (connection.error !== null) return failed(takeError(connection) ?? 'ECONNRESET');
  const { tcb, options } = connection;
  if (tcb.state === 'CLOSED' || tcb.snd.fin !== 'no') return failed('EPIPE');
  if (!connection.connected) return null;
  if (options.sndbuf !== null && buffered(connection) + length > options.sndbuf) return unsupported('how much a full send buffer takes is not something that the engine has');
  happen(host, connection, urgent ? { type: 'SEND', length, urgent } : { type: 'SEND', length });
  return done(length);
}

/** write() and its kin: hands `length` octets over. */
export function send(app: Application, socket: Socket, length: number, flags?: Value): Reply {
  const unknown = unknownFlag(flags, SEND_FLAGS);
  if (unknown !== null) return unsupported(`the flag ${unknown} is not something that the engine has`);
  const { connection } = socket;
  if (connection === null) return failed('ENOTCONN');
  return orWait(nonblocking(socket, flags), 'EAGAIN', () => writeNow(app.host, connection, length, wordsOf(flags).includes('MSG_OOB')));
}

/** The octets of `[{..., 1000}, {..., 200}]`; null where that is no such list. */
export function vectorLength(vector: Value | undefined): number | null {
  if (vector?.type !== 'list') return null;
  let sum = 0;
  for (const item of vector.items) {
    const length = item.type === 'list' ? numberOf(item.items[1]) : null;
    if (length === null) return null;
    sum += length;
  }
  return sum;
}

/** The octets that a `msghdr` speaks of; null where it carries control messages or is none. */
export function messageLength(message: Value | undefined): number | null {
  if (message?.type !== 'fields' || message.fields['msg_control'] !== undefined) return null;
  return vectorLength(message.fields['msg_iov']);
}

/** ioctl(): the octets that wait to be read, or to be acknowledged. */
export function ioctl(socket: Socket, args: readonly Value[]): Reply {
  const what = wordsOf(args[1])[0];
  const { connection } = socket;
  if (what === 'FIONBIO') {
    socket.options.nonblocking = numberOf(args[2]) !== 0;
    return done(0);
  }
  if (connection === null) return failed('EINVAL');
  if (what === 'SIOCINQ' || what === 'FIONREAD') return done(0, connection.tcb.rcv.unread);
  if (what === 'SIOCOUTQ' || what === 'TIOCOUTQ' || what === 'FIONWRITE') return done(0, buffered(connection));
  return unsupported(`ioctl ${what ?? '?'} is not something that the engine has`);
}
