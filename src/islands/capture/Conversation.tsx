import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import type { AsScenario, Refusal } from '../../capture/scenario-from.ts';
import type { Flight } from '../../simulation/trace.ts';
import type { Words } from '../../narration/sentence.ts';
import { capturedHeader } from '../../wire/captured-header.ts';
import Instrument from '../instrument/Instrument.tsx';
import { Notes, type SegmentNotes } from '../segment/notes.ts';
import type { Lang } from '../messages.ts';
import { text } from '../text.ts';
import { ConversationFacts } from './ConversationFacts.tsx';
import { endpointText } from '../../wire/packet/endpoint-text.ts';
import { RemarkText, Remarks } from './Remarks.tsx';
import { TakeAlong } from './TakeAlong.tsx';
import type { Opened } from './use-reading.ts';

interface Props {
  readonly number: number;
  /** null until the worker has followed it. */
  readonly opened: Opened | null;
  /** Whether the worker could not read it again. */
  readonly hasFailed: boolean;
  readonly isRelative: boolean;
  /** The name of the file. */
  readonly name: string;
  readonly lang: Lang;
  /** The Lab in the page's language. */
  readonly lab: string;
  /** The scenario of it; null: none has been made yet. */
  readonly made: AsScenario | Refusal | null;
  readonly words: Words;
  readonly onRelative: (isRelative: boolean) => void;
  readonly onBack: () => void;
  readonly onMake: () => void;
}

/** What an instrument offers for a run that nobody can change. */
const GROUPS = ['step', 'play', 'views', 'inside'] as const;

/** One conversation: its run as the engine has followed it, what does not fit, and what can be made of it. */
export function Conversation({ number, opened, hasFailed, isRelative, name, lang, lab, made, words, onRelative, onBack, onMake }: Props) {
  const id = useId();
  const title = useRef<HTMLHeadingElement>(null);
  const [asked, setAsked] = useState<{ readonly flight: number } | undefined>();
  const say = (key: string, params: Readonly<Record<string, string | number>> = {}) => text(words, `capture.${key}`, params);
  useEffect(() => {
    title.current?.focus({ preventScroll: true });
    title.current?.parentElement?.scrollIntoView({ block: 'start' });
  }, []);
  const observed = opened?.observed ?? null;
  const notes = useMemo((): SegmentNotes => {
    const remarks = observed?.remarks ?? [];
    const about = ({ id: flight }: Flight) => {
      const captured = observed?.captured[flight];
      if (captured === undefined) return null;
      return (
        <div class="isl-card-remarks">
          <p>{say('frame', { frame: captured.frame })}</p>
          {remarks.filter((one) => one.flight === flight).map((remark, at) => <RemarkText key={at} remark={remark} words={words} />)}
          {opened?.comments[flight]?.map((comment, at) => (
            <div key={at} class="isl-card-comment">
              <span>{say('comment')}</span>
              <p dir="auto">{comment}</p>
            </div>
          ))}
        </div>
      );
    };
    const header = ({ id: flight, segment }: Flight) => {
      const octets = opened?.headers[flight] ?? null;
      return octets === null ? null : capturedHeader(segment, octets);
    };
    return { marked: new Set(remarks.map(({ flight }) => flight)), about, header, ruleNumbers: true };
  }, [opened, words]);
  const heading = opened === null ? say('conversation', { number }) : `${endpointText(opened.conversation.ends.A)} → ${endpointText(opened.conversation.ends.B)}`;

  return (
    <section class="isl-conversation" aria-labelledby={`${id}-title`}>
      <button type="button" class="isl-conversation-back" onClick={onBack}>
        {say('back')}
      </button>
      <h2 ref={title} id={`${id}-title`} tabIndex={-1}>
        {heading}
      </h2>
      {opened === null || observed === null ? (
        <p role="status">{say(hasFailed ? 'not-opened' : 'opening')}</p>
      ) : (
        <>
          <ConversationFacts conversation={opened.conversation} observed={observed} words={words} lang={lang} />
          <label class="isl-tick isl-relative">
            <input type="checkbox" checked={isRelative} onChange={({ currentTarget }) => onRelative(currentTarget.checked)} />
            {say('relative')}
          </label>
          <Notes.Provider value={notes}>
            <Instrument scenario={observed.trace.scenario} given={observed.trace} lang={lang} title={say('conversation.title', { number, name })} groups={GROUPS} {...(asked === undefined ? {} : { asked })} />
          </Notes.Provider>
          <section aria-labelledby={`${id}-remarks`}>
            <h3 id={`${id}-remarks`}>{say('remarks', { count: observed.remarks.length })}</h3>
            <Remarks observed={observed} words={words} onFlight={(flight) => setAsked({ flight })} />
          </section>
          <TakeAlong observed={observed} made={made} lab={lab} words={words} lang={lang} onMake={onMake} />
        </>
      )}
    </section>
  );
}
