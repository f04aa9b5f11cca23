import { readdirSync } from 'node:fs';
import { ROOT } from './course.ts';

/** The names of all recordings of the course, as they are on the disk now. */
export function recordingNames(): readonly string[] {
  return readdirSync(new URL('content/recordings/', ROOT)).flatMap((file) => (file.endsWith('.json') ? [file.slice(0, -'.json'.length)] : [])).toSorted();
}
