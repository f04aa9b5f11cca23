import * as v from 'valibot';
import { FORMS, VERSION } from './form/forms.ts';
import type { Progress } from './progress.ts';

/** Why a text cannot be taken: it is no record of this course (`foreign`), of a version that is not known here (`newer`), or not whole (`damaged`; `where` is the part that is not as it should be, empty for the whole). */
export interface Refusal {
  readonly problem: 'foreign' | 'newer' | 'damaged';
  readonly where: string;
}

/** The record in a text, or why there is none. */
export type Opened = { readonly progress: Progress } | Refusal;

/** The name that the course gives its records, so that a foreign text is known as one. */
const NAME = 'handshake-lab progress';

const ENVELOPE = v.looseObject({ record: v.literal(NAME), version: v.pipe(v.number(), v.integer(), v.minValue(1)), progress: v.unknown() });

/** The progress as a text that `openProgress` reads; equal progress gives equal texts. */
export function closeProgress(progress: Progress, besides: Readonly<Record<string, string>> = {}): string {
  return JSON.stringify({ record: NAME, version: VERSION, ...besides, progress });
}

/** Reads a text that this or any earlier version of the course has written. What is besides in its envelope is judged by `isWhole`, if given. */
export function openProgress(text: string, isWhole: (envelope: Readonly<Record<string, unknown>>) => boolean = () => true): Opened {
  const parsed = parse(text);
  // A text that breaks off still begins with the name.
  if (parsed === undefined) return { problem: text.includes(NAME) ? 'damaged' : 'foreign', where: '' };
  const { success, output } = v.safeParse(ENVELOPE, parsed);
  if (!success) return { problem: 'foreign', where: '' };
  const read = FORMS[output.version - 1];
  if (read === undefined) return { problem: 'newer', where: '' };
  if (!isWhole(output)) return { problem: 'damaged', where: '' };
  const result = read(output.progress);
  return 'where' in result ? { problem: 'damaged', where: result.where } : result;
}

/** The value of a JSON text; undefined where it is none. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
