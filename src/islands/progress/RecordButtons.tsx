import { useRef } from 'preact/hooks';
import type { Words } from '../../narration/sentence.ts';
import { isEmpty } from '../../progress/deeds.ts';
import type { Progress } from '../../progress/progress.ts';
import { text } from '../text.ts';

interface Props {
  readonly progress: Progress;
  readonly words: Words;
  readonly onSave: () => void;
  readonly onOpen: (file: File) => void;
  readonly onForget: () => void;
}

/** The record as a whole: saved as a file, opened from one, forgotten. */
export function RecordButtons({ progress, words, onSave, onOpen, onForget }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const empty = isEmpty(progress);
  const onChange = () => {
    const file = field.current?.files?.[0];
    if (file !== undefined) onOpen(file);
    // So that the same file can be chosen again.
    if (field.current !== null) field.current.value = '';
  };
  return (
    <div class="isl-record">
      <button type="button" aria-disabled={empty} onClick={() => !empty && onSave()}>
        {text(words, 'progress.save')}
      </button>
      <button type="button" onClick={() => field.current?.click()}>
        {text(words, 'progress.open')}
      </button>
      <input ref={field} type="file" accept=".json,application/json" hidden aria-label={text(words, 'progress.open')} onChange={onChange} />
      <button type="button" aria-disabled={empty} onClick={() => !empty && onForget()}>
        {text(words, 'progress.forget.all')}
      </button>
    </div>
  );
}
