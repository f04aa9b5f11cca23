import type { ChoiceField } from '../../exercise/field.ts';
import { say } from '../../narration/say.ts';
import { Said } from '../Said.tsx';
import type { AnswerProps } from './answer-props.ts';
import { optionsSize } from './options-size.ts';

/** The options of a field, of which one is to be chosen. */
export function ChoiceQuestion({ field, given, isRight, name, words, onAnswer }: AnswerProps<ChoiceField>) {
  return (
    <div class="isl-options" data-size={optionsSize(field.options.map(({ label }) => say(label, words)))}>
      {field.options.map(({ value, label }) => (
        <label key={value} class="isl-tick isl-option">
          <input type="radio" name={name} value={value} checked={value === given} disabled={isRight} onChange={() => onAnswer(value)} />
          <span>
            <Said of={label} words={words} />
          </span>
        </label>
      ))}
    </div>
  );
}
