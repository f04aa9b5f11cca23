import type { Value } from '../script.ts';
import type { TcpEvent } from '../../tcp/event.ts';
import { step } from '../../tcp/step.ts';
import { seqDiff } from '../../tcp/seq.ts';
import { finCame } from '../../tcp/state.ts';
import { mayOpenFast } from './fast-open.ts';
import { envOf, happen, settle, type Connection, type Host } from './host.ts';
import { begin } from './open-calls.ts';
import { done, failed, orWait, takeError, unsupported, type Application, type Reply, type Socket } from './sockets.ts';
import { numberOf, wordsOf, written } from './value.ts';

const FLAGS: readonly string[] = ['MSG_DONTWAIT', 'MSG_NOSIGNAL', '0'];
const SEND_FLAGS: readonly string[] = [...FLAGS, 'MSG_OOB', 'MSG_MORE', 'MSG_EOR', 'MSG_ZEROCOPY', 'MSG_FASTOPEN'];
const READ_FLAGS: readonly string[] = [...FLAGS, 'MSG_PEEK'];

function unknownFlag(flags: Value | undefined, known: readonly string[]): string | null {
  return wordsOf(flags).find((word) => !known.includes(word)) ?? null;
}

function nonblocking(socket: Socket, flags: Value | undefined): boolean {
  return socket.options.nonblocking || wordsOf(flags).includes('MSG_DONTWAIT');
}

function readNow(host: Host, connection: Connection, length: number, peek: boolean): Reply | null {
  const { unread } = connection.tcb.rcv;
  if (unread > 0) {
    const taken = Math.min(length, unread);
    if (!peek) happen(host, connection, { type: 'RECEIVE', length: taken });
    return done(taken);
  }
  if (connection.left > 0) {
    const taken = Math.min(length, connection.left);
    if (!peek) connection.left -= taken;
    return done(taken);
  }
  if (connection.error !== null) return failed(takeError(connection) ?? 'ECONNRESET');
  const { state, rcv } = connection.tcb;
  if (state === 'CLOSED' || (finCame(state) && rcv.unread === 0)) return done(0);
  return length === 0 ? done(0) : null;
}

/** read() and its kin: up to `length` octets, 0 at the end of the stream; MSG_PEEK leaves them in the buffer. */
export function receive(app: Application, socket: Socket, length: number, flags?: Value): Reply {
  const unknown = unknownFlag(flags, READ_FLAGS);
  if (unknown !== null) return unsupported(`the flag ${unknown} is not something that the engine has`);
  const { connection } = socket;
  if (socket.deferred) return nonblocking(socket, flags) ? failed('EAGAIN') : unsupported('to wait for data before a SYN has been sent is not something that the engine has');
  if (connection === null || (!connection.connected && connection.error === null && connection.tcb.state === 'CLOSED')) return failed('ENOTCONN');
  return orWait(nonblocking(socket, flags), 'EAGAIN', () => readNow(app.host, connection, length, wordsOf(flags).includes('MSG_PEEK')));
}

/** Octets that the send buffer holds: sent and not acknowledged, and not sent yet. */
function buffered({ tcb }: Connection): number {
  return Math.max(0, seqDiff(tcb.snd.nxt, tcb.snd.una)) + tcb.snd.unsent;
}

/** How much of `length` the send buffer takes at once, octets: on Linux, as long as it is not full, what completes a chunk. */
function roomFor(host: Host, { tcb, options }: Connection, length: number, held: number): number {
  if (options.sndbuf === null) return length;
  if (host.settings.padding === 'bsd') return Math.max(0, Math.min(length, options.sndbuf - held));
  const { mss, maxWnd, unsent } = tcb.snd;
  const chunk = Math.max(1, Math.floor(maxWnd / 2 / mss)) * mss;
  return held < options.sndbuf ? Math.min(length, chunk - (unsent % chunk)) : 0;
}

/** Linux wakes a call that waits for a full send buffer when a third of it is free. */
function wakes(host: Host, { options }: Connection, held: number): boolean {
  return options.sndbuf === null || host.settings.padding === 'bsd' || held <= (options.sndbuf * 2) / 3;
}

/** Whether a socket counts as writable: there is room in its send buffer, and not too much waits unsent. */
export function isWritable(host: Host, connection: Connection): boolean {
  const { options, tcb } = connection;
  return wakes(host, connection, buffered(connection)) && tcb.snd.unsent < (options.notsentLowat ?? host.settings.notsentLowat);
}

function sendEvent(length: number, flags: readonly string[], last: boolean): TcpEvent {
  const urgent = last && flags.includes('MSG_OOB') ? { urgent: true as const } : {};
  const more = flags.includes('MSG_MORE') ? { more: true as const } : {};
  const ends = last && flags.includes('MSG_EOR') ? { ends: true as const } : {};
  return { type: 'SEND', length, ...urgent, ...more, ...ends };
}

/** A write under way: what is left to hand over, and whether it waits for a full buffer. */
interface Writing {
  readonly length: number;
  left: number;
  waits: boolean;
}

