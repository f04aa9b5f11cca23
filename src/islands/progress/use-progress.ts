import { useEffect, useState } from 'preact/hooks';
import { NO_PROGRESS, type Progress } from '../../progress/progress.ts';
import type { Store, Trouble } from './store.ts';

/** Progress on this device as a component shows it, and how to change it. */
export interface Known {
  readonly progress: Progress;
  readonly trouble: Trouble | null;
  /** Whether what is on the device has been looked at; before that nothing is known. */
  readonly isThere: boolean;
  readonly change: Store['change'];
}

/** Progress on this device, always as it is now: nothing where the page is built and until the device has been looked at. */
export function useProgress(): Known {
  const [store, setStore] = useState<Store | null>(null);
  const [, setTurn] = useState(0);
  useEffect(() => {
    let stop: (() => void) | undefined;
    // Only a page has a storage, so this is not asked for where pages are built.
    void import('./here.ts').then(({ store: here }) => {
      setStore(here);
      stop = here.onChange(() => setTurn((turn) => turn + 1));
    });
    return () => stop?.();
  }, []);
  return { progress: store?.progress() ?? NO_PROGRESS, trouble: store?.trouble() ?? null, isThere: store !== null, change: (deed) => store?.change(deed) };
}
