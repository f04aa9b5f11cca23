import { expect, test } from 'vitest';
import { courseTrace, courseWords } from '../../test/course-traces.ts';
import { FINDINGS, findingsOf } from './findings.ts';

/** What is found in a segment where it leaves, and where it arrives. */
const found = (name: string, id: number) => {
  const trace = courseTrace(name);
  const find = findingsOf(trace);
  const flight = trace.flights[id]!;
  return trace.moments.flatMap((moment) => {
    if (moment.kind !== 'endpoint') return [];
    const way = moment.sent.includes(id) ? 'out' : moment.arrived === id ? 'in' : null;
    return way === null ? [] : [`${way}: ${find({ flight, way, moment: moment.index }).join()}`];
  });
};

test('what is sent again is a retransmission at both ends, and brings nothing new where the first had come', () => {
  expect(found('syn-lost', 1)).toEqual(['out: retransmission', 'in: retransmission']);
  expect(found('ack-lost', 2)).toEqual(['out: retransmission', 'in: retransmission,nothing-new']);
});

test('a copy is seen where it arrives only, and its answer repeats an ACK', () => {
  expect(found('data-duplicated', 1)).toEqual(['in: copy,nothing-new']);
  expect(found('data-duplicated', 3)).toEqual(['out: duplicate-ack', 'in: duplicate-ack']);
});

test('what is overtaken leaves a hole for others, and comes out of order', () => {
  expect(found('data-reordered', 1)).toEqual(['out: ', 'in: hole']);
  expect(found('data-reordered', 0)).toEqual(['out: ', 'in: out-of-order']);
});

test('each finding has a name in both languages', () => {
  for (const words of [courseWords('en'), courseWords('ko')]) {
    const names = FINDINGS.map((finding) => words[`finding.${finding}`]);
    expect(new Set(names).size).toBe(FINDINGS.length);
    expect(names).not.toContain(undefined);
  }
});
