import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COURSE_SCENARIOS, courseTrace } from '../../test/course-traces.ts';
import { exam, exerciseOf, next, type Drawn, type Source } from './pool.ts';
import { KINDS } from './exercise.ts';
import { TOPICS } from './topic.ts';

function sourcesOfCourse(): readonly Source[] {
  return COURSE_SCENARIOS.map(courseTrace).map((trace, at) => ({ name: COURSE_SCENARIOS[at]!, scenario: trace.scenario, trace }));
}

const SOURCES = sourcesOfCourse();
const AGAIN = sourcesOfCourse();
const ALL = { topics: [], difficulties: [], misconceptions: [] };

function ids(drawn: readonly Drawn[]): readonly string[] {
  return drawn.map(({ exercise }) => exercise.id);
}

/** So many exercises after each other, as practice asks them. */
function practised(sources: readonly Source[], count: number, seed: number): readonly Drawn[] {
  const asked: Drawn[] = [];
  while (asked.length < count) {
    const drawn = next(sources, ALL, asked, seed + asked.length);
    if (drawn === null) break;
    asked.push(drawn);
  }
  return asked;
}

test('the same seed asks the same of another run of the same scenarios, another seed asks something else', () => {
  expect(ids(practised(SOURCES, 20, 7))).toEqual(ids(practised(AGAIN, 20, 7)));
  expect(ids(practised(SOURCES, 20, 7))).not.toEqual(ids(practised(SOURCES, 20, 8)));
  expect(ids(exam(SOURCES, ALL, 20, 7))).toEqual(ids(exam(AGAIN, ALL, 20, 7)));
  expect(ids(exam(SOURCES, ALL, 20, 7))).not.toEqual(ids(exam(SOURCES, ALL, 20, 8)));
});

test('practice asks nothing twice, and never the same kind of the same scenario in a row', () => {
  const asked = practised(SOURCES, 60, 1);
  expect(new Set(ids(asked)).size).toBe(60);
  asked.slice(1).forEach(({ source, exercise }, at) => {
    expect([source.name, exercise.kind]).not.toEqual([asked[at]?.source.name, asked[at]?.exercise.kind]);
  });
});

test('what is asked is of the wanted topic and difficulty', () => {
  fc.assert(
    fc.property(fc.subarray([...TOPICS], { minLength: 1 }), fc.subarray([1, 2, 3] as const, { minLength: 1 }), fc.nat(), (topics, difficulties, seed) => {
      const drawn = next(SOURCES, { ...ALL, topics, difficulties }, [], seed);
      if (drawn === null) return;
      expect(topics).toContain(drawn.exercise.topic);
      expect(difficulties).toContain(drawn.exercise.difficulty);
    }),
    { numRuns: 40 },
  );
});

test.each(TOPICS)('there is always something to ask about %s', (topic) => {
  for (let seed = 0; seed < 10; seed += 1) expect(next(SOURCES, { ...ALL, topics: [topic] }, [], seed)?.exercise.topic).toBe(topic);
});

test('a misconception is asked about where some exercise can catch it', () => {
  for (const id of ['time-wait-is-server', 'ack-names-last-byte', 'lost-third-ack-resets']) {
    expect(next(SOURCES, { ...ALL, misconceptions: [id] }, [], 4)?.exercise.misconceptions).toContain(id);
  }
  expect(next(SOURCES, { ...ALL, misconceptions: ['nobody believes it'] }, [], 4)).not.toBeNull();
});

test('an exam has as many different questions as it should, spread evenly over the topics', () => {
  const questions = exam(SOURCES, ALL, 21, 3);
  expect(new Set(ids(questions)).size).toBe(21);
  for (const topic of TOPICS) expect(questions.filter(({ exercise }) => exercise.topic === topic)).toHaveLength(3);
});

test('an exam asks all kinds, none of them much more than another', () => {
  for (const seed of [1, 2, 3]) {
    const kinds = exam(SOURCES, ALL, 20, seed).map(({ exercise }) => exercise.kind);
    const counts = KINDS.map((kind) => kinds.filter((one) => one === kind).length);
    expect([Math.min(...counts) >= 1, Math.max(...counts) <= 4, counts.reduce((sum, count) => sum + count)]).toEqual([true, true, 20]);
  }
});

test('an exercise is found again by its id, a foreign id finds nothing', () => {
  for (const { source, exercise } of practised(SOURCES, 20, 5)) {
    const again = exerciseOf(AGAIN, exercise.id);
    expect([again?.source.name, again?.exercise]).toEqual([source.name, exercise]);
  }
  for (const id of ['', 'state', 'state--', 'nothing-abc-1', 'state-zzzzz-1', 'state-zzzzz-1.5']) expect(exerciseOf(SOURCES, id)).toBeNull();
});
