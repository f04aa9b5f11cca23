import { describe, expect, test } from 'vitest';
import { COURSE_SCENARIOS, courseTrace, courseWords } from '../../test/course-traces.ts';
import { HOST_RULES } from '../simulation/host/catalogue.ts';
import { RULES } from '../tcp/rules/catalogue.ts';
import { placeholders } from './fill.ts';
import { narrate } from './narrate.ts';
import { say } from './say.ts';
import type { Sentence } from './sentence.ts';
import { summary } from './summary.ts';

const LANGUAGES = { en: courseWords('en'), ko: courseWords('ko') };
const AT_MOST_SUMMED_UP = 14;

function toldBy(name: string): readonly Sentence[] {
  const trace = courseTrace(name);
  const stories = narrate(trace);
  return [...summary(trace), ...stories.flatMap(({ happened, reasons, outcomes }) => [happened, ...[...reasons, ...outcomes].map((it) => it.sentence)])];
}

test('every rule of the catalogue has a sentence in both languages, and no sentence is left without a rule', () => {
  const ids = [...RULES, ...HOST_RULES].map(({ id }) => `rule.${id}`).sort();
  for (const words of Object.values(LANGUAGES)) {
    expect(Object.keys(words).filter((key) => key.startsWith('rule.')).sort()).toEqual(ids);
  }
});

test('both languages say the same things with the same values', () => {
  const told = (words: Readonly<Record<string, string>>) =>
    Object.entries(words)
      .filter(([key]) => /^(narration|rule)\./.test(key))
      .map(([key, template]) => [key, placeholders(template)]);
  expect(told(LANGUAGES.ko)).toEqual(told(LANGUAGES.en));
});

describe.each(Object.entries(LANGUAGES))('%s', (_language, words) => {
  test.each(COURSE_SCENARIOS)('%s is told without a gap', (name) => {
    const sentences = toldBy(name);
    expect(sentences.length).toBeGreaterThan(0);
    for (const sentence of sentences) {
      expect(words).toHaveProperty([sentence.key]);
      expect(say(sentence, words)).not.toMatch(/\{\{|undefined|NaN|\(는\)|\(가\)|\(를\)|\(와\)|\(으\)/);
    }
  });
});

test.each(COURSE_SCENARIOS)('%s: one story for each moment, one reason for each rule that fired', (name) => {
  const trace = courseTrace(name);
  const stories = narrate(trace);
  expect(stories.map(({ index, at }) => [index, at])).toEqual(trace.moments.map(({ index, at }) => [index, at]));
  const fired = trace.moments.map((moment) => (moment.kind === 'endpoint' ? moment.because : []));
  expect(stories.map(({ reasons }) => reasons.map(({ rule }) => rule))).toEqual(fired);
  expect(summary(trace).length).toBeLessThanOrEqual(AT_MOST_SUMMED_UP);
});

test('the third segment of the handshake, in words', () => {
  const stories = narrate(courseTrace('three-way'));
  const third = stories.find(({ outcomes }) => outcomes.some(({ sentence }) => sentence.params['segment'] === 'ACK SEQ=101 ACK=301'));
  expect(third?.reasons.map(({ rule, clause }) => [rule, clause.url])).toEqual([
    ['syn-sent.syn-ack', 'https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.3'],
    ['output.ack', 'https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.4'],
  ]);
  expect(say(third?.happened ?? { key: '', params: {} }, LANGUAGES.ko)).toBe('서버에서 보낸 SYN,ACK SEQ=300 ACK=101 세그먼트가 클라이언트에 도착합니다.');
});
