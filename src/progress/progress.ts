/** One answer to an exercise, as it was given. */
export interface Answer {
  /** The exercise's own id, which depends neither on language nor on page. */
  readonly id: string;
  /** The kind of exercise, as `src/exercise` names it or once named it. */
  readonly kind: string;
  /** What the exercise is about, as `src/exercise` names it or once named it. */
  readonly topic: string;
  /** When, in ms since 1970 UTC by the reader's clock. */
  readonly at: number;
  /** Whether every part of it was right. */
  readonly right: boolean;
  /** Whether this was the first try at the exercise since it came into view. */
  readonly firstTry: boolean;
  /** The ids of the misconceptions that led to what was wrong in it. */
  readonly misconceptions: readonly string[];
}

/** Whether a lesson counts as read, and since when: ms since 1970 UTC. */
export interface Mark {
  readonly read: boolean;
  readonly at: number;
}

/** What is known of one lesson, or of another page that has exercises. */
export interface Section {
  /** How often it has been forgotten: of two records of it the later era holds, and the earlier one is void. */
  readonly era: number;
  /** null: neither read nor marked by hand. */
  readonly mark: Mark | null;
  /** Each once, in the order of `compareAnswers`. */
  readonly answers: readonly Answer[];
}

/** What a reader has done in the course: a value that can be merged with any other of its kind, in any order and any number of times, to the same end. */
export interface Progress {
  /** How often everything has been forgotten or replaced, as in `Section.era`. */
  readonly era: number;
  /** By the slug of the page. */
  readonly sections: Readonly<Record<string, Section>>;
}

/** Nothing read, nothing answered. */
export const NO_PROGRESS: Progress = { era: 0, sections: {} };

const NOTHING: Section = { era: 0, mark: null, answers: [] };

/** What is known of the page of this slug. */
export function sectionOf({ sections }: Progress, slug: string): Section {
  return Object.hasOwn(sections, slug) ? (sections[slug] ?? NOTHING) : NOTHING;
}

/** The progress with another record of one page; the slugs are in order, so that equal progress is equal text. */
export function withSection({ era, sections }: Progress, slug: string, section: Section): Progress {
  const entries = Object.entries({ ...sections, [slug]: section });
  return { era, sections: Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1))) };
}

/** Whether the page counts as read. */
export function isRead(progress: Progress, slug: string): boolean {
  return sectionOf(progress, slug).mark?.read === true;
}
