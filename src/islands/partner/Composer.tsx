import type { Composed } from '../../exercise/partner/move.ts';
import type { Words } from '../../narration/sentence.ts';
import { FORGED_FIELDS } from '../../scenario/leaf/forged-fields.ts';
import { ACK, has, type FlagName } from '../../tcp/flags.ts';
import { Bits } from '../hands/Bits.tsx';
import { NumberField } from '../NumberField.tsx';
import { text } from '../text.ts';
import { FIELDS, composedIn, type SegmentDraft } from './segment-draft.ts';

interface Props {
  readonly draft: SegmentDraft;
  readonly words: Words;
  readonly canWait: boolean;
  readonly onChange: (draft: SegmentDraft) => void;
  readonly onSend: (segment: Composed) => void;
  readonly onWait: () => void;
}

/** The bits that are used here, in the header's order. */
const BITS: readonly FlagName[] = ['ACK', 'PSH', 'RST', 'SYN', 'FIN'];

/** Where the reader composes a segment and sends it, or lets time pass. */
export function Composer({ draft, words, canWait, onChange, onSend, onWait }: Props) {
  const { flags, typed } = draft;
  return (
    <form
      class="isl-compose"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const segment = composedIn(draft);
        if (segment !== null) return onSend(segment);
        const missing = FIELDS.findIndex((field) => !(field === 'ack' && !has(flags, ACK)) && composedIn({ flags, typed: { seq: '0', ack: '0', length: '0', [field]: typed[field] } }) === null);
        event.currentTarget.querySelectorAll<HTMLElement>('.isl-numbers input')[missing]?.focus();
      }}
    >
      <Bits flags={flags} bits={BITS} label={text(words, 'partner.bits')} onChange={(changed) => onChange({ flags: changed, typed })} />
      <div class="isl-numbers">
        {FIELDS.map((field) => (
          <NumberField
            key={field}
            label={FORGED_FIELDS[field].word}
            typed={typed[field]}
            least={FORGED_FIELDS[field].least}
            most={FORGED_FIELDS[field].most}
            words={words}
            onType={(value) => onChange({ flags, typed: { ...typed, [field]: value } })}
            {...(field === 'ack' && !has(flags, ACK) ? { fixed: text(words, 'partner.ack-off') } : {})}
          />
        ))}
      </div>
      <div class="isl-actions">
        <button type="submit" class="isl-primary">
          {text(words, 'partner.send')}
        </button>
        <button type="button" aria-disabled={!canWait} onClick={() => canWait && onWait()}>
          {text(words, 'partner.wait')}
        </button>
      </div>
    </form>
  );
}
