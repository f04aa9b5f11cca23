import { expect, test } from 'vitest';
import { courseTrace } from '../../../test/course-traces.ts';
import { parse } from '../../scenario/parse.ts';
import { run } from '../../simulation/run.ts';
import { RULES } from '../../tcp/rules/catalogue.ts';
import type { Exercise } from '../exercise.ts';
import { answerKey, grade } from '../grade.ts';
import { makeExercise } from '../make-exercise.ts';
import { CONDITIONS } from './rule-conditions.ts';

const SEEDS = Array.from({ length: 30 }, (_none, seed) => seed);

function asked(name: string, rule: string): Exercise {
  const found = SEEDS.flatMap((seed) => makeExercise(courseTrace(name), 'rule', seed) ?? []).find((one) => answerKey(one)['rule'] === rule);
  if (found === undefined) throw new Error(`${name} never asks for ${rule}`);
  return found;
}

test('every condition is one of a rule of the catalogue', () => {
  const known = new Set(RULES.map(({ id }) => id));
  expect(Object.keys(CONDITIONS).filter((rule) => !known.has(rule))).toEqual([]);
});

test('where several rules decide, each of them is right', () => {
  const closing = SEEDS.flatMap((seed) => makeExercise(courseTrace('three-segment-close'), 'rule', seed) ?? []).flatMap(({ fields }) => fields.flatMap((field) => (field.type === 'choice' && field.accepted.length > 1 ? [field.accepted] : [])));
  expect(closing[0]).toEqual(['other.ack.fin-wait-1', 'other.fin']);
});

test('a SYN in SYN-SENT that is answered with a bare ACK names the misconception', () => {
  const exercise = asked('simultaneous-open', 'syn-sent.syn');
  expect(grade(exercise, { rule: 'syn-sent.syn', does: ['ack', 'state'] }).misconceptions).toEqual(['syn-in-syn-sent-gets-ack']);
  expect(grade(exercise, answerKey(exercise)).right).toBe(true);
});

test('what another system does is not asked by the rules of the RFC', () => {
  expect(makeExercise(run(parse('profile linux\nserver listens\nclient connects').scenario), 'rule', 0)).toBeNull();
});

test('an ACK that may wait for company decides nothing that could be told', () => {
  const trace = run(parse('server delays ACK 200 ms\nalready ESTABLISHED\nclient sends 10').scenario);
  const decided = SEEDS.flatMap((seed) => makeExercise(trace, 'rule', seed) ?? []).map(answerKey);
  expect(decided.filter(({ rule }) => rule === 'other.text.deliver')).toEqual([]);
});
