import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COURSE_SCENARIOS, courseTrace, courseWords } from '../../test/course-traces.ts';
import { randomScenario } from '../../test/random-scenarios.ts';
import { RARE_SCENARIOS } from '../../test/rare-scenarios.ts';
import { cannotBeSaid } from '../../test/fairness/cannot-be-said.ts';
import { unfairness } from '../../test/fairness/unfairness.ts';
import { narrate } from '../narration/narrate.ts';
import { placeholders } from '../narration/fill.ts';
import type { Sentence } from '../narration/sentence.ts';
import { summary } from '../narration/summary.ts';
import { parse } from '../scenario/parse.ts';
import { run } from '../simulation/run.ts';
import type { Trace } from '../simulation/trace.ts';
import { SIGNALS } from '../tcp/effect.ts';
import { TIMERS } from '../tcp/tcb.ts';
import { KINDS, type Kind, type MadeExercise } from './exercise.ts';
import { makeExercise } from './make-exercise.ts';
import { sentencesOf } from './sentences-of.ts';

const LANGUAGES = { en: courseWords('en'), ko: courseWords('ko') };
/** What an instructor asks is not about any run. */
const OURS = /^(narration|exercise(?!\.asked\.)|misconception)\./;
const WITHIN_OTHERS = /^narration\.(?:(?:host|name|duration|signal|timer)\.|on-connection$)|^misconception\..*\.name$/;
const RUNS = 1500;
const SEEDS = Array.from({ length: 10 }, (_, seed) => seed);

function exercisesOf(trace: Trace, kinds: readonly Kind[], seeds: readonly number[]): readonly MadeExercise[] {
  return kinds.flatMap((kind) => seeds.flatMap((seed) => makeExercise(trace, kind, seed) ?? []));
}

function toldOf(trace: Trace, exercises: readonly MadeExercise[]): readonly Sentence[] {
  const stories = narrate(trace).flatMap(({ happened, outcomes }) => [happened, ...outcomes.map((it) => it.sentence)]);
  return [...stories, ...summary(trace), ...exercises.flatMap(sentencesOf)];
}

test('whatever happens, exercises about it can be said and are fair; no message is without use', () => {
  const rare = Object.values(RARE_SCENARIOS).map((text) => run(parse(text).scenario));
  const used = new Set([...COURSE_SCENARIOS.map(courseTrace), ...rare].flatMap((trace) => toldOf(trace, exercisesOf(trace, KINDS, SEEDS))).map(({ key }) => key));
  fc.assert(
    fc.property(randomScenario, fc.nat(), (scenario, seed) => {
      const trace = run(scenario);
      // One kind a run: which, the seed says.
      const kinds = KINDS.filter((_, at) => at === seed % KINDS.length);
      const exercises = exercisesOf(trace, kinds, [seed]);
      const told = toldOf(trace, exercises);
      for (const { key } of told) used.add(key);
      const again = exercises.length > 0 ? run(scenario) : trace;
      expect([told.filter(cannotBeSaid), exercises.flatMap((exercise) => unfairness(exercise, again))]).toEqual([[], []]);
    }),
    { numRuns: RUNS, seed: 9293 },
  );
  const idle = Object.keys(LANGUAGES.en).filter((key) => OURS.test(key) && !WITHIN_OTHERS.test(key) && !used.has(key));
  expect(idle).toEqual([]);
});

test('signals and timers have their words', () => {
  const words = Object.keys(LANGUAGES.en);
  const slugs = SIGNALS.map((signal) => `narration.signal.${signal.replace(/[^A-Za-z0-9]+/g, '-')}`);
  expect(words.filter((key) => key.startsWith('narration.signal.')).sort()).toEqual([...slugs].sort());
  expect(words.filter((key) => key.startsWith('narration.timer.')).sort()).toEqual(TIMERS.map((timer) => `narration.timer.${timer}`).sort());
});

test('both languages ask and explain the same with the same values', () => {
  const told = (words: Readonly<Record<string, string>>) =>
    Object.entries(words)
      .filter(([key]) => /^(exercise|misconception)\./.test(key))
      .map(([key, template]) => [key, placeholders(template)]);
  expect(told(LANGUAGES.ko)).toEqual(told(LANGUAGES.en));
});
