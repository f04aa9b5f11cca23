import { expect, test } from 'vitest';
import { courseWords } from '../../test/course-traces.ts';
import { say } from './say.ts';
import { sentence } from './sentence.ts';

const en = courseWords('en');
const ko = courseWords('ko');
const moved = sentence('narration.outcome.state', { host: 'server', stateBefore: 'LISTEN', stateAfter: 'SYN-RECEIVED' });

test('client and server are translated, a sentence begins with a capital, particles fit', () => {
  expect(say(moved, en)).toBe('The server goes from LISTEN to SYN-RECEIVED.');
  expect(say(moved, ko)).toBe('서버의 상태가 LISTEN에서 SYN-RECEIVED로 바뀝니다.');
});

test('other names of hosts stay as they are', () => {
  const named = { ...moved, params: { ...moved.params, host: 'Alice' } };
  expect(say(named, en)).toBe('Alice goes from LISTEN to SYN-RECEIVED.');
});

test.each([
  [50, '50 ms', '50 ms'],
  [1000, '1 s', '1초'],
  [1500, '1.5 s', '1.5초'],
  [240_000, '4 min', '4분'],
])('%i ms', (after, english, korean) => {
  const set = sentence('narration.outcome.timer.set', { host: 'A', timer: 'retransmission', after });
  expect(say(set, en)).toContain(english);
  expect(say(set, ko)).toContain(korean);
});

test('a missing key shows itself', () => {
  expect(say(sentence('no.such.key'), en)).toBe('no.such.key');
});
