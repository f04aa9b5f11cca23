import type { Source } from '../../exercise/pool.ts';
import type { Words } from '../../narration/sentence.ts';
import type { Progress } from '../../progress/progress.ts';
import type { Lang } from '../messages.ts';

/** A page of the course, as a link. */
export interface LinkedPage {
  readonly slug: string;
  readonly title: string;
  readonly href: string;
}

/** What each way to practise gets. */
export interface ModeProps {
  readonly sources: readonly Source[];
  readonly pages: readonly LinkedPage[];
  readonly progress: Progress;
  readonly lang: Lang;
  readonly words: Words;
  /** Whether the explanations can be said yet. */
  readonly isWhole: boolean;
  readonly makeWhole: () => Promise<void>;
}

/** The page of practice as progress knows it. */
export const PRACTICE_SLUG = 'practice';
