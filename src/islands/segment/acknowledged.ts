import type { Flight, Trace } from '../../simulation/trace.ts';
import { ACK, has } from '../../tcp/flags.ts';
import { segLen } from '../../tcp/segment.ts';
import { seqAdd, seqLe, seqLt } from '../../tcp/seq.ts';

function endOf({ segment }: Flight) {
  return seqAdd(segment.seq, segLen(segment));
}

/** Whether some segment of the same host had acknowledged as much before this one left. */
function isKnown(trace: Trace, { id, from, connection }: Flight, end: ReturnType<typeof endOf>): boolean {
  return trace.flights.some((other) => other.id < id && other.from === from && other.connection === connection && other.origin === 'sent' && has(other.segment.flags, ACK) && seqLe(end, other.segment.ack));
}

/** The peer's flights whose last number a flight is the first to acknowledge, each range of numbers once, as it arrived last; empty without ACK or where nothing is new. */
export function acknowledgedBy(trace: Trace, flight: Flight): readonly Flight[] {
  const { segment, to, connection, sentAt } = flight;
  if (!has(segment.flags, ACK)) return [];
  const arrived = trace.flights.filter((other) => other.from === to && other.connection === connection && other.arrivesAt !== null && other.arrivesAt <= sentAt && segLen(other.segment) > 0);
  const fresh = arrived.filter((other) => seqLe(endOf(other), segment.ack) && !isKnown(trace, flight, endOf(other)));
  return fresh.filter((one) => !fresh.some((other) => other.id > one.id && other.segment.seq === one.segment.seq && endOf(other) === endOf(one)) && seqLt(one.segment.seq, segment.ack));
}

/** The flights that left as this one arrived. */
export function answersTo(trace: Trace, { id }: Flight): readonly Flight[] {
  const arrival = trace.moments.find((moment) => moment.kind === 'endpoint' && moment.arrived === id);
  return arrival?.kind === 'endpoint' ? arrival.sent.flatMap((sent) => trace.flights[sent] ?? []) : [];
}
