import type { ProblemText } from '../../narration/problem-text.ts';
import type { Words } from '../../narration/sentence.ts';
import type { Place } from '../../scenario/problem.ts';
import { text } from '../text.ts';

/** A problem as the reader is told of it. */
export interface Told extends ProblemText {
  readonly where: Place;
  /** What would help in its place. */
  readonly fix: string | null;
}

interface Props {
  readonly problems: readonly Told[];
  readonly words: Words;
  readonly onGo: (place: Place) => void;
  readonly onFix: (place: Place, fix: string) => void;
}

/** What is wrong with a text: each problem leads to its place, and those that can be put right at once are, by one press. */
export function Problems({ problems, words, onGo, onFix }: Props) {
  return (
    <ol class="isl-problems" aria-label={text(words, 'lab.editor.problems')}>
      {problems.map(({ where, message, hint, fix }) => (
        <li key={`${where.line}:${where.column}`} class="isl-problem">
          <button type="button" class="isl-problem-go" onClick={() => onGo(where)}>
            <span class="isl-problem-place">{text(words, 'lab.editor.place', { line: where.line, column: where.column })}</span> <span>{message}</span>
          </button>
          <p class="isl-problem-hint">{hint}</p>
          {fix !== null && (
            <button type="button" class="isl-problem-fix" onClick={() => onFix(where, fix)}>
              {text(words, 'lab.editor.fix', { fix })}
            </button>
          )}
        </li>
      ))}
    </ol>
  );
}
