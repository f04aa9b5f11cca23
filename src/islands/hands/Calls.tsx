import { useId, useMemo } from 'preact/hooks';
import type { Words } from '../../narration/sentence.ts';
import { HOST_IDS } from '../../simulation/scenario.ts';
import type { Trace } from '../../simulation/trace.ts';
import type { Deed } from '../deed.ts';
import { HostCalls } from './HostCalls.tsx';
import { worldAt } from '../world-at.ts';
import './hands.css';

interface Props {
  readonly trace: Trace;
  /** How many moments the reader has seen. */
  readonly shown: number;
  /** The place in `trace.connections` of the connection that is meant. */
  readonly connection: number;
  readonly words: Words;
  readonly onDeed: (deed: Deed) => void;
}

/** What the users of both hosts can do at the moment on view. */
export function Calls({ trace, shown, connection, words, onDeed }: Props) {
  const id = useId();
  const world = useMemo(() => worldAt(trace, shown), [trace, shown]);
  return (
    <div class="isl-hands isl-calls">
      {HOST_IDS.map((host) => (
        <HostCalls key={host} id={`${id}-${host}`} world={world} host={host} connection={connection} words={words} onAction={(action) => onDeed({ type: 'do', action })} />
      ))}
    </div>
  );
}
