import { expect, test } from 'vitest';
import { courseTrace } from '../../../test/course-traces.ts';
import { run } from '../../simulation/run.ts';
import { answerKey, grade } from '../grade.ts';
import { makeExercise } from '../make-exercise.ts';

const SEEDS = Array.from({ length: 12 }, (_none, seed) => seed);

/** The exercise in which that segment is lost. */
function lost(name: string, segment: string) {
  const made = SEEDS.flatMap((seed) => makeExercise(courseTrace(name), 'if-lost', seed) ?? []);
  return made.find(({ question }) => question.params['segment'] === segment)!;
}

test.each([
  ['three-way', 'SYN SEQ=100', { next: 'A SYN SEQ=100', cause: 'timer A 1000', end: 'ESTABLISHED ESTABLISHED' }],
  ['three-way', 'ACK SEQ=101 ACK=301', { next: 'B SYN,ACK SEQ=300 ACK=101', cause: 'timer B 1000', end: 'ESTABLISHED ESTABLISHED' }],
  ['four-way', 'ACK SEQ=101 ACK=301', { next: 'B FIN,ACK SEQ=300 ACK=101', cause: 'timer B 1000', end: 'CLOSED CLOSED' }],
  ['close-wait-forever', 'FIN,ACK SEQ=100 ACK=300', { next: 'A FIN,ACK SEQ=100 ACK=300', cause: 'timer A 1000', end: 'FIN-WAIT-2 CLOSE-WAIT' }],
  ['abort', 'RST SEQ=100', { next: 'none', cause: 'none', end: 'CLOSED ESTABLISHED' }],
])('%s without %s', (name, segment, key) => {
  expect(answerKey(lost(name, segment))).toEqual(key);
});

test('data after a lost third segment is acknowledged, and whoever expects a RST is told why not', () => {
  const exercise = lost('opening-with-data', 'ACK SEQ=101 ACK=301');
  expect(answerKey(exercise)).toEqual({ next: 'B ACK SEQ=301 ACK=221', cause: 'arrival 3', end: 'ESTABLISHED ESTABLISHED' });
  expect(grade(exercise, { next: 'B RST SEQ=301' }).misconceptions).toEqual(['lost-third-ack-resets']);
});

test('the simulator plays the run with that loss, from the loss on', () => {
  const { play } = lost('three-way', 'SYN,ACK SEQ=300 ACK=101');
  const trace = run(play.scenario!);
  expect(trace.moments[play.from]).toMatchObject({ kind: 'lost', flight: 1 });
  expect(play.scenario).toEqual({ ...courseTrace('three-way').scenario, faults: play.scenario!.faults, expect: [] });
});

test.each(['syn-given-up', 'keep-alive-dead-peer', 'retransmission-storm'])('nothing is asked of %s, where the network does more than the reader could know', (name) => {
  expect(makeExercise(courseTrace(name), 'if-lost', 1)).toBeNull();
});
