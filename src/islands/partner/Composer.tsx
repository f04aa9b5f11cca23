import type { Composed } from '../../exercise/partner/move.ts';
import type { Words } from '../../narration/sentence.ts';
import type { FlagName } from '../../tcp/flags.ts';
import { segmentIn } from '../hands/segment-draft.ts';
import { SegmentFields } from '../hands/SegmentFields.tsx';
import { text } from '../text.ts';
import { FIELDS, type ComposedDraft } from './composed-draft.ts';

interface Props {
  readonly draft: ComposedDraft;
  readonly words: Words;
  readonly canWait: boolean;
  readonly onChange: (draft: ComposedDraft) => void;
  readonly onSend: (segment: Composed) => void;
  readonly onWait: () => void;
}

/** The bits that are used here, in the header's order. */
const BITS: readonly FlagName[] = ['ACK', 'PSH', 'RST', 'SYN', 'FIN'];

/** Where the reader composes a segment and sends it, or lets time pass. */
export function Composer({ draft, words, canWait, onChange, onSend, onWait }: Props) {
  return (
    <form
      class="isl-compose"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const read = segmentIn(draft, FIELDS);
        if ('segment' in read) return onSend(read.segment);
        event.currentTarget.querySelectorAll<HTMLElement>('.isl-numbers input')[FIELDS.indexOf(read.missing)]?.focus();
      }}
    >
      <SegmentFields draft={draft} fields={FIELDS} bits={BITS} label={text(words, 'partner.bits')} ackOff={text(words, 'partner.ack-off')} words={words} onChange={onChange} />
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
