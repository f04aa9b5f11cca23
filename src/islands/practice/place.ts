import type { Difficulty } from '../../exercise/difficulty.ts';
import { TOPICS, type Topic } from '../../exercise/topic.ts';

/** An exam that an instructor gives: the same questions to everybody who opens its link. */
export interface ExamTask {
  /** How many questions, 1 to 50. */
  readonly count: number;
  /** 0 to 999 999. */
  readonly seed: number;
  /** An empty list: all. */
  readonly topics: readonly Topic[];
  /** An empty list: all. */
  readonly difficulties: readonly Difficulty[];
}

/** Where in the page of practice a reader is. */
export type Place =
  | { readonly at: 'practice'; readonly topics: readonly Topic[]; readonly misconception: string | null }
  | { readonly at: 'review' }
  /** `task` is null as long as it is being put together. */
  | { readonly at: 'exam'; readonly task: ExamTask | null };

/** The most questions of an exam. */
export const MOST_QUESTIONS = 50;

/** Seeds of exams are below this. */
export const SEEDS = 1_000_000;

function listed<Item extends string | number>(value: string | null, all: readonly Item[]): readonly Item[] {
  const names = (value ?? '').split(',');
  return all.filter((item) => names.includes(String(item)));
}

function whole(value: string | null, least: number, most: number): number | null {
  return value !== null && /^\d{1,9}$/u.test(value) && Number(value) >= least && Number(value) <= most ? Number(value) : null;
}

/** The place that the fragment of an address (`#exam=20&seed=7`) means; what cannot be read is left out. */
export function placeIn(fragment: string): Place {
  const said = new URLSearchParams(fragment.replace(/^#/u, ''));
  if (said.has('review')) return { at: 'review' };
  if (!said.has('exam')) return { at: 'practice', topics: listed(said.get('topics'), TOPICS), misconception: said.get('misconception') };
  const count = whole(said.get('exam'), 1, MOST_QUESTIONS);
  const seed = whole(said.get('seed'), 0, SEEDS - 1);
  if (count === null || seed === null) return { at: 'exam', task: null };
  return { at: 'exam', task: { count, seed, topics: listed(said.get('topics'), TOPICS), difficulties: listed(said.get('levels'), [1, 2, 3]) } };
}

/** The fragment that leads to a place; the shortest that does. */
export function fragmentOf(place: Place): string {
  if (place.at === 'review') return '#review';
  if (place.at === 'practice') {
    const parts = [...(place.topics.length > 0 ? [`topics=${place.topics.join(',')}`] : []), ...(place.misconception !== null ? [`misconception=${place.misconception}`] : [])];
    return `#${parts.length > 0 ? parts.join('&') : 'practice'}`;
  }
  if (place.task === null) return '#exam';
  const { count, seed, topics, difficulties } = place.task;
  return [`#exam=${String(count)}`, `seed=${String(seed)}`, ...(topics.length > 0 ? [`topics=${topics.join(',')}`] : []), ...(difficulties.length > 0 ? [`levels=${difficulties.join(',')}`] : [])].join('&');
}
