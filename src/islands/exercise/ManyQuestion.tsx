import type { ManyField } from '../../exercise/field.ts';
import { say } from '../../narration/say.ts';
import { Said } from '../Said.tsx';
import type { AnswerProps } from './answer-props.ts';
import { listOf } from './attempt.ts';
import { optionsSize } from './options-size.ts';
import { PartMark } from './PartMark.tsx';
import { partVerdict } from './part-verdict.ts';

/** The options of a field, of which several may be right. */
export function ManyQuestion(props: AnswerProps<ManyField>) {
  const { field, given, fixed, isRight, words, onAnswer } = props;
  const chosen = listOf(given);
  const toggle = (value: string) => onAnswer(field.options.flatMap((option) => (chosen.includes(option.value) !== (option.value === value) ? [option.value] : [])));
  return (
    <div class="isl-options" data-size={optionsSize(field.options.map(({ label }) => say(label, words)))}>
      {field.options.map(({ value, label }) => {
        const verdict = partVerdict(props, value);
        return (
          <label key={value} class="isl-tick isl-option" data-mark={verdict}>
            <input type="checkbox" value={value} checked={chosen.includes(value)} disabled={isRight || fixed.includes(value)} onChange={() => toggle(value)} />
            <span>
              <Said of={label} words={words} />
            </span>
            <PartMark of={verdict} words={words} />
          </label>
        );
      })}
    </div>
  );
}
