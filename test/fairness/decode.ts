import type { Segment } from '../../src/tcp/segment.ts';
import type { Judge } from './judge.ts';

/** The control bits as RFC 9293 Figure 1 has them, from left to right. */
const BITS = ['CWR', 'ECE', 'URG', 'ACK', 'PSH', 'RST', 'SYN', 'FIN'];

/** Whether octets that say this can be those of the segment. */
function isOf({ flags, seq, ack, wnd }: Segment, view: DataView): boolean {
  return view.getUint32(4) === seq && view.getUint32(8) === ack && view.getUint8(13) === flags && view.getUint16(14) === wnd;
}

/** Reads the octets as a computer would, and accepts them only where the other run sends such a segment at the moment. */
export const judgeDecode: Judge = ({ figure, play }, trace) => {
  const moment = trace.moments[play.from];
  const sent = moment?.kind === 'endpoint' ? moment.sent : moment?.kind === 'injected' ? [moment.flight] : [];
  if (figure.type !== 'octets') return () => false;
  const view = new DataView(Uint8Array.from(figure.octets).buffer);
  const isSent = sent.some((id) => trace.flights[id] !== undefined && isOf(trace.flights[id].segment, view));
  const words = view.getUint8(12) >> 4;
  if (!isSent || words * 4 !== figure.octets.length) return () => false;
  const numbers: Readonly<Record<string, number>> = {
    'source-port': view.getUint16(0),
    'destination-port': view.getUint16(2),
    seq: view.getUint32(4),
    'ack-number': view.getUint32(8),
    'data-offset': words,
    window: view.getUint16(14),
    options: figure.octets.length - 20,
    received: (view.getUint32(8) + 2 ** 32 - 1) % 2 ** 32,
  };
  const set = BITS.filter((_flag, bit) => ((view.getUint8(13) >> (7 - bit)) & 1) === 1);
  return (field, answer) => (typeof answer === 'string' ? answer === String(numbers[field]) : field === 'flags' && [...answer].sort().join() === [...set].sort().join());
};
