import type { Trace, TraceConnection } from '../simulation/trace.ts';
import { CAPTURE_BEGINS } from './capture-file.ts';
import { captureOf, type Sighting } from './capture-of.ts';
import type { WrittenFrame } from './file/written-frame.ts';
import { frameOf } from './frame-of.ts';

/** A run that stands in a capture beside others. */
export interface Beside {
  readonly trace: Trace;
  /** What is remarked on a segment as it passes. */
  readonly remark: (sighting: Sighting) => string;
}

/** The first of the ports that IANA leaves to everybody (RFC 6335 §6). */
const FIRST_PORT = 49_152;

/** The connection from a port that no other one has: that of the end which has no port of a service. */
function moved(connection: TraceConnection, port: number): TraceConnection {
  const { A, B } = connection.ports;
  return { ...connection, ports: A > B ? { A: port, B } : { A, B: port } };
}

/** The frames of runs between the same two hosts, captured at A, in the order of their times: each run begins `apart` ms after the one before it, and each of its connections has a port of its own. At most 16,384 connections. */
export function sideBySide(runs: readonly Beside[], apart: number): readonly WrittenFrame[] {
  let port = FIRST_PORT;
  const frames = runs.flatMap(({ trace, remark }, place) => {
    const placed: Trace = { ...trace, connections: trace.connections.map((connection) => moved(connection, port++)) };
    return captureOf(placed, 'A').map((sighting) => ({
      at: CAPTURE_BEGINS + Math.round((place * apart + sighting.at) * 1000),
      octets: frameOf(placed, sighting.flight, 4),
      way: sighting.way,
      comment: remark(sighting),
    }));
  });
  return frames.toSorted((one, other) => one.at - other.at);
}
