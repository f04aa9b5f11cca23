import { createRequire } from 'node:module';
import { SEQUENCE_SIZES } from '../sequence-layout.ts';

/** The files of the shipped font by weight, as found from a module of this project. */
export function fontFiles(from: string): Readonly<Record<400 | 600, string>> {
  const resolve = createRequire(from).resolve;
  const name = SEQUENCE_SIZES.font.toLowerCase().replaceAll(' ', '-');
  const fileOf = (weight: number): string => resolve(`@fontsource/${name}/files/${name}-latin-${weight}-normal.woff2`);
  return { 400: fileOf(400), 600: fileOf(600) };
}
