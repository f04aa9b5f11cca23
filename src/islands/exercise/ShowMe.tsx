import { useEffect, useMemo, useRef } from 'preact/hooks';
import { parse } from '../../scenario/parse.ts';
import Instrument from '../instrument/Instrument.tsx';
import { Icon } from '../Icon.tsx';
import { text } from '../text.ts';
import type { ShowProps } from './Show.tsx';

const GROUPS = ['step', 'lose', 'play'] as const;

/** The run of a question in the simulator: it plays from the moment that was asked about. */
export function ShowMe({ play, scenario, title, lang, words, onClose }: ShowProps) {
  const box = useRef<HTMLElement>(null);
  const run = useMemo(() => play.scenario ?? parse(scenario).scenario, [play, scenario]);
  useEffect(() => {
    box.current?.focus({ preventScroll: true });
    box.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <section ref={box} class="isl-show" tabIndex={-1} aria-label={title}>
      <button type="button" class="isl-show-close" onClick={onClose}>
        <Icon name="cross" />
        {text(words, 'attempt.show.close')}
      </button>
      <Instrument scenario={run} lang={lang} title={title} groups={GROUPS} from={play.from} />
    </section>
  );
}
