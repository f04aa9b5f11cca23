import { useEffect, useState } from 'preact/hooks';
import type { Words } from '../../narration/sentence.ts';
import { save } from '../copy/save.ts';
import { text } from '../text.ts';
import { unreadable, type Unreadable } from './asides.ts';
import type { Trouble } from './store.ts';

interface Props {
  readonly trouble: Trouble | null;
  /** Whether the device has been looked at. */
  readonly isThere: boolean;
  readonly words: Words;
}

/** That progress is not kept, and why; and what was found on the device and could not be read. */
export function Notices({ trouble, isThere, words }: Props) {
  const [found, setFound] = useState<readonly Unreadable[]>([]);
  useEffect(() => {
    if (isThere) setFound(unreadable(() => localStorage));
  }, [isThere]);
  const discard = () => {
    for (const { key } of found) localStorage.removeItem(key);
    setFound([]);
  };
  return (
    <div class="isl-notices" role="status">
      {trouble !== null && <p class="isl-notice">{text(words, `mark.unkept.${trouble}`)}</p>}
      {found.length > 0 && (
        <div class="isl-notice">
          <p>{text(words, 'progress.unreadable')}</p>
          <button type="button" onClick={() => save(new Blob(found.map((one) => `${one.text}\n`), { type: 'text/plain' }), 'handshake-lab-unreadable.txt')}>
            {text(words, 'progress.unreadable.save')}
          </button>
          <button type="button" onClick={discard}>
            {text(words, 'progress.unreadable.discard')}
          </button>
        </div>
      )}
    </div>
  );
}
