import { useId, useState } from 'preact/hooks';
import { segmentText } from '../../narration/segment-text.ts';
import type { Words } from '../../narration/sentence.ts';
import type { Flight, Trace } from '../../simulation/trace.ts';
import type { Deed } from '../deed.ts';
import { Icon } from '../Icon.tsx';
import { text } from '../text.ts';
import { HowLong } from './HowLong.tsx';
import { offeredFor, type WireDeedType } from './offered.ts';
import './hands.css';

interface Props {
  readonly trace: Trace;
  /** How many moments the reader has seen. */
  readonly shown: number;
  readonly flight: Flight;
  readonly words: Words;
  readonly onDeed: (deed: Deed) => void;
}

type Timed = 'delay' | 'duplicate';

const isTimed = (type: WireDeedType): type is Timed => type === 'delay' || type === 'duplicate';

/** What the reader can do to one segment, as a row of buttons; nothing where nothing can be done. */
export function WireDeeds({ trace, shown, flight, words, onDeed }: Props) {
  const id = useId();
  const [asked, setAsked] = useState<{ readonly flight: Flight; readonly type: Timed } | null>(null);
  const { deeds, isPast } = offeredFor(trace, flight, shown);
  if (deeds.length === 0) return null;
  // The question belongs to the segment that it was asked of.
  const open = asked?.flight === flight && deeds.includes(asked.type) ? asked.type : null;
  const note = isPast ? `${id}-past` : undefined;
  return (
    <div class="isl-wire" role="group" aria-label={text(words, 'lab.wire.of', { segment: segmentText(flight.segment) })}>
      <div class="isl-deeds">
        {deeds.map((type) => (
          <button
            key={type}
            type="button"
            class="isl-deed"
            aria-describedby={note}
            aria-expanded={isTimed(type) ? open === type : undefined}
            aria-controls={isTimed(type) && open === type ? `${id}-how-long` : undefined}
            onClick={() => {
              if (isTimed(type)) setAsked(open === type ? null : { flight, type });
              else onDeed({ type: 'wire', flight: flight.id, what: { type } });
            }}
          >
            <Icon name={type} />
            <span>{text(words, `lab.wire.${type}`)}</span>
          </button>
        ))}
      </div>
      {open !== null && (
        <HowLong
          key={open}
          id={`${id}-how-long`}
          type={open}
          trace={trace}
          flight={flight}
          words={words}
          onGiven={(ms) => {
            setAsked(null);
            onDeed({ type: 'wire', flight: flight.id, what: { type: open, ms } });
          }}
        />
      )}
      {isPast && (
        <p class="isl-hands-note" id={note}>
          {text(words, 'lab.wire.past')}
        </p>
      )}
    </div>
  );
}
