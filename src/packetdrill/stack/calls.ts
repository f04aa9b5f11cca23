import type { Call, Value } from '../script.ts';
import { ioctl, messageLength, receive, receiveMessage, send, sendFile, vectorLength } from './data-calls.ts';
import { accept, bind, close, connect, listen, shutdown, socket } from './open-calls.ts';
import { epollCreate, epollCtl, epollWait, poll } from './poll-calls.ts';
import { fcntl, getsockopt, setsockopt, unknownOption } from './option-calls.ts';
import { done, failed, unsupported, type Application, type Reply, type Socket } from './sockets.ts';
import { numberOf, wordsOf } from './value.ts';

type Handler = (app: Application, socket: Socket, call: Call) => Reply;

function lengthOf(value: Value | undefined): number {
  return numberOf(value) ?? 0;
}

function overVector(vector: number | null, act: (length: number) => Reply): Reply {
  return vector === null ? unsupported('messages with control data are not something that the engine has') : act(vector);
}

/** The calls on a descriptor, each with what it does. */
const CALLS: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ['bind', (_app, socket, { args }) => bind(socket, args)],
  ['listen', (app, socket, { args }) => listen(app, socket, args)],
  ['accept', (app, socket, { result }) => accept(app, socket, lengthOf(result), false)],
  ['accept4', (app, socket, { args, result }) => accept(app, socket, lengthOf(result), wordsOf(args[3]).includes('SOCK_NONBLOCK'))],
  ['connect', (app, socket, { args }) => connect(app, socket, args)],
  ['shutdown', (app, socket, { args }) => shutdown(app, socket, args)],
  ['close', (app, socket, { args }) => close(app, lengthOf(args[0]), socket)],
  ['read', (app, socket, { args }) => receive(app, socket, lengthOf(args[2]))],
  ['recv', (app, socket, { args }) => receive(app, socket, lengthOf(args[2]), args[3])],
  ['recvfrom', (app, socket, { args }) => receive(app, socket, lengthOf(args[2]), args[3])],
  ['readv', (app, socket, { args }) => overVector(vectorLength(args[1]), (length) => receive(app, socket, length))],
  ['recvmsg', (app, socket, { args }) => receiveMessage(app, socket, args)],
  ['write', (app, socket, { args }) => send(app, socket, lengthOf(args[2]))],
  ['send', (app, socket, { args }) => send(app, socket, lengthOf(args[2]), args[3])],
  ['sendto', (app, socket, { args }) => send(app, socket, lengthOf(args[2]), args[3])],
  ['writev', (app, socket, { args }) => overVector(vectorLength(args[1]), (length) => send(app, socket, length))],
  ['sendfile', (app, socket, { args }) => sendFile(app, socket, args)],
  ['sendmsg', (app, socket, { args }) => overVector(messageLength(args[1]), (length) => send(app, socket, length, args[2]))],
  ['setsockopt', (app, socket, { args }) => setsockopt(app, socket, args)],
  ['getsockopt', (_app, socket, { args }) => getsockopt(socket, args)],
  ['fcntl', (app, socket, { args }) => fcntl(app, socket, args)],
  ['ioctl', (_app, socket, { args }) => ioctl(socket, args)],
]);

/** The calls that are not on a socket. */
const OTHERS: ReadonlyMap<string, (app: Application, call: Call) => Reply> = new Map([
  ['socket', (app: Application, { args, result }: Call) => socket(app, args, lengthOf(result))],
  ['open', (app: Application, { result }: Call) => openFile(app, lengthOf(result))],
  ['poll', poll],
  ['epoll_create', epollCreate],
  ['epoll_create1', epollCreate],
  ['epoll_ctl', epollCtl],
  ['epoll_wait', epollWait],
]);

/** Why a call cannot be made at all, before anything is run; null where it can. */
export function unknownCall({ name, args }: Call): string | null {
  if (OTHERS.has(name)) return null;
  if (!CALLS.has(name)) return `the call ${name}() is not one that the engine's host has`;
  if (name === 'setsockopt' || name === 'getsockopt') return unknownOption(wordsOf(args[2])[0] ?? '?', name === 'setsockopt');
  return null;
}

/** open(): a file whose contents the script has seen to; a number that is taken is not given again. */
function openFile(app: Application, wanted: number): Reply {
  if (app.sockets.has(wanted) || app.files.has(wanted)) return failed('EINVAL');
  app.files.add(wanted);
  return done(wanted);
}

/** Whether close() has ended a descriptor that is no socket; a socket leaves every epoll with it. */
function closedOther({ files, watches }: Application, fd: number): boolean {
  for (const set of watches.values()) set.delete(fd);
  return files.delete(fd) || watches.delete(fd);
}

/** Makes a system call. */
export function makeCall(app: Application, call: Call): Reply {
  const other = OTHERS.get(call.name);
  if (other !== undefined) return other(app, call);
  if (call.name === 'close' && closedOther(app, lengthOf(call.args[0]))) return done(0);
  const handler = CALLS.get(call.name);
  if (handler === undefined) return unsupported(unknownCall(call) ?? call.name);
  const open = app.sockets.get(numberOf(call.args[0]) ?? -1);
  return open === undefined ? failed('EBADF') : handler(app, open, call);
}

/** How a reply differs from what the call must return; null where it does not. */
export function differs(call: Call, reply: Extract<Reply, { type: 'done' }>): string | null {
  const came = `${reply.value}${reply.errno === null ? '' : ` ${reply.errno}`}`;
  const value = numberOf(call.result);
  if (value !== null && value !== reply.value && !sameFlags(call, value, reply.value)) return came;
  if (call.errno !== null && sameErrno(call.errno) !== reply.errno) return came;
  return filledDiffers(call, reply.filled) ? `${came} with [${String(reply.filled)}]` : null;
}

/** Two names of one number. */
function sameErrno(errno: string): string {
  return errno === 'EWOULDBLOCK' ? 'EAGAIN' : errno;
}

/** F_GETFL numbers O_NONBLOCK as each system does. */
function sameFlags({ name }: Call, wanted: number, came: number): boolean {
  return name === 'fcntl' && (wanted & 3) === (came & 3) && ((wanted & ~3) !== 0) === ((came & ~3) !== 0);
}

const SELF_COMPARED: readonly string[] = ['recvmsg', 'poll', 'epoll_wait'];

function filledDiffers({ name, args }: Call, filled: number | string | null): boolean {
  // Of a message, or of events, only what is not as the script has it is told.
  if (SELF_COMPARED.includes(name)) return filled !== null;
  const wanted = name === 'getsockopt' ? args[3] : name === 'ioctl' ? args[2] : undefined;
  if (wanted === undefined || filled === null || wanted.type === 'any') return false;
  const [first] = wordsOf(wanted);
  return first !== undefined && first !== '...' && first !== String(filled);
}
