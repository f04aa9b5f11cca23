import { useEffect, useState } from 'preact/hooks';

/** A module that is fetched when somebody first needs it. */
export interface Late<M> {
  /** Fetches it, once; a failed attempt is made again at the next call. */
  readonly fetch: () => Promise<M>;
  /** The module; null where it is not here. */
  readonly now: () => M | null;
  /** A hook: the module, fetched where it is not here; null until it is. */
  readonly use: () => M | null;
}

/** A module that this function fetches. */
export function late<M>(load: () => Promise<M>): Late<M> {
  let fetched: Promise<M> | null = null;
  let here: M | null = null;
  const fetch = () => {
    fetched ??= load().then((module) => (here = module));
    fetched.catch(() => (fetched = null));
    return fetched;
  };
  const use = () => {
    const [, draw] = useState(0);
    const isHere = here !== null;
    useEffect(() => {
      if (!isHere) fetch().then(() => draw((n) => n + 1), () => undefined);
    }, [isHere]);
    return here;
  };
  return { fetch, now: () => here, use };
}
