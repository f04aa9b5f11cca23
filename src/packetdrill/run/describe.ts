import { seqDiff } from '../../tcp/seq.ts';
import { segmentText } from '../check/expected.ts';
import { seconds } from '../check/times.ts';
import { toScript } from '../check/translate.ts';
import type { Connection, Host, Sent } from '../stack/host.ts';

function describeConnection({ tcb, iss, peerIss }: Connection): string {
  if (tcb.state === 'CLOSED') return 'CLOSED';
  const own = (number: typeof iss): number => seqDiff(number, iss) >>> 0;
  const received = tcb.state === 'SYN-SENT' ? '' : `, RCV.NXT ${seqDiff(tcb.rcv.nxt, peerIss) >>> 0}, RCV.WND ${tcb.rcv.wnd}`;
  return `${tcb.state}, SND.UNA ${own(tcb.snd.una)}, SND.NXT ${own(tcb.snd.nxt)}${received}`;
}

/** Where the endpoint under test stands, in the script's numbers. */
export function describeEndpoint({ current, listeners }: Host): string {
  if (current !== null && (current.tcb.state !== 'CLOSED' || listeners.length === 0)) return describeConnection(current);
  return listeners.length > 0 ? 'LISTEN' : 'CLOSED';
}

/** A segment that was sent, as a script would write it, with its time. */
export function describeSent(sent: Sent, host: Host): string {
  return `> ${segmentText(toScript(sent.segment, sent.connection, host.settings))} at ${seconds(sent.at)} s`;
}
