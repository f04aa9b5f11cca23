import { expect, test } from 'vitest';
import { segmentText } from '../../narration/segment-text.ts';
import { parse } from '../../scenario/parse.ts';
import { run } from '../../simulation/run.ts';
import { courseTrace } from '../../../test/course-traces.ts';
import type { Trace } from '../../simulation/trace.ts';
import { acknowledgedBy, answersTo } from './acknowledged.ts';

const texts = (trace: Trace, of: typeof acknowledgedBy) => trace.flights.map((flight) => of(trace, flight).map((one) => `${String(one.id)} ${segmentText(one.segment)}`));

test('each segment of the handshake acknowledges the one before, and is answered by the one behind', () => {
  const trace = courseTrace('three-way');
  expect(texts(trace, acknowledgedBy)).toEqual([[], ['0 SYN SEQ=100'], ['1 SYN,ACK SEQ=300 ACK=101']]);
  expect(texts(trace, answersTo)).toEqual([['1 SYN,ACK SEQ=300 ACK=101'], ['2 ACK SEQ=101 ACK=301'], []]);
});

test('the ACK that comes when a hole is filled acknowledges what filled it and what had waited behind it; those before it nothing new', () => {
  const trace = run(parse('server MSS 100\nalready ESTABLISHED\nlose 1st client data\nclient sends 300').scenario);
  const acks = trace.flights.filter(({ from }) => from === 'B').map((flight) => acknowledgedBy(trace, flight).map(({ segment, transmission }) => [segment.seq, transmission]));
  expect(acks).toEqual([[], [], [[201, 1], [301, 1], [101, 2]]]);
});

test('a segment that came twice is acknowledged once, as it came last before the ACK', () => {
  const trace = run(parse('already ESTABLISHED\nduplicate client data after 1 ms\nserver delays ACK 100 ms\nclient sends 10').scenario);
  const acks = trace.flights.filter(({ from }) => from === 'B').map((flight) => acknowledgedBy(trace, flight).map(({ segment }) => segment.seq));
  expect(acks.flat()).toEqual([101]);
});
