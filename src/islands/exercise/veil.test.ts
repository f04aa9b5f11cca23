import { expect, test } from 'vitest';
import { veil } from './veil.ts';

test('a veiled text is another one, and itself again when it is veiled twice', () => {
  const text = '{"accepted":["CLOSE-WAIT"],"mark":"①","blank":" "}';
  expect(veil(text)).not.toMatch(/CLOSE|accepted|WAIT/);
  expect(veil(veil(text))).toBe(text);
});
