/** Characters that take a full em in nearly every font: Hangul, kana, ideographs, full-width forms, arrows. */
export const WIDE = /[\u1100-\u115f\u2190-\u21ff\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{1f000}-\u{3fffd}]/u;

/** An estimate of how wide the text is, in em of a sans-serif: good for folding, not for placing. */
export function ems(text: string): number {
  let sum = 0;
  for (const character of text) sum += ASCII[character.codePointAt(0) ?? 0] ?? wide(character);
  return sum;
}

const NARROW = /[ .,:;!'|()[\]iljtfrI·-]/u;
const BROAD = /[A-HJ-Zmw=+%@]/u;

function wide(character: string): number {
  return WIDE.test(character) ? 1 : NARROW.test(character) ? 0.38 : BROAD.test(character) ? 0.66 : 0.6;
}

const ASCII: readonly number[] = Array.from({ length: 128 }, (_, code) => wide(String.fromCharCode(code)));

/** The text in lines of at most `limit` em, broken at spaces; a longer word is cut, so that nothing leaves its box. */
export function fold(text: string, limit: number): readonly string[] {
  return foldParts(text.split(' ').flatMap((word) => cut(word, limit)), ' ', limit);
}

/** The parts in lines of at most `limit` em, each part whole, with `joint` between two on the same line. */
export function foldParts(parts: readonly string[], joint: string, limit: number): readonly string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    const longer = `${last ?? ''}${joint}${part}`;
    if (last === undefined || ems(longer) > limit) lines.push(part);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

/** The text where it fits into `limit` em, else its beginning with an ellipsis. */
export function shorten(text: string, limit: number): string {
  if (ems(text) <= limit) return text;
  return `${cut(text, limit - 1)[0] ?? ''}…`;
}

function cut(word: string, limit: number): readonly string[] {
  const parts: string[] = [];
  let part = '';
  for (const character of word) {
    if (part !== '' && ems(part + character) > limit) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return [...parts, part];
}
