import { expect, it } from 'vitest';
import { withItem } from './insert.ts';

it('sets an item as the others are set', () => {
  expect(withItem('{"a": ["x", "y"]}', ['a'], 2, '"z"')).toBe('{"a": ["x", "y", "z"]}');
  expect(withItem('{"a": ["x", "y"]}', ['a'], 1, '"z"')).toBe('{"a": ["x", "z", "y"]}');
  expect(withItem('{"a": ["x"]}', ['a'], 1, '"z"')).toBe('{"a": ["x", "z"]}');
  expect(withItem('[\n  {"a": []},\n  {"a": [\n    1\n  ]}\n]\n', [1, 'a'], 1, '{\n  "b": 2\n}')).toBe('[\n  {"a": []},\n  {"a": [\n    1,\n    {\n      "b": 2\n    }\n  ]}\n]\n');
  expect(withItem('{"a": []}', ['a'], 0, '1')).toBe('{"a": [1]}');
  expect(withItem('{"a": [2]}', ['a'], 0, '1')).toBe('{"a": [1, 2]}');
  expect(() => withItem('{"a": {}}', ['a'], 0, '1')).toThrow('There is no list at a');
});
