import type { Words } from '../../narration/sentence.ts';
import { Icon } from '../Icon.tsx';
import { text } from '../text.ts';
import { DRAWERS, type DrawerName } from './drawer-name.ts';

interface Props {
  /** The one that is open; null: none. */
  readonly open: DrawerName | null;
  readonly words: Words;
  readonly onOpen: (drawer: DrawerName | null) => void;
}

/** Where the scenario comes from: the gallery, the reader's own text, settings; one drawer is open at a time. */
export function Drawers({ open, words, onOpen }: Props) {
  return (
    <div class="isl-drawers" role="group" aria-label={text(words, 'lab.bench')}>
      {DRAWERS.map((drawer) => (
        <button key={drawer} type="button" aria-expanded={drawer === open} onClick={() => onOpen(drawer === open ? null : drawer)}>
          <Icon name={drawer} />
          <span>{text(words, `lab.bench.${drawer}`)}</span>
        </button>
      ))}
    </div>
  );
}
