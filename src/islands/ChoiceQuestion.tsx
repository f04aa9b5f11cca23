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

/** How many characters leave room for two options beside each other on a phone. */
const SHORT = 8;

/** The options of a field, of which one is to be chosen. */
export function ChoiceQuestion({ field, chosen, name, words, onChoose }: Props) {
  const options = field.options.map(({ value, label }) => ({ value, said: say(label, words) }));
  return (
    <div class="isl-options" data-short={options.every(({ said }) => said.length <= SHORT)}>
      {options.map(({ value, said }) => (
        <label key={value} class="isl-option">
          <input type="radio" name={name} value={value} checked={value === chosen} onChange={() => onChoose(value)} />
          <span>{said}</span>
        </label>
      ))}
    </div>
  );
}
