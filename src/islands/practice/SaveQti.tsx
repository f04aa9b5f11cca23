import { useId, useState } from 'preact/hooks';
import type { Drawn } from '../../exercise/pool.ts';
import type { Words } from '../../narration/sentence.ts';
import { fileName } from '../copy/file-name.ts';
import { save } from '../copy/save.ts';
import type { Lang } from '../messages.ts';
import { text } from '../text.ts';
import type { ExamTask } from './place.ts';

interface Props {
  readonly task: ExamTask;
  readonly questions: readonly Drawn[];
  /** Whether every word that the package needs is there. */
  readonly isReady: boolean;
  readonly lang: Lang;
  readonly words: Words;
}

/** Saves an exam for a learning platform. What makes the package is fetched when it is wanted. */
export function SaveQti({ task, questions, isReady, lang, words }: Props) {
  const id = useId();
  const [told, setTold] = useState('');
  const make = async () => {
    const title = text(words, 'practice.qti.title', { seed: task.seed });
    const file = `${fileName(title)}.zip`;
    try {
      const { examPackage } = await import('./qti.ts');
      save(examPackage(questions, title, lang, words), file);
      setTold(text(words, 'practice.qti.saved', { file }));
    } catch {
      setTold(text(words, 'practice.qti.failed'));
    }
  };
  return (
    <>
      <button type="button" aria-disabled={!isReady} aria-describedby={id} onClick={() => isReady && void make()}>
        {text(words, 'practice.qti')}
      </button>
      <p class="isl-qti-about">
        <span id={id}>{text(words, 'practice.qti.about')}</span> <span role="status">{told}</span>
      </p>
    </>
  );
}
