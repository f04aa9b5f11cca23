import { expect, test } from 'vitest';
import { fill, placeholders } from './fill.ts';

test('every placeholder is replaced, a space inside the braces makes no difference, zero is a value', () => {
  expect(fill('SEQ={{seq}}, {{ host }}, {{seq}}', { seq: 0, host: 'A' })).toBe('SEQ=0, A, 0');
});

test('an unknown placeholder stays, so that a test or a reader sees it', () => {
  expect(fill('{{nobody}}', {})).toBe('{{nobody}}');
});

test('a value is not itself a template', () => {
  expect(fill('{{a}}', { a: '{{b}}', b: 'x' })).toBe('{{b}}');
});

test('placeholders are listed once, sorted', () => {
  expect(placeholders('{{b}} {{a}} {{b}}')).toEqual(['a', 'b']);
});
