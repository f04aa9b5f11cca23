import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../Icon.tsx';
import { late } from '../late.ts';
import type { Lang } from '../messages.ts';
import { text } from '../text.ts';
import { useWords } from '../use-words.ts';
import type { Dropped } from './dropped.ts';
import { EXAMPLES, exampleFile, type Example } from './examples.ts';
import { useDrop } from './use-drop.ts';
import './zone-words.ts';
import '../island.css';
import './zone.css';

interface Props {
  readonly lang: Lang;
  /** Where the example captures are, with a slash at its end. */
  readonly captures: string;
  /** The Lab in the page's language. */
  readonly lab: string;
}

/** A file that the reader has chosen; another number for each. */
interface Chosen {
  readonly file: File;
  readonly turn: number;
}

/** All that reads and shows a capture, fetched with the first file. */
const READING = late(() => import('./Reading.tsx'));

/** The page that reads captures: takes a file by button or by drop, or an example, and hands it to what reads. */
export default function ReadCapture({ lang, captures, lab }: Props) {
  const { words } = useWords(lang);
  const input = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [notice, setNotice] = useState('');
  const [isLate, setLate] = useState(false);
  const reading = READING.use(chosen !== null);
  const say = (key: string, params: Readonly<Record<string, string | number>> = {}) => text(words, `zone.${key}`, params);

  const open = (file: File, said = '') => {
    setNotice(said);
    setLate(false);
    setChosen((before) => ({ file, turn: (before?.turn ?? 0) + 1 }));
    READING.fetch().catch(() => setLate(true));
  };
  const take = (what: Dropped) => {
    if (what.type === 'file') open(what.file, what.more > 0 ? say('more', { name: what.file.name, more: what.more }) : '');
    else setNotice(say(what.type));
  };
  const isOver = useDrop(take);
  const takeChosen = () => {
    const file = input.current?.files?.[0];
    if (file === undefined) return;
    open(file);
    // The same file can be chosen again.
    if (input.current !== null) input.current.value = '';
  };
  const example = async (name: Example) => {
    setNotice(say('fetching'));
    try {
      const file = exampleFile(name, lang);
      const response = await fetch(captures + file);
      if (!response.ok) throw new Error(response.statusText);
      open(new File([await response.blob()], file.replace(/^.*\//u, '')));
    } catch {
      setNotice(say('example.failed'));
    }
  };
  // The reader may have chosen one before this was awake.
  useEffect(takeChosen, []);

  return (
    <div class="isl-island isl-capture not-content" data-over={isOver} data-open={chosen !== null}>
      <div class="isl-zone">
        <Icon name="read" />
        <p class="isl-zone-title">{say(isOver ? 'drop-now' : 'drop')}</p>
        <label class="isl-zone-choose">
          <input ref={input} type="file" onChange={takeChosen} />
          <span>{say(chosen === null ? 'choose' : 'choose.other')}</span>
        </label>
        <p class="isl-zone-note">
          <strong>{say('stays')}</strong> {say('kinds')}
        </p>
      </div>
      <details class="isl-examples" open={chosen === null}>
        <summary>{say('examples')}</summary>
        <ul>
          {EXAMPLES.map((name) => (
            <li key={name}>
              <button type="button" onClick={() => void example(name)}>
                {say(`example.${name}`)}
              </button>
            </li>
          ))}
        </ul>
      </details>
      <p class="isl-zone-notice" role="status">
        {isLate ? say('failed') : chosen !== null && reading === null ? say('fetching') : notice}
      </p>
      {chosen !== null && reading !== null && <reading.Reading key={chosen.turn} file={chosen.file} turn={chosen.turn} lang={lang} lab={lab} />}
      {isLate && chosen !== null && (
        <button type="button" onClick={() => open(chosen.file)}>
          {say('again')}
        </button>
      )}
    </div>
  );
}
