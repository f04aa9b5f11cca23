import type { Field } from '../../src/exercise/field.ts';

interface Named {
  readonly value: string;
  readonly label?: unknown;
}

/** Whether no two have the same value, or read the same. */
function areDistinct(all: readonly Named[]): boolean {
  const labels = all.flatMap(({ label }) => (label === undefined ? [] : [JSON.stringify(label)]));
  return new Set(all.map(({ value }) => value)).size === all.length && new Set(labels).size === labels.length;
}

/** What is wrong with the field whatever is answered: too little to choose from, things that cannot be told apart, nothing explained. */
export function unsoundness(field: Field): readonly string[] {
  const problems = field.explanation.length > 0 ? [] : ['nothing explained'];
  switch (field.type) {
    case 'choice':
    case 'many': {
      const { options, accepted } = field;
      const rightly = options.every(({ value, misconception, why }) => !accepted.includes(value) || field.type === 'many' || (misconception === null && why.length === 0));
      return [...problems, ...(options.length < 3 || !areDistinct(options) ? ['options'] : []), ...(accepted.length === 0 || accepted.length === options.length || !rightly ? ['accepted'] : [])];
    }
    case 'order':
      return [...problems, ...(field.items.length < 3 || !areDistinct(field.items) ? ['items'] : [])];
    case 'number':
      return [...problems, ...(field.accepted.length === 0 || !areDistinct(field.mistakes) ? ['mistakes'] : [])];
    case 'match':
      return [...problems, ...(field.items.length < 2 || field.options.length < 2 || !areDistinct(field.items) || !areDistinct(field.options) ? ['items'] : [])];
    case 'path':
      return [...problems, ...(field.accepted.every(({ length }) => length > 0) && field.accepted.length > 0 ? [] : ['accepted'])];
  }
}
