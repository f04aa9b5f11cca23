import type { Words } from '../../narration/sentence.ts';
import type { LinkProblem } from '../link/problem.ts';
import { text } from '../text.ts';

interface Props {
  readonly problems: readonly LinkProblem[];
  readonly words: Words;
  readonly onClose: () => void;
}

/** What of a link could not be read. */
export function LinkProblems({ problems, words, onClose }: Props) {
  return (
    <div class="isl-link-problems" role="alert">
      <ul>
        {problems.map(({ code, params }, index) => (
          <li key={index}>{text(words, `lab.link.${code}`, params)}</li>
        ))}
      </ul>
      <button type="button" onClick={onClose}>
        {text(words, 'lab.close')}
      </button>
    </div>
  );
}
