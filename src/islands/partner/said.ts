import { isOver, type Game, type Turn } from '../../exercise/partner/game.ts';
import { wreckOf } from '../../exercise/partner/standing.ts';
import { newsOf } from '../../exercise/partner/told.ts';
import { say } from '../../narration/say.ts';
import type { Words } from '../../narration/sentence.ts';
import { peerOf } from '../../simulation/scenario.ts';
import { text } from '../text.ts';

/** The key of the verdict on a move, in a few words. */
export function verdictKey({ move, verdict }: Turn): string {
  return `partner.verdict.${move.type}.${verdict}`;
}

/** How the game has ended, in a sentence; '' while it goes on. */
export function endText(game: Game, words: Words): string {
  if (!isOver(game)) return '';
  const { hosts } = game.world.scenario;
  const names = { host: hosts[game.task.reader].name, peer: hosts[peerOf(game.task.reader)].name };
  return text(words, game.standing === 'wrecked' ? `partner.end.wrecked.${wreckOf(game)}` : `partner.end.${game.standing}`, names);
}

/** What a reader who does not see the page hears of the last move: the verdict, what has come, and whose turn it is. */
export function turnText(game: Game, words: Words): string {
  const turn = game.turns.at(-1);
  if (turn === undefined) return text(words, 'partner.begun');
  const end = endText(game, words);
  const news = newsOf(game).map((one) => say(one, words));
  return [text(words, verdictKey(turn)), ...turn.mistakes.map(({ why }) => say(why.sentence, words)), ...news, end === '' ? text(words, 'partner.turn') : end].join(' ');
}
