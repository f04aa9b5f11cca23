import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';
import { WIDE } from '../fold.ts';
import { DIAGRAM_FONT } from './mermaid-config.ts';

const require = createRequire(import.meta.url);
const FILES = { 400: fileOf(400), 600: fileOf(600) } as const;

/** The font files that are measured; whoever caches a drawing must hash them. */
export const FONT_FILES: readonly string[] = Object.values(FILES);

/** The height of a line of text, in em: ascent and descent of the shipped font. */
export const LINE_HEIGHT = (() => {
  const font = fontkit.create(readFileSync(FILES[400]));
  if (!('ascent' in font)) throw new Error(`${FILES[400]} holds several fonts`);
  return (font.ascent - font.descent) / font.unitsPerEm;
})();

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

function fileOf(weight: 400 | 600): string {
  const name = DIAGRAM_FONT.toLowerCase().replaceAll(' ', '-');
  return require.resolve(`@fontsource/${name}/files/${name}-latin-${weight}-normal.woff2`);
}
