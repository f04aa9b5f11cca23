import type { Words } from '../../narration/sentence.ts';
import { FORGED_FIELDS, FORGED_ORDER } from '../../scenario/leaf/forged-fields.ts';
import { ACK, FLAG_NAMES, flagsNamed, has, type FlagName } from '../../tcp/flags.ts';
import { NumberField } from '../NumberField.tsx';
import { keepKeys } from '../own-keys.ts';
import { text } from '../text.ts';
import type { ForgedDraft } from './forged-draft.ts';

interface Props {
  readonly draft: ForgedDraft;
  readonly words: Words;
  readonly onChange: (draft: ForgedDraft) => void;
}

/** The control bits from the most significant one, as the header has them. */
const BITS: readonly FlagName[] = FLAG_NAMES.toReversed();

/** A segment of the reader's own making: eight control bits and four numbers. */
export function ByHand({ draft: { flags, typed }, words, onChange }: Props) {
  const isSet = (name: FlagName) => has(flags, flagsNamed([name]));
  const turned = (name: FlagName) => flagsNamed(BITS.filter((bit) => isSet(bit) !== (bit === name)));
  return (
    <div class="isl-by-hand">
      <fieldset class="isl-bits">
        <legend>{text(words, 'lab.inject.flags')}</legend>
        {BITS.map((name) => (
          <label key={name} class="isl-bit">
            <input type="checkbox" onKeyDown={keepKeys} checked={isSet(name)} onChange={() => onChange({ flags: turned(name), typed })} />
            <span>{name}</span>
          </label>
        ))}
      </fieldset>
      <div class="isl-numbers">
        {FORGED_ORDER.map((field) => (
          <NumberField
            key={field}
            label={FORGED_FIELDS[field].word}
            typed={typed[field]}
            least={FORGED_FIELDS[field].least}
            most={FORGED_FIELDS[field].most}
            words={words}
            onType={(value) => onChange({ flags, typed: { ...typed, [field]: value } })}
            {...(field === 'ack' && !has(flags, ACK) ? { fixed: text(words, 'lab.inject.ack-off') } : {})}
          />
        ))}
      </div>
    </div>
  );
}
