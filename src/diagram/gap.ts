import type { EndpointMoment, Moment, Trace } from '../simulation/trace.ts';
import type { TimerName } from '../tcp/tcb.ts';
import { sayDuration } from './duration.ts';
import { hostName } from './host-name.ts';
import type { Row } from './schedule.ts';
import type { Words } from './words.ts';

/** The line that says how long nothing happened before the row, and which timer ended the wait; null where the wait is no longer than a round trip. `clock` in ms. */
export function gapWords(trace: Trace, row: Row, clock: number, words: Words): string | null {
  const start = startOf(trace, row);
  if (start - clock <= 2 * trace.scenario.delay) return null;
  const moment = trace.moments[row.moment];
  const timer = moment === undefined || row.kind === 'arriving' ? null : timerWords(trace, moment, clock, words);
  return timer ?? words('diagram.later', { time: sayDuration(start - clock, words) });
}

/** Which timer brought the moment about, and how long it ran: since it was set or, where that is not on record, since `clock`, ms; null where none did. */
export function timerWords(trace: Trace, moment: Moment, clock: number, words: Words): string | null {
  const timer = moment.kind === 'endpoint' ? timerOf(moment) : null;
  if (moment.kind !== 'endpoint' || timer === null) return null;
  const since = startedAt(trace, moment, timer) ?? clock;
  return words(`diagram.later.${timer}`, { time: sayDuration(moment.at - since, words), host: hostName(trace, moment.host, words) });
}

/** When the row begins, ms of simulated time. */
export function startOf(trace: Trace, row: Row): number {
  return trace.moments[row.moment]?.at ?? 0;
}

/** When the row ends, ms: a whole segment's arrival, else its beginning. */
export function endOf(trace: Trace, row: Row): number {
  const start = startOf(trace, row);
  if (row.kind !== 'whole' || row.journey.arrived === null) return start;
  return Math.max(start, trace.moments[row.journey.arrived]?.at ?? start);
}

function timerOf({ event }: EndpointMoment): TimerName | null {
  switch (event.type) {
    case 'RETRANSMISSION TIMEOUT':
      return 'retransmission';
    case 'TIME-WAIT TIMEOUT':
      return 'time-wait';
    case 'DELAYED ACK TIMEOUT':
      return 'delayed-ack';
    case 'PERSIST TIMEOUT':
      return 'persist';
    case 'KEEP-ALIVE TIMEOUT':
      return 'keep-alive';
    case 'USER TIMEOUT':
      return 'user';
    default:
      return null;
  }
}

function startedAt(trace: Trace, expired: EndpointMoment, timer: TimerName): number | null {
  for (let index = expired.index - 1; index >= 0; index -= 1) {
    const moment = trace.moments[index];
    if (moment?.kind !== 'endpoint' || moment.host !== expired.host || moment.connection !== expired.connection) continue;
    if (moment.effects.some((effect) => effect.type === 'timer' && effect.timer === timer && effect.at === expired.at)) return moment.at;
  }
  return null;
}
