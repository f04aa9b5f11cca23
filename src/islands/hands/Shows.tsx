import { outcomesOf } from '../../narration/outcome.ts';
import { say } from '../../narration/say.ts';
import type { Words } from '../../narration/sentence.ts';
import { foresee } from '../../simulation/foresee.ts';
import { peerOf, type Action, type HostId } from '../../simulation/scenario.ts';
import type { Trace } from '../../simulation/trace.ts';
import type { World } from '../../simulation/world.ts';
import { text } from '../text.ts';

interface Props {
  readonly trace: Trace;
  readonly world: World;
  /** What would be injected; null: the fields do not make a segment. */
  readonly action: Action | null;
  /** Which sentence a ready-made segment has; null: it was made by hand. */
  readonly shows: string | null;
  readonly to: HostId;
  readonly words: Words;
}

/** What will come of a forged segment: in a sentence where it is ready-made, else as the engine foresees it. */
export function Shows({ trace, world, action, shows, to, words }: Props) {
  const { hosts } = trace.scenario;
  const names = { host: hosts[to].name, peer: hosts[peerOf(to)].name };
  if (action === null) return <p>{text(words, 'lab.inject.own.wrong')}</p>;
  if (shows !== null) return <p>{text(words, `lab.inject.shows.${shows}`, names)}</p>;
  const outcomes = foresee(world, action).flatMap((moment) => (moment.kind === 'endpoint' ? outcomesOf(moment, trace) : []));
  if (outcomes.length === 0) return <p>{text(words, 'lab.inject.own.nothing', names)}</p>;
  return (
    <>
      <p>{text(words, 'lab.inject.own')}</p>
      <ul>
        {outcomes.map(({ sentence }, index) => (
          <li key={index}>{say(sentence, words)}</li>
        ))}
      </ul>
    </>
  );
}
