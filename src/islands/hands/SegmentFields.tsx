import type { Words } from '../../narration/sentence.ts';
import { FORGED_FIELDS, type ForgedField } from '../../scenario/leaf/forged-fields.ts';
import type { FlagName } from '../../tcp/flags.ts';
import { NumberField } from '../NumberField.tsx';
import { Bits } from './Bits.tsx';
import { isOff, type SegmentDraft } from './segment-draft.ts';

interface Props<Field extends ForgedField> {
  readonly draft: SegmentDraft<Field>;
  readonly fields: readonly Field[];
  /** Which of the control bits can be set; all where it is not given. */
  readonly bits?: readonly FlagName[];
  readonly label: string;
  /** What stands in the field of the acknowledgement while its bit is off. */
  readonly ackOff: string;
  readonly words: Words;
  readonly onChange: (draft: SegmentDraft<Field>) => void;
}

/** A segment of the reader's own making: control bits and numbers. */
export function SegmentFields<Field extends ForgedField>({ draft: { flags, typed }, fields, bits, label, ackOff, words, onChange }: Props<Field>) {
  return (
    <>
      <Bits flags={flags} {...(bits === undefined ? {} : { bits })} label={label} onChange={(changed) => onChange({ flags: changed, typed })} />
      <div class="isl-numbers">
        {fields.map((field) => (
          <NumberField
            key={field}
            label={FORGED_FIELDS[field].word}
            typed={typed[field]}
            least={FORGED_FIELDS[field].least}
            most={FORGED_FIELDS[field].most}
            words={words}
            onType={(value) => onChange({ flags, typed: { ...typed, [field]: value } })}
            {...(isOff(field, flags) ? { fixed: ackOff } : {})}
          />
        ))}
      </div>
    </>
  );
}
