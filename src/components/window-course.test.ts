import { expect, test } from 'vitest';
import { scenarioRun } from './scenario-run.ts';
import { lossesOf, scaleStep, windowCourse } from './window-course.ts';

test('slow start doubles the congestion window in each round trip, and all of it is in flight until the data ends', () => {
  const course = windowCourse(scenarioRun('slow-start'), 'A');
  expect(course.map(({ at, congestion, inFlight }) => [at, congestion, inFlight])).toEqual([
    [0, 2000, 2000],
    [100, 4000, 4000],
    [200, 8000, 4000],
    [300, 12_000, 0],
  ]);
  expect(new Set(course.map(({ threshold }) => threshold))).toEqual(new Set([null]));
});

test('what is offered closes, opens unheard and is found out by a probe', () => {
  const trace = scenarioRun('window-update-lost');
  expect(windowCourse(trace, 'A').map(({ at, offered, inFlight }) => [at, offered, inFlight])).toEqual([
    [0, 200, 200],
    [100, 0, 0],
    [1100, 0, 1],
    [1200, 199, 99],
    [1300, 200, 0],
  ]);
  expect(lossesOf(trace, 'B')).toEqual({ lost: [300], again: [] });
});

test('a loss and what is sent again for it', () => {
  expect(lossesOf(scenarioRun('loss-halves'), 'A')).toEqual({ lost: [100], again: [200] });
});

test('the lines of a scale are a round number apart, and four of them reach the top', () => {
  expect([300, 1300, 8500, 20_000, 3].map(scaleStep)).toEqual([100, 500, 5000, 5000, 1]);
});
