import { useEffect, useRef } from 'preact/hooks';

/** A function that calls `what` at most once a frame, with the last value that it was called with: a slider reports more places than can be shown. */
export function usePerFrame<T>(what: (value: T) => void): (value: T) => void {
  const now = useRef({ what, frame: 0, value: null as { readonly of: T } | null });
  now.current.what = what;
  useEffect(() => () => cancelAnimationFrame(now.current.frame), []);
  return (of) => {
    const { current } = now;
    if (current.value === null) {
      current.frame = requestAnimationFrame(() => {
        const { value } = current;
        current.value = null;
        if (value !== null) current.what(value.of);
      });
    }
    current.value = { of };
  };
}
