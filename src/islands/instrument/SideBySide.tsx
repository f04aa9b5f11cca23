import type { Words } from '../../narration/sentence.ts';
import type { Trace } from '../../simulation/trace.ts';
import { Ladder } from '../ladder/Ladder.tsx';
import { Later } from './Later.tsx';
import { SOURCES } from './sources.ts';

interface Props {
  /** The run on view. */
  readonly one: Trace;
  readonly other: Trace;
  readonly oneName: string;
  readonly otherName: string;
  readonly words: Words;
  /** How many moments of `one` are shown. */
  readonly shown: number;
  readonly selected: number | null;
  readonly onSelect: (flight: number | null) => void;
  readonly onGo: (shown: number) => void;
}

/** How many moments of the other run have happened at the same time. */
function atTheSameTime({ moments: one }: Trace, { moments: other }: Trace, shown: number): number {
  if (shown >= one.length) return other.length;
  const now = one[shown - 1]?.at ?? -1;
  const until = one[shown]?.at ?? Infinity;
  // In one instant as many of them as here.
  const before = other.filter(({ at }) => at < now).length;
  const here = shown - one.filter(({ at }) => at < now).length;
  const same = other.filter(({ at }) => at === now).length;
  return until === now ? before + Math.min(here, same) : before + same;
}

/** Two runs beside each other at the same time, and below them how they differ. */
export function SideBySide({ one, other, oneName, otherName, words, shown, selected, onSelect, onGo }: Props) {
  return (
    <div class="isl-pair">
      <figure>
        <figcaption>{oneName}</figcaption>
        <Ladder trace={one} shown={shown} words={words} selected={selected} onSelect={onSelect} onGo={onGo} narrow name={oneName} />
      </figure>
      <figure>
        <figcaption>{otherName}</figcaption>
        <Ladder trace={other} shown={atTheSameTime(one, other, shown)} words={words} selected={null} onSelect={() => undefined} onGo={() => undefined} narrow name={otherName} />
      </figure>
      <div class="isl-pair-words">
        <Later of={SOURCES.compare} words={words} props={{ one, other, oneName, otherName, words, shown, onGo }} />
      </div>
    </div>
  );
}
