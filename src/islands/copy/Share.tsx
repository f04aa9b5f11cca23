import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { sequenceDiagram } from '../../diagram/sequence-diagram.ts';
import type { Words } from '../../narration/sentence.ts';
import { print } from '../../scenario/print.ts';
import { HOST_IDS, type HostId } from '../../simulation/scenario.ts';
import type { Trace } from '../../simulation/trace.ts';
import { diagramWords } from '../diagram-words.ts';
import { late } from '../late.ts';
import { addressOf } from '../link/address.ts';
import { sizeProblem } from '../link/size-problem.ts';
import type { Lang } from '../messages.ts';
import { text } from '../text.ts';
import { aside } from './aside.ts';
import { copyText } from './clipboard.ts';
import { fileName } from './file-name.ts';
import { embedSnippet } from './embed-snippet.ts';
import { lessonMdx } from './lesson-mdx.ts';
import { save } from './save.ts';
import { pngOf } from './svg/png.ts';
import { standaloneSvg } from './svg/standalone-svg.ts';
import './share.css';

/** What makes captures, fetched when somebody wants one. */
const CAPTURE = late(() => import('./capture-blob.ts').then(({ captureBlob }) => captureBlob));

/** The panel's greatest width, its least distance from the window's edge and from its button, px. */
const WIDTH = 352;
const EDGE = 8;
const GAP = 4;

interface Props {
  readonly lang: Lang;
  /** The messages of the page's language, those of diagrams and of the Lab among them. */
  readonly words: Words;
  readonly title: string;
  /** The run on view. */
  readonly trace: Trace;
  /** The fragment that holds the whole session. */
  readonly link: () => Promise<string>;
  /** The drawing on view, or what draws all of it where only a part is on view; null where the view has none. */
  readonly drawing: () => SVGSVGElement | VNode | null;
  /** Called with what a screen reader should be told. */
  readonly onSaid: (message: string) => void;
}

