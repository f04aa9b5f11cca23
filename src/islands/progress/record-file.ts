import type { Opened } from '../../progress/open.ts';
import type { Progress } from '../../progress/progress.ts';
import { save } from '../copy/save.ts';

/** No record of ours is larger, octets; what is larger is not even read. */
const LARGEST = 32_000_000;

/** Hands the reader their progress as a file that is named for the day. */
export async function saveProgress(progress: Progress, now: Date): Promise<void> {
  const { fileText } = await import('../../progress/file.ts');
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
  save(new Blob([fileText(progress)], { type: 'application/json' }), `handshake-lab-progress-${day}.json`);
}

/** The progress in a file that the reader has chosen, or why there is none. */
export async function progressIn(file: File): Promise<Opened> {
  if (file.size > LARGEST) return { problem: 'foreign', where: '' };
  const { openFile } = await import('../../progress/file.ts');
  return openFile(await file.text());
}
