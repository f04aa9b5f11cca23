import type { Words } from '../../narration/sentence.ts';
import { GONE_AFTER, type MisconceptionMastery } from '../../progress/mastery.ts';
import { text, word } from '../text.ts';
import { Picture } from './Picture.tsx';

interface Props {
  readonly misconceptions: readonly MisconceptionMastery[];
  /** The address of the page of practice. */
  readonly practice: string;
  readonly words: Words;
}

/** What has led the reader astray by its name, what is true instead, and whether it still leads there. */
export function Misconceptions({ misconceptions, practice, words }: Props) {
  if (misconceptions.length === 0) return <p>{text(words, 'progress.misconceptions.none')}</p>;
  return (
    <ul class="isl-misconceptions">
      {misconceptions.map(({ id, times, rightSince, isGone }) => (
        <li key={id}>
          <Picture name={isGone ? 'right' : rightSince > 0 ? 'begun' : 'wrong'} />
          <div>
            <strong>{text(words, 'progress.misconception.name', { name: text(words, `misconception.${id}.name`) })}</strong>
            <div>{text(words, `misconception.${id}`)}</div>
            <p>
              <span>{text(words, 'progress.misconception.times', { times })}</span>
              <span>{word(words, isGone ? 'progress.misconception.gone' : 'progress.misconception.since', { right: rightSince, enough: GONE_AFTER })}</span>
              {!isGone && <a href={`${practice}#misconception=${id}`}>{text(words, 'progress.practise')}</a>}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
