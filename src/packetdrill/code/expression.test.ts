import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluate, readExpression } from './expression.ts';

const KNOWN = new Map([['a', 6], ['b', 3], ['True', 1]]);

function valueOf(text: string): number | string | null {
  const expression = readExpression(text);
  return expression === null ? null : evaluate(expression, KNOWN);
}

test.each([
  ['a == 6', 1], ['a != 6', 0], ['a & 2', 2], ['a | 1 == 7', 1], ['a | (1 == 7)', 6], ['not a == 6', 0], ['not b == 6 and True', 1],
  ['a - b - 1', 2], ['2 + 3 * 4', 14], ['7 // 2', 3], ['-7 % 3', 2], ['~0', -1], ['1 << 3 >> 1', 4], ['a > b or c', 1], ['a < b and c', 0], ['a > b and c', 'c'],
  ['1 <= a <= 5', 0], ['1 <= a <= 6', 1], ['1 < b < a < 9', 1], ['0x1F', 31], ['c', 'c'], ['a ==', null], ['(a', null], ['a b', null], ['"x"', null], ['', null],
])('%s', (text, value) => expect(valueOf(text)).toBe(value));

test('agrees with arithmetic on any sums and products', () => {
  const operator = fc.constantFrom('+', '-', '*');
  fc.assert(fc.property(fc.integer({ min: 0, max: 99 }), operator, fc.integer({ min: 0, max: 99 }), operator, fc.integer({ min: 0, max: 99 }), (a, f, b, g, c) => {
    const bound = (op: string): number => (op === '*' ? 2 : 1);
    const apply = (x: number, op: string, y: number): number => (op === '+' ? x + y : op === '-' ? x - y : x * y);
    const wanted = bound(g) > bound(f) ? apply(a, f, apply(b, g, c)) : apply(apply(a, f, b), g, c);
    expect(valueOf(`${a} ${f} ${b} ${g} ${c}`)).toBe(wanted);
  }));
});
