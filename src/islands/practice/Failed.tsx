import type { Words } from '../../narration/sentence.ts';
import { text } from '../text.ts';

interface Props {
  readonly said: string;
  readonly words: Words;
  readonly onAgain: () => void;
}

/** That something could not be fetched, and the way to try again. */
export function Failed({ said, words, onAgain }: Props) {
  return (
    <p role="status">
      {said}{' '}
      <button type="button" onClick={onAgain}>
        {text(words, 'practice.again')}
      </button>
    </p>
  );
}
