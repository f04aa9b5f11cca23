import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { KINDS } from '../../exercise/exercise.ts';
import { exam, type Source } from '../../exercise/pool.ts';
import { TOPICS } from '../../exercise/topic.ts';
import { parse } from '../../scenario/parse.ts';
import { run } from '../../simulation/run.ts';
import { firstAttempt, tried } from '../exercise/attempt.ts';
import { byTopic } from './by-topic.ts';
import { FINAL_TASK } from './final-task.ts';

/** In the order of the gallery, as the page has them. */
const NAMES = (JSON.parse(readFileSync('content/gallery.json', 'utf8')) as readonly { readonly scenarios: readonly { readonly name: string }[] }[]).flatMap(({ scenarios }) => scenarios.map(({ name }) => name));
const SOURCES: readonly Source[] = NAMES.map((name) => {
  const { scenario } = parse(readFileSync(`content/scenarios/${name}.scenario`, 'utf8'));
  return { name, scenario, trace: run(scenario) };
});

const LESSONS = readdirSync('content/docs/en').map((file) => file.replace('.mdx', ''));

describe('the final exam', () => {
  const questions = exam(SOURCES, FINAL_TASK, FINAL_TASK.count, FINAL_TASK.seed);

  test('asks about every topic four times or more, and by every kind of question', () => {
    expect(questions).toHaveLength(FINAL_TASK.count);
    for (const topic of TOPICS) expect(questions.filter(({ exercise }) => exercise.topic === topic).length, topic).toBeGreaterThanOrEqual(4);
    expect(new Set(questions.map(({ exercise }) => exercise.kind))).toEqual(new Set(KINDS));
  });

  test('told by topic: nothing to read again where all was right, lessons of the course where not', () => {
    const blank = questions.map(({ exercise }) => tried(firstAttempt(exercise), { type: 'check' }));
    const scores = byTopic(blank);
    expect(scores.map(({ topic }) => topic)).toEqual(TOPICS);
    expect(scores.reduce((sum, { all }) => sum + all, 0)).toBe(FINAL_TASK.count);
    for (const { right, all, lessons } of scores) {
      expect(lessons.length > 0).toBe(right < all);
      expect(lessons.filter((slug) => !LESSONS.includes(slug))).toEqual([]);
    }
    expect(byTopic([])).toEqual([]);
  });
});
