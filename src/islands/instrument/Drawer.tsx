import { useRef } from 'preact/hooks';
import type { Words } from '../../narration/sentence.ts';
import type { Scenario } from '../../simulation/scenario.ts';
import type { Lang } from '../messages.ts';
import { text } from '../text.ts';
import type { DrawerName } from './drawer-name.ts';
import { Later } from './Later.tsx';
import { SOURCES } from './sources.ts';

interface Props {
  readonly open: DrawerName;
  /** The scenario of the run on view. */
  readonly scenario: Scenario;
  /** The gallery's name of the scenario that the reader has taken. */
  readonly taken: string;
  readonly lang: Lang;
  readonly words: Words;
  readonly onTake: (scenario: Scenario, title: string, name: string) => void;
  readonly onScenario: (scenario: Scenario, isTyped: boolean) => void;
  readonly onClose: () => void;
}

/** What is in the drawer that is open. It stands beside the run where there is room, so that both are seen; else before it. */
export function Drawer({ open, scenario, taken, lang, words, onTake, onScenario, onClose }: Props) {
  const drawer = useRef<HTMLElement>(null);
  const close = () => {
    drawer.current?.closest('.isl-island')?.querySelector<HTMLElement>('.isl-drawers [aria-expanded="true"]')?.focus({ preventScroll: true });
    onClose();
  };
  const take = (chosen: Scenario, title: string, name: string) => {
    onTake(chosen, title, name);
    // Where it hides the run, the reader wants to see what has been chosen.
    const { current } = drawer;
    if (current === null || current.offsetWidth !== current.parentElement?.offsetWidth) return;
    const island = current.closest('.isl-island');
    close();
    // What was below the drawer is then far above.
    requestAnimationFrame(() => island?.scrollIntoView({ block: 'start' }));
  };
  return (
    // Escape is a shortcut for the button that has opened it.
    // eslint-disable-next-line jsx-a11y-x/no-noninteractive-element-interactions
    <section ref={drawer} class="isl-drawer" aria-label={text(words, `lab.bench.${open}`)} onKeyDown={({ key }) => key === 'Escape' && close()}>
      {open === 'gallery' && <Later of={SOURCES.gallery} words={words} props={{ lang, words, current: taken, onScenario: take }} />}
      {open === 'editor' && <Later of={SOURCES.editor} words={words} props={{ scenario, lang, onScenario: (written: Scenario) => onScenario(written, true) }} />}
      {open === 'settings' && <Later of={SOURCES.settings} words={words} props={{ scenario, words, onScenario: (set: Scenario) => onScenario(set, false) }} />}
    </section>
  );
}
