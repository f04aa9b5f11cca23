import { z } from 'astro/zod';
import { KINDS } from '../../exercise/exercise.ts';
import { TOPICS } from '../../exercise/topic.ts';

const why = z.array(z.strictObject({ text: z.string(), cite: z.string().nullable().describe('The clause that it rests on.') })).describe('Why, in the language that was asked for.');

const option = z.strictObject({ value: z.string(), label: z.string() });

const mistake = z.strictObject({
  item: z.string().nullable().describe('Of `match`: what it is given to.'),
  after: z.int().min(0).nullable().describe('Of `path`: how many right steps stand before it.'),
  value: z.string(),
  misconception: z.string().nullable(),
  why,
});

const answer = z
  .strictObject({
    accepted: z.array(z.union([z.string(), z.array(z.string())])).describe('Every right answer, the usual one first; of `many` and `order` the one list, of `match` the option of each item, of `path` every right walk.'),
    explanation: why.describe('Why the right answer is right.'),
    mistakes: z.array(mistake).describe('Wrong answers that are known, and why they are wrong.'),
  })
  .describe('Only where answers were asked for.');

const field = z.strictObject({
  id: z.string().describe('Unique within its question.'),
  type: z.enum(['choice', 'many', 'order', 'number', 'match', 'path']),
  label: z.string(),
  options: z.array(option).optional().describe('What can be answered: of `choice` one of them, of `many` all right ones, of `order` all in order, of `match` one for each item.'),
  items: z.array(option).optional().describe('Of `match`: what gets an option each.'),
  start: z.string().optional().describe('Of `path`: the state in which the walk begins.'),
  answer: answer.optional(),
});

/** What `handshake exercise --format json` prints. Within a version nothing is taken away and nothing changes its meaning. */
export const exercisesShape = z.strictObject({
  format: z.literal('handshake-exercises'),
  version: z.literal(1),
  language: z.enum(['en', 'ko']),
  questions: z.array(
    z.strictObject({
      id: z.string().describe('The same as long as the question is.'),
      kind: z.enum([...KINDS, 'asked']).describe('`asked`: its author has written it.'),
      seed: z.int(),
      topic: z.enum(TOPICS),
      difficulty: z.int().min(1).max(3),
      scenario: z.string().nullable().describe('The scenario that it was made from.'),
      figure: z.array(z.string()).describe('What its figure shows, a line each.'),
      given: z.array(z.string()),
      question: z.string(),
      hint: z.string(),
      fields: z.array(field),
    }),
  ),
});

/** Questions as `handshake exercise --format json` prints them. */
export type ExercisesJson = z.infer<typeof exercisesShape>;
