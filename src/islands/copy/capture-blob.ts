import { passing } from '../../narration/passing.ts';
import type { HostId } from '../../simulation/scenario.ts';
import type { Trace } from '../../simulation/trace.ts';
import { captureFile } from '../../wire/capture-file.ts';
import { loadWords, wordsIn, type Lang } from '../messages.ts';

/** The run as a pcapng file that was taken at one of its hosts, the story of each segment as its comment; fetches the explanations where they are not here. */
export async function captureBlob(trace: Trace, view: HostId, lang: Lang): Promise<Blob> {
  await loadWords(lang, 'rest');
  const file = captureFile(trace, { view, format: 'pcapng', ip: 4, remark: passing(trace, wordsIn(lang)) });
  return new Blob([file as Uint8Array<ArrayBuffer>], { type: 'application/octet-stream' });
}
