import { readFileSync } from 'node:fs';
import type { Language } from '../components/language.ts';
import { askedId } from '../exercise/asked.ts';
import { KINDS } from '../exercise/exercise.ts';
import { identityOf } from '../exercise/identity.ts';
import { gameId } from '../exercise/partner/outcome.ts';
import { TASKS } from '../exercise/partner/task.ts';
import type { Library } from './check/lesson.ts';
import { usesIn, type Use } from './check/uses.ts';
import { LESSONS, lessonFile } from './course.ts';

/** The ids of the exercises that a lesson's text has, in its order. */
export function exercisesIn(text: string, library: Library): readonly string[] {
  return usesIn(text).flatMap((use) => idOf(use, library) ?? []);
}

/** The ids of the exercises of every lesson in this language, by its slug. */
export function lessonExercises(language: Language, library: Library): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(LESSONS.map((slug) => [slug, exercisesIn(readFileSync(lessonFile(language, slug), 'utf8'), library)]));
}

type Props = Readonly<Record<string, Use['props'][number]['value']>>;

/** For each component that is an exercise, the id that it has with these props; null where they are not as they should be, which is told elsewhere. */
const IDS: Readonly<Record<string, (props: Props, library: Library) => string | null>> = {
  Exercise: ({ scenario, kind, seed = 1 }, library) => {
    const known = KINDS.find((one) => one === kind);
    const trace = typeof scenario === 'string' ? library.scenario(scenario)?.trace : undefined;
    return known === undefined || trace === undefined || trace === null || typeof seed !== 'number' ? null : identityOf(trace.scenario, known, seed);
  },
  BeTheEndpoint: ({ task }) => {
    const known = TASKS.find((one) => one === task);
    return known === undefined ? null : gameId(known);
  },
  Ask: ({ id }) => (typeof id === 'string' ? askedId(id) : null),
};

function idOf({ name, props }: Use, library: Library): string | null {
  return IDS[name]?.(Object.fromEntries(props.map((prop) => [prop.name, prop.value])), library) ?? null;
}
