import { describe, expect, test } from 'vitest';
import type { Conversation } from '../../capture/conversation.ts';
import type { Happened } from '../../capture/happened.ts';
import { listing } from './listing.ts';
import { FIRST_LOOK, PAGE, type Look } from './look.ts';

const CLOSED: Happened = { opening: { type: 'handshake' }, ending: { type: 'closed', by: 'A', segments: 4 } };
const REFUSED: Happened = { opening: { type: 'refused', tries: 1 }, ending: { type: 'reset', by: 'B', after: 40 } };

function conversation(number: number, fields: Partial<Conversation> = {}): Conversation {
  const place = (at: number) => ({ frame: 1, offset: 24, at });
  return {
    number,
    ends: { A: { address: '10.0.0.1', port: 40000 + number }, B: { address: '2001:db8::2', port: 443 } },
    segments: { A: number % 3, B: 1 },
    octets: { A: 0, B: number % 2 },
    first: place(number),
    last: place(number * 2),
    faulty: 0,
    happened: CLOSED,
    ...fields,
  };
}

const seen = (conversations: readonly Conversation[], look: Partial<Look> = {}) => {
  const { rows, matching, all, look: shown } = listing(conversations, { ...FIRST_LOOK, ...look });
  return { numbers: rows.map(({ number }) => number), matching, all, page: shown.page };
};

const SOME = [conversation(0), conversation(1, { happened: REFUSED }), conversation(2), conversation(3)];

describe('the list of conversations', () => {
  test('is in the order of the capture, and the other way round', () => {
    expect(seen(SOME)).toEqual({ numbers: [0, 1, 2, 3], matching: 4, all: 4, page: 0 });
    expect(seen(SOME, { isDescending: true }).numbers).toEqual([3, 2, 1, 0]);
  });

  test.each<readonly [Look['sort'], readonly number[]]>([
    ['outcome', [0, 2, 3, 1]],
    ['duration', [0, 1, 2, 3]],
    ['segments', [0, 3, 1, 2]],
    ['octets', [0, 2, 1, 3]],
  ])('is sorted by %s, equals in the order of the capture', (sort, numbers) => {
    expect(seen(SOME, { sort }).numbers).toEqual(numbers);
  });

  test('is narrowed down by what happened, and by parts of addresses and ports', () => {
    expect(seen(SOME, { outcome: 'refused' })).toEqual({ numbers: [1], matching: 1, all: 4, page: 0 });
    expect(seen(SOME, { find: ':40002' }).numbers).toEqual([2]);
    expect(seen(SOME, { find: '  10.0.0.1 2001:DB8 ' }).numbers).toEqual([0, 1, 2, 3]);
    expect(seen(SOME, { find: '10.0.0.2' })).toEqual({ numbers: [], matching: 0, all: 4, page: 0 });
  });

  test('has pages; one that is not there any more is the last', () => {
    const many = Array.from({ length: 2 * PAGE + 1 }, (_none, number) => conversation(number));
    expect(seen(many, { page: 1 }).numbers[0]).toBe(PAGE);
    expect(seen(many, { page: 9 })).toEqual({ numbers: [2 * PAGE], matching: 2 * PAGE + 1, all: 2 * PAGE + 1, page: 2 });
  });
});
