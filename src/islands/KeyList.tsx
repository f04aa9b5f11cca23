import type { Words } from '../narration/sentence.ts';
import { Icon } from './Icon.tsx';
import { text } from './text.ts';

const KEYS = [
  { deed: 'step', key: <Icon name="right" label="→" /> },
  { deed: 'back', key: <Icon name="left" label="←" /> },
  { deed: 'start', key: 'Home' },
  { deed: 'end', key: 'End' },
  { deed: 'lose', key: 'L' },
  { deed: 'reset', key: 'R' },
] as const;

/** Which keys do what, folded away. */
export function KeyList({ words }: { readonly words: Words }) {
  return (
    <details class="isl-keys">
      <summary>{text(words, 'island.keys')}</summary>
      <p>{text(words, 'island.keys.when')}</p>
      <dl>
        {KEYS.map(({ deed, key }) => (
          <div key={deed}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{text(words, `island.key.${deed}`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
