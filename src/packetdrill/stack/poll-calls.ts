import type { Call, Value } from '../script.ts';
import { firstWaiting } from '../../simulation/host/listener.ts';
import { finCame } from '../../tcp/state.ts';
import { isWritable } from './data-calls.ts';
import type { Connection, Host } from './host.ts';
import { done, failed, unsupported, type Application, type Reply, type Socket, type Watch } from './sockets.ts';
import { numberOf, wordsOf, written } from './value.ts';

type Event = 'IN' | 'OUT' | 'RDHUP' | 'ERR' | 'HUP';

const EVENTS: readonly Event[] = ['IN', 'OUT', 'RDHUP', 'ERR', 'HUP'];

/** What is told whether it was asked for or not. */
const ALWAYS: readonly Event[] = ['ERR', 'HUP'];

function eventsOfConnection(host: Host, connection: Connection): readonly Event[] {
  const { tcb, error } = connection;
  const errors: readonly Event[] = error === null ? [] : ['ERR'];
  if (tcb.state === 'CLOSED') return ['IN', 'OUT', 'RDHUP', ...errors, 'HUP'];
  if (!connection.connected) return errors;
  const ended = finCame(tcb.state);
  const closed = tcb.snd.fin !== 'no';
  return [
    ...(tcb.rcv.unread > 0 || ended ? ['IN' as const] : []),
    ...(closed || isWritable(host, connection) ? ['OUT' as const] : []),
    ...(ended ? ['RDHUP' as const] : []),
    ...errors,
    ...(ended && closed ? ['HUP' as const] : []),
  ];
}

/** What a socket is ready for, as Linux has it. */
function eventsOf({ host }: Application, socket: Socket): readonly Event[] {
  if (socket.listener !== null) return firstWaiting(host.tcp, socket.listener.port) < 0 ? [] : ['IN'];
  if (socket.connection !== null) return eventsOfConnection(host, socket.connection);
  return socket.deferred ? ['OUT'] : ['OUT', 'HUP'];
}

/** The events that words such as `POLLIN` name, and the first word that names none. */
function named(words: readonly string[], prefix: string): { readonly events: readonly Event[]; readonly unknown: string | null } {
  const plain = words.filter((word) => word !== '0');
  const events = EVENTS.filter((event) => plain.includes(prefix + event));
  return { events, unknown: plain.find((word) => !EVENTS.some((event) => prefix + event === word)) ?? null };
}

/** What is told to somebody who asked for `wanted`. */
function told(app: Application, socket: Socket, wanted: readonly Event[]): readonly Event[] {
  return eventsOf(app, socket).filter((event) => wanted.includes(event) || ALWAYS.includes(event));
}

function texts(events: readonly Event[], prefix: string): string {
  return events.map((event) => prefix + event).join('|') || '0';
}

/** What a call that waits for events gives: `ready` asks now, null means that there are none yet. */
function awaited(call: Call, timeout: number | null, none: Reply, ready: () => Reply | null): Reply {
  const reply = ready();
  if (reply !== null) return reply;
  if (timeout === 0) return none;
  if (numberOf(call.result) === 0) return unsupported('to wait until nothing has happened for a while is not something that the engine has');
  return { type: 'wait', again: () => awaited(call, timeout, none, ready) };
}

/** One `pollfd` of a script. */
interface Polled {
  readonly socket: Socket | null;
  readonly wanted: readonly Event[];
  /** Null: not checked. */
  readonly told: readonly Event[] | null;
}

function polledBy(app: Application, item: Value): Polled | string {
  if (item.type !== 'fields') return 'poll() of something else than {fd=…, events=…, revents=…}';
  const events = named(wordsOf(item.fields['events']), 'POLL');
  const revents = named(wordsOf(item.fields['revents']), 'POLL');
  const unknown = events.unknown ?? revents.unknown;
  if (unknown !== null) return `the event ${unknown} is not something that the engine has`;
  const { revents: checked } = item.fields;
  return { socket: app.sockets.get(numberOf(item.fields['fd']) ?? -1) ?? null, wanted: events.events, told: checked === undefined || checked.type === 'any' ? null : revents.events };
}

