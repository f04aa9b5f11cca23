import { readerNext } from '../../exercise/partner/due.ts';
import type { Game } from '../../exercise/partner/game.ts';
import type { Words } from '../../narration/sentence.ts';
import { endpointOf } from '../../simulation/world.ts';
import { text } from '../text.ts';

interface Props {
  readonly game: Game;
  readonly words: Words;
}

/** What the reader's own TCP knows now, to be folded away by who wants to count alone. */
export function Knows({ game, words }: Props) {
  const { world, task, due } = game;
  const { state, iss, irs, snd, rcv } = endpointOf(world, task.reader, 0);
  const isOpening = state !== 'CLOSED' && state !== 'LISTEN';
  const rows: readonly (readonly [string, string | number])[] = [
    [text(words, 'partner.state'), state],
    ...(isOpening ? ([['ISS', iss], ['SND.UNA', snd.una], ['SND.NXT', readerNext(due, endpointOf(world, task.reader, 0))]] as const) : []),
    ...(isOpening && state !== 'SYN-SENT' ? ([['SND.WND', snd.wnd], ['IRS', irs], ['RCV.NXT', rcv.nxt]] as const) : []),
  ];
  return (
    <details class="isl-knows" open>
      <summary>{text(words, 'partner.knows')}</summary>
      <dl>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
