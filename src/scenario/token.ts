/** One token of a line. `mark` is a comma, a colon or a percent sign; `strange` is what the notation has no use for. */
export interface Token {
  readonly kind: 'word' | 'number' | 'ordinal' | 'mark' | 'strange';
  /** As written. */
  readonly text: string;
  /** The column of its first character, from 1, in UTF-16 units as editors count. */
  readonly column: number;
}

const PATTERNS: readonly (readonly [Token['kind'], RegExp])[] = [
  ['word', /[A-Za-z][A-Za-z0-9_-]*/y],
  ['ordinal', /\d+(?:st|nd|rd|th)(?![A-Za-z0-9_])/iy],
  ['number', /-?\d+(?:_\d+)*(?:\.\d+)?/y],
  ['mark', /[,:%]/y],
  ['strange', /[^\sA-Za-z0-9,:%#]+/y],
];

function tokenAt(line: string, index: number): Token {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = index;
    const text = pattern.exec(line)?.[0];
    if (text !== undefined) return { kind, text, column: index + 1 };
  }
  return { kind: 'strange', text: line.charAt(index), column: index + 1 };
}

/** The tokens of one line, up to its comment; every character outside blanks and comment is in one of them. */
export function tokenise(line: string): readonly Token[] {
  const tokens: Token[] = [];
  let index = 0;
  while (index < line.length && line.charAt(index) !== '#') {
    if (/\s/.test(line.charAt(index))) {
      index += 1;
      continue;
    }
    const token = tokenAt(line, index);
    tokens.push(token);
    index += token.text.length;
  }
  return tokens;
}

/** The lines of a text, whatever ends them: LF, CR LF or CR. */
export function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/);
}