/** poll(): how many of the sockets have something to tell, and what. */
export function poll(app: Application, call: Call): Reply {
  const [list, , timeout] = call.args;
  if (app.host.settings.padding === 'bsd') return unsupported('FreeBSD’s poll() is not something that the engine has');
  if (list?.type !== 'list') return unsupported('poll() without a list is not something that the engine has');
  const polled: Polled[] = [];
  for (const item of list.items) {
    const one = polledBy(app, item);
    if (typeof one === 'string') return unsupported(one);
    if (one.socket === null) return unsupported('poll() of a descriptor that is no socket is not something that the engine has');
    polled.push(one);
  }
  const answer = (): Reply & { type: 'done' } => {
    const came = polled.map(({ socket, wanted }) => (socket === null ? [] : told(app, socket, wanted)));
    const off = came.findIndex((events, at) => polled[at]?.told !== null && texts(events, '') !== texts(polled[at]?.told ?? [], ''));
    return { type: 'done', value: came.filter((events) => events.length > 0).length, errno: null, filled: off < 0 ? null : texts(came[off] ?? [], 'POLL') };
  };
  return awaited(call, numberOf(timeout), answer(), () => {
    const now = answer();
    return now.value > 0 ? now : null;
  });
}

/** epoll_create(): a set of descriptors to wait for. */
export function epollCreate(app: Application, { result }: Call): Reply {
  const fd = numberOf(result) ?? 0;
  if (app.host.settings.padding === 'bsd') return unsupported('epoll is not something that FreeBSD has');
  if (app.sockets.has(fd) || app.files.has(fd) || app.watches.has(fd)) return failed('EINVAL');
  app.watches.set(fd, new Map());
  return done(fd);
}

/** epoll_ctl(): puts a descriptor into the set, changes what is waited for, or takes it out. */
export function epollCtl(app: Application, { args }: Call): Reply {
  const set = app.watches.get(numberOf(args[0]) ?? -1);
  const fd = numberOf(args[2]) ?? -1;
  const [how] = wordsOf(args[1]);
  if (set === undefined || !app.sockets.has(fd)) return failed('EBADF');
  if (how === 'EPOLL_CTL_DEL') return set.delete(fd) ? done(0) : unsupported('to take out what was never put in is not something that the engine has');
  const event = args[3];
  if ((how !== 'EPOLL_CTL_ADD' && how !== 'EPOLL_CTL_MOD') || event?.type !== 'fields') return unsupported(`epoll_ctl ${how ?? '?'} in this form is not something that the engine has`);
  if (set.has(fd) !== (how === 'EPOLL_CTL_MOD')) return unsupported('to put in twice, or change what was never put in, is not something that the engine has');
  const all = wordsOf(event.fields['events']);
  const edge = all.includes('EPOLLET');
  const { events, unknown } = named(all.filter((word) => word !== 'EPOLLET'), 'EPOLL');
  if (unknown !== null) return unsupported(`the event ${unknown} is not something that the engine has`);
  set.set(fd, { events, edge, told: false });
  return done(0);
}

function first(app: Application, set: Map<number, Watch>): { readonly fd: number; readonly watch: Watch; readonly events: readonly Event[] } | null {
  for (const [fd, watch] of set) {
    const socket = app.sockets.get(fd);
    const events = socket === undefined ? [] : told(app, socket, EVENTS.filter((event) => watch.events.includes(event)));
    if (events.length > 0) return { fd, watch, events };
  }
  return null;
}

/** epoll_wait() for one descriptor: the first that has something to tell. */
export function epollWait(app: Application, call: Call): Reply {
  const [epoll, wanted, , timeout] = call.args;
  const set = app.watches.get(numberOf(epoll) ?? -1);
  if (set === undefined) return failed('EBADF');
  if (wanted?.type !== 'fields' || set.size > 1) return unsupported('epoll_wait() for more than one descriptor is not something that the engine has');
  // What a second call tells at an edge hangs on every wakeup in between.
  if ([...set.values()].some(({ edge, told: already }) => edge && already)) return unsupported('a second epoll_wait() with EPOLLET is not something that the engine has');
  return awaited(call, numberOf(timeout), done(0), () => {
    const ready = first(app, set);
    if (ready === null) return null;
    ready.watch.told = true;
    const { events, unknown } = named(wordsOf(wanted.fields['events']), 'EPOLL');
    if (unknown !== null) return unsupported(`the event ${unknown} is not something that the engine has`);
    const fd = wanted.fields['fd'];
    const same = texts(events, '') === texts(ready.events, '') && (fd === undefined || numberOf(fd) === ready.fd);
    return done(1, same || wanted.fields['events']?.type === 'any' ? null : `${texts(ready.events, 'EPOLL')}, fd=${ready.fd}${fd === undefined ? '' : ` in place of ${written(fd)}`}`);
  });
}
