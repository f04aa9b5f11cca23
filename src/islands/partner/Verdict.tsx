import type { Game, Turn } from '../../exercise/partner/game.ts';
import { gameTrace, passedIn, reactionTo } from '../../exercise/partner/told.ts';
import { say } from '../../narration/say.ts';
import type { Words } from '../../narration/sentence.ts';
import { segmentText } from '../../narration/segment-text.ts';
import { composed } from '../../exercise/partner/move.ts';
import { peerOf } from '../../simulation/scenario.ts';
import { Because } from '../Because.tsx';
import { Icon } from '../Icon.tsx';
import { Reasons } from '../Reasons.tsx';
import { text } from '../text.ts';
import { verdictKey } from './said.ts';

interface Props {
  readonly turn: Turn;
  readonly game: Game;
  readonly words: Words;
}

/** The verdict on the last move: right or not, which part and why, and what the peer made of it, by which rules. */
export function Verdict({ turn, game, words }: Props) {
  const { move, verdict, mistakes } = turn;
  const reaction = reactionTo(turn, game);
  const { hosts } = game.world.scenario;
  const peer = hosts[peerOf(game.task.reader)].name;
  return (
    <div class="isl-judged" data-verdict={verdict}>
      <p class="isl-judged-head">
        <strong>
          <Icon name={verdict === 'wrong' ? 'cross' : 'accept'} /> {text(words, verdictKey(turn))}
        </strong>{' '}
        {move.type === 'send' && <code>{segmentText(composed(move.segment))}</code>}
      </p>
      {mistakes.length > 0 && (
        <ul class="isl-mistakes">
          {mistakes.map(({ part, why }) => (
            <li key={`${part}${why.sentence.key}`}>
              {move.type === 'send' && <strong>{text(words, `exercise.next-segment.field.${part}`)}: </strong>}
              <Because sentence={why.sentence} clause={why.clause} words={words} />
            </li>
          ))}
        </ul>
      )}
      {move.type === 'wait' ? (
        <ul class="isl-passed">
          {passedIn(turn, game).map((sentence, index) => (
            <li key={index}>{say(sentence, words)}</li>
          ))}
        </ul>
      ) : reaction === null ? (
        <p>{text(words, 'partner.under-way', { peer })}</p>
      ) : (
        <div class="isl-reaction">
          <p>{text(words, reaction.before.state === reaction.after.state ? 'partner.reaction.stays' : 'partner.reaction.moves', { peer, before: reaction.before.state, after: reaction.after.state })}</p>
          <Reasons moment={reaction} trace={gameTrace(game)} words={words} />
        </div>
      )}
    </div>
  );
}
