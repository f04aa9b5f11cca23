import { merge } from '../../progress/merge.ts';
import { closeProgress, openProgress } from '../../progress/open.ts';
import { NO_PROGRESS, type Progress } from '../../progress/progress.ts';
import { ASIDE, STORE_KEY } from './store-key.ts';

/** Why what the reader does is not kept: the browser does not let this site keep anything, there is no room, or a later version of the course has written what is there. */
export type Trouble = 'blocked' | 'full' | 'newer';

/** Progress as one open page knows it. Everything works where nothing can be kept; then it is known to this page only. */
export interface Store {
  readonly progress: () => Progress;
  /** Why it is not kept; null where it is. */
  readonly trouble: () => Trouble | null;
  /** Makes other progress of what is known on this device now, and keeps it. */
  readonly change: (deed: (progress: Progress) => Progress) => void;
  /** Looks at what is kept: another page may have written. */
  readonly look: () => void;
  /** Is called after every change, wherever it was made; the result ends that. */
  readonly onChange: (listener: () => void) => () => void;
}

/** Progress on this device. `storage` gives the browser's storage, and throws where that is blocked. */
export function createStore(storage: () => Storage): Store {
  const listeners = new Set<() => void>();
  let known = NO_PROGRESS;
  /** The text that was last seen in the storage, or written there. */
  let seen: string | null = null;
  /** Whether all that is known has been in the storage. */
  let isKept = true;
  let trouble: Trouble | null = null;
  /** Whether what is in the storage must stay as it is. */
  let isLocked = false;
  /** Whether what is in the storage could be asked for. */
  let isOpen = true;

  const fail = (why: Trouble) => {
    trouble = why;
    isKept = false;
  };
  const write = () => {
    if (isLocked || !isOpen) return;
    const text = closeProgress(known);
    try {
      storage().setItem(STORE_KEY, text);
      seen = text;
      isKept = true;
      trouble = null;
    } catch (error) {
      fail(isFull(error) ? 'full' : 'blocked');
    }
  };
  const learn = (text: string) => {
    const opened = openProgress(text);
    isLocked = false;
    if ('progress' in opened) {
      known = merge(known, opened.progress);
      isKept = closeProgress(known) === closeProgress(opened.progress);
      if (isKept) trouble = null;
    } else if (opened.problem === 'newer' || !setAside(storage(), text)) {
      isLocked = true;
      fail(opened.problem === 'newer' ? 'newer' : 'full');
    } else isKept = false;
  };
  /** Learns what is in the storage now. */
  const read = () => {
    try {
      const text = storage().getItem(STORE_KEY);
      isOpen = true;
      if (text === seen) return;
      seen = text;
      if (text !== null) learn(text);
      else {
        isLocked = false;
        // What had been kept and is gone was taken away by the reader, in the browser's settings.
        if (isKept) known = NO_PROGRESS;
      }
    } catch {
      isOpen = false;
      fail('blocked');
    }
  };
  const look = () => {
    read();
    if (!isKept) write();
  };
  const tell = () => {
    for (const listener of listeners) listener();
  };

  look();
  return {
    progress: () => known,
    trouble: () => trouble,
    change: (deed) => {
      read();
      known = deed(known);
      write();
      tell();
    },
    look: () => {
      look();
      tell();
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

function isFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}

/** Keeps a text that cannot be read under a key of its own; false where it cannot. */
function setAside(storage: Storage, text: string): boolean {
  try {
    let count = 1;
    while (storage.getItem(`${ASIDE}${String(count)}`) !== null) count++;
    storage.setItem(`${ASIDE}${String(count)}`, text);
    return true;
  } catch {
    return false;
  }
}
