import { existsSync, readFileSync } from 'node:fs';
import type { Language } from '../../components/language.ts';
import { KINDS, type Exercise, type Kind } from '../../exercise/exercise.ts';
import { makeExercise } from '../../exercise/make-exercise.ts';
import { exam, type Source as PoolSource, type Wish } from '../../exercise/pool.ts';
import type { Trace } from '../../simulation/trace.ts';

/** A question with the run that it is about; null where it is about none. */
export interface Asking {
  readonly exercise: Exercise;
  readonly trace: Trace | null;
  /** The name of its scenario in the course; null where it has none. */
  readonly scenario: string | null;
}

/** What is to be asked; `kinds` without any wants all, as `topics` and `difficulties` do. */
export interface Wanted extends Pick<Wish, 'topics' | 'difficulties'> {
  readonly kinds: readonly Kind[];
  readonly count: number;
  readonly seed: number;
}

/** So many seeds are tried before there are no more different questions. */
const PATIENCE = 200;

/** Whether the course has a lesson of this name; outside of a clone there are none. */
export function isLesson(slug: string, language: Language): boolean {
  return /^[\w-]+$/.test(slug) && existsSync(new URL(`../../../content/docs/${language}/${slug}.mdx`, import.meta.url));
}

/** The names of the course's scenarios as the gallery orders them, which is how an exam of the page draws from them. */
export function galleryNames(): readonly string[] {
  const text = readFileSync(new URL('../../../content/gallery.json', import.meta.url), 'utf8');
  const groups = JSON.parse(text) as readonly { readonly scenarios: readonly { readonly name: string }[] }[];
  return groups.flatMap(({ scenarios }) => scenarios.map(({ name }) => name));
}

/** Questions made from these runs, the same for the same seed: as an exam draws them or, where kinds are named, of these in turn. */
export function questionsFrom(sources: readonly PoolSource[], wanted: Wanted): readonly Asking[] {
  const drawn = wanted.kinds.length === 0 ? exam(sources, wanted, wanted.count, wanted.seed) : ofKinds(sources, wanted);
  return drawn.map(({ source, exercise }) => ({ exercise, trace: source.trace, scenario: source.name }));
}

function ofKinds(sources: readonly PoolSource[], { kinds, count, seed, topics, difficulties }: Wanted): ReturnType<typeof exam> {
  const found = new Map<string, ReturnType<typeof exam>[number]>();
  for (let tries = 0; tries < PATIENCE && found.size < count; tries += 1) {
    for (const source of sources) {
      for (const kind of KINDS.filter((one) => kinds.includes(one))) {
        const exercise = makeExercise(source.trace, kind, seed + tries);
        if (exercise === null || found.size === count) continue;
        const fits = (topics.length === 0 || topics.includes(exercise.topic)) && (difficulties.length === 0 || difficulties.includes(exercise.difficulty));
        // Another seed may ask the same again.
        const { id: _id, seed: _seed, ...asked } = exercise;
        const same = JSON.stringify([source.name, asked.given, asked.question, asked.figure, asked.fields.map((field) => field.id)]);
        if (fits && !found.has(same)) found.set(same, { source, exercise });
      }
    }
  }
  return [...found.values()];
}
