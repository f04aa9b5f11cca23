import { expect, test } from 'vitest';
import { courseTrace } from '../../test/course-traces.ts';
import { segmentTable } from './segment-table.ts';

test('the three segments of an opening, with their numbers and times', () => {
  expect(segmentTable(courseTrace('three-way')).map(({ time, arrival, from, flags, seq, ack, length, window, fate, transmission }) => [time, arrival, from, flags, seq, ack, length, window, fate, transmission])).toEqual([
    [0, 50, 'A', 'SYN', 100, null, 0, 65535, 'delivered', 1],
    [50, 100, 'B', 'SYN, ACK', 300, 101, 0, 65535, 'delivered', 1],
    [100, 150, 'A', 'ACK', 101, 301, 0, 65535, 'delivered', 1],
  ]);
});

test('a lost segment never arrives, and its retransmission is counted', () => {
  const [lost, again] = segmentTable(courseTrace('syn-lost'));
  expect(lost).toMatchObject({ flags: 'SYN', fate: 'lost', arrival: null, transmission: 1 });
  expect(again).toMatchObject({ flags: 'SYN', fate: 'delivered', transmission: 2, time: 1000 });
});
