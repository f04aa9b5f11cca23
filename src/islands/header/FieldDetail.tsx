import { say } from '../../narration/say.ts';
import type { Words } from '../../narration/sentence.ts';
import type { Flight, Trace } from '../../simulation/trace.ts';
import { bitsOf, type FieldOnWire } from '../../wire/tcp-header.ts';
import { placeOf } from '../../wire/header-fields.ts';
import { text } from '../text.ts';
import { hexOf, meaningOf, nameOf, optionOf } from './field-text.ts';
import { here } from './here.ts';

interface Props {
  readonly id: string;
  readonly field: FieldOnWire;
  readonly flight: Flight;
  readonly trace: Trace;
  readonly words: Words;
}

/** What a field is, and why it has its value in this segment. */
export function FieldDetail({ id, field, flight, trace, words }: Props) {
  const { word, bits } = placeOf(field);
  const option = optionOf(field);
  return (
    <li class="isl-header-detail" id={id}>
      <p class="isl-header-title">
        <strong>
          {option !== '' && `${option} · `}
          {nameOf(field, words)}
        </strong>{' '}
        <span>{text(words, 'lab.header.place', { word, bits })}</span>
      </p>
      <p class="isl-header-here">{say(here(field, flight, trace), words)}</p>
      <p>{meaningOf(field, words)}</p>
      {field.width > 1 && (
        <dl>
          <div>
            <dt>{text(words, 'lab.header.decimal')}</dt>
            <dd>{field.value}</dd>
          </div>
          <div>
            <dt>{text(words, 'lab.header.hex')}</dt>
            <dd>{hexOf(field)}</dd>
          </div>
          <div>
            <dt>{text(words, 'lab.header.bits')}</dt>
            <dd>{(bitsOf(field).match(/.{4}/g) ?? []).join(' ')}</dd>
          </div>
        </dl>
      )}
    </li>
  );
}
