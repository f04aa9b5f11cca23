import * as v from 'valibot';
import { answered, marked } from '../deeds.ts';
import { NO_PROGRESS, type Progress } from '../progress.ts';
import { ANSWER, INSTANT, NAME } from './parts.ts';

/** Version 1: when each lesson was read, and all answers in one list. No lesson could be forgotten by itself. */
export const FORM_1 = v.object({
  read: v.record(NAME, INSTANT),
  answers: v.array(v.object({ slug: NAME, ...ANSWER })),
});

/** The same in the form of today. */
export function fromForm1({ read, answers }: v.InferOutput<typeof FORM_1>): Progress {
  const withMarks = Object.entries(read).reduce((progress, [slug, at]) => marked(progress, slug, true, at), NO_PROGRESS);
  return answers.reduce((progress, { slug, at, ...answer }) => answered(progress, slug, answer, at), withMarks);
}
