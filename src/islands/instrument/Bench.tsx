import { useState } from 'preact/hooks';
import type { Scenario } from '../../simulation/scenario.ts';
import type { Lang } from '../messages.ts';
import { Icon } from '../Icon.tsx';
import { text } from '../text.ts';
import type { Words } from '../../narration/sentence.ts';
import { Later } from './Later.tsx';
import { SOURCES } from './sources.ts';

/** The drawers of the Lab. */
const DRAWERS = ['gallery', 'editor', 'settings'] as const;

type Drawer = (typeof DRAWERS)[number];

interface Props {
  /** The scenario of the run on view. */
  readonly scenario: Scenario;
  /** The gallery's name of the scenario that the reader has taken. */
  readonly taken: string;
  readonly lang: Lang;
  readonly words: Words;
  readonly onTake: (scenario: Scenario, title: string, name: string) => void;
  readonly onScenario: (scenario: Scenario, isTyped: boolean) => void;
}

/** Where the scenario comes from: the gallery, the reader's own text, settings; one drawer is open at a time. */
export function Bench({ scenario, taken, lang, words, onTake, onScenario }: Props) {
  const [open, setOpen] = useState<Drawer | null>(null);
  return (
    <div class="isl-bench">
      <div class="isl-drawers" role="group" aria-label={text(words, 'lab.bench')}>
        {DRAWERS.map((drawer) => (
          <button key={drawer} type="button" aria-expanded={drawer === open} onClick={() => setOpen(drawer === open ? null : drawer)}>
            <Icon name={drawer} />
            <span>{text(words, `lab.bench.${drawer}`)}</span>
          </button>
        ))}
      </div>
      {open !== null && (
        // Escape is a shortcut for the button that has opened it.
        // eslint-disable-next-line jsx-a11y-x/no-noninteractive-element-interactions
        <section class="isl-drawer" aria-label={text(words, `lab.bench.${open}`)} onKeyDown={({ key }) => key === 'Escape' && setOpen(null)}>
          {open === 'gallery' && (
            <Later
              of={SOURCES.gallery}
              words={words}
              props={{
                lang,
                words,
                current: taken,
                onScenario: (chosen: Scenario, title: string, name: string) => {
                  setOpen(null);
                  onTake(chosen, title, name);
                },
              }}
            />
          )}
          {open === 'editor' && <Later of={SOURCES.editor} words={words} props={{ scenario, lang, onScenario: (written: Scenario) => onScenario(written, true) }} />}
          {open === 'settings' && <Later of={SOURCES.settings} words={words} props={{ scenario, words, onScenario: (set: Scenario) => onScenario(set, false) }} />}
        </section>
      )}
    </div>
  );
}
