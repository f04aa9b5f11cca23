import { useMemo, useState } from 'preact/hooks';
import { sequenceDiagram } from '../../diagram/sequence-diagram.ts';
import type { Words } from '../../narration/sentence.ts';
import type { Trace } from '../../simulation/trace.ts';
import { copyText } from '../copy/clipboard.ts';
import { diagramWords } from '../diagram-words.ts';
import { text } from '../text.ts';
import './views.css';

interface Props {
  readonly trace: Trace;
  /** How many moments have happened. */
  readonly shown: number;
  readonly words: Words;
}

/** The run up to now as Mermaid text, to be taken into other documents. */
export function MermaidView({ trace, shown, words }: Props) {
  const mermaid = useMemo(() => sequenceDiagram(trace, diagramWords(words), { until: shown }), [trace, shown, words]);
  const [copied, setCopied] = useState<{ readonly text: string; readonly well: boolean } | null>(null);
  const copy = () => void copyText(mermaid).then((well) => setCopied({ text: mermaid, well }));
  const told = copied?.text !== mermaid ? '' : text(words, copied.well ? 'lab.mermaid.copied' : 'lab.mermaid.not-copied');

  return (
    <div class="isl-view">
      <div class="isl-view-tools">
        <button type="button" onClick={copy}>
          {text(words, 'lab.mermaid.copy')}
        </button>
        <span role="status">{told}</span>
      </div>
      {/* It scrolls by itself and has no button inside: the keyboard has to reach it. */}
      {/* eslint-disable-next-line jsx-a11y-x/no-noninteractive-tabindex */}
      <pre class="isl-view-box isl-mermaid" role="group" aria-label={text(words, 'lab.mermaid.box')} tabIndex={0} translate={false}>
        <code>{mermaid}</code>
      </pre>
    </div>
  );
}
