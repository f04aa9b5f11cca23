import type { Drawn } from '../../exercise/pool.ts';
import { qtiPackage } from '../../exercise/qti/package.ts';
import { zipped } from '../../exercise/qti/zip.ts';
import type { Words } from '../../narration/sentence.ts';
import type { Lang } from '../messages.ts';

/** The questions of an exam as a package for learning platforms; `words` have to be whole. */
export function examPackage(questions: readonly Drawn[], title: string, lang: Lang, words: Words): Blob {
  const asked = questions.map(({ exercise, source }) => ({ exercise, trace: source.trace }));
  return new Blob([zipped(qtiPackage(asked, title, lang, words))], { type: 'application/zip' });
}
