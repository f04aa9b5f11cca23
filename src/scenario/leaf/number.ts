import { LIMITS } from '../../simulation/limits.ts';
import { isWord, problemAt, textOf, type Line } from '../line.ts';
import type { Problem } from '../problem.ts';
import { taken, type Leaf, type Refused } from './leaf.ts';

/** Which whole numbers are allowed. */
export interface Range {
  readonly least: number;
  readonly most: number;
  /** One of them that makes sense in a scenario; 100 or the most that is allowed where it is not given. */
  readonly example?: number;
}

/** A number is missing at the token `at`. */
export function wantsNumber(at: number, { least, most, example = Math.min(most, 100) }: Range): Refused {
  return { ok: false, at, wants: [{ type: 'number', least, most, example }] };
}

/** The problems of `value` as a whole number in a range, for the tokens `from`…`to`−1. */
export function judge(line: Line, from: number, to: number, value: number, { least, most }: Range): readonly Problem[] {
  const number = textOf(line, from, to).replace(/ /g, '');
  if (!Number.isInteger(value)) {
    const nearest = String(Math.min(most, Math.max(least, Math.round(value))));
    return [problemAt(line, from, to, 'number-fraction', { number, nearest })];
  }
  if (value >= least && value <= most) return [];
  return [problemAt(line, from, to, 'number-range', { number, least: String(least), most: String(most) })];
}

/** Whether the tokens at `at` + 1 and `at` + 2 continue a number as `,000` does, without blanks. */
export function continues(line: Line, at: number): boolean {
  const [before, comma, group] = line.tokens.slice(at, at + 3);
  if (before?.kind !== 'number' || comma?.text !== ',' || group?.kind !== 'number') return false;
  const touching = comma.column === before.column + before.text.length && group.column === comma.column + 1;
  return touching && /^\d{3}$/.test(group.text) && /^-?\d{1,3}$/.test(before.text);
}

/** The number that begins at the token `at`, with `_` and `,` between its digits, and the token after it; null where there is none. */
export function digits(line: Line, at: number): { readonly value: number; readonly next: number } | null {
  const token = line.tokens[at];
  if (token?.kind !== 'number') return null;
  let text = token.text.replaceAll('_', '');
  let next = at + 1;
  if (continues(line, at)) {
    for (let i = at; continues(line, i); i += 2) {
      text += line.tokens[i + 2]?.text ?? '';
      next = i + 3;
    }
  }
  return { value: Number(text), next };
}

/** A whole number in a range, such as `4_096` or `4,096`. */
export function wholeNumber(range: Range): Leaf<number> {
  return {
    words: [],
    read: (line, at) => {
      const found = digits(line, at);
      if (found === null) return wantsNumber(at, range);
      return taken(found.next, found.value, ...judge(line, at, found.next, found.value, range));
    },
    write: String,
  };
}

/** A share, such as `2 %`: 1…100. */
export const percent: Leaf<number> = {
  words: [],
  read: (line, at) => {
    const found = digits(line, at);
    if (found === null || !isWord(line, found.next, '%')) return { ok: false, at, wants: [{ type: 'share' }] };
    return taken(found.next + 1, found.value, ...judge(line, at, found.next, found.value, LIMITS.percent));
  },
  write: (share) => `${String(share)} %`,
};

/** Whole numbers in a range, separated by commas: `300, 400`. */
export function wholeNumbers(range: Range): Leaf<readonly number[]> {
  const one = (line: Line, at: number): readonly Problem[] | null => {
    const token = line.tokens[at];
    if (token?.kind !== 'number') return null;
    if (!continues(line, at)) return judge(line, at, at + 1, Number(token.text.replaceAll('_', '')), range);
    const text = textOf(line, at, at + 3).replaceAll(' ', '');
    return [problemAt(line, at, at + 3, 'ambiguous-comma', { text, list: text.replace(',', ', '), number: text.replace(',', '_') })];
  };
  return {
    words: [],
    read: (line, start) => {
      const values: number[] = [];
      const problems: Problem[] = [];
      for (let at = start; ; at += 2) {
        const found = one(line, at);
        if (found === null) return wantsNumber(at, range);
        values.push(Number(line.tokens[at]?.text.replaceAll('_', '')));
        problems.push(...found);
        if (!isWord(line, at + 1, ',')) return taken(at + 1, values, ...problems);
      }
    },
    write: (values) => values.join(', '),
  };
}

const SPELLED = ['first', 'second', 'third'] as const;

/** A turn: `2nd`, or `first` where no number follows. */
export function ordinal(range: Range): Leaf<number> {
  return {
    words: SPELLED,
    read: (line, at) => {
      const token = line.tokens[at];
      if (token?.kind === 'ordinal') {
        const value = Number.parseInt(token.text, 10);
        return taken(at + 1, value, ...judge(line, at, at + 1, value, range));
      }
      const spelled = SPELLED.findIndex((word) => isWord(line, at, word));
      if (spelled >= 0 && line.tokens[at + 1]?.kind !== 'number') return taken(at + 1, spelled + 1);
      return { ok: false, at, wants: [{ type: 'turn' }, { type: 'word', word: 'first' }] };
    },
    write: turn,
  };
}

/** A turn as it is written: `2nd`. */
export function turn(n: number): string {
  const teens = n % 100 >= 11 && n % 100 <= 13;
  return `${String(n)}${teens ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')}`;
}
