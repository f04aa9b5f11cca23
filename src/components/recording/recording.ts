import { readRecording } from '../../recording/read-recording.ts';
import type { Recording } from '../../recording/recording.ts';

export type { Recorded, Recording, Side } from '../../recording/recording.ts';

/** Only texts: a page reads those that it names, and none goes along with it. */
const FILES: Readonly<Record<string, string>> = import.meta.glob('../../../content/recordings/*.json', { query: '?raw', import: 'default', eager: true });

const nameOf = (path: string): string => path.replace(/^.*\//u, '').replace('.json', '');

/** The names of all recordings, in the order of their numbers. */
export const RECORDING_NAMES: readonly string[] = Object.keys(FILES).map(nameOf).toSorted((one, other) => one.localeCompare(other, 'en', { numeric: true }));

const known = new Map<string, Recording>();

/** The recording of this name, read once; throws where there is none, which the check of the lesson has told before. */
export function recordingNamed(name: string): Recording {
  const before = known.get(name);
  if (before !== undefined) return before;
  const text = FILES[`../../../content/recordings/${name}.json`];
  if (text === undefined) throw new Error(`There is no content/recordings/${name}.json`);
  const read = readRecording(text);
  if ('where' in read) throw new Error(`content/recordings/${name}.json: ${read.where}: ${read.what}`);
  known.set(name, read);
  return read;
}
