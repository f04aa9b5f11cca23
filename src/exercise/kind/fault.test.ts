import { expect, test } from 'vitest';
import { courseTrace } from '../../../test/course-traces.ts';
import { answerKey } from '../grade.ts';
import { makeExercise } from '../make-exercise.ts';
import { discrepancy } from './fault-record.ts';
import { faultCases } from './fault-case.ts';

const SEEDS = Array.from({ length: 60 }, (_none, seed) => seed);

function caseOf(name: string, truth: string, view: string) {
  return faultCases(courseTrace(name)).find((one) => one.truth.name === truth && one.view.join('') === view)!;
}

function sameFor(name: string, truth: string, view: string): readonly string[] {
  return caseOf(name, truth, view).same.map((one) => one.name).sort();
}

test('from one end a segment that never arrived and one that is late look the same; from both ends they do not', () => {
  expect(sameFor('three-way', 'lose A 2', 'A')).toEqual(['delay A 2 1500', 'lose A 2']);
  expect(sameFor('three-way', 'lose A 2', 'AB')).toEqual(['lose A 2']);
});

test('the server cannot tell whether its FIN was lost or the acknowledgment of it', () => {
  expect(sameFor('last-ack-lost', 'lose A 2', 'B')).toEqual(['lose A 2', 'lose B 2']);
});

test('a copy that its receiver leaves unanswered is seen by nobody but the receiver', () => {
  expect(sameFor('three-way', 'nothing', 'A')).toEqual(['duplicate A 2 20', 'nothing']);
});

test('a fault of the scenario is the truth, with its own time', () => {
  const made = SEEDS.flatMap((seed) => makeExercise(courseTrace('syn-late'), 'fault', seed) ?? []);
  expect(new Set(made.map((exercise) => JSON.stringify(answerKey(exercise))))).toEqual(new Set(['{"fault":"delay A 1 2000"}', '{"fault":["delay A 1 2000"]}']));
});

test.each(['retransmission-storm', 'half-open-data', 'old-duplicate-syn'])('nothing is asked of %s, where more than one thing goes wrong or somebody else has a hand in it', (name) => {
  expect(makeExercise(courseTrace(name), 'fault', 1)).toBeNull();
});

test('the first line in which two records differ is found, whichever of them has it', () => {
  const { records } = caseOf('three-way', 'lose A 1', 'AB');
  const calm = caseOf('three-way', 'nothing', 'AB').records;
  expect(discrepancy(records, calm)).toEqual({ host: 'server', at: 50, way: 'received', segment: 'SYN SEQ=100', isOnView: false });
  expect(discrepancy(calm, records)).toEqual({ host: 'server', at: 50, way: 'received', segment: 'SYN SEQ=100', isOnView: true });
  expect(discrepancy(calm, calm)).toBeNull();
});
