import { rangeFrom, rangeText } from '../../inspection/octet-range.ts';
import { receiveBuffer, type ReceiveBuffer } from '../../inspection/receive-buffer.ts';
import type { Words } from '../../narration/sentence.ts';
import { seqDiff } from '../../tcp/seq.ts';
import { text } from '../text.ts';
import type { EndpointProps } from './Endpoint.tsx';
import { Strip, type Part } from './Strip.tsx';

function partsOf({ unread, next, beyond }: ReceiveBuffer, words: Words): readonly Part[] {
  const parts: Part[] = [];
  if (unread !== null) parts.push({ look: 'unread', length: seqDiff(unread.to, unread.from) + 1, range: rangeText(unread), says: text(words, 'lab.inside.buffer.unread') });
  let from = next;
  for (const run of beyond) {
    const missing = seqDiff(run.from, from);
    const length = seqDiff(run.to, run.from) + 1;
    if (missing > 0) parts.push({ look: 'hole', length: missing, range: rangeText(rangeFrom(from, missing)), says: text(words, 'lab.inside.buffer.hole') });
    parts.push({ look: 'early', length, range: rangeText(run), says: text(words, run.fin ? 'lab.inside.buffer.early.fin' : 'lab.inside.buffer.early') });
    from = rangeFrom(run.to, 2).to;
  }
  return parts;
}

/** What lies in the receive buffer: what is not read yet, holes, and what waits behind them. */
export function Received({ trace, shown, words, connection, host }: EndpointProps) {
  const parts = partsOf(receiveBuffer(trace, host, shown, connection), words);
  return (
    <>
      <p class="isl-inside-part">
        {text(words, 'lab.inside.buffer')}
        {parts.length === 0 && <span>{text(words, 'lab.inside.buffer.none')}</span>}
      </p>
      {parts.length > 0 && <Strip parts={parts} />}
    </>
  );
}
