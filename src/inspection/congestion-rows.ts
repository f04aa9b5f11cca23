import { flightSize } from '../tcp/congestion.ts';
import type { Tcb } from '../tcp/tcb.ts';
import { seqRow, type Row } from './row.ts';
import { hasBegun, hasSentAll } from './stage.ts';

/** The variables of congestion control (RFC 5681 §2), while there is something to send. */
export function congestionRows(tcb: Tcb): readonly Row[] {
  const { cwnd, ssthresh, dupAcks, recover, rack } = tcb.congestion;
  if (!hasBegun(tcb.state) || hasSentAll(tcb) || cwnd === 0) return [];
  const row = (id: Row['id'], name: string | null, value: string | number): Row => ({ id, group: 'congestion', name, value: String(value) });
  const rows = [
    row('cwnd', 'cwnd', cwnd),
    row('ssthresh', 'ssthresh', ssthresh === Number.MAX_SAFE_INTEGER ? '∞' : ssthresh),
    row('flight', 'FlightSize', flightSize(tcb)),
    row('dup-acks', null, rack?.dupes ?? dupAcks),
  ];
  if (rack !== null && rack.phase !== 'open') rows.push(row('phase', null, rack.phase));
  const until = rack === null ? recover : rack.phase === 'open' ? null : rack.until;
  if (until !== null) rows.push(seqRow('congestion', 'recover', 'recover', until, tcb.iss));
  return rows;
}
