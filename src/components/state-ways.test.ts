import { expect, test } from 'vitest';
import { TRANSITIONS } from '../diagram/transitions.ts';
import { STATES } from '../tcp/state.ts';
import { stateWays } from './state-ways.ts';

test('every arrow of Figure 5 is a way out of one state and a way into another', () => {
  const ways = stateWays();
  expect(ways.map(({ state }) => state)).toEqual(STATES);
  expect(ways.flatMap(({ waysOut }) => waysOut)).toHaveLength(TRANSITIONS.length);
  expect(ways.flatMap(({ waysIn }) => waysIn)).toHaveLength(TRANSITIONS.length);
  expect(ways.find(({ state }) => state === 'CLOSE-WAIT')).toMatchObject({ waysIn: [{ from: 'ESTABLISHED', why: 'fin' }], waysOut: [{ to: 'LAST-ACK', why: 'close' }] });
});
