import { Fragment } from 'preact';
import { eachClause } from '../narration/cite-url.ts';
import type { Clause, Sentence, Words } from '../narration/sentence.ts';
import { Said } from './Said.tsx';

interface Props {
  readonly sentence: Sentence;
  readonly clause: Clause | null;
  readonly words: Words;
}

/** A sentence that explains, with a link to each clause that it rests on. */
export function Because({ sentence, clause, words }: Props) {
  return (
    <>
      <Said of={sentence} words={words} />
      {(clause === null ? [] : eachClause(clause)).map(({ cite, url }) => (
        <Fragment key={cite}>
          {' '}
          <a class="isl-cite" href={url}>
            {cite}
          </a>
        </Fragment>
      ))}
    </>
  );
}
