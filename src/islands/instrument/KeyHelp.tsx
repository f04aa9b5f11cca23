import { useEffect, useRef } from 'preact/hooks';
import type { Words } from '../../narration/sentence.ts';
import { KeyTable } from '../KeyList.tsx';
import type { KeyDeed } from '../keys.ts';
import { text } from '../text.ts';

interface Props {
  readonly deeds: readonly KeyDeed[];
  readonly words: Words;
  readonly onClose: () => void;
}

/** All keys, in a dialog that Escape closes. */
export function KeyHelp({ deeds, words, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="isl-help" aria-label={text(words, 'island.keys')} onClose={onClose}>
      <p class="isl-heading" role="heading" aria-level={2}>{text(words, 'island.keys')}</p>
      <p>{text(words, 'island.keys.when')}</p>
      <KeyTable deeds={deeds} words={words} />
      <form method="dialog">
        <button>{text(words, 'lab.close')}</button>
      </form>
    </dialog>
  );
}
