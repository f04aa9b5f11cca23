import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { online } from './online.ts';

/** A module that is fetched when somebody first needs it. */
export interface Late<M> {
  /** Fetches it, once; a failed attempt is made again at the next call. */
  readonly fetch: () => Promise<M>;
  /** The module; null where it is not here. */
  readonly now: () => M | null;
  /** A hook: the module, fetched where it is wanted and not here; null until it is, and at the first render, which has to be the one that the build made. */
  readonly use: (isWanted?: boolean) => M | null;
}

/** A module that this function fetches. */
export function late<M>(load: () => Promise<M>): Late<M> {
  let fetched: Promise<M> | null = null;
  let here: M | null = null;
  const fetch = () => {
    fetched ??= online(load).then((module) => (here = module));
    fetched.catch(() => (fetched = null));
    return fetched;
  };
  const use = (isWanted = true) => {
    const [, draw] = useState(0);
    const [isFirst, setFirst] = useState(true);
    useLayoutEffect(() => setFirst(false), []);
    const isIdle = here !== null || !isWanted;
    useEffect(() => {
      if (!isIdle) fetch().then(() => draw((n) => n + 1), () => undefined);
    }, [isIdle]);
    return isFirst ? null : here;
  };
  return { fetch, now: () => here, use };
}
