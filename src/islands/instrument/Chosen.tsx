import type { Words } from '../../narration/sentence.ts';
import type { Flight, Trace } from '../../simulation/trace.ts';
import type { Deed } from '../deed.ts';
import { WireDeeds } from '../hands/WireDeeds.tsx';
import { SegmentCard } from '../segment/SegmentCard.tsx';

interface Props {
  readonly trace: Trace;
  readonly shown: number;
  readonly flight: Flight;
  readonly words: Words;
  readonly onGo: (shown: number) => void;
  /** Null where nothing can be done to it here. */
  readonly onDeed: ((deed: Deed) => void) | null;
}

/** The segment in question, and what can be done to it. */
export function Chosen({ trace, shown, flight, words, onGo, onDeed }: Props) {
  return (
    <SegmentCard trace={trace} shown={shown} flight={flight} words={words} onGo={onGo}>
      {onDeed !== null && <WireDeeds trace={trace} shown={shown} flight={flight} words={words} onDeed={onDeed} />}
    </SegmentCard>
  );
}
