import type { HostEnv } from '../simulation/host/host-env.ts';
import { arrive } from '../simulation/host/arrive.ts';
import { call as callOn } from '../simulation/host/happen.ts';
import { listenerOn, placeOf, placed, unopened, type Connection } from '../simulation/host/host.ts';
import { accept, listen, stopListening } from '../simulation/host/listener.ts';
import type { UserCall } from '../tcp/event.ts';
import { FRESH, abortsOnClose, isKnown, type AppSocket } from './app-socket.ts';
import { readCall, type Call } from './call.ts';
import { flowOf, otherSide, sideOf } from './flow.ts';
import { envAt, flowAt, heed, type Play } from './play.ts';
import type { Called, Recorded, Side } from './recording.ts';
import { segmentIn } from './recorded-segment.ts';
import { closedAt } from './receive-buffer.ts';

function socketOf({ sockets }: Play, { host, app }: Called): AppSocket {
  return sockets[host].get(app) ?? FRESH;
}

function put(play: Play, { host, app }: Called, socket: AppSocket): void {
  play.sockets[host].set(app, socket);
}

/** A call of TCP on the connection of an application; on none, nothing happens. */
function onConnection(play: Play, called: Called, event: UserCall, more: Partial<HostEnv> = {}): void {
  const { place } = socketOf(play, called);
  const connection = place === null ? undefined : play.hosts[called.host].connections[place];
  if (place === null || connection === undefined || (connection.tcb.state === 'CLOSED' && event.type !== 'OPEN')) return;
  const flow = flowAt(play, called.host, connection);
  heed(play, called.host, callOn(play.hosts[called.host], place, connection, event, { ...envAt(play, called.host, place, flow), ...more }), flow);
}

function listenFor(play: Play, called: Called, backlog: number): void {
  const { host } = called;
  const socket = socketOf(play, called);
  const port = socket.port ?? play.recording.hosts[host].port;
  put(play, called, { ...socket, port, options: new Map([...socket.options, ['listens', '1']]) });
  const flow = flowAt(play, host, { local: port, remote: { address: '', port: 0 } });
  play.hosts[host] = listen(play.hosts[host], port, backlog, closedAt(play, host, socket), envAt(play, host, null, flow)).host;
}

/** An active OPEN: from the bound port, with the octets that a SYN may carry. */
function connectTo(play: Play, called: Called, to: number | null, event: UserCall): void {
  const { host } = called;
  const { hosts } = play.recording;
  const far = otherSide(host);
  const socket = socketOf(play, called);
  const local = socket.port ?? hosts[host].port;
  const remote = { address: hosts[far].ip, port: to ?? hosts[far].port };
  const known = placeOf(play.hosts[host], local, remote);
  const place = known < 0 ? play.hosts[host].connections.length : known;
  const begun: Connection = { ...unopened(local, remote, 0), tcb: closedAt(play, host, socket) };
  for (const [app, other] of play.sockets[host]) if (other.place === place) play.sockets[host].set(app, { ...other, place: null });
  play.hosts[host] = { ...play.hosts[host], connections: placed(play.hosts[host].connections, place, begun) };
  put(play, called, { ...socket, port: local, place });
  onConnection(play, called, event);
}

/** What an operator does, or anybody: it needs no socket of one's own. */
const FROM_OUTSIDE: ReadonlySet<string> = new Set(['exit', 'kill', 'ask']);

/** The application that has what the host's listeners hand over for the `turn`th time, from 0: those that neither listen nor connect, in their order. */
function takerOf({ recording }: Play, side: Side, accepting: string, turn: number): string {
  const own = recording.apps.filter(({ host }) => host === side);
  const opens = new Set(own.filter((one) => ['listen', 'connect', 'bind'].includes(readCall(one)?.type ?? '') || one.call.includes('MSG_FASTOPEN')).map(({ app }) => app));
  const takers = [...new Set(own.filter((one) => !opens.has(one.app) && !FROM_OUTSIDE.has(readCall(one)?.type ?? '')).map(({ app }) => app))].toSorted((one, other) => one.localeCompare(other, 'en', { numeric: true }));
  // Where nobody else is, who accepts serves too.
  return takers[turn] ?? (takers.length === 0 && accepting !== 'listener' ? accepting : `accepted ${turn + 1}`);
}