/** Everything that a reader can take along: a link to exactly this, its texts, its picture. */
export function Share({ lang, words, title, trace, link, drawing, onSaid }: Props) {
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const [told, setTold] = useState('');
  const [refused, setRefused] = useState<string | null>(null);

  useEffect(() => {
    const element = panel.current;
    if (element === null) return;
    const place = ({ newState }: ToggleEvent) => {
      if (newState !== 'open' || opener.current === null) return;
      setTold('');
      setRefused(null);
      stand(element, opener.current.getBoundingClientRect());
    };
    const show = ({ newState }: ToggleEvent) => newState === 'open' && element.scrollIntoView({ block: 'nearest' });
    element.addEventListener('beforetoggle', place);
    element.addEventListener('toggle', show);
    return () => {
      element.removeEventListener('beforetoggle', place);
      element.removeEventListener('toggle', show);
    };
  }, []);

  const tell = (message: string) => {
    setTold(message);
    onSaid(message);
  };
  const copy = async (what: string, given: string | Promise<string>) => {
    const done = await copyText(given);
    try {
      const copied = await given;
      setRefused(done ? null : copied);
      tell(done ? text(words, 'lab.share.copied', { what }) : text(words, 'lab.share.refused'));
      return copied;
    } catch {
      tell(text(words, 'lab.share.failed'));
      return '';
    }
  };
  const address = async () => addressOf(await link());
  const embed = async () => embedSnippet(addressOf(`${import.meta.env.BASE_URL.replace(/\/$/, '')}/${lang}/embed/run/?title=${encodeURIComponent(title)}${await link()}`), title);
  const copyLink = async () => {
    const warning = sizeProblem(await copy(text(words, 'lab.share.link'), address()));
    if (warning !== null) setTold((before) => `${before} ${text(words, `lab.link.${warning.code}`, warning.params)}`);
  };
  const send = async () => {
    try {
      await navigator.share({ title, url: await address() });
    } catch (error) {
      // Whoever closes the system's sheet has changed their mind, and needs no message.
      if (!(error instanceof DOMException && error.name === 'AbortError')) tell(text(words, 'lab.share.not-sent'));
    }
  };
  const picture = async (ending: 'svg' | 'png') => {
    const drawn = drawing();
    if (drawn === null) {
      tell(text(words, 'lab.share.no-drawing'));
      return;
    }
    const file = `${fileName(title)}.${ending}`;
    const take = (svg: SVGSVGElement) => standaloneSvg(svg, title);
    try {
      const svg = await (drawn instanceof SVGSVGElement ? take(drawn) : aside(drawn, panel.current?.closest('.isl-island') ?? document.body, take));
      save(ending === 'svg' ? new Blob([svg], { type: 'image/svg+xml' }) : await pngOf(svg), file);
      tell(text(words, 'lab.share.saved', { file }));
    } catch {
      tell(text(words, 'lab.share.failed'));
    }
  };
  const capture = async (view: HostId) => {
    const file = `${fileName(title)}-${fileName(trace.scenario.hosts[view].name)}.pcapng`;
    try {
      save(await (await CAPTURE.fetch())(trace, view, lang), file);
      tell(text(words, 'lab.share.saved', { file }));
    } catch {
      tell(text(words, 'lab.share.failed'));
    }
  };

  const say = (key: string) => text(words, `lab.share.${key}`);
  return (
    <div class="isl-share">
      <button ref={opener} type="button" popovertarget={id}>
        {say('open')}
      </button>
      <div ref={panel} id={id} popover="auto" class="isl-share-panel" role="group" aria-label={say('open')}>
        <Group title={say('link')} note={say('link.note')}>
          <button type="button" class="isl-share-first" onClick={() => void copyLink()}>{say('link.copy')}</button>
          {'share' in navigator && <button type="button" onClick={() => void send()}>{say('link.send')}</button>}
        </Group>
        <Group title={say('copy')}>
          <button type="button" onClick={() => void copy(say('scenario'), print(trace.scenario))}>{say('scenario')}</button>
          <button type="button" onClick={() => void copy(say('mdx'), lessonMdx(trace, title, lang, words))}>{say('mdx')}</button>
          <button type="button" onClick={() => void copy(say('embed'), embed())}>{say('embed')}</button>
          <button type="button" onClick={() => void copy(say('mermaid'), sequenceDiagram(trace, diagramWords(words)))}>{say('mermaid')}</button>
        </Group>
        <Group title={say('save')}>
          <button type="button" onClick={() => void picture('svg')}>SVG</button>
          <button type="button" onClick={() => void picture('png')}>PNG</button>
        </Group>
        <Group title={say('capture')} note={say('capture.note')}>
          {HOST_IDS.map((host) => (
            <button key={host} type="button" onClick={() => void capture(host)}>{text(words, 'lab.share.capture.at', { host: trace.scenario.hosts[host].name })}</button>
          ))}
        </Group>
        <p class="isl-share-told">{told}</p>
        {refused !== null && <Selected content={refused} label={say('by-hand')} />}
      </div>
    </div>
  );
}

interface GroupProps {
  readonly title: string;
  readonly note?: string;
  readonly children: ComponentChildren;
}

function Group({ title, note, children }: GroupProps) {
  const id = useId();
  return (
    <div role="group" aria-labelledby={id} class="isl-share-group">
      <p id={id} class="isl-share-title">{title}</p>
      {note !== undefined && <p class="isl-share-note">{note}</p>}
      <div class="isl-share-buttons">{children}</div>
    </div>
  );
}

/** A text that the reader has to copy by hand: selected, and the focus on it. */
function Selected({ content, label }: { readonly content: string; readonly label: string }) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [content]);
  return <textarea ref={field} class="isl-share-text" readOnly rows={4} aria-label={label} value={content} />;
}

/** Places the panel under its button, inside the window's width; it scrolls with the page. */
function stand(panel: HTMLElement, button: DOMRect): void {
  const width = Math.min(WIDTH, innerWidth - 2 * EDGE);
  const left = Math.max(EDGE, Math.min(button.right - width, innerWidth - width - EDGE));
  Object.assign(panel.style, { width: `${String(width)}px`, left: `${String(left + scrollX)}px`, top: `${String(button.bottom + GAP + scrollY)}px` });
}
