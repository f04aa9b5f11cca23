import { expect, it } from 'vitest';
import { parse } from '../scenario/parse.ts';
import type { Deed } from './deed.ts';
import { afterwards, foresee } from './foreseen.ts';
import { after, begin } from './session.ts';
import { traceOf } from './stepping.ts';

const first = begin(parse('server listens\nclient connects\nclient sends 100\n').scenario, true);
const lose: Deed = { type: 'wire', flight: 0, what: { type: 'lose' } };

it('is what comes when it is done, and is not made again', () => {
  const foreseen = foresee(first, lose);
  expect(foreseen).toEqual(after(first, lose));
  expect(afterwards(first, lose)).toBe(foreseen);
  expect(foresee(first, lose)).toBe(foreseen);
});

it('leaves what it is foreseen from, and what was not foreseen, as they are', () => {
  foresee(first, lose);
  expect(traceOf(first).flights[0]?.fate).toBe('delivered');
  const hold: Deed = { type: 'wire', flight: 0, what: { type: 'hold' } };
  expect(afterwards(first, hold)).toEqual(after(first, hold));
  expect(afterwards(after(first, lose), lose)).toEqual(after(after(first, lose), lose));
});
