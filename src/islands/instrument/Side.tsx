import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Flight, Trace } from '../../simulation/trace.ts';
import type { ControlGroup } from '../control-group.ts';
import type { Deed } from '../deed.ts';
import { Story } from '../Story.tsx';
import { text } from '../text.ts';
import type { Speech } from '../use-words.ts';
import { Fold } from './Fold.tsx';
import { InTurn } from './InTurn.tsx';
import { Later } from './Later.tsx';
import { SideIndex } from './SideIndex.tsx';
import { SOURCES } from './sources.ts';
import { useRoom } from './use-room.ts';

interface Props {
  readonly groups: readonly ControlGroup[];
  readonly isLab: boolean;
  readonly trace: Trace;
  readonly shown: number;
  readonly isStepping: boolean;
  /** The segment in question; absent: there is none. */
  readonly flight: Flight | undefined;
  readonly speech: Speech;
  readonly onDeed: (deed: Deed) => void;
  /** What the reader has changed. */
  readonly children: ComponentChildren;
}

/** Everything about the moment on view: what happened and why, the segment in question, what can be done; and what both hosts know, which has a column of its own where there is room. */
export function Side({ groups, isLab, trace, shown, isStepping, flight, speech: { words, isWhole }, onDeed, children }: Props) {
  const [chosen, setConnection] = useState(0);
  const side = useRef<HTMLDivElement>(null);
  const hasRoom = useRoom(side);
  const connection = chosen < trace.connections.length ? chosen : 0;
  const has = (group: ControlGroup) => groups.includes(group);
  const now = { trace, shown, words };
  const onGo = (to: number) => onDeed({ type: 'go', shown: to });
  const say = (key: string) => text(words, `lab.${key}`);
  return (
    <div ref={side} class="isl-side" data-stepping={isStepping}>
      {has('inside') && <SideIndex side={side} words={words} />}
      <div class="isl-moment">
        <section class="isl-part" aria-label={say('part.story')}>
          <p class="isl-part-title" role="heading" aria-level={3}>{isStepping ? say('part.story') : text(words, 'island.whole', { all: trace.moments.length })}</p>
          <div class="isl-story">
            <Story trace={trace} shown={isStepping ? shown : 'all'} words={words} />
          </div>
        </section>
        {(has('wire') || has('inside')) && (
          <section class="isl-part" aria-label={say('part.segment')}>
            <p class="isl-part-title" role="heading" aria-level={3}>{say('part.segment')}</p>
            {flight === undefined ? <p class="isl-part-hint">{say(has('wire') ? 'part.segment.none' : 'part.segment.none.read')}</p> : <InTurn>{() => <Later of={SOURCES.card} words={words} props={{ ...now, flight, onGo, onDeed: has('wire') ? onDeed : null }} />}</InTurn>}
          </section>
        )}
        {has('calls') && (
          <Fold title={say('part.calls')} isOpen={isLab && isWhole} key={`calls${String(isLab && isWhole)}`}>
            {() => <InTurn>{() => <Later of={SOURCES.calls} words={words} props={{ ...now, connection, onDeed }} />}</InTurn>}
          </Fold>
        )}
        {has('inject') && <Fold title={say('part.inject')}>{() => <InTurn>{() => <Later of={SOURCES.inject} words={words} props={{ ...now, connection, onDeed }} />}</InTurn>}</Fold>}
        {children}
      </div>
      {has('inside') && (
        <div class="isl-ends">
          <Fold title={say('part.inside')} isOpen={hasRoom} key={`inside${String(hasRoom)}`}>
            {() => <InTurn>{() => <Later of={SOURCES.inside} words={words} props={{ ...now, connection, onConnection: setConnection }} />}</InTurn>}
          </Fold>
          <Fold title={say('part.states')}>{() => <InTurn>{() => <Later of={SOURCES.states} words={words} props={{ ...now, host: 'A' as const, connection }} />}</InTurn>}</Fold>
          <Fold title={say('part.sockets')}>{() => <InTurn>{() => <Later of={SOURCES.sockets} words={words} props={now} />}</InTurn>}</Fold>
        </div>
      )}
    </div>
  );
}
