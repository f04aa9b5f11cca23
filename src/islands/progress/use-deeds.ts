import { useState } from 'preact/hooks';
import type { Words } from '../../narration/sentence.ts';
import { allForgotten, forgotten, mergedWith, replacedBy } from '../../progress/deeds.ts';
import type { Progress } from '../../progress/progress.ts';
import { text } from '../text.ts';
import type { Choice } from './Ask.tsx';
import { countsOf } from './counts.ts';
import { progressIn } from './record-file.ts';
import type { Store } from './store.ts';

type Params = Readonly<Record<string, string | number>>;
type Deed = (known: Progress) => Progress;

/** What the reader is asked before something that changes much. */
interface Asked {
  readonly title: string;
  readonly question: string;
  readonly choices: readonly Choice[];
}

/** What has been done last, and how to undo it where that is possible. */
interface Done {
  readonly said: string;
  readonly undo: (() => void) | null;
}

/** What the reader can do with the record, each after being asked, each to be undone. */
interface Deeds {
  readonly asked: Asked | null;
  readonly done: Done | null;
  readonly forget: (slug: string, title: string) => void;
  readonly forgetAll: () => void;
  readonly open: (file: File) => Promise<void>;
  readonly saved: () => void;
  readonly cancel: () => void;
}

/** Forgetting, and taking over what a file holds. */
export function useDeeds(progress: Progress, change: Store['change'], words: Words): Deeds {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const say = (key: string, params: Params = {}, undo: Done['undo'] = null) => setDone({ said: text(words, key, params), undo });
  const ask = (key: string, params: Params, choices: readonly Choice[]) => setAsked({ title: text(words, `${key}.title`), question: text(words, `${key}.question`, params), choices });
  /** The choice to make other progress, and then to have the old one back. */
  const choice = (label: string, deed: Deed, undo: Deed, told: string, params: Params = {}): Choice => ({
    label: text(words, label),
    onChoose: () => {
      change(deed);
      say(told, params, () => {
        change(undo);
        say('progress.undone');
      });
    },
  });
  const restore: Deed = (known) => mergedWith(known, progress);
  return {
    asked,
    done,
    forget: (slug, title) => ask('progress.forget.page', { title }, [choice('progress.forget.do', (known) => forgotten(known, slug), restore, 'progress.forgotten.page', { title })]),
    forgetAll: () => ask('progress.forget.all', {}, [choice('progress.forget.do', allForgotten, restore, 'progress.forgotten.all')]),
    open: async (file) => {
      const opened = await progressIn(file);
      if ('problem' in opened) {
        say(`progress.refused.${opened.problem}`, { file: file.name });
        return;
      }
      const { read, answered } = countsOf(opened.progress);
      const back: Deed = (known) => replacedBy(known, progress);
      ask('progress.opened', { file: file.name, read, answered }, [
        choice('progress.opened.merge', (known) => mergedWith(known, opened.progress), back, 'progress.merged', { file: file.name }),
        choice('progress.opened.replace', (known) => replacedBy(known, opened.progress), back, 'progress.replaced', { file: file.name }),
      ]);
    },
    saved: () => say('progress.saved'),
    cancel: () => setAsked(null),
  };
}
