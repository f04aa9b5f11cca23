import { useEffect, useRef, useState } from 'preact/hooks';
import { FIRST_LOOK, type Look } from './look.ts';
import type { Listing } from './listing.ts';
import type { Asked, Ended, Progress, Told } from './protocol.ts';

/** A conversation as the worker has followed it. */
export type Opened = Extract<Told, { readonly type: 'opened' }>;

/** A scenario as the worker has made it. */
export type Made = Extract<Told, { readonly type: 'made' }>;

/** What the page knows of the file. */
export interface Known {
  readonly progress: Progress;
  readonly listing: Listing;
  /** null while it is being read. */
  readonly ended: Ended | null;
  /** The conversation that was opened last; null: none yet. */
  readonly opened: Opened | null;
  /** The scenario that was made last; null: none of the conversation that is open. */
  readonly made: Made | null;
  /** What could not be done: reading at all, or opening the conversation of this number; null: nothing is wrong. */
  readonly trouble: 'worker' | 'unreadable' | number | null;
}

/** A file that is being read, and what can be asked of it. */
export interface ReadingNow {
  readonly known: Known;
  readonly ask: (what: Exclude<Asked, { readonly type: 'read' }>) => void;
}

function told(known: Known, news: Told): Known {
  switch (news.type) {
    case 'progress':
      return { ...known, progress: news.progress };
    case 'listing':
      return { ...known, listing: news.listing };
    case 'ended':
      return { ...known, ended: news.ended };
    case 'opened':
      return { ...known, opened: news, made: known.made?.number === news.conversation.number ? known.made : null, trouble: null };
    case 'made':
      return { ...known, made: news };
    case 'unreadable':
      return { ...known, trouble: 'unreadable' };
    case 'not opened':
      return { ...known, trouble: news.number };
  }
}

/** Reads the file in a worker for as long as this is on view. */
export function useReading(file: File): ReadingNow {
  const [known, setKnown] = useState<Known>(() => ({
    progress: { octets: 0, size: file.size, frames: 0, segments: 0, conversations: 0, others: [] },
    listing: { look: FIRST_LOOK, rows: [], matching: 0, all: 0 },
    ended: null,
    opened: null,
    made: null,
    trouble: null,
  }));
  const worker = useRef<Worker | null>(null);
  const ask = (what: Asked) => worker.current?.postMessage(what);
  useEffect(() => {
    const started = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    worker.current = started;
    started.onmessage = ({ data }: MessageEvent<Told>) => setKnown((before) => told(before, data));
    started.onerror = () => setKnown((before) => ({ ...before, trouble: 'worker' }));
    ask({ type: 'read', file });
    return () => started.terminate();
  }, []);
  return { known, ask };
}

/** Another look at the list; where it is narrowed down or sorted otherwise, from its beginning. */
export function lookAgain(look: Look, change: Partial<Look>): Look {
  return { ...look, page: 0, ...change };
}
