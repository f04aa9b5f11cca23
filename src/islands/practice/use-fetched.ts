import { useEffect, useState } from 'preact/hooks';

/** What is fetched, as it comes. */
export interface Fetched<Value> {
  /** null until it is there. */
  readonly value: Value | null;
  readonly hasFailed: boolean;
  /** Tries again. */
  readonly again: () => void;
}

/** Fetches when it is first wanted, and again in another language. */
export function useFetched<Value>(fetch: () => Promise<Value>, lang: string, isWanted = true): Fetched<Value> {
  const [value, setValue] = useState<Value | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const again = () => {
    setFailed(false);
    fetch().then((fetched) => setValue(() => fetched), () => setFailed(true));
  };
  useEffect(() => {
    if (isWanted) again();
  }, [lang, isWanted]);
  return { value, hasFailed, again };
}
