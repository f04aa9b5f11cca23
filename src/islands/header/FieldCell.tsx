import { Fragment, type ComponentChildren } from 'preact';
import type { Words } from '../../narration/sentence.ts';
import type { FieldOnWire } from '../../wire/tcp-header.ts';
import { nameOf, optionOf, valueOf } from './field-text.ts';

interface Props {
  readonly field: FieldOnWire;
  readonly words: Words;
  readonly chosen: boolean;
  /** The id of the explanation of the chosen field. */
  readonly detail: string;
  readonly onChoose: (field: FieldOnWire, cell: HTMLElement) => void;
  /** The explanation of this field, where it is the chosen one. */
  readonly children: ComponentChildren;
}

/** A field of the header in its place, with its name and value; the explanation comes right behind it. */
export function FieldCell({ field, words, chosen, detail, onChoose, children }: Props) {
  const option = optionOf(field);
  const isKind = field.option !== null && field.part === 'kind';
  return (
    <Fragment>
      <li class={`isl-header-field w${String(field.width)}${field.option === null ? '' : ' option'}`} data-set={field.width === 1 ? field.value === 1 : undefined} data-field={field.option ?? field.id}>
        <button
          type="button"
          aria-pressed={chosen}
          aria-describedby={chosen ? detail : undefined}
          onClick={({ currentTarget }) => onChoose(field, currentTarget)}
          onFocus={({ currentTarget }) => {
            // A press chooses by itself: what moved before it ended would miss it.
            if (currentTarget.matches(':focus-visible')) onChoose(field, currentTarget);
          }}
        >
          <span class="isl-header-name">
            {option !== '' && !isKind && <span class="sr-only">{option} </span>}
            {nameOf(field, words)}
          </span>{' '}
          <span class="isl-header-value">
            {valueOf(field)}
            {isKind && option !== '' && <span class="isl-header-short"> {option}</span>}
          </span>
        </button>
      </li>
      {children}
    </Fragment>
  );
}
