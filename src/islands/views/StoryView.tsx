import { useRef } from 'preact/hooks';
import type { Words } from '../../narration/sentence.ts';
import type { Moment, Trace } from '../../simulation/trace.ts';
import { useLatest } from '../latest.ts';
import { text } from '../text.ts';
import { useScrollInside } from './scroll-inside.ts';
import { StoryPart } from './StoryPart.tsx';
import { pageOf, useTail } from './tail.ts';
import './views.css';

interface Props {
  readonly trace: Trace;
  /** How many moments have happened. */
  readonly shown: number;
  readonly words: Words;
  readonly onGo: (shown: number) => void;
}

/** The run up to now, told: a paragraph for each moment, those of the same time together. */
export function StoryView({ trace, shown, words, onGo }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const go = useLatest(onGo);
  const tail = useTail(shown, pageOf(trace.moments.length));
  const groups = byTime(trace.moments.slice(tail.first, shown));
  useScrollInside(box, '[aria-current]', [trace, shown]);

  return (
    <div class="isl-view">
      {shown === 0 ? (
        <p class="isl-view-none">{text(words, 'island.nothing-yet')}</p>
      ) : (
        <div ref={box} class="isl-view-box" role="group" aria-label={text(words, 'lab.story.box')}>
          {tail.first > 0 && (
            <button type="button" class="isl-view-more" onClick={tail.more}>
              {text(words, 'lab.story.more', { count: tail.next, hidden: tail.first })}
            </button>
          )}
          <ol class="isl-tale">
            {groups.map((moments) => (
              <li key={moments[0]?.index} class="isl-tale-time">
                <p class="isl-tale-at">{text(words, 'lab.story.at', { at: moments[0]?.at ?? 0 })}</p>
                <ol>
                  {moments.map((moment) => (
                    <StoryPart key={moment.index} moment={moment} trace={trace} isPresent={moment.index === shown - 1} words={words} onGo={go} />
                  ))}
                </ol>
              </li>
            ))}
          </ol>
          {shown === trace.moments.length && <p class="isl-tale-over">{text(words, `lab.story.over.${trace.ended}`)}</p>}
        </div>
      )}
    </div>
  );
}

function byTime(moments: readonly Moment[]): readonly (readonly Moment[])[] {
  const groups: Moment[][] = [];
  for (const moment of moments) {
    const last = groups.at(-1);
    if (last?.[0]?.at === moment.at) last.push(moment);
    else groups.push([moment]);
  }
  return groups;
}
