import type { Words } from '../narration/sentence.ts';
import { Icon } from './Icon.tsx';
import { CHORDS_OF, KEY_OF, type KeyDeed } from './keys.ts';
import { text } from './text.ts';
import './key-table.css';

interface Props {
  readonly deeds: readonly KeyDeed[];
  readonly words: Words;
}

/** Which keys do what. */
export function KeyTable({ deeds, words }: Props) {
  return (
    <dl class="isl-key-table">
      {deeds.map((deed) => (
        <div key={deed}>
          <dt>
            <kbd>{keyCap(KEY_OF[deed])}</kbd>
            {CHORDS_OF[deed]?.map((chord) => (
              <span key={chord.join()} class="isl-key-chord">
                {chord.map((cap, at) => [at > 0 && '+', <kbd key={cap}>{cap}</kbd>])}
              </span>
            ))}
          </dt>
          <dd>{text(words, `island.key.${deed}`)}</dd>
        </div>
      ))}
    </dl>
  );
}

function keyCap(key: string) {
  if (key === 'ArrowRight') return <Icon name="right" label="→" />;
  if (key === 'ArrowLeft') return <Icon name="left" label="←" />;
  return key.length === 1 ? key.toUpperCase() : key;
}

/** Which keys do what, folded away. */
export function KeyList({ deeds, words }: Props) {
  return (
    <details class="isl-keys">
      <summary>{text(words, 'island.keys')}</summary>
      <p>{text(words, 'island.keys.when')}</p>
      <KeyTable deeds={deeds} words={words} />
    </details>
  );
}
