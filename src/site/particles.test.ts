import { describe, expect, test } from 'vitest';
import { withoutParticles } from './particles.ts';

describe('what is looked for, without particles', () => {
  test.each([
    ['연결을', '연결'],
    ['연결이라고', '연결'],
    ['세그먼트는', '세그먼트'],
    ['재전송이', '재전송'],
    ['재전송합니다', '재전송'],
    ['상태에서', '상태'],
    ['상태에서는', '상태'],
    ['윈도가', '윈도'],
    ['윈도우로', '윈도우'],
    ['서버로부터', '서버'],
    ['SYN을', 'SYN'],
    ['TIME-WAIT에서도', 'TIME-WAIT'],
    ['2MSL의', '2MSL'],
    ['왕복 시간이', '왕복 시간'],
    ['연결의 상태를 연결', '연결 상태 연결'],
  ])('%s: %s', (query, stems) => {
    expect(withoutParticles(query)).toBe(stems);
  });

  test.each(['윈도', '길이', '속도', '강의', '차이', '타이머', '마을', '클라이언트', '데이터', '사다리', 'window', 'SYN,ACK', '§3.4', '끝이', '"연결을"', '"연결을 닫', ''])('%s stays as it is', (query) => {
    expect(withoutParticles(query)).toBe(query);
  });

  test('a particle has to go with the sound before it', () => {
    expect(withoutParticles('버퍼을')).toBe('버퍼을');
    expect(withoutParticles('프로토콜로')).toBe('프로토콜');
  });
});
