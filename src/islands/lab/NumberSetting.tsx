import { useState } from 'preact/hooks';
import type { Words } from '../../narration/sentence.ts';
import { NumberField } from '../NumberField.tsx';
import { numberIn, type Bounds } from '../number-text.ts';

interface Props {
  readonly label: string;
  readonly unit?: string;
  readonly value: number;
  readonly bounds: Bounds;
  readonly words: Words;
  /** The reader has left the field, or pressed Enter, with another number in it that is allowed. */
  readonly onValue: (value: number) => void;
}

/** A number of the scenario. It counts when the reader has done with the field, since each change is a run of its own. */
export function NumberSetting({ label, unit, value, bounds, words, onValue }: Props) {
  const [typed, setTyped] = useState(String(value));
  const [shown, setShown] = useState(value);
  if (shown !== value) {
    setShown(value);
    setTyped(String(value));
  }
  const onChange = ({ target }: Event) => {
    const read = target instanceof HTMLInputElement ? numberIn(target.value, bounds) : null;
    if (read?.ok === true && read.value !== value) onValue(read.value);
  };
  return (
    <div onChange={onChange}>
      <NumberField label={label} {...(unit === undefined ? {} : { unit })} typed={typed} least={bounds.least} most={bounds.most} words={words} onType={setTyped} />
    </div>
  );
}
