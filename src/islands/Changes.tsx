import type { Words } from '../narration/sentence.ts';
import type { Scenario } from '../simulation/scenario.ts';
import type { Changes as Changed, ChangedLine } from './changes.ts';
import type { Deed } from './deed.ts';
import { PRINTER } from './line-printer.ts';
import { text } from './text.ts';

interface Props {
  readonly changes: Changed;
  /** The scenario of the run on view, which names the hosts. */
  readonly scenario: Scenario;
  readonly words: Words;
  readonly onDeed: (deed: Deed) => void;
}

/** What the reader has changed, as lines of the notation, each of which can be taken back. */
export function Changes({ changes: { added, removed }, scenario, words, onDeed }: Props) {
  const printer = PRINTER.use();
  if (printer === null) return <ul class="isl-changes" aria-busy="true" />;
  const all: readonly (readonly [ChangedLine, LineProps['kind']])[] = [...added.map((line) => [line, 'drop'] as const), ...removed.map((line) => [line, 'put back'] as const)];
  return (
    <ul class="isl-changes">
      {all.map(([line, kind], index) => (
        <Line key={`${kind}${String(index)}`} line={printer.printLine(line, scenario)} kind={kind} words={words} onClick={() => onDeed({ type: kind, line })} />
      ))}
    </ul>
  );
}

interface LineProps {
  readonly line: string;
  readonly kind: 'drop' | 'put back';
  readonly words: Words;
  readonly onClick: () => void;
}

function Line({ line, kind, words, onClick }: LineProps) {
  const key = kind === 'drop' ? 'island.drop' : 'island.restore';
  return (
    <li class="isl-change">
      {kind === 'drop' ? (
        <code>{line}</code>
      ) : (
        <del>
          <code>{line}</code>
        </del>
      )}
      <button type="button" class="isl-lose" aria-label={text(words, `${key}.label`, { line })} onClick={onClick}>
        {text(words, key)}
      </button>
    </li>
  );
}
