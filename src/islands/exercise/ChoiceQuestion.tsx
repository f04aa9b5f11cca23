import type { ChoiceField } from '../../exercise/field.ts';
import { say } from '../../narration/say.ts';
import type { AnswerProps } from './answer-props.ts';
import { optionsSize } from './options-size.ts';

/** The options of a field, of which one is to be chosen. */
export function ChoiceQuestion({ field, given, isRight, name, words, onAnswer }: AnswerProps<ChoiceField>) {
  const options = field.options.map(({ value, label }) => ({ value, said: say(label, words) }));
  return (
    <div class="isl-options" data-size={optionsSize(options.map(({ said }) => said))}>
      {options.map(({ value, said }) => (
        <label key={value} class="isl-option">
          <input type="radio" name={name} value={value} checked={value === given} disabled={isRight} onChange={() => onAnswer(value)} />
          <span>{said}</span>
        </label>
      ))}
    </div>
  );
}
