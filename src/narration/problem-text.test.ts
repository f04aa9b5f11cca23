import { describe, expect, it } from 'vitest';
import en from '../../content/i18n/en.json' with { type: 'json' };
import ko from '../../content/i18n/ko.json' with { type: 'json' };
import { parse } from '../scenario/parse.ts';
import { problemText } from './problem-text.ts';

describe('a problem with a text', () => {
  it.each([
    ['cleint listens', 'There is no host “cleint”.', '그런 호스트는 없습니다: “cleint”'],
    ['client connects\nclient connects to 8080', 'Port 49152 is the name of another connection already.', '포트 49152는 이미 다른 연결의 이름입니다.'],
    ['client connects\nclient connects from 50001\nclient connects from 50001 to 81', 'Port 50001 is the name of another connection already.', '포트 50001은 이미 다른 연결의 이름입니다.'],
  ])('is said in either language: %j', (text, english, korean) => {
    const [problem] = parse(text).problems;
    expect([problemText(problem!, en).message, problemText(problem!, ko).message]).toEqual([english, korean]);
  });

  it('comes with what to do', () => {
    const [problem] = parse('delay 5').problems;
    expect(problemText(problem!, ko)).toEqual({ message: '시간 5에 단위가 없습니다.', hint: '5 ms, 5 s, 5 min 가운데 하나로 쓰세요.' });
  });

  it('is named by its code where there are no words for it', () => {
    const [problem] = parse('delay 5').problems;
    expect(problemText(problem!, {})).toEqual({ message: 'missing-unit', hint: '' });
  });
});
