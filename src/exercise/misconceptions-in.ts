import type { Field, Mistake } from './field.ts';

function mistakesIn(field: Field): readonly Mistake[] {
  switch (field.type) {
    case 'choice':
    case 'many':
      return field.options;
    case 'order':
      return field.items;
    case 'number':
    case 'path':
      return field.mistakes;
    case 'match':
      return field.items.flatMap(({ mistakes }) => mistakes);
  }
}

/** The known misconceptions that wrong answers to the fields would show, each once, sorted. */
export function misconceptionsIn(fields: readonly Field[]): readonly string[] {
  return [...new Set(fields.flatMap(mistakesIn).flatMap(({ misconception }) => misconception ?? []))].sort();
}
