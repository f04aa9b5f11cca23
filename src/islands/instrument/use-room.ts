import { useLayoutEffect, useState, type MutableRef } from 'preact/hooks';

/** How wide an instrument has to be for its side to stand beside the run, rem; the style sheet knows it too. */
const ROOM = 58;

/** Whether the instrument around this element has room for all that an instrument shows at once, as it was when it woke. */
export function useRoom(inside: MutableRef<HTMLElement | null>): boolean {
  const [hasRoom, setRoom] = useState(false);
  useLayoutEffect(() => {
    const width = inside.current?.closest('.isl-island')?.clientWidth ?? 0;
    setRoom(width >= ROOM * Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
  }, []);
  return hasRoom;
}
