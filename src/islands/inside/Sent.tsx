import { rangeText } from '../../inspection/octet-range.ts';
import { retransmissionQueue, type QueuedSegment } from '../../inspection/retransmission-queue.ts';
import type { Words } from '../../narration/sentence.ts';
import { tcbAfter } from '../../simulation/tcb-after.ts';
import { flightSize } from '../../tcp/congestion.ts';
import { seqAdd } from '../../tcp/seq.ts';
import { text } from '../text.ts';
import type { EndpointProps } from './Endpoint.tsx';
import { Strip, type Part } from './Strip.tsx';

function partOf(segment: QueuedSegment, words: Words): Part {
  const { flags, sentAt, transmissions, mark, length } = segment;
  const sent = transmissions === 1 ? text(words, 'lab.inside.queue.sent', { at: sentAt }) : text(words, 'lab.inside.queue.again', { n: transmissions, at: sentAt });
  const marked = mark === null ? '' : ` · ${text(words, `lab.inside.queue.${mark}`)}`;
  return { look: mark === 'sacked' ? 'arrived' : mark === 'lost' ? 'lost' : 'out', length, range: rangeText(segment), says: `${flags.join(',')} · ${sent}${marked}` };
}

/** The retransmission queue, what is still to be sent behind it, and where the peer's window ends if that holds something back. */
export function Sent({ trace, shown, words, connection, host }: EndpointProps) {
  const tcb = tcbAfter(trace, host, shown, connection);
  const { unsent, una, wnd } = tcb.snd;
  const queue = retransmissionQueue(trace, host, shown, connection).map((segment) => partOf(segment, words));
  const fits = Math.min(unsent, Math.max(0, wnd - flightSize(tcb)));
  const waiting = (length: number): readonly Part[] => (length === 0 ? [] : [{ look: 'unsent', length, range: null, says: text(words, 'lab.inside.queue.unsent', { n: length }) }]);
  const edge: Part = { look: 'edge', length: 0, range: null, says: text(words, 'lab.inside.queue.edge', { n: seqAdd(una, wnd) }) };
  const parts = [...queue, ...waiting(fits), ...(fits < unsent && tcb.snd.maxWnd > 0 ? [edge] : []), ...waiting(unsent - fits)];
  return (
    <>
      <p class="isl-inside-part">
        {text(words, 'lab.inside.queue')}
        {parts.length === 0 && <span>{text(words, 'lab.inside.queue.none')}</span>}
      </p>
      {parts.length > 0 && <Strip parts={parts} />}
    </>
  );
}
