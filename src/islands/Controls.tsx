import type { Words } from '../narration/sentence.ts';
import type { Deed } from './deed.ts';
import { Icon } from './Icon.tsx';
import { text } from './text.ts';

type Button = 'start' | 'back' | 'step' | 'end' | 'reset';

const BUTTONS: readonly Button[] = ['start', 'back', 'step', 'end', 'reset'];

/** Whether the button would change anything. It stays focusable where it would not, so that focus is never lost. */
function isIdle(button: Button, { shown, length, isStepping, changed }: Props): boolean {
  switch (button) {
    case 'start':
    case 'back':
      return shown === 0;
    case 'step':
    case 'end':
      return isStepping && shown === length;
    case 'reset':
      return !changed;
  }
}

interface Props {
  readonly shown: number;
  /** How many moments there are. */
  readonly length: number;
  readonly isStepping: boolean;
  /** Whether there is anything to reset. */
  readonly changed: boolean;
  readonly words: Words;
  readonly onDeed: (deed: Deed) => void;
}

/** The five buttons that move through a run, in one row. */
export function Controls(props: Props) {
  const { words, onDeed } = props;
  return (
    <div class="isl-controls" role="group" aria-label={text(words, 'island.controls')}>
      {BUTTONS.map((type) => {
        const idle = isIdle(type, props);
        return (
          <button key={type} type="button" class="isl-control" aria-disabled={idle} onClick={() => idle || onDeed({ type })}>
            <Icon name={type} />
            <span>{text(words, `island.${type}`)}</span>
          </button>
        );
      })}
    </div>
  );
}
