import { seqDiff } from '../tcp/seq.ts';
import type { Tcb } from '../tcp/tcb.ts';
import { rangeFrom, rangeText } from './octet-range.ts';
import { seqRow, type Row } from './row.ts';
import { hasBegun, hasSentAll } from './stage.ts';

/** The send sequence variables of RFC 9293 §3.3.1, and what is still to be sent. */
export function sendRows(tcb: Tcb): readonly Row[] {
  const { snd, iss, irs, agreed } = tcb;
  if (!hasBegun(tcb.state)) return [];
  const plain = (id: Row['id'], name: string | null, value: string | number): Row => ({ id, group: 'send', name, value: String(value) });
  const rows: Row[] = [plain('snd.iss', 'ISS', iss), seqRow('send', 'snd.una', 'SND.UNA', snd.una, iss), seqRow('send', 'snd.nxt', 'SND.NXT', snd.nxt, iss)];
  if (snd.up !== null) rows.push(seqRow('send', 'snd.up', 'SND.UP', snd.up, iss));
  // The window of a SYN,ACK is heeded, that of a SYN is not: what is not known yet is not shown.
  if (snd.maxWnd > 0 && !hasSentAll(tcb)) {
    rows.push(plain('snd.wnd', 'SND.WND', snd.wnd), seqRow('send', 'snd.wl1', 'SND.WL1', snd.wl1, irs), seqRow('send', 'snd.wl2', 'SND.WL2', snd.wl2, iss));
  }
  if (tcb.state !== 'SYN-SENT' && !hasSentAll(tcb)) {
    rows.push(plain('snd.mss', 'Eff.snd.MSS', snd.mss));
    if (agreed.scaled) rows.push(plain('snd.shift', 'Snd.Wind.Shift', snd.shift));
  }
  if (snd.sacked.length > 0) rows.push(plain('snd.sacked', null, snd.sacked.map(({ left, right }) => rangeText(rangeFrom(left, seqDiff(right, left)))).join(', ')));
  if (snd.unsent > 0 || snd.fin === 'no') rows.push(plain('snd.unsent', null, snd.unsent));
  if (snd.fin !== 'no') rows.push(plain('snd.fin', null, hasSentAll(tcb) ? 'acknowledged' : snd.fin));
  return rows;
}
