import { describe, expect, it } from 'vitest';
import { courseTrace, COURSE_SCENARIOS } from '../../../test/course-traces.ts';
import { parse } from '../../scenario/parse.ts';
import { run } from '../../simulation/run.ts';
import { traceJson } from './trace-json.ts';
import { traceShape } from './trace-shape.ts';

describe('a run as JSON', () => {
  it.each(COURSE_SCENARIOS)('%s has the form that is documented, and is what it was made from', (name) => {
    const trace = courseTrace(name);
    const json: unknown = JSON.parse(JSON.stringify(traceJson(trace)));
    const read = traceShape.parse(json);
    expect(read).toEqual(json);
    expect(read.moments).toHaveLength(trace.moments.length);
    const sent = read.moments.flatMap((moment) => (moment.kind === 'endpoint' ? moment.outcomes.flatMap((outcome) => (outcome.type === 'sent' ? [outcome.segment] : [])) : []));
    expect(sent).toEqual(read.segments.filter(({ origin }) => origin === 'sent').map(({ id }) => id));
    expect(read.moments.flatMap((moment) => (moment.kind === 'endpoint' ? moment.because : [])).every(({ cite }) => cite.startsWith('RFC '))).toBe(true);
    // What it says was run gives the same again.
    expect(traceJson(run({ ...parse(read.scenario).scenario }))).toEqual(read);
  });
});
