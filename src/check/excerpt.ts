import stringWidth from 'string-width';

/** So many columns of a line are shown. */
const WIDTH = 100;

/** A line of a text and a caret below it: `12 | text`, and `^` in the right column also behind wide letters. */
export interface Excerpt {
  /** How far in the bar stands, with its number: ` 12 | `. */
  readonly margin: string;
  readonly code: string;
  /** Blanks up to the place, then the caret. */
  readonly caret: string;
}

/** What stands at a line and column of a text, both counted from 1; null where the text has no such line, or an empty one. */
export function excerptOf(text: string, line: number, column: number): Excerpt | null {
  const whole = text.split('\n')[line - 1]?.replace(/\r$/, '').replaceAll('\t', ' ') ?? '';
  if (whole.trim() === '') return null;
  // Of a long line, such as a paragraph, what stands around the place.
  const from = Math.max(0, column - 1 - Math.floor(WIDTH / 2));
  const isCut = whole.length > WIDTH && from > 0;
  const shown = isCut ? `…${whole.slice(from + 1)}` : whole;
  const place = isCut ? column - 1 - from : column - 1;
  const code = cutAt(shown, WIDTH);
  return { margin: ` ${line} | `, code, caret: `${' '.repeat(stringWidth(shown.slice(0, place)))}^` };
}

function cutAt(text: string, most: number): string {
  if (stringWidth(text) <= most) return text;
  let cut = '';
  for (const letter of text) {
    if (stringWidth(cut) + stringWidth(letter) >= most) break;
    cut += letter;
  }
  return `${cut}…`;
}
