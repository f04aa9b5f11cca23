import type { HostId } from '../../simulation/scenario.ts';
import type { Trace } from '../../simulation/trace.ts';
import { segmentText } from '../../narration/segment-text.ts';
import type { HostRecord, RecordRow } from '../figure.ts';

/** What a host has sent and received, as if somebody had listened at its network interface. */
function recordOf(trace: Trace, host: HostId): HostRecord {
  const rows = trace.moments.flatMap((moment): readonly RecordRow[] => {
    if (moment.kind !== 'endpoint' || moment.host !== host) return [];
    const row = (way: RecordRow['way'], id: number): readonly RecordRow[] => {
      const flight = trace.flights[id];
      return flight === undefined ? [] : [{ at: moment.at, way, segment: segmentText(flight.segment) }];
    };
    return [...(moment.arrived === null ? [] : row('received', moment.arrived)), ...moment.sent.flatMap((id) => row('sent', id))];
  });
  return { host: trace.scenario.hosts[host].name, rows };
}

/** The records of the hosts. */
export function recordsOf(trace: Trace, hosts: readonly HostId[]): readonly HostRecord[] {
  return hosts.map((host) => recordOf(trace, host));
}

/** What a record would have and the other has not, or the other way round. */
export interface Discrepancy extends RecordRow {
  readonly host: string;
  /** Whether it is in the record that is on view, and would not be in the other. */
  readonly isOnView: boolean;
}

/** Where two records of the same hosts first differ, the earliest of all; null: nowhere. */
export function discrepancy(onView: readonly HostRecord[], other: readonly HostRecord[]): Discrepancy | null {
  const found = onView.flatMap(({ host, rows }, at): readonly Discrepancy[] => {
    const others = other[at]?.rows ?? [];
    const place = Array.from({ length: Math.max(rows.length, others.length) }, (_none, row) => row).find((row) => JSON.stringify(rows[row]) !== JSON.stringify(others[row]));
    if (place === undefined) return [];
    const [shown, supposed] = [rows[place], others[place]];
    const isFirst = supposed === undefined || (shown !== undefined && shown.at < supposed.at);
    const row = isFirst ? shown : supposed;
    return row === undefined ? [] : [{ ...row, host, isOnView: isFirst }];
  });
  return found.toSorted((a, b) => a.at - b.at)[0] ?? null;
}
