import { describe, expect, test } from 'vitest';
import { exerciseAsked, type Asked, type AskedForm } from './asked.ts';
import { answerKey, grade } from './grade.ts';
import { plainly } from './rich.ts';

const asked = (form: AskedForm): Asked => ({ name: 'who-waits', topic: 'closing', difficulty: 1, given: [plainly('Given.')], question: plainly('Who?'), hint: 'Think <hard>.', form });
const option = (text: string, isRight: boolean, misconception: string | null = null) => ({ isRight, label: plainly(text), misconception, why: [plainly(`about ${text}`)] });
const toldOn = (form: AskedForm, answer: string | readonly string[]) => {
  const { right, misconceptions, fields } = grade(exerciseAsked(asked(form)), { answer });
  return { right, misconceptions, why: fields.flatMap(({ objections }) => objections.flatMap(({ why }) => why.map(({ sentence }) => sentence.params['text']))) };
};

const ONE: AskedForm = { type: 'one', options: [option('client', false, 'time-wait-is-client'), option('closer', true)] };
const MANY: AskedForm = { type: 'many', options: [option('a', true, 'isn-is-zero'), option('b', false), option('c', true)] };
const TYPED: AskedForm = { type: 'number', options: [option('301 | 0x12d', true), option('300', false, 'ack-names-last-byte')], otherwise: [plainly('Look again.')] };
const pair = (left: string, right: string) => ({ left: plainly(left), right: plainly(right), why: [plainly(`${left} takes ${right}`)] });
const MATCH: AskedForm = { type: 'match', pairs: [pair('SYN', 'one'), pair('ACK', 'none'), pair('FIN', 'one')] };

describe('an author’s question as an exercise', () => {
  test('has an id of its author’s making, says its words as they were written, and knows what it can catch', () => {
    const { id, kind, hint, given, misconceptions, figure } = exerciseAsked(asked(ONE));
    expect({ id, kind, hint, given, misconceptions, figure }).toEqual({
      id: 'asked-who-waits',
      kind: 'asked',
      hint: { key: 'exercise.option', params: { text: 'Think <hard>.', html: 'Think &lt;hard&gt;.' } },
      given: [{ key: 'exercise.option', params: { text: 'Given.', html: 'Given.' } }],
      misconceptions: ['time-wait-is-client'],
      figure: { type: 'none' },
    });
  });

  test.each([ONE, MANY, TYPED, MATCH])('accepts its own key: $type', (form) => {
    const exercise = exerciseAsked(asked(form));
    expect(grade(exercise, answerKey(exercise)).right).toBe(true);
  });

  test('tells a wrong choice its feedback and its misconception', () => {
    expect(toldOn(ONE, '1')).toEqual({ right: false, misconceptions: ['time-wait-is-client'], why: ['about client'] });
    expect(toldOn(ONE, '2')).toEqual({ right: true, misconceptions: [], why: [] });
  });

  test('tells what was chosen wrongly and what was left out', () => {
    expect(toldOn(MANY, ['2', '3'])).toEqual({ right: false, misconceptions: ['isn-is-zero'], why: ['about a', 'about b'] });
  });

  test('knows a typed answer in each of its forms, a foreseen mistake, and any other', () => {
    expect(toldOn(TYPED, ' 0x12D ').right).toBe(true);
    expect(toldOn(TYPED, '300')).toEqual({ right: false, misconceptions: ['ack-names-last-byte'], why: ['about 300'] });
    expect(toldOn(TYPED, '7')).toEqual({ right: false, misconceptions: [], why: ['Look again.'] });
  });

  test('tells where a wrong match belongs, with all that it belongs to', () => {
    const [field] = exerciseAsked(asked(MATCH)).fields;
    if (field?.type !== 'match') throw new Error('no match');
    const valueOf = (text: string) => field.options.find(({ label }) => label.params['text'] === text)?.value ?? '';
    expect([field.options.length, field.repeats]).toEqual([2, true]);
    expect(toldOn(MATCH, [valueOf('one'), valueOf('one'), valueOf('one')])).toEqual({ right: false, misconceptions: [], why: ['SYN takes one', 'FIN takes one'] });
  });
});
