import { expectedAfter } from './expected.ts';
import { example } from './leaf/example.ts';
import type { Want } from './leaf/leaf.ts';
import { turn } from './leaf/number.ts';
import type { Names } from './line.ts';
import { DEFAULT_NAMES, namesOf } from './names.ts';
import { roleOf } from './role.ts';
import { sentencesFor } from './sentences.ts';
import { tokenise } from './token.ts';

/** Something that could stand at a place of a text. */
export interface Completion {
  /** What it is called in a list. */
  readonly label: string;
  /** What replaces the text from `from` up to `to` (UTF-16 units from its beginning): the label, with the blanks that it needs. */
  readonly insert: string;
  readonly from: number;
  readonly to: number;
  readonly kind: 'word' | 'host' | 'state' | 'flag' | 'number' | 'sentence';
  /** For a number: which are allowed. */
  readonly detail?: string;
}

type Choice = Pick<Completion, 'label' | 'kind' | 'detail'>;

/** The longest thing that is completed as one, in words: `error: connection already exists`. */
const LONGEST = 5;

/** As it counts when what is typed is compared: without regard to case and to blanks around commas and before units. */
function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/ ?, ?/g, ',')
    .replace(/(\d) (?=[a-z%]|$)/g, '$1');
}

function kindOf(word: string, names: Names): Completion['kind'] {
  if (Object.values(names).includes(word)) return 'host';
  const role = roleOf(word.split(',')[0] ?? word);
  return role === 'state' || role === 'flag' ? role : 'word';
}

/** What satisfies a want, where `typed` has been typed of it. */
function choicesOf(want: Want, typed: string, names: Names): readonly Choice[] {
  const number = /^\d[\d_,.]*/.exec(typed)?.[0].replace(/[,.]$/, '');
  const numbers = (...labels: readonly string[]): readonly Choice[] => labels.map((label) => ({ label, kind: 'number' }));
  switch (want.type) {
    case 'word':
      return /\w/.test(want.word) ? [{ label: want.word, kind: kindOf(want.word, names) }] : [];
    case 'number':
      return typed === '' ? [{ label: example(want), kind: 'number', detail: `${want.least}…${want.most}` }] : [];
    case 'time':
      return number === undefined ? numbers(...new Set([want.example, '50 ms', '1 s'])) : numbers(`${number} ms`, `${number} s`, `${number} min`);
    case 'share':
      return numbers(number === undefined ? example(want) : `${number} %`);
    case 'turn':
      return numbers(number === undefined ? example(want) : turn(Number.parseInt(number, 10)));
    case 'name':
      return Object.values(DEFAULT_NAMES).map((label) => ({ label, kind: 'host' }));
  }
}

/** A line up to the place that is asked about, and what is around it. */
interface Place {
  readonly before: string;
  /** Where the line begins in the text. */
  readonly start: number;
  /** Where the word at the place ends in the text. */
  readonly to: number;
  /** What follows in the line. */
  readonly after: string;
  readonly names: Names;
}

function placeIn(text: string, offset: number): Place {
  const at = Math.max(0, Math.min(text.length, Math.trunc(offset) || 0));
  const start = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
  const before = at === 0 ? '' : text.slice(start, at);
  const after = /^[^\r\n]*/.exec(text.slice(at))?.[0] ?? '';
  const rest = /[\w-]$/.test(before) ? (/^[\w-]*/.exec(after)?.[0] ?? '') : '';
  return { before, start: at === 0 ? 0 : start, to: at + rest.length, after: after.slice(rest.length), names: namesOf(text) };
}

/** The completion that puts a choice after the first `at` characters of the line; null where no sentence goes on so, or nothing would change. */
function completion({ label, kind, ...more }: Choice, at: number, { before, start, to, after, names }: Place): Completion | null {
  const typed = before.slice(at);
  if (kind === 'host' && typed === '' && before.toLowerCase().includes(`hosts ${label.toLowerCase()}`)) return null;
  if (!folded(label).startsWith(folded(typed)) || folded(label) === folded(typed)) return null;
  const blank = kind !== 'flag' && /[,:%]$/.test(before.slice(0, at)) ? ' ' : '';
  const { whole, wants } = expectedAfter(tokenise(`${before.slice(0, at)}${blank}${label}`), names);
  if (!whole && wants.length === 0) return null;
  return { label, insert: `${blank}${label}${/^\w/.test(after) || (after === '' && !whole) ? ' ' : ''}`, from: start + at, to, kind, ...more };
}

/** Whole sentences: those that begin with what has been typed, then those in which another word does. */
function sentences(place: Place): readonly Completion[] {
  const typed = folded(place.before.trimStart());
  const at = place.before.length - place.before.trimStart().length;
  const all = sentencesFor(place.names);
  const within = typed === '' ? [] : all.filter((label) => folded(label).includes(` ${typed}`));
  const base = { from: place.start + at, to: place.to, kind: 'sentence' as const };
  const found = [...all.filter((label) => folded(label).startsWith(typed) && folded(label) !== typed), ...within];
  return [...new Set(found)].map((label) => ({ label, insert: label, ...base }));
}

/**
 * What could stand at an offset of a text, by the grammar itself: words and values that go on with the line, and at its
 * beginning whole sentences. Every one of them, put in, gives a line that is valid up to there or can become so. Never throws.
 */
export function completionsAt(text: string, offset: number): readonly Completion[] {
  const place = placeIn(text, offset);
  const { before, names } = place;
  if (before.includes('#')) return [];
  const tokens = tokenise(before);
  const final = tokens.at(-1);
  const touches = final !== undefined && final.kind !== 'mark' && !/\s$/.test(before);
  const newest = touches ? tokens.length - 1 : tokens.length;
  const found = new Map<string, Completion>();
  for (let first = newest; first >= Math.max(0, newest - LONGEST); first -= 1) {
    const at = (tokens[first]?.column ?? before.length + 1) - 1;
    const typed = before.slice(at);
    const choices = expectedAfter(tokens.slice(0, first), names).wants.flatMap((want) => choicesOf(want, typed, names));
    for (const choice of choices) {
      const one = completion(choice, at, place);
      const line = one === null ? '' : `${before.slice(0, at)}${one.insert}`.trimEnd();
      if (one !== null && !found.has(line)) found.set(line, one);
    }
  }
  const all = [...found.values()];
  const words = [...all.filter(({ kind }) => kind === 'host'), ...all.filter(({ kind }) => kind !== 'host')];
  return newest > 0 ? words : [...words, ...sentences(place)];
}
