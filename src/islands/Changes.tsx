import type { Words } from '../narration/sentence.ts';
import { usePrinter } from './fault-printer.ts';
import { addedFaults, removedFaults, type Deed, type Session } from './session.ts';
import { text } from './text.ts';

interface Props {
  readonly session: Session;
  readonly words: Words;
  readonly onDeed: (deed: Deed) => void;
}

/** What the reader has changed, as lines of the notation, each of which can be taken back. */
export function Changes({ session, words, onDeed }: Props) {
  const { scenario } = session.trace;
  const printFault = usePrinter();
  if (printFault === null) return <ul class="isl-changes" aria-busy="true" />;
  return (
    <ul class="isl-changes">
      {addedFaults(session).map((fault, index) => (
        <Line key={`+${String(index)}`} line={printFault(fault, scenario)} kind="drop" words={words} onClick={() => onDeed({ type: 'drop', fault })} />
      ))}
      {removedFaults(session).map((fault, index) => (
        <Line key={`-${String(index)}`} line={printFault(fault, scenario)} kind="restore" words={words} onClick={() => onDeed({ type: 'restore', fault })} />
      ))}
    </ul>
  );
}

interface LineProps {
  readonly line: string;
  readonly kind: 'drop' | 'restore';
  readonly words: Words;
  readonly onClick: () => void;
}

function Line({ line, kind, words, onClick }: LineProps) {
  return (
    <li class="isl-change">
      {kind === 'drop' ? (
        <code>{line}</code>
      ) : (
        <del>
          <code>{line}</code>
        </del>
      )}
      <button type="button" class="isl-lose" aria-label={text(words, `island.${kind}.label`, { line })} onClick={onClick}>
        {text(words, `island.${kind}`)}
      </button>
    </li>
  );
}
