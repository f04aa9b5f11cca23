import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { closeProgress, openProgress, type Opened } from './open.ts';
import type { Progress } from './progress.ts';

function digestOf(progress: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(progress))));
}

/** The progress as the text of a file, with a digest by which damage is found. */
export function fileText(progress: Progress): string {
  return `${closeProgress(progress, { sha256: digestOf(progress) })}\n`;
}

/** The progress in the text of a file; a file that has been changed since it was written is damaged. */
export function openFile(text: string): Opened {
  return openProgress(text, ({ progress, sha256: digest }) => digest === digestOf(progress));
}
