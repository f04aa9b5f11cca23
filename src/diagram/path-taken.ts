import type { HostId } from '../simulation/scenario.ts';
import type { CrashMoment, EndpointMoment, Trace } from '../simulation/trace.ts';
import { RST, has } from '../tcp/flags.ts';
import { TRANSITIONS, type Transition } from './transitions.ts';

/** The changes of state of one host among the first `until` moments, in order, each with what brought it about. */
export function pathTaken(trace: Trace, host: HostId, until: number): readonly Transition[] {
  return trace.moments.flatMap((moment) => {
    if (moment.index >= until || (moment.kind !== 'endpoint' && moment.kind !== 'crash') || moment.host !== host) return [];
    const [from, to] = [moment.before.state, moment.after.state];
    return from === to ? [] : [{ from, to, why: whyOf(moment) }];
  });
}

function whyOf(moment: EndpointMoment | CrashMoment): string {
  if (moment.kind === 'crash') return 'crash';
  const { event, before, after } = moment;
  switch (event.type) {
    case 'OPEN':
      return `open.${event.mode}`;
    case 'SEND':
      return 'send';
    case 'CLOSE':
      return moment.after.state === 'CLOSED' ? 'delete' : 'close';
    case 'ABORT':
      return 'abort';
    case 'TIME-WAIT TIMEOUT':
      return 'time-wait';
    case 'RETRANSMISSION TIMEOUT':
    case 'DELAYED ACK TIMEOUT':
      return 'given-up';
    case 'SEGMENT ARRIVES':
      if (has(event.segment.flags, RST)) return 'rst';
      return TRANSITIONS.find(({ from, to }) => from === before.state && to === after.state)?.why ?? 'segment';
  }
}
