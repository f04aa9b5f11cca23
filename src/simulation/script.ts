import type { UserCall } from '../tcp/event.ts';
import type { Tcb } from '../tcp/tcb.ts';
import { placeNamed, placeOpened } from './connections.ts';
import { acceptAt, callOn, crash, listenAt } from './happen.ts';
import { HOST_IDS, type Act, type Action, type HostId, type OnConnection } from './scenario.ts';
import { isIn } from './when.ts';
import { wireActs } from './wire-act.ts';
import { inject, release } from './wire.ts';
import type { World } from './world.ts';

/** The host probes a window that its peer has said to be still closed: only the peer's user can end that. */
function probing({ snd, answeredAt }: Tcb): boolean {
  return snd.wnd === 0 && answeredAt !== null;
}

/** Whether something of the endpoint is still to come by itself; what TIME-WAIT and probes wait for may never come. */
function restless(tcb: Tcb): boolean {
  const { timers } = tcb;
  const waits = timers.retransmission !== null || timers['delayed-ack'] !== null || timers.user !== null;
  return waits && !probing(tcb);
}

/** Nothing is on its way and nothing will be sent again; TIME-WAIT and the next probe may still be to come. */
export function quiet(world: World): boolean {
  return world.wire.length === 0 && !HOST_IDS.some((host) => world.hosts[host].connections.some(({ tcb }) => restless(tcb)));
}

/** When the act happens, ms: now or later; null while what it waits for has not come. */
function dueAt(world: World, { when }: Act): number | null {
  switch (when.type) {
    case 'quiet':
      return quiet(world) ? world.now : null;
    case 'meanwhile':
      return world.now;
    case 'after':
      return Math.max(world.now, world.lastActAt + when.ms);
    case 'at':
      return Math.max(world.now, when.ms);
    case 'state':
      return isIn(world, when) ? world.now : null;
  }
}

/** When the next act of the script happens, ms; null where there is none or what it waits for has not come. */
export function nextActAt(world: World): number | null {
  const act = world.scenario.script[world.nextAct];
  return act === undefined ? null : dueAt(world, act);
}

/** The user of a host calls TCP on the connection that is meant. */
function called(world: World, { host, on }: OnConnection & { readonly host: HostId }, call: UserCall): void {
  callOn(world, host, placeNamed(world.connections, on), call);
}

function activeOpen(length: number | undefined): UserCall {
  return length === undefined ? { type: 'OPEN', mode: 'active' } : { type: 'OPEN', mode: 'active', length };
}

/** Does what an act of the script does, now; a forged segment is then in front of its host. */
export function perform(world: World, action: Action): void {
  switch (action.type) {
    case 'listen':
      return called(world, action, { type: 'OPEN', mode: 'passive' });
    case 'listenOn':
      return listenAt(world, action.host, action.port, action.backlog);
    case 'accept':
      return acceptAt(world, action.host, action.port);
    case 'connect':
      return callOn(world, action.host, placeOpened(world.connections, action), activeOpen(action.length));
    case 'send':
      return called(world, action, { type: 'SEND', length: action.length });
    case 'sendUrgently':
      return called(world, action, { type: 'SEND', length: action.length, urgent: true });
    case 'stopReading':
      return called(world, action, { type: 'READING', reading: false });
    case 'read':
      return called(world, action, { type: 'RECEIVE', length: action.length });
    case 'readOn':
      return called(world, action, { type: 'READING', reading: true });
    case 'close':
      return called(world, action, { type: 'CLOSE' });
    case 'closeBoth':
      return called(world, action, { type: 'CLOSE', both: true });
    case 'abort':
      return called(world, action, { type: 'ABORT' });
    case 'askStatus':
      return called(world, action, { type: 'STATUS' });
    case 'crash':
      return crash(world, action.host);
    case 'inject':
      return inject(world, action.to, placeNamed(world.connections, action.on), action.segment);
    case 'release':
      return release(world, action.selector);
    case 'wireLoses':
    case 'wireDelays':
    case 'wireDuplicates':
    case 'wireHolds':
    case 'wireDelivers':
      return wireActs(world, action);
  }
}

/** Performs the next act of the script now. */
export function act(world: World): void {
  const next = world.scenario.script[world.nextAct];
  if (next === undefined) return;
  world.nextAct += 1;
  world.lastActAt = world.now;
  perform(world, next.action);
}

/** Does what is to be done beside the script after the moments so far, one thing at a time; says whether there was any. */
export function intervene(world: World): boolean {
  const [next] = world.interventions;
  if (next === undefined || next.after > world.moments.length) return false;
  world.interventions.shift();
  perform(world, next.action);
  return true;
}
