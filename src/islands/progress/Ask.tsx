import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { Words } from '../../narration/sentence.ts';
import { text } from '../text.ts';

/** One thing that the reader may choose. */
export interface Choice {
  readonly label: string;
  readonly onChoose: () => void;
}

interface Props {
  readonly title: string;
  readonly choices: readonly Choice[];
  readonly words: Words;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** A question before something that changes much, in a dialog that Escape closes; whoever cancels has changed nothing. */
export function Ask({ title, choices, words, onClose, children }: Props) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="isl-ask" aria-labelledby={id} onClose={onClose}>
      <p class="isl-heading" id={id} role="heading" aria-level={2}>
        {title}
      </p>
      <p>{children}</p>
      <form method="dialog">
        <button>{text(words, 'progress.cancel')}</button>
        {choices.map(({ label, onChoose }) => (
          <button key={label} class="isl-primary" onClick={onChoose}>
            {label}
          </button>
        ))}
      </form>
    </dialog>
  );
}
