import { element, type Xml } from './xml.ts';

/** What was answered. */
export function variable(identifier: string): Xml {
  return element('variable', { identifier });
}

/** A value. */
export function value(baseType: 'identifier' | 'directedPair' | 'string' | 'float', of: string): Xml {
  return element('baseValue', { baseType }, of);
}

/** Both are the same. */
export function same(one: Xml, other: Xml): Xml {
  return element('match', {}, one, other);
}

/** The answer is this option. */
export function chosen(response: string, option: string): Xml {
  return same(variable(response), value('identifier', option));
}

/** The option, or pair, is among those that were chosen. */
export function among(response: string, option: Xml): Xml {
  return element('member', {}, option, variable(response));
}

/** All of them; of a single one itself. */
export function all(conditions: readonly Xml[]): Xml {
  const [only] = conditions;
  return only !== undefined && conditions.length === 1 ? only : element('and', {}, ...conditions);
}

/** One of them or more; of a single one itself. */
export function any(conditions: readonly Xml[]): Xml {
  const [only] = conditions;
  return only !== undefined && conditions.length === 1 ? only : element('or', {}, ...conditions);
}

/** Not so. */
export function not(condition: Xml): Xml {
  return element('not', {}, condition);
}

/** There is an answer. */
export function answered(response: string): Xml {
  return not(element('isNull', {}, variable(response)));
}

/** In an ordered answer of `count`, one stands somewhere before the other. */
export function before(response: string, count: number, first: string, second: string): Xml {
  const at = (place: number, option: string) => same(element('index', { n: place + 1 }, variable(response)), value('identifier', option));
  const places = Array.from({ length: count }, (_, place) => place);
  return any(places.flatMap((one) => places.filter((other) => other > one).map((other) => all([at(one, first), at(other, second)]))));
}
