import type { ChoiceField } from '../exercise/exercise.ts';
import { say } from '../narration/say.ts';
import type { Words } from '../narration/sentence.ts';

interface Props {
  readonly field: ChoiceField;
  /** The value chosen; absent where none is. */
  readonly chosen: string | undefined;
  /** The name that its radio buttons share, unique on the page. */
  readonly name: string;
  readonly words: Words;
  readonly onChoose: (value: string) => void;
}

/** The options of a field, of which one is to be chosen. */
export function ChoiceQuestion({ field, chosen, name, words, onChoose }: Props) {
  return (
    <div class="isl-options">
      {field.options.map(({ value, label }) => (
        <label key={value} class="isl-option">
          <input type="radio" name={name} value={value} checked={value === chosen} onChange={() => onChoose(value)} />
          <span>{say(label, words)}</span>
        </label>
      ))}
    </div>
  );
}
