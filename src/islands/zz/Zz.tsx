import { useRef, useState } from 'preact/hooks';
import { run } from '../../simulation/run.ts';
import type { Scenario } from '../../simulation/scenario.ts';
import { Share } from '../copy/Share.tsx';
import { encode } from '../link/link.ts';
import { loadWordsHere, wordsIn, type Lang } from '../messages.ts';
import '../island.css';
await loadWordsHere('island'); await loadWordsHere('rest'); await loadWordsHere('lab');
export default function Zz({ scenario, lang, title, children }: { scenario: Scenario; lang: Lang; title: string; children?: unknown }) {
  const box = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState('');
  return <section class="isl-island not-content"><p class="isl-title">{title}</p>
    <div style="display:flex;justify-content:flex-end;padding:.5rem 1rem"><Share lang={lang} words={wordsIn(lang)} title={title} trace={run(scenario)} link={() => encode({ author: scenario, branches: [{ scenario, from: null }], current: 0, shown: 'all', view: 'ladder', selected: null, compare: null })} drawing={() => box.current?.querySelector('svg') ?? null} onSaid={setSaid} /></div>
    <div ref={box}>{children as never}</div><p role="status" class="said">{said}</p></section>;
}
