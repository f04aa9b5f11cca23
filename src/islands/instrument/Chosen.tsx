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
  readonly onDeed: (deed: Deed) => void;
}

/** The segment in question, with what can be done to it. */
export function Chosen({ trace, shown, flight, words, onGo, onDeed }: Props) {
  return (
    <SegmentCard trace={trace} shown={shown} flight={flight} words={words} onGo={onGo}>
      <WireDeeds trace={trace} shown={shown} flight={flight} words={words} onDeed={onDeed} />
    </SegmentCard>
  );
}
