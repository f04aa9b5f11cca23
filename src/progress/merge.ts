import { joinAnswers } from './answers.ts';
import { sectionOf, withSection, type Mark, type Progress, type Section } from './progress.ts';

/** What two records of the same reader come to. It does not matter in which order, in which groups or how often records are merged: so two open pages, which each write what they know, end with the same. */
export function merge(a: Progress, b: Progress): Progress {
  if (a.era !== b.era) return a.era > b.era ? a : b;
  return Object.keys(b.sections).reduce((all, slug) => withSection(all, slug, mergeSections(sectionOf(a, slug), sectionOf(b, slug))), a);
}

function mergeSections(a: Section, b: Section): Section {
  if (a.era !== b.era) return a.era > b.era ? a : b;
  return { era: a.era, mark: later(a.mark, b.mark), answers: joinAnswers(a.answers, b.answers) };
}

/** The later mark; of two of one instant, that which says more. */
function later(a: Mark | null, b: Mark | null): Mark | null {
  if (a === null || b === null) return a ?? b;
  if (a.at !== b.at) return a.at > b.at ? a : b;
  return a.read ? a : b;
}
