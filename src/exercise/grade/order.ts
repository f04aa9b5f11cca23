import type { OrderField } from '../field.ts';
import { found, MISSING, type Finding } from './verdict.ts';

/** Against which precedences the order is; an order that leaves something out, or names something twice, is no answer yet. */
export function gradeOrder({ items, precedences }: OrderField, answer: readonly string[]): Finding {
  const isWhole = answer.length === items.length && items.every(({ value }) => answer.includes(value));
  if (!isWhole) return MISSING;
  const against = precedences.filter(({ first, second }) => answer.indexOf(second) < answer.indexOf(first));
  return found(against.map(({ why }) => ({ part: null, misconception: null, why: [why] })));
}
