import type { Tcb } from '../tcp/tcb.ts';
import type { Row } from './row.ts';
import { hasBegun, hasSentAll } from './stage.ts';

/** The variables of the retransmission timer (RFC 6298 §2), ms to a hundredth, while there is something to send. */
export function timeRows(tcb: Tcb): readonly Row[] {
  const { srtt, rttvar, rto } = tcb.rto;
  if (!hasBegun(tcb.state) || hasSentAll(tcb)) return [];
  const row = (id: Row['id'], name: string, ms: number): Row => ({ id, group: 'time', name, value: `${String(Math.round(ms * 100) / 100)} ms` });
  const sampled = srtt === null ? [] : [row('srtt', 'SRTT', srtt), row('rttvar', 'RTTVAR', rttvar)];
  return rto === 0 ? sampled : [...sampled, row('rto', 'RTO', rto)];
}
