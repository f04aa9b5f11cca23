import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { Words } from '../narration/sentence.ts';
import { numberIn, type Bounds } from './number-text.ts';
import { keepKeys } from './own-keys.ts';
import { text } from './text.ts';
import './number-field.css';

interface Props extends Bounds {
  readonly label: string;
  /** Whether the label is only for those who do not see the field's surroundings. */
  readonly isLabelHidden?: boolean;
  readonly unit?: string;
  /** What stands in the field, a number or not. */
  readonly typed: string;
  readonly words: Words;
  readonly onType: (typed: string) => void;
  /** Why the field cannot be changed; absent: it can. */
  readonly fixed?: string;
  /** What stands behind it in the same row. */
  readonly children?: ComponentChildren;
}

/** A field for a whole number. What is typed stays as it is; what is wrong with it is said below. */
export function NumberField({ label, isLabelHidden = false, unit, typed, least, most, words, onType, fixed, children }: Props) {
  const id = useId();
  const [isLeft, setLeft] = useState(false);
  const read = numberIn(typed, { least, most });
  // Nobody is told off for a field that is just being emptied.
  const problem = fixed !== undefined || read.ok || (read.problem === 'missing' && !isLeft) ? null : read.problem;
  const hint = fixed ?? (problem === null ? null : text(words, `island.number.${problem}`, { least: grouped(least), most: grouped(most) }));
  return (
    <div class="isl-number">
      <label for={id} class={isLabelHidden ? 'sr-only' : 'isl-number-label'}>
        {label}
      </label>
      <div class="isl-number-row">
        <span class="isl-number-box">
          <input
            id={id}
            type="text"
            inputmode="numeric"
            autocomplete="off"
            size={Math.max(3, String(most).length)}
            value={fixed === undefined ? typed : '0'}
            readOnly={fixed !== undefined}
            aria-invalid={problem !== null}
            aria-describedby={hint === null ? undefined : `${id}-hint`}
            onKeyDown={keepKeys}
            onInput={(event) => onType(event.currentTarget.value)}
            onFocus={() => setLeft(false)}
            onBlur={() => setLeft(true)}
          />
          {unit !== undefined && <span class="isl-number-unit">{unit}</span>}
        </span>
        {children}
      </div>
      <p class="isl-number-hint" id={`${id}-hint`} data-wrong={problem !== null} aria-live="polite">
        {hint}
      </p>
    </div>
  );
}

function grouped(value: number): string {
  return value.toLocaleString('en');
}
