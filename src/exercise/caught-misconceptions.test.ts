import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { COURSE_SCENARIOS, courseTrace } from '../../test/course-traces.ts';
import { KINDS } from './exercise.ts';
import { makeExercise } from './make-exercise.ts';

const CONTENT = new URL('../../content/', import.meta.url);
const PLACES = JSON.parse(readFileSync(new URL('misconceptions.json', CONTENT), 'utf8')) as Readonly<Record<string, unknown>>;
const SEEDS = Array.from({ length: 30 }, (_none, seed) => seed);

function caughtByRuns(): ReadonlySet<string> {
  const traces = COURSE_SCENARIOS.map(courseTrace);
  const exercises = traces.flatMap((trace) => KINDS.flatMap((kind) => SEEDS.flatMap((seed) => makeExercise(trace, kind, seed) ?? [])));
  return new Set(exercises.flatMap(({ misconceptions }) => misconceptions));
}

/** What the options of the questions say that instructors have written in a language. */
function caughtByInstructors(language: string): ReadonlySet<string> {
  const folder = new URL(`docs/${language}/`, CONTENT);
  const texts = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), 'utf8'));
  return new Set(texts.flatMap((text) => [...text.matchAll(/\{misconception="([^"]+)"\}/g)].map(([, id = '']) => id)));
}

test('every known misconception is caught in the answers that it leads to: by what a run shows, or else by a question of the lessons', () => {
  const byRuns = caughtByRuns();
  expect([...byRuns].filter((id) => !(id in PLACES))).toEqual([]);
  for (const language of ['en', 'ko']) {
    const asked = caughtByInstructors(language);
    expect(Object.keys(PLACES).filter((id) => !byRuns.has(id) && !asked.has(id)), language).toEqual([]);
  }
});
