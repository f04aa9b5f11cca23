import type { ExamTask } from './place.ts';

/** The final exam as everybody gets it: every topic four times or more, and every kind of question. */
export const FINAL_TASK: ExamTask = { count: 30, seed: 9293, topics: [], difficulties: [] };
