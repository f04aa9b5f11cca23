import type { Field, MatchItem } from '../../exercise/field.ts';
import { say } from '../../narration/say.ts';
import type { Sentence, Words } from '../../narration/sentence.ts';
import { text } from '../text.ts';

interface Labelled {
  readonly value: string;
  readonly label: Sentence;
}

/** The right answer to a field: a line, or a list where it is one. */
export function RightAnswer({ field, words }: { readonly field: Field; readonly words: Words }) {
  const or = ` ${text(words, 'attempt.or')} `;
  const labels = (options: readonly Labelled[], values: readonly string[]) => values.flatMap((wanted) => options.filter(({ value }) => value === wanted)).map(({ label }) => say(label, words));
  switch (field.type) {
    case 'choice':
      return <Line of={labels(field.options, field.accepted).join(or)} />;
    case 'number':
      return <Line of={field.accepted.join(or)} />;
    case 'path':
      return <Line of={field.accepted.map((way) => [field.start, ...way].join(' → ')).join(or)} />;
    case 'many':
      return <List of={labels(field.options, field.accepted)} isOrdered={false} />;
    case 'order':
      return <List of={labels(field.items, field.accepted)} isOrdered />;
    case 'match': {
      const pair = ({ label, accepted }: MatchItem) => `${say(label, words)} → ${labels(field.options, accepted).join(or)}`;
      return <List of={field.items.map(pair)} isOrdered={false} />;
    }
  }
}

function Line({ of }: { readonly of: string }) {
  return (
    <p>
      <strong>{of}</strong>
    </p>
  );
}

function List({ of, isOrdered }: { readonly of: readonly string[]; readonly isOrdered: boolean }) {
  const items = of.map((item) => (
    <li key={item}>
      <strong>{item}</strong>
    </li>
  ));
  return isOrdered ? <ol class="isl-reasons">{items}</ol> : <ul class="isl-reasons">{items}</ul>;
}
