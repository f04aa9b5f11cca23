import { expect, test } from 'vitest';
import { withoutUniversalSiblings } from './sibling-rules-plugin.ts';

test('any element after any becomes every child but the first; what asks for something certain stays', () => {
  expect(withoutUniversalSiblings('.a > * + * { margin: 1rem } .b>*+*{c:d}')).toBe('.a > :where(:not(:first-child)) { margin: 1rem } .b> :where(:not(:first-child)){c:d}');
  const other = 'p + p { a: b } .a > p + * { a: b } .c * { a: b }';
  expect(withoutUniversalSiblings(other)).toBe(other);
});
