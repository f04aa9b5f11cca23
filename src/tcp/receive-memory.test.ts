import { expect, test } from 'vitest';
import { closedTcb } from './tcb.ts';
import { drained, emptyMemory, filled, isKept, isNews, offering, type ReceiveMemory } from './receive-memory.ts';

/** A receive space with so much window left, measured by this memory. */
function space(wnd: number, memory: ReceiveMemory) {
  return { rcv: { ...closedTcb(0).rcv, wnd, memory }, memory };
}

test('a small buffer offers what Linux was recorded offering: two segments, nothing, two again once it is read, then three', () => {
  const one = filled(emptyMemory(8192), 1460, 2920, 1460);
  const first = offering(space(1460, one), 1460);
  expect(first.wnd).toBe(2920);
  const three = filled(filled(first.memory!, 1460, 2920, 1460), 1460, 1460, 1460);
  expect(isKept(space(0, three))).toBe(false);
  expect(offering(space(0, three), 1460).wnd).toBe(0);
  expect(isNews(space(0, three))).toBe(false);
  const read = drained({ ...three, offered: 0 }, 4380);
  expect(read.held).toEqual([]);
  expect(isNews(space(0, read))).toBe(true);
  expect(offering(space(0, read), 1460).wnd).toBe(2920);
  const small = drained(filled(read, 700, 2920, 1460), 700);
  expect(offering(space(2220, small), 1460).wnd).toBe(4380);
});

test('a usual buffer keeps room for a segment back, and never takes back what was offered', () => {
  const memory = filled(emptyMemory(131_072), 100, 64_240, 1460);
  expect([memory.clamp, memory.threshold]).toEqual([64_076, 64_076]);
  expect(offering(space(64_140, memory), 1460).wnd).toBe(64_140);
});

test('a segment gives its memory back when it is read to its end', () => {
  const memory = filled(filled(emptyMemory(131_072), 1000, 64_240, 1460), 500, 63_240, 1460);
  expect(drained(memory, 999).held.map(({ length }) => length)).toEqual([1, 500]);
  expect(drained(memory, 1000).held).toEqual(memory.held.slice(1));
});
