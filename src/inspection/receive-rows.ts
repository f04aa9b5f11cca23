import type { Tcb } from '../tcp/tcb.ts';
import { rangeText } from './octet-range.ts';
import { runsOf } from './receive-buffer.ts';
import { seqRow, type Row } from './row.ts';
import { hasBegun } from './stage.ts';

/** The receive sequence variables of RFC 9293 §3.3.1, and what waits to be read. */
export function receiveRows(tcb: Tcb): readonly Row[] {
  const { rcv, irs, agreed, state } = tcb;
  if (!hasBegun(state)) return [];
  const plain = (id: Row['id'], name: string | null, value: string | number): Row => ({ id, group: 'receive', name, value: String(value) });
  // Before the peer's SYN nothing is known of its numbers; the window has been offered.
  if (state === 'SYN-SENT') return [plain('rcv.wnd', 'RCV.WND', rcv.wnd)];
  const rows = [plain('rcv.irs', 'IRS', irs), seqRow('receive', 'rcv.nxt', 'RCV.NXT', rcv.nxt, irs), plain('rcv.wnd', 'RCV.WND', rcv.wnd)];
  if (rcv.up !== null) rows.push(seqRow('receive', 'rcv.up', 'RCV.UP', rcv.up, irs));
  if (agreed.scaled) rows.push(plain('rcv.shift', 'Rcv.Wind.Shift', rcv.shift));
  if (agreed.ts !== null) rows.push(plain('rcv.ts', 'TS.Recent', agreed.ts.recent));
  rows.push(plain('rcv.unread', null, `${String(rcv.unread)} / ${String(rcv.buffer)}`));
  if (rcv.beyond.length > 0) rows.push(plain('rcv.beyond', null, runsOf(tcb).map(rangeText).join(', ')));
  return rows;
}
