import type { Variable } from '../../inspection/variables.ts';
import type { Words } from '../../narration/sentence.ts';
import { Icon } from '../Icon.tsx';
import { text } from '../text.ts';

interface Props {
  readonly row: Variable;
  readonly words: Words;
  /** The key of the sentence that explains it. */
  readonly sentence: string;
}

/** A variable and its value, the value before it if this moment has changed it; it unfolds to a sentence that says what it is. */
export function VariableRow({ row, words, sentence }: Props) {
  const { id, name, value, before, changed, relative } = row;
  const said = (one: string) => (id === 'snd.fin' || id === 'phase' ? text(words, `lab.inside.value.${one}`) : one);
  return (
    <li>
      <details class="isl-variable" data-changed={changed}>
        <summary>
          <span class="isl-variable-name">{name ?? text(words, `lab.inside.name.${id}`)}</span>{' '}
          <span class="isl-variable-value">
            {changed && before !== null && (
              <>
                <del>{said(before)}</del> <Icon name="right" label="→" />{' '}
              </>
            )}
            {changed && before === null && <span class="isl-variable-new">{text(words, 'lab.inside.new')} </span>}
            {changed ? <ins>{said(value)}</ins> : said(value)}
            {relative !== undefined && <small> +{relative}</small>}
          </span>
        </summary>
        <p>{text(words, sentence)}</p>
      </details>
    </li>
  );
}
