import { useContext, useId, useMemo, useRef, useState } from 'preact/hooks';
import type { Words } from '../../narration/sentence.ts';
import type { Flight, Trace } from '../../simulation/trace.ts';
import { header } from '../../wire/header.ts';
import type { FieldOnWire } from '../../wire/tcp-header.ts';
import { Notes } from '../segment/notes.ts';
import { useSteady } from '../steady.ts';
import { text } from '../text.ts';
import { FieldCell } from './FieldCell.tsx';
import { FieldDetail } from './FieldDetail.tsx';
import { Octets } from './Octets.tsx';
import './header.css';

interface Props {
  readonly trace: Trace;
  readonly flight: Flight;
  readonly words: Words;
}

/** Where the sequence number begins, which a reader most often looks for. */
const SEQ = 32;

/** The TCP header of a flight as it is on the wire, field by field; the field that the reader chooses is explained. */
export function Header({ trace, flight, words }: Props) {
  const notes = useContext(Notes);
  const { fields, octets } = useMemo(() => notes.header(flight) ?? header(trace, flight), [trace, flight, notes]);
  const [chosenBit, choose] = useState(SEQ);
  const detail = useId();
  const pressed = useRef<HTMLElement | null>(null);
  const steady = useSteady(pressed);
  const chosen = fields.find(({ bit }) => bit === chosenBit) ?? fieldAt(fields, SEQ);

  const onChoose = (field: FieldOnWire, cell: HTMLElement) => {
    // On a phone the explanation stands below the row of its field: as it moves, the field stays under the finger.
    pressed.current = cell;
    steady.mark();
    choose(field.bit);
  };

  return (
    <div class="isl-header">
      <div class="isl-header-ruler" aria-hidden="true">
        {Array.from({ length: 32 }, (_none, bit) => (
          <span key={bit}>{bit}</span>
        ))}
      </div>
      <ol class="isl-header-fields" aria-label={text(words, 'lab.header.fields')}>
        {fields.map((field) => (
          <FieldCell key={field.bit} field={field} words={words} chosen={field === chosen} detail={detail} onChoose={onChoose}>
            {field === chosen && <FieldDetail id={detail} field={field} flight={flight} trace={trace} words={words} />}
          </FieldCell>
        ))}
      </ol>
      <details class="isl-header-octets">
        <summary>{text(words, 'lab.header.octets')}</summary>
        <Octets octets={octets} marked={chosen} />
      </details>
    </div>
  );
}

function fieldAt(fields: readonly FieldOnWire[], bit: number): FieldOnWire {
  const found = fields.find((field) => field.bit === bit);
  if (found === undefined) throw new Error(`A header has no field at bit ${String(bit)}`);
  return found;
}
