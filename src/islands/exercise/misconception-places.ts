import type { Lang } from '../messages.ts';

/** Where the course treats a misconception, and a run that shows the truth. */
export interface MisconceptionPlace {
  /** The address of the heading. */
  readonly href: string;
  /** What the lesson is called. */
  readonly lesson: string;
  /** What the heading says. */
  readonly heading: string;
  /** A scenario in the notation. */
  readonly scenario: string;
}

/** By the misconception's id. */
export type MisconceptionPlaces = Readonly<Record<string, MisconceptionPlace>>;

const asked = new Map<Lang, Promise<MisconceptionPlaces>>();

/** Fetches the places in the language of the page, once; rejects where they cannot be fetched, and the next call tries again. */
export function fetchPlaces(lang: Lang): Promise<MisconceptionPlaces> {
  const known = asked.get(lang);
  if (known !== undefined) return known;
  const { BASE_URL } = import.meta.env;
  const fetching = fetch(`${BASE_URL.replace(/\/$/, '')}/${lang}/misconceptions.json`).then((answer) => {
    if (!answer.ok) throw new Error(`The places of misconceptions: ${String(answer.status)}`);
    return answer.json() as Promise<MisconceptionPlaces>;
  });
  asked.set(lang, fetching);
  fetching.catch(() => asked.delete(lang));
  return fetching;
}
