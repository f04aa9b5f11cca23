import { USUAL_PORTS } from '../../simulation/connections.ts';
import { foresee } from '../../simulation/foresee.ts';
import { peerOf, type HostId, type OnConnection } from '../../simulation/scenario.ts';
import { endpointOf, type World } from '../../simulation/world.ts';
import type { Signal } from '../../tcp/effect.ts';
import type { HandAction } from '../deed.ts';

/** What a reader can do to a host, but for forging. */
export type HostAction = Exclude<HandAction, { type: 'inject' }>;

/** The names of the calls that need no backlog, and of the crash. */
export type CallName = Exclude<HostAction['type'], 'listenOn'>;

/** Something that a host's user, or its power supply, can do now. */
export interface OfferedCall {
  readonly action: HostAction;
  /** The error that is all that comes of it, in the RFC's words (§3.10); null: it does something. */
  readonly refusal: Signal | null;
}

/** The four that every lesson needs. */
export const MAIN_CALLS: readonly CallName[] = ['listen', 'connect', 'send', 'close'];

/** The others, as far as they differ from what is the case already. */
export function otherCalls(world: World, host: HostId, connection: number): readonly CallName[] {
  const { reading } = endpointOf(world, host, connection).rcv;
  return [
    ...(world.hosts[host].listeners.length > 0 ? (['accept'] as const) : []),
    ...(reading ? (['stopReading'] as const) : (['readOn', 'read'] as const)),
    'sendUrgently',
    'closeBoth',
    'abort',
    'askStatus',
    'crash',
  ];
}

/** Names the connection where the script has several; the first one goes without saying. */
export function namedIn({ connections }: World, connection: number): OnConnection {
  const name = connections[connection]?.name;
  return connection === 0 || name === undefined ? {} : { on: name };
}

/** The call as an action, with `length` octets where it takes a number of them. */
function actionOf(world: World, type: CallName, host: HostId, connection: number, length: number): HostAction {
  switch (type) {
    case 'connect': {
      const { ports } = world.connections[connection] ?? { ports: USUAL_PORTS };
      const isUsual = connection === 0 && ports.A === USUAL_PORTS.A && ports.B === USUAL_PORTS.B;
      return isUsual ? { type, host } : { type, host, from: ports[host], to: ports[peerOf(host)] };
    }
    case 'accept': {
      const port = world.connections[connection]?.ports[host];
      return port === undefined || port === USUAL_PORTS[host] ? { type, host } : { type, host, port };
    }
    case 'crash':
      return { type, host };
    case 'send':
    case 'sendUrgently':
    case 'read':
      return { type, host, length, ...namedIn(world, connection) };
    default:
      return { type, host, ...namedIn(world, connection) };
  }
}

/** The error that is all that would come of it: found out by asking the engine, which then forgets it. */
function refusalOf(world: World, action: HostAction): Signal | null {
  const [moment] = foresee(world, action);
  if (moment?.kind !== 'endpoint' || moment.effects.length !== 1) return null;
  const [effect] = moment.effects;
  return effect?.type === 'tell' && effect.signal.startsWith('error:') ? effect.signal : null;
}

/** The call as it can be made now, on this connection, with `length` octets where it takes a number of them: all are allowed in every state (RFC 9293 §3.10), and some give only an error. */
export function offeredCall(world: World, type: CallName, host: HostId, connection: number, length: number): OfferedCall {
  const action = actionOf(world, type, host, connection, length);
  return { action, refusal: refusalOf(world, action) };
}
