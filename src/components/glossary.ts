import glossary from '../../content/glossary.json';
import { citeOf } from './cite.ts';
import { LANGUAGES, type Language } from './language.ts';

/** Where a statement comes from: a section of RFC 9293, another RFC or a section of it, or a page. */
type Source = { readonly section: string } | { readonly rfc: number; readonly section?: string } | { readonly url: string; readonly title: string };

interface Told {
  readonly term: string;
  readonly also?: readonly string[];
  readonly definition: string;
}

type Written = Readonly<Record<Language, Told>> & { readonly sources: readonly Source[]; readonly lesson: string };

/** A term of the glossary in one language. */
export interface Term {
  /** Its name in content/glossary.json, which is also its anchor on the page. */
  readonly name: string;
  readonly term: string;
  /** Other words for it. */
  readonly also: readonly string[];
  readonly definition: string;
  /** The same term in the other languages, as far as it is called otherwise there. */
  readonly elsewhere: readonly { readonly language: Language; readonly term: string }[];
  readonly sources: readonly { readonly prefix: string; readonly shown: string; readonly url: string }[];
  /** The slug of the lesson that treats it. */
  readonly lesson: string;
}

const ENTRIES: Readonly<Record<string, Written>> = glossary;

/** The term of this name; throws where there is none, which the check of the lesson has told before. */
export function termIn(language: Language, name: string): Term {
  const written = ENTRIES[name];
  if (written === undefined) throw new Error(`content/glossary.json has no “${name}”`);
  const { term, also = [], definition } = written[language];
  const elsewhere = LANGUAGES.flatMap((other) => (other === language || written[other].term === term ? [] : [{ language: other, term: written[other].term }]));
  const sources = written.sources.map((source) => ('url' in source ? { prefix: '', shown: source.title, url: source.url } : citeOf(source)));
  return { name, term, also, definition, elsewhere, sources, lesson: written.lesson };
}

/** Terms under one letter. */
export interface Letter {
  /** A Latin letter, a Korean consonant, or `#` for whatever else. */
  readonly letter: string;
  readonly terms: readonly Term[];
}

const CONSONANTS = ['ㄱ', 'ㄱ', 'ㄴ', 'ㄷ', 'ㄷ', 'ㄹ', 'ㅁ', 'ㅂ', 'ㅂ', 'ㅅ', 'ㅅ', 'ㅇ', 'ㅈ', 'ㅈ', 'ㅊ', 'ㅋ', 'ㅌ', 'ㅍ', 'ㅎ'] as const;

/** The letter under which a dictionary has the word: of a Korean syllable its first consonant, a doubled one with the plain one. */
export function letterOf(word: string): string {
  const first = word.charAt(0).toUpperCase();
  const consonant = CONSONANTS[Math.floor((first.charCodeAt(0) - 0xac00) / 588)];
  return consonant ?? (/[A-Z]/u.test(first) ? first : '#');
}

/** The whole glossary in the order of the language: Korean words before Latin ones in Korean. */
export function glossaryIn(language: Language): readonly Letter[] {
  const { compare } = new Intl.Collator(language);
  const isLatin = (letter: string) => /[A-Z#]/u.test(letter);
  const order = (one: string, other: string) => Number(isLatin(one)) - Number(isLatin(other)) || compare(one, other);
  const all = Object.keys(ENTRIES).map((name) => termIn(language, name)).toSorted((one, other) => compare(one.term, other.term));
  const letters = [...new Set(all.map(({ term }) => letterOf(term)))].toSorted(order);
  return letters.map((letter) => ({ letter, terms: all.filter(({ term }) => letterOf(term) === letter) }));
}
