import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { COURSE_SCENARIOS, courseTrace } from '../../test/course-traces.ts';
import { KINDS } from './exercise.ts';
import { makeExercise } from './make-exercise.ts';

const PLACES = JSON.parse(readFileSync(new URL('../../content/misconceptions.json', import.meta.url), 'utf8')) as Readonly<Record<string, unknown>>;

/** What no run shows: about sockets, settings of systems, and what things are for. Instructors ask about these. */
const BEYOND_TRACES = [
  'accept-does-the-handshake',
  'accept-opens-a-port',
  'fin-timeout-is-time-wait',
  'ports-have-states',
  'psh-is-priority',
  'simultaneous-open-makes-two',
  'three-way-proves-alive',
  'time-wait-waits-for-late-data',
  'urg-is-a-channel',
];

const SEEDS = Array.from({ length: 30 }, (_none, seed) => seed);

test('every misconception that a run can show would be caught by some exercise about a run of the course, in the answers that it leads to', () => {
  const caught = new Set<string>();
  for (const name of COURSE_SCENARIOS) {
    const trace = courseTrace(name);
    for (const kind of KINDS) for (const seed of SEEDS) for (const id of makeExercise(trace, kind, seed)?.misconceptions ?? []) caught.add(id);
  }
  expect([...caught].sort()).toEqual(Object.keys(PLACES).filter((id) => !BEYOND_TRACES.includes(id)).sort());
});
