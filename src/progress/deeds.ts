import { joinAnswers } from './answers.ts';
import { merge } from './merge.ts';
import { NO_PROGRESS, sectionOf, withSection, type Answer, type Progress } from './progress.ts';

/** The reader has answered an exercise of the page `slug`. `now` is in ms since 1970 UTC. */
export function answered(progress: Progress, slug: string, answer: Omit<Answer, 'at'>, now: number): Progress {
  const section = sectionOf(progress, slug);
  const { id, kind, topic, right, firstTry, misconceptions } = answer;
  const made: Answer = { id, kind, topic, at: now, right, firstTry, misconceptions: [...new Set(misconceptions)].sort() };
  return withSection(progress, slug, { ...section, answers: joinAnswers(section.answers, [made]) });
}

/** The reader has read the page, or says so (`read`), or takes it back. It holds against every earlier mark, also where the clock has been set back. */
export function marked(progress: Progress, slug: string, read: boolean, now: number): Progress {
  const section = sectionOf(progress, slug);
  return withSection(progress, slug, { ...section, mark: { read, at: Math.max(now, (section.mark?.at ?? -1) + 1) } });
}

/** Nothing is known of the page any more, and what another open page still knows of it no longer counts. */
export function forgotten(progress: Progress, slug: string): Progress {
  return withSection(progress, slug, { era: sectionOf(progress, slug).era + 1, mark: null, answers: [] });
}

/** Nothing is known any more, and what another open page still knows no longer counts. */
export function allForgotten({ era }: Progress): Progress {
  return { ...NO_PROGRESS, era: era + 1 };
}

/** What is known now and what a saved record knew, also where it has been forgotten since: who merges a saved record wants it back. */
export function mergedWith(progress: Progress, saved: Progress): Progress {
  const sections = Object.entries(saved.sections).map(([slug, section]) => [slug, { ...section, era: sectionOf(progress, slug).era }] as const);
  return merge(progress, { era: progress.era, sections: Object.fromEntries(sections) });
}

/** A saved record instead of what is known now. */
export function replacedBy(progress: Progress, saved: Progress): Progress {
  return { ...saved, era: Math.max(progress.era, saved.era) + 1 };
}

/** Whether anything is known. */
export function isEmpty({ sections }: Progress): boolean {
  return Object.values(sections).every(({ mark, answers }) => mark === null && answers.length === 0);
}
