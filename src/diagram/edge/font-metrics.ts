import { readFileSync } from 'node:fs';
import * as fontkit from 'fontkit';
import { WIDE } from '../fold.ts';
import { fontFiles } from './font-files.ts';

const FILES = fontFiles(import.meta.url);

const EM = (() => {
  const font = fontkit.create(readFileSync(FILES[400]));
  if (!('ascent' in font)) throw new Error(`${FILES[400]} holds several fonts`);
  return { ascent: font.ascent / font.unitsPerEm, descent: -font.descent / font.unitsPerEm };
})();

/** How high a line of the shipped font is at that size, px: ascent and descent, each in whole px as browsers have them. */
export function lineHeight(size: number): number {
  return Math.round(EM.ascent * size) + Math.round(EM.descent * size);
}

const regular = advances(FILES[400]);
const bold = advances(FILES[600]);

/** How wide the text is in the shipped font, in px; what that font lacks is taken to be one em wide where it is Hangul or the like, else 0.6. */
export function textWidth(text: string, size: number, weight: number): number {
  const widthOf = weight >= 550 ? bold : regular;
  let sum = 0;
  for (const character of text) sum += widthOf(character);
  return sum * size;
}

function advances(file: string): (character: string) => number {
  const font = fontkit.create(readFileSync(file));
  if (!('glyphForCodePoint' in font)) throw new Error(`${file} holds several fonts`);
  const known = new Map<string, number>();
  return (character) => {
    const found = known.get(character);
    if (found !== undefined) return found;
    const point = character.codePointAt(0) ?? 32;
    const width = font.hasGlyphForCodePoint(point) ? font.glyphForCodePoint(point).advanceWidth / font.unitsPerEm : WIDE.test(character) ? 1 : point === 0x200b ? 0 : 0.6;
    known.set(character, width);
    return width;
  };
}
