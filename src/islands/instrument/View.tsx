import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import type { Scenario } from '../../simulation/scenario.ts';
import type { Flight, Trace } from '../../simulation/trace.ts';
import { Ladder } from '../ladder/Ladder.tsx';
import type { Lang } from '../messages.ts';
import { Picture } from '../Picture.tsx';
import { text } from '../text.ts';
import type { Speech } from '../use-words.ts';
import { Later } from './Later.tsx';
import { SOURCES } from './sources.ts';
import type { View as Name } from '../views/view-name.ts';

interface Props {
  readonly view: Name;
  readonly trace: Trace;
  readonly shown: number;
  readonly isStepping: boolean;
  readonly selected: number | null;
  readonly onSelect: (flight: number | null) => void;
  readonly onGo: (shown: number) => void;
  /** The scenario that the build has drawn; null: none. */
  readonly drawn: Scenario | null;
  readonly speech: Speech;
  readonly lang: Lang;
  readonly title: string;
  /** Whether the page has it before it is awake: then the ladder is there for a phone and for a wider place, of which the style sheet shows one. */
  readonly isBuilt: boolean;
  /** The diagram that the build has drawn. */
  readonly children: ComponentChildren;
}

const NOTHING = () => undefined;

/** The run in the view that the reader has chosen; every view keeps the place. */
export function View({ view, trace, shown, isStepping, selected, onSelect, onGo, drawn, speech, lang, title, isBuilt, children }: Props) {
  const { words } = speech;
  const [isAwake, setAwake] = useState(!isBuilt);
  useLayoutEffect(() => setAwake(true), []);
  const now = { trace, shown, words };
  switch (view) {
    case 'ladder':
      return (
        <>
          {!isAwake && <Ladder {...now} selected={null} onSelect={NOTHING} onGo={NOTHING} narrow />}
          <Ladder key="ladder" {...now} selected={selected} onSelect={onSelect} onGo={onGo} />
        </>
      );
    case 'diagram':
      return (
        <Picture author={drawn} trace={trace} shown={shown} isStepping={isStepping} speech={speech} lang={lang} title={title} beforeSwap={NOTHING} afterSwap={NOTHING} onFlight={({ id }: Flight) => onSelect(id)} label={text(words, 'lab.view.diagram')}>
          {children}
        </Picture>
      );
    case 'segments':
      return <Later of={SOURCES.segments} words={words} props={{ ...now, selected, onSelect, onGo }} />;
    case 'story':
      return <Later of={SOURCES.story} words={words} props={{ ...now, onGo }} />;
    case 'mermaid':
      return <Later of={SOURCES.mermaid} words={words} props={now} />;
  }
}
