import type { MatchField } from '../exercise/field.ts';
import { say } from '../narration/say.ts';
import type { AnswerProps } from './answer-props.ts';
import { listOf } from './attempt.ts';
import { text } from './text.ts';

/** Items, each of which is to be given one of the options. */
export function MatchQuestion({ field, given, fixed, isRight, words, onAnswer }: AnswerProps<MatchField>) {
  const list = listOf(given);
  const chosen = field.items.map((_item, at) => list[at] ?? '');
  const choose = (at: number, value: string) => onAnswer(chosen.map((one, place) => (place === at ? value : !field.repeats && one === value ? '' : one)));
  return (
    <ul class="isl-match">
      {field.items.map(({ value, label }, at) => (
        <li key={value} class="isl-item">
          <span class="isl-item-text">{say(label, words)}</span>
          <select aria-label={say(label, words)} disabled={isRight || fixed.includes(value)} value={chosen[at]} onChange={(event) => choose(at, event.currentTarget.value)}>
            <option value="">{text(words, 'attempt.choose')}</option>
            {field.options.map((option) => (
              <option key={option.value} value={option.value}>
                {say(option.label, words)}
              </option>
            ))}
          </select>
        </li>
      ))}
    </ul>
  );
}
