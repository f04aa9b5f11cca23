import { expect, test } from 'vitest';
import { courseTrace } from '../../test/course-traces.ts';
import { parse } from '../scenario/parse.ts';
import { run } from '../simulation/run.ts';
import { receiveBuffer } from './receive-buffer.ts';
import { retransmissionQueue } from './retransmission-queue.ts';

test('the retransmission queue keeps what is not acknowledged, and says what counts as lost', () => {
  expect(retransmissionQueue(courseTrace('data-hole'), 'A', 7)).toEqual([
    { from: 201, to: 300, length: 100, flags: ['ACK'], sentAt: 1100, transmissions: 2, mark: null },
    { from: 301, to: 400, length: 100, flags: ['PSH', 'ACK'], sentAt: 0, transmissions: 1, mark: 'lost' },
  ]);
});

test('what SACK has reported is marked', () => {
  const trace = run({ ...courseTrace('data-hole').scenario, profile: 'linux' });
  const marks = trace.moments.map((_, index) => retransmissionQueue(trace, 'A', index + 1).map(({ from, mark }) => `${String(from)} ${String(mark)}`));
  expect(marks).toContainEqual(['189 null', '277 sacked', '365 null']);
});

test('a FIN is a number of the queue, and of a run beyond a hole', () => {
  const trace = run(parse('server MSS 100\nalready ESTABLISHED\nlose 1st client data\nclient sends 200\nmeanwhile, client closes\n').scenario);
  const fin = trace.moments.findLastIndex((moment) => moment.kind === 'endpoint' && moment.because.includes('other.text.beyond'));
  expect(retransmissionQueue(trace, 'A', fin).at(-1)).toMatchObject({ from: 301, to: 301, length: 1, flags: ['FIN', 'ACK'] });
  expect(receiveBuffer(trace, 'B', fin + 1)).toEqual({ size: 65_535, unread: null, next: 101, beyond: [{ from: 201, to: 301, fin: true }] });
});

test('unread octets end before a FIN that has come', () => {
  const trace = run(parse('already ESTABLISHED\nserver stops reading\nclient sends 120\nclient closes\n').scenario);
  expect(receiveBuffer(trace, 'B', trace.moments.length)).toEqual({ size: 65_535, unread: { from: 101, to: 220 }, next: 222, beyond: [] });
});