function writeNow(host: Host, connection: Connection, writing: Writing, flags: readonly string[], blocks: boolean): Reply | null {
  const handedOver = writing.length - writing.left;
  const nextRoom = (): number => roomFor(host, connection, writing.left, buffered(connection));
  if (connection.error !== null) return handedOver > 0 ? done(handedOver) : failed(takeError(connection) ?? 'ECONNRESET');
  const { tcb } = connection;
  if (tcb.state === 'CLOSED' || tcb.snd.fin !== 'no') return handedOver > 0 ? done(handedOver) : failed('EPIPE');
  if (!connection.connected) return null;
  const asleep = writing.waits && !wakes(host, connection, buffered(connection));
  for (let room = asleep ? 0 : nextRoom(); room > 0; room = nextRoom()) {
    writing.left -= room;
    const options = flags.includes('MSG_MORE') ? { ...connection.options, cork: true } : connection.options;
    settle(host, connection, step(connection.tcb, sendEvent(room, flags, writing.left === 0), envOf(host, options)));
  }
  writing.waits = writing.left > 0;
  if (writing.left === 0) return done(writing.length);
  return blocks || writing.left === writing.length ? null : done(writing.length - writing.left);
}

/** A write that opens the connection itself: as much as may goes with the SYN. Null: it is open, there is nothing special to do. */
function openFast(app: Application, socket: Socket, length: number, flags: Value | undefined): Reply | null {
  const { host } = app;
  if (socket.connection !== null) return socket.connection.connected || socket.connection.error !== null ? null : failed('EALREADY');
  if (!mayOpenFast(host) || socket.listener !== null) return failed('EOPNOTSUPP');
  const blocks = !nonblocking(socket, flags);
  if (blocks && socket.options.sndbuf !== null) return unsupported('to wait both for a handshake and for room in the send buffer is not something that the engine has');
  const connection = begin(host, socket, true, length, blocks);
  const taken = Math.max(0, seqDiff(connection.tcb.snd.nxt, connection.iss) - 1);
  if (!blocks) return taken > 0 ? done(taken) : failed('EINPROGRESS');
  return orWait(false, 'EINPROGRESS', () => (connection.error === null ? (connection.connected ? done(length) : null) : failed(takeError(connection) ?? 'ECONNREFUSED')));
}

/** write() and its kin: hands `length` octets over. */
export function send(app: Application, socket: Socket, length: number, flags?: Value): Reply {
  const unknown = unknownFlag(flags, SEND_FLAGS);
  if (unknown !== null) return unsupported(`the flag ${unknown} is not something that the engine has`);
  if (socket.deferred || wordsOf(flags).includes('MSG_FASTOPEN')) {
    const begun = openFast(app, socket, length, flags);
    if (begun !== null) return begun;
  }
  const { connection } = socket;
  if (connection === null) return failed(app.host.settings.padding === 'linux' ? 'EPIPE' : 'ENOTCONN');
  const writing: Writing = { length, left: length, waits: false };
  const blocks = !nonblocking(socket, flags);
  return orWait(!blocks, 'EAGAIN', () => writeNow(app.host, connection, writing, wordsOf(flags), blocks));
}

/** sendfile(): as many octets as are asked for, from a file that the script has open. */
export function sendFile(app: Application, socket: Socket, args: readonly Value[]): Reply {
  if (!app.files.has(numberOf(args[1]) ?? -1)) return failed('EBADF');
  return send(app, socket, numberOf(args[3]) ?? 0);
}

/** The control messages that a recvmsg() fills in: TCP_CM_INQ, how much is left to be read, the end of the stream counted as one. */
function control({ options }: Socket, { tcb }: Connection): Value {
  const inq: Value = { type: 'number', value: tcb.rcv.unread + (finCame(tcb.state) ? 1 : 0) };
  const message: Value = { type: 'fields', fields: { cmsg_level: word('SOL_TCP'), cmsg_type: word('TCP_CM_INQ'), cmsg_data: inq } };
  return { type: 'list', items: options.kept.get('TCP_INQ') === 1 ? [message] : [] };
}

function word(text: string): Value {
  return { type: 'words', words: [text] };
}

/** recvmsg(): as read(), with control messages where the script names them. */
export function receiveMessage(app: Application, socket: Socket, args: readonly Value[]): Reply {
  const message = args[1];
  const length = message?.type === 'fields' ? vectorLength(message.fields['msg_iov']) : null;
  if (message?.type !== 'fields' || length === null) return unsupported('a message without a list of buffers is not something that the engine has');
  const wanted = message.fields['msg_control'];
  const reply = receive(app, socket, length, args[2]);
  if (wanted === undefined || reply.type !== 'done' || reply.value < 0 || socket.connection === null) return reply;
  const came = control(socket, socket.connection);
  return written(came) === written(wanted) ? reply : { ...reply, filled: written(came) };
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
  if (what === 'SIOCOUTQNSD') return done(0, connection.tcb.snd.unsent);
  if (what === 'SIOCOUTQ' || what === 'TIOCOUTQ' || what === 'FIONWRITE') return done(0, buffered(connection));
  return unsupported(`ioctl ${what ?? '?'} is not something that the engine has`);
}
