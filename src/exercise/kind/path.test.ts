import { expect, test } from 'vitest';
import { courseTrace } from '../../../test/course-traces.ts';
import { grade } from '../grade.ts';
import { makeExercise } from '../make-exercise.ts';
import { walksOf } from './path-walks.ts';

const walked = (name: string) => walksOf(courseTrace(name)).map(({ host, steps }) => [host, steps[0]?.from, ...steps.map(({ to }) => to)].join(' '));

test('a walk begins at every change of state and takes at most five', () => {
  expect(walked('four-way')).toEqual([
    'A ESTABLISHED FIN-WAIT-1 FIN-WAIT-2 TIME-WAIT CLOSED',
    'A FIN-WAIT-1 FIN-WAIT-2 TIME-WAIT CLOSED',
    'A FIN-WAIT-2 TIME-WAIT CLOSED',
    'B ESTABLISHED CLOSE-WAIT LAST-ACK CLOSED',
    'B CLOSE-WAIT LAST-ACK CLOSED',
  ]);
});

test('a FIN with the ACK of the own FIN leads to TIME-WAIT straight, as Figure 5 has it, or by FIN-WAIT-2, as the text has it', () => {
  const exercise = [0, 1, 2, 3].flatMap((seed) => makeExercise(courseTrace('three-segment-close'), 'path', seed) ?? []).find(({ question }) => question.params['host'] === 'client');
  if (exercise === undefined) throw new Error('the client is never asked about');
  const right = (...path: readonly string[]) => grade(exercise, { path }).right;
  expect([right('FIN-WAIT-1', 'TIME-WAIT'), right('FIN-WAIT-1', 'FIN-WAIT-2', 'TIME-WAIT'), right('FIN-WAIT-1', 'FIN-WAIT-2'), right('FIN-WAIT-1', 'CLOSING', 'TIME-WAIT')]).toEqual([true, true, false, false]);
});

test('TIME-WAIT after the first FIN is known for what it is', () => {
  const exercise = Array.from({ length: 6 }, (_none, seed) => makeExercise(courseTrace('four-way'), 'path', seed)).find((one) => one?.question.params['host'] === 'server' && one.play.from === 1);
  if (exercise === null || exercise === undefined) throw new Error('the server is never asked about');
  expect(grade(exercise, { path: ['TIME-WAIT', 'CLOSED'] }).misconceptions).toEqual(['server-time-wait-after-first-fin']);
});