/** The connection that has waited longest becomes an application's, with what was set on the listener. */
function take(play: Play, called: Called, turn: number): void {
  const { host } = called;
  const listening = socketOf(play, called);
  const taken = accept(play.hosts[host], listening.port ?? play.recording.hosts[host].port);
  if (taken === null) return;
  play.hosts[host] = taken.host;
  for (const [app, other] of play.sockets[host]) if (other.place === taken.at) play.sockets[host].set(app, { ...other, place: null });
  const name = takerOf(play, host, called.app, turn);
  const inherited = new Map([...listening.options].filter(([option]) => option !== 'listens'));
  put(play, { ...called, app: name }, { port: name === called.app ? listening.port : null, place: taken.at, options: new Map([...inherited, ...(play.sockets[host].get(name)?.options ?? [])]) });
}

/** The socket is gone, and its peer is not told. */
function vanish(play: Play, called: Called): void {
  const { host } = called;
  const socket = socketOf(play, called);
  const connection = socket.place === null ? undefined : play.hosts[host].connections[socket.place];
  if (socket.place === null || connection === undefined) return;
  const gone = unopened(connection.local, connection.remote, connection.tcb.rcv.buffer);
  play.hosts[host] = { ...play.hosts[host], connections: placed(play.hosts[host].connections, socket.place, gone) };
}

/** The keep-alive timer begins anew, by what is set now. */
function rearmed(play: Play, called: Called): void {
  const { place } = socketOf(play, called);
  const { connections } = play.hosts[called.host];
  const connection = place === null ? undefined : connections[place];
  if (place === null || connection === undefined) return;
  const tcb = { ...connection.tcb, timers: { ...connection.tcb.timers, 'keep-alive': null } };
  play.hosts[called.host] = { ...play.hosts[called.host], connections: placed(connections, place, { ...connection, tcb }) };
}

function setOption(play: Play, called: Called, option: string, value: string): void {
  if (!isKnown(option)) play.unknown.add(option);
  const socket = socketOf(play, called);
  put(play, called, { ...socket, options: new Map([...socket.options, [option, value]]) });
  if (/KEEP/u.test(option)) rearmed(play, called);
  // What was held back leaves as soon as nothing holds it.
  onConnection(play, called, { type: 'SEND', length: 0 });
}

/** A socket is closed; one that listens takes what nobody has accepted with it. */
function close(play: Play, called: Called): void {
  const { host } = called;
  const socket = socketOf(play, called);
  if (socket.place !== null || socket.port === null || !socket.options.has('listens')) return onConnection(play, called, abortsOnClose(socket) ? { type: 'ABORT' } : { type: 'CLOSE', both: true });
  const flow = flowAt(play, host, { local: socket.port, remote: { address: '', port: 0 } });
  const over = stopListening(play.hosts[host], socket.port, envAt(play, host, null, flow));
  for (const reaction of over.reactions) {
    const connection = reaction.connection === null ? undefined : play.hosts[host].connections[reaction.connection];
    if (connection !== undefined) heed(play, host, reaction, flowAt(play, host, connection));
  }
  play.hosts[host] = over.host;
}

/** Does what an operator does to the connection of the application, or where it has none to all that the host has open: connections, then listeners. */
function onAll(play: Play, called: Called, go: (one: Called) => void): void {
  if (socketOf(play, called).place !== null) return go(called);
  const open = [...play.sockets[called.host]].toSorted(([, one], [, other]) => Number(one.place === null) - Number(other.place === null));
  for (const [app] of open) go({ ...called, app });
}

/** Octets for the peer; MSG_FASTOPEN opens the connection with them, and MSG_MORE keeps back what is less than a segment. */
function send(play: Play, called: Called, { length, urgent, more, opens }: Extract<Call, { type: 'send' }>): void {
  const socket = socketOf(play, called);
  if (!opens) {
    if (length > 0) onConnection(play, called, { type: 'SEND', length, ...(urgent ? { urgent } : {}), ...(more ? { more } : {}) }, more ? { cork: true } : {});
    return;
  }
  put(play, called, { ...socket, options: new Map([...socket.options, ['TCP_FASTOPEN_CONNECT', '1']]) });
  connectTo(play, called, null, { type: 'OPEN', mode: 'active', length });
}

