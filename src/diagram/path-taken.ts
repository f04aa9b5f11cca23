import type { HostId } from '../simulation/scenario.ts';
import { stateAfter } from '../simulation/state-after.ts';
import type { CrashMoment, EndpointMoment, Trace } from '../simulation/trace.ts';
import { RST, has } from '../tcp/flags.ts';
import { TRANSITIONS, type Transition } from './transitions.ts';

/** The changes of state of one host's endpoint of the connection among the first `until` moments, in order, each with what brought it about; one segment may bring about two. */
export function pathTaken(trace: Trace, host: HostId, until: number, connection = 0): readonly Transition[] {
  return trace.moments.flatMap((moment) => {
    if (moment.index >= until || (moment.kind !== 'endpoint' && moment.kind !== 'crash') || moment.host !== host) return [];
    if (moment.kind === 'endpoint' && !concerns(moment, trace, connection)) return [];
    return changesOf(moment, connection).map((change) => ({ ...change, why: whyOf(moment, change) }));
  });
}

/** Whether the moment is the connection's: a listener begins for every closed one with its port. */
function concerns({ event, host, index, connection: own }: EndpointMoment, trace: Trace, connection: number): boolean {
  if (event.type !== 'LISTEN') return own === connection;
  return trace.connections[connection]?.ports[host] === event.port && stateAfter(trace, host, index, connection) === 'CLOSED';
}

type Change = Pick<Transition, 'from' | 'to'>;

function changesOf(moment: EndpointMoment | CrashMoment, connection: number): readonly Change[] {
  const changes = moment.kind === 'crash' ? [{ from: (moment.forgot[connection] ?? moment.before).state, to: moment.after.state }] : moment.effects.filter((effect) => effect.type === 'state');
  return changes.flatMap(({ from, to }) => (from === to ? [] : [{ from, to }]));
}

function whyOf(moment: EndpointMoment | CrashMoment, { from, to }: Change): string {
  if (moment.kind === 'crash') return 'crash';
  const { event } = moment;
  switch (event.type) {
    case 'OPEN':
      return `open.${event.mode}`;
    case 'LISTEN':
      return 'open.passive';
    case 'SEND':
      return 'send';
    case 'CLOSE':
      return to === 'CLOSED' ? 'delete' : 'close';
    case 'ABORT':
      return 'abort';
    case 'TIME-WAIT TIMEOUT':
      return 'time-wait';
    case 'RETRANSMISSION TIMEOUT':
    case 'DELAYED ACK TIMEOUT':
    case 'PERSIST TIMEOUT':
    case 'KEEP-ALIVE TIMEOUT':
    case 'USER TIMEOUT':
      return 'given-up';
    case 'ACCEPT':
    case 'RECEIVE':
    case 'READING':
    case 'STATUS':
      return 'segment';
    case 'SEGMENT ARRIVES':
      if (has(event.segment.flags, RST)) return 'rst';
      return TRANSITIONS.find((arrow) => arrow.from === from && arrow.to === to)?.why ?? 'segment';
  }
}
