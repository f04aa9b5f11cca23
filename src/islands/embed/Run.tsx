import { h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Words } from '../../narration/sentence.ts';
import { loadWords, wordsIn, type Lang } from '../messages.ts';
import Simulation from '../Simulation.tsx';
import { text } from '../text.ts';
import { useWords } from '../use-words.ts';

interface Props {
  readonly lang: Lang;
  /** The address of the Lab in the page's language. */
  readonly lab: string;
}

/** A run as a simulation takes it. */
interface Taken {
  readonly run: string;
  readonly told: Words;
  readonly svg: string;
  readonly title: string;
  readonly lab: string;
}

/** The run that the address holds, as the Lab's own links hold it; `?title=…` says what it is called. */
export default function LinkedRun({ lang, lab }: Props) {
  const { words } = useWords(lang);
  const [taken, setTaken] = useState<Taken | 'coming' | 'failed'>('coming');
  useEffect(() => {
    const title = new URLSearchParams(location.search).get('title') ?? '';
    take(lang, title === '' ? text(words, 'island.embed.run') : title, lab).then(setTaken, () => setTaken('failed'));
  }, []);
  if (typeof taken === 'string') {
    return (
      <p class="hl-embed-note" role="status">
        {text(words, `island.embed.${taken}`)}
      </p>
    );
  }
  const { run, told, svg, title } = taken;
  return (
    <Simulation run={run} told={told} lang={lang} title={title} lab={taken.lab}>
      {/* Where the build puts what it has drawn. */}
      {h('astro-slot', { dangerouslySetInnerHTML: { __html: svg } })}
    </Simulation>
  );
}

/** Rejects where the address holds no run, or what draws it cannot be fetched. */
async function take(lang: Lang, title: string, lab: string): Promise<Taken> {
  const [{ readRun }] = await Promise.all([import('./read-run.ts'), loadWords(lang, 'diagram'), loadWords(lang, 'rest')]);
  return { title, lab: lab + location.hash, ...(await readRun(location.hash, title, wordsIn(lang))) };
}
