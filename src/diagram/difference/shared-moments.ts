import type { Flight, Moment, Trace } from '../../simulation/trace.ts';
import { sameData } from './same-data.ts';

/** How many moments the two runs share from the beginning: the same happens at the same time to the same host, with the same segments, by the same rules and with the same effects. */
export function sharedMoments(one: Trace, other: Trace): number {
  if (!sameStart(one, other)) return 0;
  const length = Math.min(one.moments.length, other.moments.length);
  for (let at = 0; at < length; at += 1) {
    const [a, b] = [one.moments[at], other.moments[at]];
    if (a === undefined || b === undefined || !sameMoment(a, one, b, other)) return at;
  }
  return length;
}

/** Whether the endpoints of both begin in the same states: an established scenario shares nothing with one that opens first. */
function sameStart(one: Trace, other: Trace): boolean {
  return one.start.A.state === other.start.A.state && one.start.B.state === other.start.B.state;
}

function sameMoment(a: Moment, one: Trace, b: Moment, other: Trace): boolean {
  if (a === b) return true;
  if (a.kind !== b.kind || a.at !== b.at) return false;
  if (a.kind === 'endpoint' && b.kind === 'endpoint') {
    return (
      a.host === b.host &&
      sameConnection(a.connection, one, b.connection, other) &&
      a.before.state === b.before.state &&
      a.after.state === b.after.state &&
      a.sent.length === b.sent.length &&
      sameData(a.because, b.because) &&
      sameData(a.event, b.event) &&
      sameData(a.effects, b.effects) &&
      a.sent.every((id, at) => sameDeparture(one.flights[id], one, other.flights[b.sent[at] ?? -1], other))
    );
  }
  if (a.kind === 'crash' && b.kind === 'crash') return a.host === b.host && sameData(a.forgot.map(stateOf), b.forgot.map(stateOf));
  if ('flight' in a && 'flight' in b) return sameDeparture(one.flights[a.flight], one, other.flights[b.flight], other);
  return false;
}

/** Whether the same segment left for the same destination, whatever became of it; an ECN mark on the way counts. */
function sameDeparture(a: Flight | undefined, one: Trace, b: Flight | undefined, other: Trace): boolean {
  return (
    a !== undefined &&
    b !== undefined &&
    a.from === b.from &&
    a.origin === b.origin &&
    a.sentAt === b.sentAt &&
    a.transmission === b.transmission &&
    sameConnection(a.connection, one, b.connection, other) &&
    sameData(a.segment, b.segment)
  );
}

/** Whether both speak of the connection between the same ports. */
function sameConnection(a: number | null, one: Trace, b: number | null, other: Trace): boolean {
  if (a === null || b === null) return a === b;
  const [first, second] = [one.connections[a]?.ports, other.connections[b]?.ports];
  return first !== undefined && first.A === second?.A && first.B === second.B;
}

function stateOf({ state }: { readonly state: string }): string {
  return state;
}
