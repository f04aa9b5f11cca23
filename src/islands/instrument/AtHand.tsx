import { flagsText } from '../../narration/segment-text.ts';
import type { Words } from '../../narration/sentence.ts';
import type { Flight, Trace } from '../../simulation/trace.ts';
import type { Deed } from '../deed.ts';
import { HostStates } from '../HostStates.tsx';
import { Icon } from '../Icon.tsx';
import { Later } from './Later.tsx';
import { SOURCES } from './sources.ts';

interface Props {
  readonly trace: Trace;
  readonly shown: number;
  readonly isStepping: boolean;
  /** The segment in question, where something can be done to it; absent: there is none. */
  readonly flight: Flight | undefined;
  readonly words: Words;
  readonly onDeed: (deed: Deed) => void;
}

/** In thumb's reach where everything else is below the drawing: which segment is in question, what can be done to it, and the state of both hosts. */
export function AtHand({ trace, shown, isStepping, flight, words, onDeed }: Props) {
  return (
    <>
      {flight !== undefined && (
        <div class="isl-at-hand" data-host={flight.from}>
          <p class="isl-at-hand-name">
            <strong>{flagsText(flight.segment.flags)}</strong> <Icon name={flight.from === 'A' ? 'right' : 'left'} />
            <span>{`SEQ=${String(flight.segment.seq)}`}</span>
          </p>
          <Later of={SOURCES.deeds} words={words} props={{ trace, shown, flight, words, onDeed }} />
        </div>
      )}
      <HostStates trace={trace} shown={shown} isStepping={isStepping} words={words} />
    </>
  );
}
