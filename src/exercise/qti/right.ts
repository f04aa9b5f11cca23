import { STATES } from '../../tcp/state.ts';
import type { Field } from '../field.ts';
import { all, among, any, before, chosen, same, value, variable } from './expression.ts';
import { ENDED, isNumeric, itemName, nameOf, optionName, responseName, stepsOf } from './names.ts';
import { element, type Xml } from './xml.ts';

type PathField = Extract<Field, { type: 'path' }>;

/** When the answer to the field at this place of its exercise is right. */
export function isRight(field: Field, at: number): Xml {
  const response = responseName(at);
  switch (field.type) {
    case 'choice':
      return any(field.accepted.map((accepted) => chosen(response, nameOf(field.options, accepted))));
    case 'many':
      return same(variable(response), element('correct', { identifier: response }));
    case 'order':
      return all(field.precedences.map(({ first, second }) => before(response, field.items.length, nameOf(field.items, first), nameOf(field.items, second))));
    case 'number':
      return any(field.accepted.map((accepted) => isTyped(field, at, accepted)));
    case 'match':
      return all(field.items.map(({ accepted }, item) => any(accepted.map((option) => among(response, value('directedPair', `${itemName(item)} ${nameOf(field.options, option)}`))))));
    case 'path':
      return any(field.accepted.map((way) => all(Array.from({ length: stepsOf(field) }, (_, step) => chosen(responseName(at, step), stateName(way[step]))))));
  }
}

/** This was typed in, however it is written. */
export function isTyped(field: Extract<Field, { type: 'number' }>, at: number, typed: string): Xml {
  const response = variable(responseName(at));
  return isNumeric(field) ? element('equal', { toleranceMode: 'exact' }, response, value('float', typed)) : element('stringMatch', { caseSensitive: false }, response, value('string', typed));
}

/** The walk begins with the first so many steps of a right one. */
export function begins({ accepted }: PathField, at: number, steps: number): Xml | null {
  const ways = accepted.filter(({ length }) => length >= steps).map((way) => way.slice(0, steps));
  return ways.length === 0 || steps === 0 ? null : any(ways.map((way) => all(way.map((state, step) => chosen(responseName(at, step), stateName(state))))));
}

/** The option that a state is in each step; behind its end a walk has none. */
export function stateName(state: string | undefined): string {
  return state === undefined ? ENDED : optionName(STATES.findIndex((known) => known === state));
}

/** What a candidate who knows it would answer, by response: one value or several. */
export function correctOf(field: Field, at: number): Readonly<Record<string, readonly string[]>> {
  const response = responseName(at);
  switch (field.type) {
    case 'choice':
      return { [response]: field.accepted.slice(0, 1).map((accepted) => nameOf(field.options, accepted)) };
    case 'many':
      return { [response]: field.accepted.map((accepted) => nameOf(field.options, accepted)) };
    case 'order':
      return { [response]: field.accepted.map((accepted) => nameOf(field.items, accepted)) };
    case 'number':
      return { [response]: field.accepted.slice(0, 1) };
    case 'match':
      return { [response]: field.items.map(({ accepted }, item) => `${itemName(item)} ${nameOf(field.options, accepted[0] ?? '')}`) };
    case 'path':
      return Object.fromEntries(Array.from({ length: stepsOf(field) }, (_, step) => [responseName(at, step), [stateName(field.accepted[0]?.[step])]]));
  }
}
