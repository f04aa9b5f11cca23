import { isWord, problemAt } from '../line.ts';
import { meant } from '../nearest.ts';
import { taken, type Leaf } from './leaf.ts';
import { digits, judge, type Range } from './number.ts';

/** What a time can be measured in, and how many ms each is; the first two are how times are written. */
const UNITS = {
  ms: 1,
  s: 1000,
  min: 60_000,
  msec: 1,
  millisecond: 1,
  milliseconds: 1,
  sec: 1000,
  second: 1000,
  seconds: 1000,
  minute: 60_000,
  minutes: 60_000,
} as const;

const NAMES = Object.keys(UNITS);

function factor(text: string | undefined): number | null {
  return Object.entries(UNITS).find(([name]) => name === text?.toLowerCase())?.[1] ?? null;
}

/** Undoes what binary fractions do to `1.1 s`. */
function settled(ms: number): number {
  return Math.abs(ms - Math.round(ms)) < 1e-6 ? Math.round(ms) : ms;
}

function written(ms: number): string {
  return ms >= 1000 && ms % 1000 === 0 ? `${String(ms / 1000)} s` : `${String(ms)} ms`;
}

/** A time with its unit, such as `50 ms`, `2 s` or `1.5 s`, as ms; `example` is 50 ms where it is not given. */
export function time(range: Range): Leaf<number> {
  const { example = 50 } = range;
  return {
    words: NAMES,
    read: (line, at, known) => {
      const number = digits(line, at);
      if (number === null) return { ok: false, at, wants: [{ type: 'time', example: written(example) }] };
      const { next } = number;
      const unit = line.tokens[next];
      const times = factor(unit?.text);
      if (times !== null) {
        const value = settled(number.value * times);
        return taken(next + 1, value, ...judge(line, at, next + 1, value, range));
      }
      const isUnit = unit?.kind === 'word' && !known(unit.text) && !Object.values(line.names).some((name) => isWord(line, next, name));
      return isUnit
        ? taken(next + 1, number.value, problemAt(line, next, next + 1, 'unknown-unit', meant(unit.text, NAMES.slice(0, 3))))
        : taken(next, number.value, problemAt(line, at, next, 'missing-unit', { number: line.tokens[at]?.text ?? '' }));
    },
    write: written,
  };
}
