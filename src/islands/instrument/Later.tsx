import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Words } from '../../narration/sentence.ts';
import { online } from '../online.ts';
import { text } from '../text.ts';

/** What fetches a component. */
export type Source<P> = () => Promise<FunctionComponent<P>>;

interface Props<P> {
  /** Of what module; the same function every time. */
  readonly of: Source<P>;
  readonly props: P;
  readonly words: Words;
}

/** Components that have been fetched, by what fetched them. */
const here = new Map<unknown, FunctionComponent<never>>();

/** Fetches components that may soon be shown; where that fails, they are fetched when they are. */
export function fetchAhead(...sources: readonly Source<never>[]): void {
  for (const of of sources) {
    if (!here.has(of)) online(of).then((component) => here.set(of, component), () => undefined);
  }
}

/** A component whose code is fetched when it is first shown. Where that fails it says so, and can be asked again. */
export function Later<P>({ of, props, words }: Props<P>) {
  // What is kept under a source is what that source has fetched.
  const known = here.get(of) as FunctionComponent<P> | undefined;
  const [, setFetched] = useState(0);
  const [failed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (known !== undefined) return;
    let wanted = true;
    online(of).then(
      (component) => {
        here.set(of, component as FunctionComponent<never>);
        if (wanted) setFetched((n) => n + 1);
      },
      () => wanted && setFailed(true),
    );
    return () => {
      wanted = false;
    };
  }, [of, attempt]);

  if (known !== undefined) {
    const Component = known;
    return <Component {...(props as P & Record<string, unknown>)} />;
  }
  if (!failed) return <p class="isl-later" aria-busy="true">{text(words, 'lab.later.fetching')}</p>;
  return (
    <p class="isl-later" role="alert">
      {text(words, 'lab.later.failed')}{' '}
      <button
        type="button"
        onClick={() => {
          setFailed(false);
          setAttempt((n) => n + 1);
        }}
      >
        {text(words, 'lab.later.again')}
      </button>
    </p>
  );
}
