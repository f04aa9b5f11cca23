import type { Words } from '../narration/sentence.ts';
import { Icon } from './Icon.tsx';
import { shownCount, type Deed, type Session } from './session.ts';
import { text } from './text.ts';

type Button = Extract<Deed, { type: 'step' | 'back' | 'start' | 'end' | 'reset' }>['type'];

const BUTTONS: readonly Button[] = ['start', 'back', 'step', 'end', 'reset'];

/** Whether the button would change anything. It stays focusable where it would not, so that focus is never lost. */
function isIdle(button: Button, session: Session, changed: boolean): boolean {
  const shown = shownCount(session);
  switch (button) {
    case 'start':
    case 'back':
      return shown === 0;
    case 'step':
    case 'end':
      return session.shown !== 'all' && shown === session.trace.moments.length;
    case 'reset':
      return !changed;
  }
}

interface Props {
  readonly session: Session;
  /** Whether there is anything to reset. */
  readonly changed: boolean;
  readonly words: Words;
  readonly onDeed: (deed: Deed) => void;
}

/** The five buttons that move through a run, in one row. */
export function Controls({ session, changed, words, onDeed }: Props) {
  return (
    <div class="isl-controls" role="group" aria-label={text(words, 'island.controls')}>
      {BUTTONS.map((type) => {
        const idle = isIdle(type, session, changed);
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
