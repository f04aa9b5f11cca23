import type { Field } from '../field.ts';

/** The name of the response to a field in its item; of a walk, of one of its steps, from 0. */
export function responseName(at: number, step?: number): string {
  return `RESPONSE_${at + 1}${step === undefined ? '' : `_${step + 1}`}`;
}

/** The name of an option by its place among those that are offered, from 0. */
export function optionName(at: number): string {
  return `OPTION_${at + 1}`;
}

/** The name of an item of `match` by its place, from 0. */
export function itemName(at: number): string {
  return `ITEM_${at + 1}`;
}

/** What is chosen for a step of a walk that has ended before. */
export const ENDED = 'ENDED';

interface Valued {
  readonly value: string;
}

/** What a field offers to be chosen, in its order; nothing where the answer is typed in. */
export function offered(field: Exclude<Field, { type: 'path' }>): readonly Valued[] {
  switch (field.type) {
    case 'choice':
    case 'many':
    case 'match':
      return field.options;
    case 'order':
      return field.items;
    case 'number':
      return [];
  }
}

/** The name of the option with this value; throws where there is none. */
export function nameOf(options: readonly Valued[], value: string): string {
  const at = options.findIndex((option) => option.value === value);
  if (at < 0) throw new Error(`There is no option “${value}”`);
  return optionName(at);
}

/** How many steps a walk is asked for: one more than the longest right one has, so that its length is not given away. */
export function stepsOf({ accepted }: Extract<Field, { type: 'path' }>): number {
  return Math.max(...accepted.map(({ length }) => length)) + 1;
}

type NumberField = Extract<Field, { type: 'number' }>;

const DECIMAL = /^\d+$/;

/** Whether the answer to a typed field is a number, which may be written in several ways. */
export function isNumeric({ form, accepted }: Pick<NumberField, 'form' | 'accepted'>): boolean {
  return form === 'number' && accepted.every((value) => DECIMAL.test(value));
}

/** The wrong answers that can be typed in: a platform lets nothing but a number through where one is asked for. */
export function typable(field: NumberField): NumberField['mistakes'] {
  return field.mistakes.filter(({ value }) => !isNumeric(field) || DECIMAL.test(value));
}
