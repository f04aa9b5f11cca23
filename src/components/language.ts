/** The languages of the course, in the order in which a reader is offered them. */
export const LANGUAGES = ['en', 'ko'] as const;

/** One of the languages. */
export type Language = (typeof LANGUAGES)[number];
