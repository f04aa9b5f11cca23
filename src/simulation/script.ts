import type { Tcb } from '../tcp/tcb.ts';
import { crash, happen } from './host.ts';
import { HOST_IDS, type Act, type Action } from './scenario.ts';
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
  return world.wire.length === 0 && !HOST_IDS.some((host) => restless(world.endpoints[host]));
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
      return world.endpoints[when.host].state === when.state ? world.now : null;
  }
}

/** When the next act of the script happens, ms; null where there is none or what it waits for has not come. */
export function nextActAt(world: World): number | null {
  const act = world.scenario.script[world.nextAct];
  return act === undefined ? null : dueAt(world, act);
}

function perform(world: World, action: Action): void {
  switch (action.type) {
    case 'listen':
      return happen(world, action.host, { type: 'OPEN', mode: 'passive' }, null);
    case 'connect':
      return happen(world, action.host, { type: 'OPEN', mode: 'active' }, null);
    case 'send':
      return happen(world, action.host, { type: 'SEND', length: action.length }, null);
    case 'sendUrgently':
      return happen(world, action.host, { type: 'SEND', length: action.length, urgent: true }, null);
    case 'stopReading':
      return happen(world, action.host, { type: 'READING', reading: false }, null);
    case 'read':
      return happen(world, action.host, { type: 'RECEIVE', length: action.length }, null);
    case 'readOn':
      return happen(world, action.host, { type: 'READING', reading: true }, null);
    case 'close':
      return happen(world, action.host, { type: 'CLOSE' }, null);
    case 'closeBoth':
      return happen(world, action.host, { type: 'CLOSE', both: true }, null);
    case 'abort':
      return happen(world, action.host, { type: 'ABORT' }, null);
    case 'crash':
      return crash(world, action.host);
    case 'inject':
      return inject(world, action.to, action.segment);
    case 'release':
      return release(world, action.selector);
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
