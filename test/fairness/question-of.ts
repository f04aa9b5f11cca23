import type { Exercise } from '../../src/exercise/exercise.ts';
import type { Field } from '../../src/exercise/field.ts';

function inOrder(offered: readonly object[]): string {
  return offered.map((one) => JSON.stringify(one)).sort().join();
}

/** The field as a text, with what it offers in an order of its own. */
function textOf(field: Field): string {
  const options = 'options' in field ? inOrder(field.options) : '';
  const items = 'items' in field ? inOrder(field.items) : '';
  return `${JSON.stringify({ ...field, options: null, items: null })} ${options} ${items}`;
}

/** What an exercise asks, as a text: the same for two that differ only in their seed and in the order in which they offer things. */
export function questionOf({ id: _id, seed: _seed, fields, ...asked }: Exercise): string {
  return [JSON.stringify(asked), ...fields.map(textOf)].join('\n');
}
