import type { Scenario } from '../simulation/scenario.ts';
import type { Trace } from '../simulation/trace.ts';
import type { Difficulty } from './difficulty.ts';
import { KINDS, kindOf, type Exercise, type Kind } from './exercise.ts';
import { identityOf } from './identity.ts';
import { makeExercise } from './make-exercise.ts';
import { randomOf, shuffled, type Random } from './random.ts';
import { TOPICS, type Topic } from './topic.ts';

/** A run that exercises are made from, under the name of its scenario. */
export interface Source {
  readonly name: string;
  readonly scenario: Scenario;
  /** What the scenario runs. */
  readonly trace: Trace;
}

/** An exercise with the scenario that it was made from. */
export interface Drawn {
  readonly source: Source;
  readonly exercise: Exercise;
}

/** What is wanted; an empty list wants all. */
export interface Wish {
  readonly topics: readonly Topic[];
  readonly difficulties: readonly Difficulty[];
  /** Misconceptions that it should be able to catch, or all: looked for first, not insisted on. */
  readonly misconceptions: readonly string[];
}

/** Seeds are drawn below this. */
const SEEDS = 1000;

/** So many draws are tried for what is only preferred. */
const PATIENCE = 24;

/** So many draws are tried for what is insisted on, before the pool is looked through in order. */
const TRIES = 60;

/** Of each scenario and kind so many seeds are looked through then. */
const SEEDS_A_PLACE = 8;

const ANY: Wish = { topics: [], difficulties: [], misconceptions: [] };

function isWithin<Item>(wanted: readonly Item[], item: Item): boolean {
  return wanted.length === 0 || wanted.includes(item);
}

function fits({ topics, difficulties }: Wish, { topic, difficulty }: Exercise): boolean {
  return isWithin(topics, topic) && isWithin(difficulties, difficulty);
}

function isPreferred({ misconceptions }: Wish, exercise: Exercise): boolean {
  return misconceptions.length === 0 || misconceptions.some((id) => exercise.misconceptions.includes(id));
}

function isLike({ source, exercise }: Drawn, other: Drawn): boolean {
  return source.name === other.source.name && exercise.kind === other.exercise.kind;
}

/** One at random: a kind first, so that a kind that applies seldom is not asked seldom. */
function draw(sources: readonly Source[], random: Random): Drawn | null {
  const [kind] = shuffled(KINDS, random);
  return kind === undefined ? null : drawOf(kind, sources, random);
}

/** One of this kind at random. */
function drawOf(kind: Kind, sources: readonly Source[], random: Random): Drawn | null {
  const source = sources[Math.floor(random() * sources.length)];
  const seed = Math.floor(random() * SEEDS);
  return source === undefined ? null : made(source, kind, seed);
}

function made(source: Source, kind: Kind, seed: number): Drawn | null {
  const exercise = makeExercise(source.trace, kind, seed);
  return exercise === null ? null : { source, exercise };
}

/** The first that will do, looked for in all places in a shuffled order: rare wishes are found as well. */
function found(sources: readonly Source[], random: Random, willDo: (drawn: Drawn) => boolean): Drawn | null {
  const places = shuffled(sources.flatMap((source) => KINDS.map((kind) => ({ source, kind }))), random);
  for (const { source, kind } of places) {
    const first = made(source, kind, 0);
    if (first === null) continue;
    for (let seed = 0; seed < SEEDS_A_PLACE; seed += 1) {
      const drawn = seed === 0 ? first : made(source, kind, seed);
      if (drawn !== null && willDo(drawn)) return drawn;
    }
  }
  return null;
}

/** An exercise that fits the wish, none of `asked`, of another scenario or kind than the last of them and, where that is easily found, than all of them; the same for the same seed and what was asked; null where the pool has none. */
export function next(sources: readonly Source[], wish: Wish, asked: readonly Drawn[], seed: number): Drawn | null {
  const random = randomOf(seed);
  const last = asked.at(-1);
  const ids = new Set(asked.map(({ exercise }) => exercise.id));
  const willDo = (drawn: Drawn) => fits(wish, drawn.exercise) && !ids.has(drawn.exercise.id) && (last === undefined || !isLike(drawn, last));
  let kept: Drawn | null = null;
  for (let tries = 0; tries < TRIES && !(kept !== null && tries >= PATIENCE); tries += 1) {
    const drawn = draw(sources, random);
    if (drawn === null || !willDo(drawn)) continue;
    if (isPreferred(wish, drawn.exercise) && !asked.some((one) => isLike(one, drawn))) return drawn;
    kept ??= drawn;
  }
  const caught = wish.misconceptions.length === 0 ? null : found(sources, random, (drawn) => willDo(drawn) && isPreferred(wish, drawn.exercise));
  return caught ?? kept ?? found(sources, random, willDo) ?? found(sources, random, ({ exercise }) => fits(wish, exercise) && !ids.has(exercise.id));
}

/** `count` different exercises (fewer where the pool has no more), the same for the same wish and seed: the topics that are wanted take turns, and of each the kinds that have been asked least come first. */
export function exam(sources: readonly Source[], { topics, difficulties }: Pick<Wish, 'topics' | 'difficulties'>, count: number, seed: number): readonly Drawn[] {
  const random = randomOf(seed);
  const turns = shuffled(topics.length === 0 ? TOPICS : topics, random);
  const hopeless = new Set<string>();
  const questions: Drawn[] = [];
  for (let turn = 0; questions.length < count && turn < count + turns.length * 2; turn += 1) {
    const topic = turns[turn % turns.length];
    if (topic === undefined) break;
    const wish = { ...ANY, topics: [topic], difficulties };
    const drawn = ofRareKind(sources, wish, questions, hopeless, random) ?? next(sources, wish, questions, Math.floor(random() * 2 ** 32));
    if (drawn !== null) questions.push(drawn);
  }
  return questions;
}

/** One that fits the wish, unlike all that were asked, of a kind that was asked as seldom as can be; null where that is not easily found. `hopeless` keeps of which kind and topic nothing was found. */
function ofRareKind(sources: readonly Source[], wish: Wish, asked: readonly Drawn[], hopeless: Set<string>, random: Random): Drawn | null {
  const times = (kind: Kind) => asked.filter(({ exercise }) => exercise.kind === kind).length;
  for (const kind of shuffled(KINDS, random).toSorted((one, other) => times(one) - times(other))) {
    const place = `${kind} ${wish.topics.join()}`;
    if (hopeless.has(place)) continue;
    for (let tries = 0; tries < PATIENCE; tries += 1) {
      const drawn = drawOf(kind, sources, random);
      if (drawn !== null && fits(wish, drawn.exercise) && !asked.some((one) => isLike(one, drawn))) return drawn;
    }
    hopeless.add(place);
  }
  return null;
}

/** The exercise of that id (`Exercise.id`), where one of the sources makes it; null where none does any more. */
export function exerciseOf(sources: readonly Source[], id: string): Drawn | null {
  const kind = kindOf(id);
  const seed = Number(/-(-?\d+)$/u.exec(id)?.[1] ?? NaN);
  if (kind === null || !Number.isInteger(seed)) return null;
  const source = sources.find(({ scenario }) => identityOf(scenario, kind, seed) === id);
  return source === undefined ? null : made(source, kind, seed);
}