/** What `shutdown()` does: the writing side is closed; of both, what comes later is unwanted too, while what is unread may still be read. */
function shut(play: Play, called: Called, how: 'write' | 'both'): void {
  onConnection(play, called, { type: 'CLOSE' });
  const { place } = socketOf(play, called);
  const { connections } = play.hosts[called.host];
  const connection = place === null ? undefined : connections[place];
  if (how === 'write' || place === null || connection === undefined || connection.tcb.state === 'CLOSED') return;
  const tcb = { ...connection.tcb, rcv: { ...connection.tcb.rcv, deaf: true } };
  play.hosts[called.host] = { ...play.hosts[called.host], connections: placed(connections, place, { ...connection, tcb }) };
}

/** What was read is taken when the call returned; one that goes on reading takes what comes until then. */
function receive(play: Play, called: Called, { length, until }: Extract<Call, { type: 'receive' }>): void {
  if (length === 0) return;
  if (!until) return onConnection(play, called, { type: 'RECEIVE', length });
  onConnection(play, called, { type: 'READING', reading: true });
  const over = (called.t + called.tookSec) * 1000;
  play.agenda.push({ at: over, go: () => onConnection(play, called, { type: 'READING', reading: false }) });
  play.agenda.sort((one, other) => one.at - other.at);
}

/** What a call does at its hour; `turn`: how many the host has accepted before. */
function done(play: Play, called: Called, call: Call, turn: number): void {
  switch (call.type) {
    case 'bind':
      return put(play, called, { ...socketOf(play, called), port: call.port });
    case 'listen':
      return listenFor(play, called, call.backlog);
    case 'accept':
      return take(play, called, turn);
    case 'connect':
      return connectTo(play, called, call.port, { type: 'OPEN', mode: 'active' });
    case 'send':
      return send(play, called, call);
    case 'receive':
      return receive(play, called, call);
    case 'set':
      return setOption(play, called, call.option, call.value);
    case 'close':
      return close(play, called);
    case 'shut':
      return call.how === 'read' ? undefined : shut(play, called, call.how);
    case 'kill':
      return onAll(play, called, (one) => onConnection(play, one, { type: 'ABORT' }));
    case 'exit':
      return onAll(play, called, (one) => close(play, one));
    case 'vanish':
      return onAll(play, called, (one) => vanish(play, one));
    case 'ask':
      return undefined;
  }
}

/** When a call takes effect, ms: what waits for something does so when it returns, and an operator's command when its RST was seen. */
function hourOf({ recording }: Play, { t, tookSec, host }: Called, call: Call): number {
  const { type } = call;
  const begun = t * 1000;
  const over = (t + tookSec) * 1000;
  if (type === 'kill') {
    const rst = recording.ladder.find((line) => sideOf(line) === host && line.flags.includes('RST') && line.t * 1000 >= begun && line.t * 1000 <= over + 1);
    return rst === undefined ? over : rst.t * 1000;
  }
  return type === 'accept' || (type === 'receive' && !call.until) ? over : begun;
}

/** Puts everything on the agenda that is done to the two hosts: the calls of their applications, and what was injected. */
export function schedule(play: Play): void {
  const turns = { A: 0, B: 0 };
  for (const called of play.recording.apps) {
    const call = readCall(called);
    if (call === null) continue;
    const turn = call.type === 'accept' ? turns[called.host]++ : 0;
    play.agenda.push({ at: hourOf(play, called, call), go: () => done(play, called, call, turn) });
  }
  for (const line of play.recording.ladder) if (line.fate === 'injected') play.agenda.push({ at: (line.tRecv[0] ?? line.t) * 1000, go: () => inject(play, line) });
  play.agenda.sort((one, other) => one.at - other.at);
}

/** A segment that no host has sent reaches the one that it was made for. */
function inject(play: Play, line: Recorded): void {
  const from = sideOf(line);
  const flow = flowOf(line, play.recording);
  const segment = segmentIn(line);
  play.sent.push({ at: play.now, from, flow, segment, recorded: line });
  land(play, otherSide(from), flow, segment);
}

/** A segment reaches a host. */
export function land(play: Play, side: Side, flow: ReturnType<typeof flowOf>, segment: ReturnType<typeof segmentIn>): void {
  const incoming = { local: flow[side].port, remote: flow[otherSide(side)], segment };
  const host = play.hosts[side];
  const at = placeOf(host, incoming.local, incoming.remote);
  const isOpen = at >= 0 && host.connections[at]?.tcb.state !== 'CLOSED';
  const place = isOpen || listenerOn(host, incoming.local) === undefined ? at : -1;
  heed(play, side, arrive(host, incoming, envAt(play, side, place < 0 ? null : place, flow)), flow);
}
