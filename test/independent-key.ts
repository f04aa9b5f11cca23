import type { Exercise } from '../src/exercise/exercise.ts';
import { HOST_IDS, type HostId } from '../src/simulation/scenario.ts';
import type { Flight, Trace } from '../src/simulation/trace.ts';
import { ACK, flagNames, has } from '../src/tcp/flags.ts';

/** The host's state after `count` moments, from the effects alone. */
function stateByEffects(trace: Trace, host: HostId, count: number): string {
  let state: string = trace.start[host].state;
  for (const moment of trace.moments.slice(0, count)) {
    if (moment.kind === 'crash' && moment.host === host) state = 'CLOSED';
    if (moment.kind !== 'endpoint' || moment.host !== host) continue;
    for (const effect of moment.effects) if (effect.type === 'state') state = effect.to;
  }
  return state;
}

/** What left the hosts from the moment `until` on, in order of leaving. */
export function leavingFrom(trace: Trace, until: number): readonly Flight[] {
  const before = new Set(trace.moments.slice(0, until).flatMap((moment) => (moment.kind === 'endpoint' ? moment.sent : [])));
  return trace.flights.filter(({ id, origin }) => origin === 'sent' && !before.has(id));
}

function ofSegment(flight: Flight | undefined): Readonly<Record<string, string>> {
  if (flight === undefined) return {};
  const { segment } = flight;
  return {
    flags: flagNames(segment.flags).join(','),
    seq: String(segment.seq),
    ack: has(segment.flags, ACK) ? String(segment.ack) : 'none',
    length: String(segment.length),
  };
}

/** The right answers to the choice fields of an exercise, worked out from another run of its scenario without the code that made the exercise. */
export function independentKey({ kind, until }: Exercise, trace: Trace): Readonly<Record<string, string>> {
  if (kind === 'state') return Object.fromEntries(HOST_IDS.map((host) => [host, stateByEffects(trace, host, until + 1)]));
  return kind === 'next-segment' ? ofSegment(leavingFrom(trace, until)[0]) : {};
}

/** Whether the run contradicts that `first` is put before `second`: the second was sent earlier by the same host, or was no longer on its way when the first was sent. What a timer sends in the same instant is chance. */
export function contradicts(trace: Trace, first: Flight, second: Flight): boolean {
  if (second.id > first.id) return false;
  if (first.from === second.from) {
    const tied = second.sentAt === first.sentAt && (first.transmission > 1 || second.transmission > 1);
    return !tied;
  }
  const gone = second.arrivesAt ?? second.sentAt + trace.scenario.delay;
  return first.transmission > 1 ? gone < first.sentAt : gone <= first.sentAt;
}
