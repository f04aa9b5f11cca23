import { expect, test } from 'vitest';
import { courseTrace } from '../../test/course-traces.ts';
import { relativeNumbers } from './relative-numbers.ts';

const numbers = (name: string) => relativeNumbers(courseTrace(name)).map(({ seq, ack }) => [seq, ack]);

test('a SYN is number 0 of its host, and its acknowledgment 1', () => {
  expect(numbers('three-way')).toEqual([[0, null], [0, 1], [1, 1]]);
});

test('of a connection that was open from the start the numbers count from the ISS that it had', () => {
  expect(numbers('data-transfer')).toEqual([[1, 1], [1, 121], [1, 121], [121, 201]]);
});

test('the numbers go on across 2³²', () => {
  expect(numbers('numbers-wrap').slice(0, 4)).toEqual([[0, null], [0, 1], [1, 1], [1, 1]]);
});

test('what is older than the SYN has a number below zero, and so has what acknowledges it; a host that begins anew counts anew', () => {
  expect(numbers('old-duplicate-syn')).toEqual([[0, null], [-10, null], [0, -9], [-9, null], [0, 1], [1, 1]]);
});
