import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Misuse } from '../command.ts';

/** The folder of the course that the working directory is in; null where it is in none. */
export function courseFolder(from: string): string | null {
  if (existsSync(join(from, 'content/course.json'))) return from;
  const parent = dirname(from);
  return parent === from ? null : courseFolder(parent);
}

/** The folder of the course that the command was called in. */
export function ownCourse(): string {
  const folder = courseFolder(process.cwd());
  if (folder === null) throw new Misuse('There is no content/course.json here or above. Call this command in a clone of Handshake Lab.');
  return folder;
}

/** A file that is to be written: a new one, or one that is there and gets another text. */
export interface Writing {
  /** From the course's folder. */
  readonly path: string;
  readonly text: string;
  readonly isNew: boolean;
  /** What it is, or what changed in it. */
  readonly about: string;
}

/** Writes all files, or none where one of the new ones is there already. */
export function writeAll(folder: string, writings: readonly Writing[]): void {
  const there = writings.filter(({ path, isNew }) => isNew && existsSync(join(folder, path)));
  if (there.length > 0) throw new Misuse(`${there.map(({ path }) => path).join(', ')} ${there.length === 1 ? 'is' : 'are'} there already. Choose another name; nothing was written.`);
  for (const { path, text } of writings) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** A JSON file of the course as text and as data. */
export function readJson(folder: string, path: string): { readonly text: string; readonly data: unknown } {
  const text = readFileSync(join(folder, path), 'utf8');
  try {
    return { text, data: JSON.parse(text) as unknown };
  } catch {
    throw new Misuse(`${path} is not JSON. Correct it first.`);
  }
}
