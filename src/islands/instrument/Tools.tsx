import type { ComponentChildren } from 'preact';
import type { Words } from '../../narration/sentence.ts';
import type { Deed } from '../deed.ts';
import { Icon } from '../Icon.tsx';
import type { Session } from '../stepping.ts';
import { text } from '../text.ts';

interface Props {
  readonly session: Session;
  /** Whether there is anything to reset. */
  readonly isChanged: boolean;
  /** Whether changes can be undone one by one; else all of them together. */
  readonly canUndo: boolean;
  readonly words: Words;
  readonly onDeed: (deed: Deed) => void;
  readonly onHelp: () => void;
  readonly children: ComponentChildren;
}

/** What the caller puts first, and help; undo, redo and reset. */
export function Tools({ session, isChanged, canUndo, words, onDeed, onHelp, children }: Props) {
  const history = [
    { type: 'undo', isIdle: session.past.length === 0, label: text(words, 'lab.undo') },
    { type: 'redo', isIdle: session.undone.length === 0, label: text(words, 'lab.redo') },
  ] as const;
  const tools = [...(canUndo ? history : []), { type: 'reset', isIdle: !isChanged, label: text(words, 'island.reset') } as const];
  return (
    <>
      <div class="isl-tools">
        {children}
        <button type="button" class="isl-tool" title={text(words, 'island.keys')} aria-label={text(words, 'island.keys')} onClick={onHelp}>
          <Icon name="help" />
        </button>
      </div>
      <div class="isl-tools">
        {tools.map(({ type, isIdle, label }) => (
          <button key={type} type="button" class="isl-tool" title={label} aria-label={label} aria-disabled={isIdle} onClick={() => isIdle || onDeed({ type })}>
            <Icon name={type} />
          </button>
        ))}
      </div>
    </>
  );
}
