import type { Words } from '../../narration/sentence.ts';
import type { Trace } from '../../simulation/trace.ts';
import type { Deed } from '../deed.ts';
import { Icon, type IconName } from '../Icon.tsx';
import { text } from '../text.ts';
import { usePerFrame } from './use-per-frame.ts';
import { PACES, type Pace, type Playback } from './use-playback.ts';

interface Props {
  readonly trace: Trace;
  readonly shown: number;
  /** Whether the reader steps; else the whole run is on view, and a step leads to its beginning. */
  readonly isStepping: boolean;
  readonly words: Words;
  /** Null where the run is only stepped through. */
  readonly playback: Playback | null;
  readonly onDeed: (deed: Deed) => void;
  readonly onPlay: () => void;
  /** The slider has been moved, which says itself where it is. */
  readonly onSlide: (shown: number) => void;
}

/** The controls of time: steps; where it can be played, a pace and a slider over all moments. */
export function Transport({ trace, shown, isStepping, words, playback, onDeed, onPlay, onSlide }: Props) {
  const { length } = trace.moments;
  const slide = usePerFrame(onSlide);
  const isOver = isStepping && shown === length;
  const place = text(words, 'island.progress', { shown, all: length, at: trace.moments[shown - 1]?.at ?? 0 });
  return (
    <div class="isl-transport" role="group" aria-label={text(words, 'island.controls')}>
      <div class="isl-scrub">
        {playback !== null && (
          <input
            type="range"
            min={0}
            max={length}
            value={shown}
            aria-label={text(words, 'lab.moment')}
            aria-valuetext={place}
            onInput={({ currentTarget }) => slide(currentTarget.valueAsNumber)}
          />
        )}
        <span class="isl-place">{text(words, 'lab.place', { shown, all: length, at: trace.moments[shown - 1]?.at ?? 0 })}</span>
      </div>
      <div class="isl-steps">
        <Control name="start" label={text(words, 'island.start')} isIdle={shown === 0} onClick={() => onDeed({ type: 'start' })} />
        <Control name="back" label={text(words, 'island.back')} isIdle={shown === 0} onClick={() => onDeed({ type: 'back' })} />
        {playback !== null && (
          <Control name={playback.isPlaying ? 'pause' : 'play'} label={text(words, playback.isPlaying ? 'lab.pause' : 'lab.play')} isIdle={length === 0} onClick={onPlay} />
        )}
        <Control name="step" label={text(words, 'island.step')} isIdle={isOver} onClick={() => onDeed({ type: 'step' })} />
        <Control name="end" label={text(words, 'island.end')} isIdle={isOver} onClick={() => onDeed({ type: 'end' })} />
        {playback !== null && (
          <label class="isl-pace">
            <span>{text(words, 'lab.pace')}</span>
            <select value={String(playback.pace)} onChange={({ currentTarget }) => playback.setPace(paceOf(currentTarget.value))}>
              {PACES.map((pace) => (
                <option key={pace} value={String(pace)}>
                  {`${String(pace)}×`}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
    </div>
  );
}

function paceOf(value: string): Pace {
  return PACES.find((pace) => String(pace) === value) ?? 1;
}

interface ControlProps {
  readonly name: IconName;
  readonly label: string;
  /** Whether it would change nothing. It stays focusable then, so that focus is never lost. */
  readonly isIdle: boolean;
  readonly onClick: () => void;
}

function Control({ name, label, isIdle, onClick }: ControlProps) {
  return (
    <button type="button" class="isl-control" aria-disabled={isIdle} onClick={() => isIdle || onClick()}>
      <Icon name={name} />
      <span>{label}</span>
    </button>
  );
}
