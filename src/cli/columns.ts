import stringWidth from 'string-width';

/** The text with blanks behind it, so that it is at least `width` columns of a terminal wide: Hangul takes two each. */
export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}

/** Rows of cells as lines whose columns stand one below the other, `gap` blanks apart. */
export function aligned(rows: readonly (readonly string[])[], gap = 2): readonly string[] {
  const count = Math.max(0, ...rows.map(({ length }) => length));
  const widths = Array.from({ length: count }, (_, at) => Math.max(...rows.map((row) => stringWidth(row[at] ?? ''))));
  return rows.map((row) => row.map((cell, at) => padded(cell, (widths[at] ?? 0) + gap)).join('').trimEnd());
}
