import type { Words } from '../../narration/sentence.ts';
import { text, word } from '../text.ts';

interface Props {
  /** Each with its name, and of how many it is, where that is known. */
  readonly figures: readonly { readonly name: 'read' | 'answered' | 'right' | 'due'; readonly count: number; readonly all?: number; readonly note?: string }[];
  readonly words: Words;
}

/** The whole in four numbers. */
export function Figures({ figures, words }: Props) {
  return (
    <dl class="isl-figures">
      {figures.map(({ name, count, all, note }) => (
        <div key={name}>
          <dt>{text(words, `progress.figure.${name}`)}</dt>
          <dd>
            {count}
            {all !== undefined && <small> {word(words, 'progress.of', { all })}</small>}
            {note !== undefined && <small> {note}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
