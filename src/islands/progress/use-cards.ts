import { useEffect, useState } from 'preact/hooks';
import type { Card } from '../../progress/due.ts';
import type { Progress } from '../../progress/progress.ts';

/** The card of every exercise that has been answered, the first due at the beginning; the scheduler is fetched when there is something to schedule. */
export function useCards(progress: Progress): readonly Card[] {
  const [cards, setCards] = useState<readonly Card[]>([]);
  useEffect(() => {
    let isOld = false;
    if (Object.values(progress.sections).every(({ answers }) => answers.length === 0)) setCards([]);
    else
      void import('../../progress/due.ts').then((schedule) => {
        if (!isOld) setCards(schedule.cards(progress));
      });
    return () => void (isOld = true);
  }, [progress]);
  return cards;
}
