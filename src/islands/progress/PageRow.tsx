import type { Words } from '../../narration/sentence.ts';
import { glance, type Standing } from '../../progress/standing.ts';
import { text, word } from '../text.ts';
import { Picture } from './Picture.tsx';

interface Props {
  readonly title: string;
  /** null: the page is not there any more. */
  readonly href: string | null;
  readonly standing: Standing;
  /** How many of its exercises are due. */
  readonly due: number;
  readonly words: Words;
  readonly onForget: () => void;
}

/** A lesson, or another page with exercises: what has been read and answered there, each exercise a picture. */
export function PageRow({ title, href, standing, due, words, onForget }: Props) {
  const come = glance(standing);
  const { exercises, others } = standing;
  const isKnown = come !== 'new';
  return (
    <li class="isl-page-row">
      <Picture name={come} />
      <div>
        {href === null ? <strong>{title}</strong> : <a href={href}>{title}</a>}
        <span class="sr-only">, {word(words, `mark.${come}`)}</span>
        <p>
          {exercises.length > 0 && (
            <span class="isl-come-row">
              {exercises.map((answered, index) => (
                <Picture key={index} name={answered} />
              ))}
            </span>
          )}
          {said({ exercises, others, due }, words).map((part) => (
            <span key={part}>{part}</span>
          ))}
        </p>
      </div>
      <button type="button" class="isl-quiet" aria-disabled={!isKnown} aria-label={text(words, 'progress.forget.page', { title })} onClick={() => isKnown && onForget()}>
        {text(words, 'progress.forget')}
      </button>
    </li>
  );
}

function said({ exercises, others, due }: Pick<Standing, 'exercises' | 'others'> & { readonly due: number }, words: Words): readonly string[] {
  const count = (answers: Standing['exercises'], wanted: string) => answers.filter((answered) => answered === wanted).length;
  const wrong = count(exercises, 'wrong');
  return [
    exercises.length > 0 ? text(words, 'progress.exercises', { right: count(exercises, 'right'), all: exercises.length }) : '',
    wrong > 0 ? word(words, 'progress.wrong', { wrong }) : '',
    others.length > 0 ? word(words, exercises.length > 0 ? 'progress.others' : 'progress.exercises', { right: count(others, 'right'), all: others.length }) : '',
    due > 0 ? word(words, 'progress.due', { due }) : '',
  ].filter((part) => part !== '');
}
