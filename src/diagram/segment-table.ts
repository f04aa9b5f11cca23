import { nameOf } from '../simulation/named.ts';
import type { HostId } from '../simulation/scenario.ts';
import type { Flight, Trace } from '../simulation/trace.ts';
import { ACK, flagNames, has } from '../tcp/flags.ts';
import type { EcnField } from '../tcp/segment.ts';

/** One segment of a trace as plain data, for a table that says what the drawing shows. */
export interface SegmentRow {
  /** Its place in `Trace.flights`. */
  readonly id: number;
  /** When it left, ms. */
  readonly time: number;
  /** When it arrived, ms; null where it did not. */
  readonly arrival: number | null;
  readonly from: HostId;
  readonly to: HostId;
  /** The port that names its connection; null where the trace has one. */
  readonly port: number | null;
  /** The control bits as people write them, `SYN, ACK`; empty where none is set. */
  readonly flags: string;
  readonly seq: number;
  /** Null where the ACK bit is off. */
  readonly ack: number | null;
  /** Octets of data. */
  readonly length: number;
  /** The window field as sent, unscaled. */
  readonly window: number;
  /** What the IP header says of congestion on arrival (RFC 3168 §5). */
  readonly ecn: EcnField;
  readonly origin: Flight['origin'];
  readonly fate: Flight['fate'];
  /** 1 for the first transmission, 2 for the first retransmission… */
  readonly transmission: number;
}

/** Every segment of the trace in the order of departure. */
export function segmentTable(trace: Trace): readonly SegmentRow[] {
  return trace.flights
    .map(({ id, connection, segment, sentAt, arrivesAt, from, to, origin, fate, transmission }) => ({
      id,
      time: sentAt,
      arrival: fate === 'delivered' ? arrivesAt : null,
      from,
      to,
      port: nameOf(trace, connection),
      flags: flagNames(segment.flags).join(', '),
      seq: segment.seq,
      ack: has(segment.flags, ACK) ? segment.ack : null,
      length: segment.length,
      window: segment.wnd,
      ecn: segment.ecn,
      origin,
      fate,
      transmission,
    }))
    .sort((a, b) => a.time - b.time || a.id - b.id);
}
