import { describe, expect, test } from 'vitest';
import { COURSE_SCENARIOS, courseTrace } from '../../../test/course-traces.ts';
import { parse } from '../../scenario/parse.ts';
import { run } from '../../simulation/run.ts';
import { fateAfter } from '../at-moment.ts';
import { knownFate, viewSegments, type ViewSegment } from './view-segments.ts';

describe.each(COURSE_SCENARIOS)('%s', (name) => {
  test('each segment leaves, and is known to fare, as the picture shows it at every moment', () => {
    const trace = courseTrace(name);
    const segments = viewSegments(trace);
    for (let shown = 0; shown <= trace.moments.length; shown += 1) {
      const known = segments.map((segment) => [segment.row.id, segment.left > shown ? 'future' : pictured(knownFate(segment, shown), segment)]);
      expect(known).toEqual(segments.map(({ row: { id } }) => [id, fateAfter(trace, trace.flights[id]!, shown)]));
    }
  });
});

/** The picture does not say of what goes on later that it is held up for a while. */
function pictured(known: string, { row }: ViewSegment): string {
  return known === 'held' && row.fate !== 'held' ? 'in flight' : known;
}

test('what is held up is known to be until it is let go', () => {
  const trace = run(parse('server listens\nclient connects\nhold client SYN until 400 ms\n').scenario);
  const [syn] = viewSegments(trace);
  const fates = Array.from({ length: trace.moments.length }, (_, at) => knownFate(syn!, at + 1)).slice(syn!.left - 1);
  expect(fates.filter((fate, at) => fate !== fates[at - 1])).toEqual(['in flight', 'held', 'in flight', 'delivered']);
});
