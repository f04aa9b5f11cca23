import type { Differing } from '../../diagram/difference/differing.ts';
import { flagsText } from '../../narration/segment-text.ts';
import type { Words } from '../../narration/sentence.ts';
import type { Flight, Trace } from '../../simulation/trace.ts';
import { ACK, has } from '../../tcp/flags.ts';
import { fateText } from '../fate-text.ts';
import { text, word } from '../text.ts';
import { optionsText } from './options-text.ts';

interface Props {
  readonly flight: Flight | null;
  readonly differs: readonly Differing[];
  readonly trace: Trace;
  readonly words: Words;
}

/** A segment of one of two runs, what differs in it marked. */
export function FlightCell({ flight, differs, trace, words }: Props) {
  if (flight === null) return <span class="isl-compare-none">{word(words, 'lab.compare.not-sent')}</span>;
  const isFateMarked = differs.includes('fate') || (differs.includes('time') && flight.fate === 'delivered');
  const parts = partsOf(flight).filter(({ way, always }) => always || differs.includes(way));
  return (
    <>
      <span class="isl-compare-segment">
        {parts.map(({ way, said }, at) => (
          <Part key={way} said={said} isMarked={differs.includes(way)} before={at > 0 ? ' ' : ''} />
        ))}
      </span>
      <span class="isl-compare-fate">
        <Part said={text(words, 'lab.time', { at: flight.sentAt })} isMarked={differs.includes('time')} />
        <Part said={fateText(flight, flight.fate, trace, words)} isMarked={isFateMarked} before=" · " />
      </span>
    </>
  );
}

function Part({ said, isMarked, before = '' }: { readonly said: string; readonly isMarked: boolean; readonly before?: string }) {
  return (
    <>
      {before}
      {isMarked ? <mark>{said}</mark> : <span>{said}</span>}
    </>
  );
}

/** What is said of a segment: some always, the rest only where it differs. */
function partsOf({ segment }: Flight): readonly { readonly way: Differing; readonly said: string; readonly always: boolean }[] {
  const hasAck = has(segment.flags, ACK);
  return [
    { way: 'flags', said: flagsText(segment.flags), always: true },
    { way: 'seq', said: `SEQ=${String(segment.seq)}`, always: true },
    { way: 'ack', said: hasAck ? `ACK=${String(segment.ack)}` : 'ACK –', always: hasAck },
    { way: 'length', said: `LEN=${String(segment.length)}`, always: segment.length > 0 },
    { way: 'window', said: `WND=${String(segment.wnd)}`, always: false },
    { way: 'urgent', said: `UP=${String(segment.up)}`, always: false },
    { way: 'options', said: optionsText(segment.options), always: false },
    { way: 'ecn', said: segment.ecn, always: false },
  ];
}
