import { RULES, type Rule } from './grammar.ts';
import type { Want } from './leaf/leaf.ts';
import { isWord, type Line } from './line.ts';
import type { Problem } from './problem.ts';
import { piecesOf, type Piece } from './shape.ts';
import type { RuleName, Values } from './statement.ts';
import { isKnown } from './vocabulary.ts';

/** How far one way of reading a line has come. */
export interface Trail {
  /** The token that comes next. */
  readonly at: number;
  /** How many tokens were what they should be. */
  readonly clean: number;
  readonly problems: readonly Problem[];
}

/** A trail that has read a value. */
export interface Reading<T> extends Trail {
  readonly value: T;
}

/** A trail that cannot go on: what it wants next. */
export interface DeadEnd extends Trail {
  readonly wants: readonly Want[];
}

const START: Trail = { at: 0, clean: 0, problems: [] };

class Matcher {
  readonly deadEnds: DeadEnd[] = [];
  readonly open: DeadEnd[] = [];
  readonly #line: Line;

  constructor(line: Line) {
    this.#line = line;
  }

  rule(name: RuleName, from: Trail): readonly Reading<unknown>[] {
    const rule: Rule<unknown> = RULES[name];
    switch (rule.kind) {
      case 'leaf': {
        const read = rule.leaf.read(this.#line, from.at, isKnown);
        if (!read.ok) {
          this.deadEnds.push({ at: read.at, clean: from.clean + read.at - from.at, problems: from.problems, wants: read.wants });
          return [];
        }
        if (read.more !== undefined) this.open.push({ at: read.next, clean: from.clean, problems: [...from.problems, ...read.problems], wants: read.more });
        const clean = from.clean + Math.max(0, read.next - from.at - read.problems.length);
        return [{ at: read.next, clean, problems: [...from.problems, ...read.problems], value: read.value }];
      }
      case 'phrase':
        return this.shape(rule.shape, from);
      case 'choice': {
        const found = Object.entries(rule.shapes).flatMap(([type, shape]) =>
          this.shape(shape, from).map((reading) => ({ ...reading, value: { type, ...reading.value } })),
        );
        return 'absent' in rule ? [...found, { ...from, value: rule.absent }] : found;
      }
      case 'optional': {
        const found = this.shape(rule.shape, from).map((reading) => {
          const fields: Readonly<Record<string, unknown>> = { ...reading.value };
          return { ...reading, value: fields[rule.field] };
        });
        return [...found, { ...from, value: undefined }];
      }
    }
  }

  shape(shape: string, from: Trail): readonly Reading<object>[] {
    let trails: readonly Reading<object>[] = [{ ...from, value: {} }];
    for (const piece of piecesOf(shape)) {
      const [only, more] = trails;
      if (only === undefined) return trails;
      trails = more === undefined ? this.piece(piece, only) : trails.flatMap((trail) => this.piece(piece, trail));
    }
    return trails;
  }

  piece(piece: Piece, from: Reading<object>): readonly Reading<object>[] {
    if (piece.type === 'value') {
      return this.rule(piece.rule as RuleName, from).map((reading) => ({
        ...reading,
        value: reading.value === undefined ? from.value : { ...from.value, [piece.field]: reading.value },
      }));
    }
    if (isWord(this.#line, from.at, piece.word)) return [{ ...from, at: from.at + 1, clean: from.clean + 1 }];
    if (!piece.required) {
      this.open.push({ ...from, wants: [{ type: 'word', word: piece.word }] });
      return [from];
    }
    this.deadEnds.push({ ...from, wants: [{ type: 'word', word: piece.word }] });
    return [];
  }
}

/** What has been found in a line. */
export interface Match<T> {
  /** Every way to read the whole line, those with the most understood first. */
  readonly readings: readonly Reading<T>[];
  /** Where the other ways ended. */
  readonly deadEnds: readonly DeadEnd[];
  /** Where more could have been said, but need not be. */
  readonly open: readonly DeadEnd[];
}

/** Reads a whole line as `rule`. */
export function match<R extends RuleName>(rule: R, line: Line): Match<Values[R]> {
  const matcher = new Matcher(line);
  // The one place where text becomes typed values: `shapesOf` has proved that a shape's fields are those of its type.
  const all = matcher.rule(rule, START) as readonly Reading<Values[R]>[];
  const whole = all.filter(({ at }) => at === line.tokens.length);
  const short = all.filter(({ at }) => at < line.tokens.length).map((trail) => ({ ...trail, wants: [] }));
  const readings = whole.toSorted((a, b) => b.clean - a.clean || a.problems.length - b.problems.length);
  return { readings, deadEnds: [...matcher.deadEnds, ...short], open: matcher.open };
}
