import type { Game } from '../../exercise/partner/game.ts';
import { composed } from '../../exercise/partner/move.ts';
import { answersIn } from '../../exercise/partner/told.ts';
import { segmentText } from '../../narration/segment-text.ts';
import type { Words } from '../../narration/sentence.ts';
import { peerOf } from '../../simulation/scenario.ts';
import { hostLabel, text } from '../text.ts';
import { verdictKey } from './said.ts';

interface Props {
  readonly game: Game;
  readonly words: Words;
}

/** The conversation move by move: what the ladder draws, for whoever reads or hears it. */
export function Log({ game, words }: Props) {
  const peer = hostLabel(words, game.world.scenario.hosts[peerOf(game.task.reader)].name);
  return (
    <details class="isl-details isl-log">
      <summary>{text(words, 'partner.log', { count: game.turns.length })}</summary>
      <ol>
        {game.turns.map((turn, index) => (
          <li key={index} data-verdict={turn.verdict}>
            <p>
              {turn.move.type === 'send' ? <code>{segmentText(composed(turn.move.segment))}</code> : text(words, 'partner.wait')} <span>{text(words, verdictKey(turn))}</span>
            </p>
            {answersIn(turn, game).map(({ id, segment, fate }) => (
              <p key={id} class="isl-log-peer">
                {peer}: <code>{segmentText(segment)}</code> {fate === 'lost' && text(words, 'partner.lost')}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </details>
  );
}
