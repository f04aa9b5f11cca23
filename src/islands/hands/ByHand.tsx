import type { Words } from '../../narration/sentence.ts';
import { FORGED_FIELDS, FORGED_ORDER } from '../../scenario/leaf/forged-fields.ts';
import { ACK, has } from '../../tcp/flags.ts';
import { NumberField } from '../NumberField.tsx';
import { text } from '../text.ts';
import { Bits } from './Bits.tsx';
import type { ForgedDraft } from './forged-draft.ts';

interface Props {
  readonly draft: ForgedDraft;
  readonly words: Words;
  readonly onChange: (draft: ForgedDraft) => void;
}

/** A segment of the reader's own making: eight control bits and four numbers. */
export function ByHand({ draft: { flags, typed }, words, onChange }: Props) {
  return (
    <div class="isl-by-hand">
      <Bits flags={flags} label={text(words, 'lab.inject.flags')} onChange={(changed) => onChange({ flags: changed, typed })} />
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
