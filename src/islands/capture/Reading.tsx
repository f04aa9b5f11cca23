import { useEffect, useRef, useState } from 'preact/hooks';
import type { Lang } from '../messages.ts';
import { Status } from '../Status.tsx';
import { text } from '../text.ts';
import { useWords } from '../use-words.ts';
import { Bar } from './Bar.tsx';
import { Conversation } from './Conversation.tsx';
import './capture-words.ts';
import { List } from './List.tsx';
import { FIRST_LOOK, type Look } from './look.ts';
import { Summary } from './Summary.tsx';
import { countText } from './units.ts';
import { usePlace } from './use-place.ts';
import { useReading } from './use-reading.ts';
import './capture.css';

interface Props {
  readonly file: File;
  /** Which file of this visit it is, from 1. */
  readonly turn: number;
  readonly lang: Lang;
  /** The Lab in the page's language. */
  readonly lab: string;
}

/** A capture as it is being read: its conversations, and the one that the reader has opened. */
export function Reading({ file, turn, lang, lab }: Props) {
  const { words } = useWords(lang);
  const { known, ask } = useReading(file);
  const { progress, listing, ended, opened, made, trouble } = known;
  const [look, setLook] = useState<Look>(FIRST_LOOK);
  const [isRelative, setRelative] = useState(true);
  const { conversation, open, back } = usePlace(turn);
  const list = useRef<HTMLDivElement>(null);
  const left = useRef<number | null>(null);

  const lookAt = (next: Look) => {
    setLook(next);
    ask({ type: 'look', look: next });
  };
  useEffect(() => {
    if (conversation !== null) ask({ type: 'open', number: conversation, isRelative });
  }, [conversation, isRelative]);
  // Back in the list the focus is where it was.
  useEffect(() => {
    if (conversation === null && left.current !== null) list.current?.querySelector<HTMLElement>(`[data-conversation="${String(left.current)}"] .isl-list-open`)?.focus();
    left.current = conversation;
  }, [conversation]);

  if (trouble === 'worker' || trouble === 'unreadable') return <p role="alert">{text(words, `capture.trouble.${trouble}`)}</p>;
  const news = ended === null ? (progress.octets === 0 ? text(words, 'capture.said.begun', { name: file.name }) : '') : text(words, ended.isStopped ? 'capture.said.stopped' : 'capture.said.ended', { conversations: countText(progress.conversations, lang) });
  return (
    <div class="isl-reading" data-ended={ended !== null}>
      {ended === null ? <Bar progress={progress} words={words} lang={lang} onStop={() => ask({ type: 'stop' })} /> : <Summary name={file.name} progress={progress} ended={ended} words={words} lang={lang} />}
      <div ref={list} hidden={conversation !== null}>
        {progress.conversations > 0 && <List listing={listing} look={look} words={words} lang={lang} onLook={lookAt} onOpen={open} />}
      </div>
      {conversation !== null && (
        <Conversation key={conversation} number={conversation} opened={opened?.conversation.number === conversation ? opened : null} hasFailed={trouble === conversation} isRelative={isRelative} name={file.name} lang={lang} lab={lab} made={made?.number === conversation ? made.made : null} words={words} onRelative={setRelative} onBack={back} onMake={() => ask({ type: 'make' })} />
      )}
      <Status said={news} turn={ended === null ? 0 : 1} />
    </div>
  );
}
