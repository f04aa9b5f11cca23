import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';
import { ROOT } from '../check/course.ts';

/** The weights of the shipped font. */
const WEIGHTS = [400, 600] as const;

/** What English text, numbers and segments are written with; anything else comes from the reader's own fonts. */
const CHARACTERS = `${String.fromCharCode(...Array.from({ length: 95 }, (_, place) => 32 + place))}\u00a0§²³·×é–—‘’‚“”„•…′″↑↓−≠≤≥€™`;

/** Kerning, figures of equal width, and accents; ligatures and alternates are not used. */
const FEATURES = ['kern', 'tnum', 'mark', 'mkmk', 'ccmp'];

const FOLDER = new URL('.cache/fonts/', ROOT);

/** Makes the shipped fonts, half as large as they come, unless they are there from an earlier build; returns the folder in which they are `plex-400.woff2` and `plex-600.woff2`. */
export async function shippedFonts(): Promise<string> {
  const require = createRequire(import.meta.url);
  const whole = await Promise.all(WEIGHTS.map((weight) => readFile(require.resolve(`@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-${String(weight)}-normal.woff2`))));
  const hash = createHash('sha256').update(CHARACTERS).update(FEATURES.join());
  const key = whole.reduce((all, font) => all.update(font), hash).digest('hex').slice(0, 12);
  const folder = new URL(`${key}/`, FOLDER);
  await mkdir(folder, { recursive: true });
  for (const [place, weight] of WEIGHTS.entries()) {
    const file = new URL(`plex-${String(weight)}.woff2`, folder);
    const font = whole[place];
    if (font !== undefined && !existsSync(file)) await writeFile(file, await subsetFont(font, CHARACTERS, { targetFormat: 'woff2', keepFeatures: FEATURES }));
  }
  return fileURLToPath(folder);
}
