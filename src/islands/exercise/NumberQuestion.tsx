import type { NumberField } from '../../exercise/field.ts';
import { say } from '../../narration/say.ts';
import { keepKeys } from '../own-keys.ts';
import type { AnswerProps } from './answer-props.ts';

/** A number, or a word or two, to be typed in. */
export function NumberQuestion({ field, given, isRight, name, words, onAnswer }: AnswerProps<NumberField>) {
  return (
    <input
      class="isl-typed"
      type="text"
      name={name}
      inputmode={field.form === 'number' ? 'numeric' : 'text'}
      autocomplete="off"
      autocapitalize="off"
      spellcheck={false}
      aria-label={say(field.label, words)}
      value={typeof given === 'string' ? given : ''}
      readOnly={isRight}
      onKeyDown={keepKeys}
      onInput={(event) => onAnswer(event.currentTarget.value)}
    />
  );
}
