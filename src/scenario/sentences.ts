import type { HostId } from '../simulation/scenario.ts';
import { HOST_IDS } from '../simulation/scenario.ts';
import { RULES } from './grammar.ts';
import { example } from './leaf/example.ts';
import type { Leaf } from './leaf/leaf.ts';
import type { Names } from './line.ts';
import { piecesOf, type Piece } from './shape.ts';
import type { RuleName } from './statement.ts';
import { tokenise } from './token.ts';
import { isKnown } from './vocabulary.ts';

/** More words than any value takes. */
const LONGEST = 8;

/** Something that a leaf can read: one example after another of what it asks for. */
function saidBy(leaf: Leaf<unknown>, names: Names): string {
  let text = '';
  for (let words = 0; words < LONGEST; words += 1) {
    const read = leaf.read({ number: 1, tokens: tokenise(text), names }, 0, isKnown);
    const [want] = read.ok ? [] : read.wants;
    if (want === undefined) break;
    text = `${text} ${example(want)}`.trim();
  }
  return text;
}

class Writer {
  readonly #names: Names;
  readonly #host: HostId;

  constructor(names: Names, host: HostId) {
    this.#names = names;
    this.#host = host;
  }

  rule(name: RuleName): readonly string[] {
    const rule = RULES[name];
    switch (rule.kind) {
      case 'leaf':
        return [saidBy(rule.leaf, this.#names)];
      case 'phrase':
        return this.shape(rule.shape);
      case 'optional':
        return [''];
      case 'choice':
        return 'absent' in rule ? [''] : Object.values(rule.shapes).flatMap((shape) => this.shape(shape));
    }
  }

  /** The first of every piece, and then each other one with the first of the others. */
  shape(shape: string): readonly string[] {
    const pieces = piecesOf(shape).map((piece) => this.piece(piece));
    const first = pieces.map(([text = '']) => text);
    const others = pieces.flatMap((texts, at) => texts.slice(1).map((text) => first.with(at, text)));
    return [first, ...others].map((parts) => parts.filter((part) => part !== '').join(' ').replaceAll(' ,', ','));
  }

  piece(piece: Piece): readonly string[] {
    if (piece.type === 'word') return [piece.written ? piece.word : ''];
    if (piece.rule === 'host') return [this.#names[this.#host]];
    if (piece.rule === 'name') return [this.#names[piece.field === 'left' ? 'A' : 'B']];
    return this.rule(piece.rule as RuleName);
  }
}

/** A whole sentence of every kind that the grammar knows, for either host, with values that make sense. */
export function sentencesFor(names: Names): readonly string[] {
  return [...new Set(HOST_IDS.flatMap((host) => new Writer(names, host).rule('statement')))];
}
