/** A sentence of the course by key, with the values of its placeholders; the words are in content/i18n. */
export interface Sentence {
  readonly key: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Every message of one language by its flat key, as content/i18n/<language>.json holds them. */
export type Words = Readonly<Record<string, string>>;

/** The clause of a standard that a sentence rests on. */
export interface Clause {
  /** As people write it: `RFC 9293 §3.10.7.2`. */
  readonly cite: string;
  /** Where the clause can be read. */
  readonly url: string;
}

/** A sentence without placeholders, or with those given. */
export function sentence(key: string, params: Sentence['params'] = {}): Sentence {
  return { key, params };
}
