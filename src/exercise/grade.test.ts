import { expect, test } from 'vitest';
import { courseTrace } from '../../test/course-traces.ts';
import type { Exercise } from './exercise.ts';
import { answerKey, grade } from './grade.ts';
import { makeExercise } from './make-exercise.ts';

function exercise(name: string, kind: 'state' | 'next-segment' | 'order', until: number): Exercise {
  const trace = courseTrace(name);
  for (let seed = 0; seed < 50; seed++) {
    const made = makeExercise(trace, kind, seed);
    if (made?.play.from === until) return made;
  }
  throw new Error(`No ${kind} exercise at ${String(until)} in ${name}`);
}

const afterFirstFin = exercise('four-way', 'state', 1);

test('after the first FIN the server is in CLOSE-WAIT; who says TIME-WAIT is told which misconception that is', () => {
  expect(answerKey(afterFirstFin)).toEqual({ A: 'FIN-WAIT-1', B: 'CLOSE-WAIT' });
  const verdict = grade(afterFirstFin, { A: 'FIN-WAIT-1', B: 'TIME-WAIT' });
  expect(verdict.right).toBe(false);
  expect(verdict.fields.map(({ right }) => right)).toEqual([true, false]);
  expect(verdict.fields[1]?.objections[0]?.why[0]?.sentence.key).toBe('misconception.server-time-wait-after-first-fin');
  expect(verdict.fields[1]?.explanation.map(({ sentence }) => sentence.key)).toContain('rule.other.fin');
});

test('no answer, and an answer that was not offered, are neither right nor explained away', () => {
  for (const answer of [{}, { A: 'LISTENING', B: ['CLOSE-WAIT'] }]) {
    const { right, fields } = grade(afterFirstFin, answer);
    expect([right, ...fields.map((field) => [field.answered, field.right, field.objections.length])]).toEqual([false, [false, false, 0], [false, false, 0]]);
  }
});

test('the SYN,ACK: ACK one short is the misconception about SYN, not about bytes', () => {
  const synAck = exercise('three-way', 'next-segment', 2);
  expect(answerKey(synAck)).toEqual({ flags: 'SYN,ACK', seq: '300', ack: '101', length: '0' });
  const { fields } = grade(synAck, { ...answerKey(synAck), ack: '100' });
  expect(fields.map(({ right }) => right)).toEqual([true, true, false, true]);
  expect(fields[2]?.objections[0]?.why[0]?.sentence.key).toBe('misconception.syn-fin-take-no-number');
});

test('segments that cross on the wire are accepted either way, an answer before its cause is not', () => {
  const crossing = exercise('simultaneous-open', 'order', 0);
  const key = answerKey(crossing)['order'];
  const [a, b, ...rest] = Array.isArray(key) ? (key as readonly string[]) : [];
  expect(grade(crossing, { order: [b ?? '', a ?? '', ...rest] }).right).toBe(true);
  const reversed = grade(crossing, { order: [...rest, a ?? '', b ?? ''] });
  expect(reversed.right).toBe(false);
  expect(reversed.fields[0]?.objections[0]?.why[0]?.sentence.key).toMatch(/^exercise\.order\.why\./);
});

test('an order that leaves something out, or names something twice, is no answer yet', () => {
  const order = exercise('three-way', 'order', 1);
  for (const answer of [[], ['0', '1'], ['0', '1', '1'], ['0', '1', '2', '2']]) {
    expect(grade(order, { order: answer }).fields[0]).toMatchObject({ answered: false, right: false });
  }
});

test('what an exercise is called by does not change with the expectations of its scenario, but with what happens', () => {
  const trace = courseTrace('three-way');
  const id = makeExercise(trace, 'state', 1)?.id;
  expect(makeExercise({ ...trace, scenario: { ...trace.scenario, expect: [] } }, 'state', 1)?.id).toBe(id);
  expect(makeExercise({ ...trace, scenario: { ...trace.scenario, delay: 51 } }, 'state', 1)?.id).not.toBe(id);
});
