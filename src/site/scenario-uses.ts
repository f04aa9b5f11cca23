import { readFileSync } from 'node:fs';
import places from '../../content/misconceptions.json' with { type: 'json' };
import type { Language } from '../components/language.ts';
import type { ScenarioUse } from '../components/gallery/scenario-use.ts';
import { exerciseAsked } from '../exercise/asked.ts';
import { makeExercise } from '../exercise/make-exercise.ts';
import { asksIn } from '../check/ask/asks.ts';
import { exerciseUse } from '../check/exercise-use.ts';
import type { Library } from '../check/lesson.ts';
import { usesIn, type Use } from '../check/uses.ts';
import { LESSONS, lessonFile } from '../check/course.ts';

/** Something that a lesson does with a scenario. */
interface Told {
  readonly scenario: string;
  readonly lesson: string;
  readonly misconceptions: readonly string[];
}

/** What each scenario is used for in the lessons of one language: which lessons have it, and which misconceptions it treats, there in an exercise or as the run that shows the truth. */
export function scenarioUses(language: Language, library: Library): Readonly<Record<string, ScenarioUse>> {
  const told = LESSONS.flatMap((lesson) => toldIn(readFileSync(lessonFile(language, lesson), 'utf8'), lesson, library));
  const truths = Object.entries(places).map(([misconception, { scenario }]) => ({ scenario, misconception }));
  return Object.fromEntries(
    library.names.map((name) => {
      const here = told.filter(({ scenario }) => scenario === name);
      const shown = truths.flatMap(({ scenario, misconception }) => (scenario === name ? [misconception] : []));
      return [name, { lessons: [...new Set(here.map(({ lesson }) => lesson))], misconceptions: [...new Set([...shown, ...here.flatMap(({ misconceptions }) => misconceptions)])].sort() }];
    }),
  );
}

function toldIn(text: string, lesson: string, library: Library): readonly Told[] {
  const used = usesIn(text).flatMap((use): readonly Told[] => {
    const scenario = use.props.find(({ name }) => name === 'scenario')?.value;
    return typeof scenario === 'string' ? [{ scenario, lesson, misconceptions: caughtBy(use, library) }] : [];
  });
  const asked = asksIn(text, library).flatMap(({ asked: one, scenario }) => (one === null || scenario === null ? [] : [{ scenario, lesson, misconceptions: exerciseAsked(one).misconceptions }]));
  return [...used, ...asked];
}

/** The misconceptions that the exercise, where it is one, can show. */
function caughtBy(use: Use, library: Library): readonly string[] {
  const from = use.name === 'Exercise' ? exerciseUse(use, library) : null;
  return from === null ? [] : (makeExercise(from.trace, from.kind, from.seed)?.misconceptions ?? []);
}
