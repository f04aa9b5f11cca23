import { describe, expect, test } from 'vitest';
import { COURSE_SCENARIOS, courseTrace, courseWords } from '../../../test/course-traces.ts';
import { difference } from '../../diagram/difference/difference.ts';
import { run } from '../../simulation/run.ts';
import type { Trace } from '../../simulation/trace.ts';
import { saidDifference } from './said.ts';

const NAMES = { en: ['first', 'second'], ko: ['처음', '둘째'] } as const;

function said(one: Trace, other: Trace, language: 'en' | 'ko'): readonly string[] {
  const [name, otherName] = NAMES[language];
  return saidDifference(difference(one, other), { trace: one, name }, { trace: other, name: otherName }, courseWords(language));
}

test('where two runs part, what happens next in each, and how the ends differ', () => {
  expect(said(courseTrace('three-way'), courseTrace('syn-ack-lost'), 'en')).toEqual([
    'The runs are the same up to moment 3, at 50 ms.',
    'Then in “first”, at 100 ms: SYN,ACK SEQ=300 ACK=101 from the server arrives at the client.',
    'But in “second”, at 75 ms: SYN,ACK SEQ=300 ACK=101 from the server is lost on the way to the client. Neither side is told.',
    '“second” ends 1 s later than “first”.',
    'It takes 6 segments instead of 3.',
    'At the end all states are the same.',
  ]);
});

test('the same in Korean, with the particles that the names ask for', () => {
  expect(said(courseTrace('three-way'), courseTrace('syn-ack-lost'), 'ko')).toEqual([
    '두 실행은 장면 3(50 ms)까지 같습니다.',
    '그다음 “처음”에서는 100 ms에 이렇게 이어집니다. 서버에서 보낸 SYN,ACK SEQ=300 ACK=101 세그먼트가 클라이언트에 도착합니다.',
    '반면 “둘째”에서는 75 ms에 이렇게 이어집니다. 서버에서 클라이언트로 가던 SYN,ACK SEQ=300 ACK=101 세그먼트가 도중에 사라집니다. 양쪽 모두 이 사실을 알지 못합니다.',
    '“둘째”는 “처음”보다 1초 늦게 끝납니다.',
    '세그먼트는 3개가 아니라 6개가 오갑니다.',
    '마지막 상태는 모두 같습니다.',
  ]);
});

test('states that differ at the end are named', () => {
  const sentences = said(courseTrace('three-way'), courseTrace('refused'), 'en');
  expect(sentences.filter((one) => one.startsWith('At the end'))).toEqual(['At the end the client is in CLOSED instead of ESTABLISHED.', 'At the end the server is in CLOSED instead of ESTABLISHED.']);
});

test('a run cut short is over where the other goes on', () => {
  const { scenario } = courseTrace('three-way');
  const cut = run({ ...scenario, stop: { type: 'at', ms: 60 } });
  expect(said(run(scenario), cut, 'en').slice(0, 3)).toEqual([
    'The runs are the same up to moment 3, at 50 ms.',
    'Then in “first”, at 100 ms: SYN,ACK SEQ=300 ACK=101 from the server arrives at the client.',
    '“second” is over by then.',
  ]);
});

test('what looks the same and comes to something else is told once', () => {
  const { scenario } = courseTrace('three-way');
  const other = run({ ...scenario, hosts: { ...scenario.hosts, B: { ...scenario.hosts.B, iss: [5000] } } });
  expect(said(run(scenario), other, 'en').slice(0, 2)).toEqual([
    'The runs are the same up to moment 2, at 0 ms.',
    'Then, at 50 ms, the same happens in both, but comes to something else: SYN SEQ=100 from the client arrives at the server.',
  ]);
});

describe.each(['en', 'ko'] as const)('%s', (language) => {
  test('a run compared with itself is said to be the same, and no two runs of the course leave a hole in a sentence', () => {
    for (const name of COURSE_SCENARIOS) {
      const trace = courseTrace(name);
      expect(said(trace, courseTrace(name), language)).toHaveLength(1);
      for (const sentence of said(courseTrace('whole-life'), trace, language)) expect(sentence).not.toMatch(/\{\{|lab\.|undefined|\(이\)|이\(가\)|은\(는\)/);
    }
  });
});
