import { flagsText } from '../../narration/segment-text.ts';
import type { Words } from '../../narration/sentence.ts';
import type { Flight, Trace } from '../../simulation/trace.ts';
import type { Deed } from '../deed.ts';
import { Icon } from '../Icon.tsx';
import { Later } from './Later.tsx';
import { SOURCES } from './sources.ts';

interface Props {
  readonly trace: Trace;
  readonly shown: number;
  readonly flight: Flight;
  readonly words: Words;
  readonly onDeed: (deed: Deed) => void;
}

/** Which segment is in question and what can be done to it, in thumb's reach where its card is below the drawing. */
export function AtHand({ trace, shown, flight, words, onDeed }: Props) {
  return (
    <div class="isl-at-hand" data-host={flight.from}>
      <p class="isl-at-hand-name">
        <strong>{flagsText(flight.segment.flags)}</strong> <Icon name={flight.from === 'A' ? 'right' : 'left'} />
        <span>{`SEQ=${String(flight.segment.seq)}`}</span>
      </p>
      <Later of={SOURCES.deeds} words={words} props={{ trace, shown, flight, words, onDeed }} />
    </div>
  );
}
