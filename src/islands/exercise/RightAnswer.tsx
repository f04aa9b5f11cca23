import { Fragment, type ComponentChild } from 'preact';
import type { Field } from '../../exercise/field.ts';
import type { Sentence, Words } from '../../narration/sentence.ts';
import { Said } from '../Said.tsx';

interface Labelled {
  readonly value: string;
  readonly label: Sentence;
}

/** The right answer to a field: a line, or a list where it is one. */
export function RightAnswer({ field, words }: { readonly field: Field; readonly words: Words }) {
  const labels = (options: readonly Labelled[], values: readonly string[]) =>
    values.flatMap((wanted) => options.filter(({ value }) => value === wanted)).map(({ value, label }) => <Said key={value} of={label} words={words} />);
  const anyOf = (answers: readonly ComponentChild[]) =>
    answers.map((answer, at) => (
      <Fragment key={at}>
        {/* As it is: what is said begins with a capital. */}
        {at > 0 && ` ${words['attempt.or'] ?? ''} `}
        {answer}
      </Fragment>
    ));
  switch (field.type) {
    case 'choice':
      return <Line>{anyOf(labels(field.options, field.accepted))}</Line>;
    case 'number':
      return <Line>{anyOf(field.accepted)}</Line>;
    case 'path':
      return <Line>{anyOf(field.accepted.map((way) => [field.start, ...way].join(' → ')))}</Line>;
    case 'many':
      return <List of={labels(field.options, field.accepted)} isOrdered={false} />;
    case 'order':
      return <List of={labels(field.items, field.accepted)} isOrdered />;
    case 'match': {
      const pairs = field.items.map(({ value, label, accepted }) => (
        <Fragment key={value}>
          <Said of={label} words={words} /> → {anyOf(labels(field.options, accepted))}
        </Fragment>
      ));
      return <List of={pairs} isOrdered={false} />;
    }
  }
}

function Line({ children }: { readonly children: ComponentChild }) {
  return (
    <p>
      <strong>{children}</strong>
    </p>
  );
}

function List({ of, isOrdered }: { readonly of: readonly ComponentChild[]; readonly isOrdered: boolean }) {
  const items = of.map((item, at) => (
    <li key={at}>
      <strong>{item}</strong>
    </li>
  ));
  return isOrdered ? <ol class="isl-reasons">{items}</ol> : <ul class="isl-reasons">{items}</ul>;
}
