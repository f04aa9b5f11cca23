import { describe, expect, test } from 'vitest';
import { ALL, isWanted, searchOf, wishIn, type Findable } from './wish.ts';

const TOPICS = ['opening', 'loss', 'gives-up'];
const IDS = ['close-takes-four', 'isn-is-zero'];
const ONE: Findable = { traits: ['opening', 'loss'], misconceptions: ['isn-is-zero'], said: 'syn-lost The SYN is lost SYN의 유실' };

describe('a wish in the address', () => {
  test.each([
    [ALL, ''],
    [{ find: 'SYN 유실 & more', topics: ['opening', 'gives-up'], misconception: 'isn-is-zero' }, '?topic=opening,gives-up&misconception=isn-is-zero&find=SYN%20%EC%9C%A0%EC%8B%A4%20%26%20more'],
  ])('%j is written as %s, and read as it was', (wish, search) => {
    expect(searchOf(wish)).toBe(search);
    expect(wishIn(search, TOPICS, IDS)).toEqual(wish);
  });

  test('what nobody knows is left out, and topics come in their order', () => {
    expect(wishIn('?topic=loss,nonsense,opening&misconception=nonsense&find=%20a%20&other=1', TOPICS, IDS)).toEqual({ find: 'a', topics: ['opening', 'loss'], misconception: '' });
  });
});

test.each([
  [ALL, true],
  [{ ...ALL, topics: ['opening', 'loss'] }, true],
  [{ ...ALL, topics: ['opening', 'gives-up'] }, false],
  [{ ...ALL, misconception: 'isn-is-zero' }, true],
  [{ ...ALL, misconception: 'close-takes-four' }, false],
  [{ ...ALL, find: 'lost  syn' }, true],
  [{ ...ALL, find: '유실' }, true],
  [{ ...ALL, find: 'syn fin' }, false],
  [{ find: 'lost', topics: ['loss'], misconception: 'isn-is-zero' }, true],
  [{ find: 'fin', topics: ['loss'], misconception: 'isn-is-zero' }, false],
])('%j: %s', (wish, isIn) => {
  expect(isWanted(ONE, wish)).toBe(isIn);
});
