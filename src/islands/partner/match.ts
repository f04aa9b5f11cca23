import { bestMove, newGame, played, type Game } from '../../exercise/partner/game.ts';
import type { Move } from '../../exercise/partner/move.ts';
import type { TaskId } from '../../exercise/partner/task.ts';
import { BLANK, draftOf, type ComposedDraft } from './composed-draft.ts';

/** A game in the page: every position of it, what stands in the fields, and how much help there was. */
export interface Match {
  /** The positions since the beginning, at least one; the last one is on view. */
  readonly games: readonly [Game, ...Game[]];
  readonly draft: ComposedDraft;
  /** How much of the hint of this position is open. */
  readonly hint: 'none' | 'kind' | 'segment';
  /** Whether the reader has so far neither taken back nor had a segment shown. */
  readonly isAlone: boolean;
  /** How many things the reader has done: what is announced changes with it. */
  readonly deeds: number;
  /** What was done last; null: nothing yet. */
  readonly last: MatchDeed['type'] | null;
}

/** What the reader does. */
export type MatchDeed =
  | { readonly type: 'draft'; readonly draft: ComposedDraft }
  | { readonly type: 'move'; readonly move: Move }
  | { readonly type: 'undo' }
  | { readonly type: 'again' }
  | { readonly type: 'other' }
  | { readonly type: 'hint' };

/** A match before its first move. */
export function newMatch({ task, seed }: { readonly task: TaskId; readonly seed: number }): Match {
  return { games: [newGame(task, seed)], draft: BLANK, hint: 'none', isAlone: true, deeds: 0, last: null };
}

/** The position on view. */
export function gameOf({ games }: Match): Game {
  return games.at(-1) ?? games[0];
}

function moved(match: Match, move: Move): Match {
  const game = gameOf(match);
  const next = played(game, move);
  if (next === game) return match;
  const isWrong = next.turns.at(-1)?.verdict === 'wrong';
  // What was wrong stays to be put right; what was right has its numbers kept, to be counted on from.
  const draft = move.type === 'wait' || isWrong ? match.draft : { ...BLANK, typed: { ...match.draft.typed, length: '0' } };
  return { ...match, games: [...match.games, next], draft, hint: 'none' };
}

function helped(match: Match): Match {
  if (match.hint === 'none') return { ...match, hint: 'kind' };
  const best = bestMove(gameOf(match));
  return { ...match, hint: 'segment', isAlone: false, draft: best.type === 'send' ? draftOf(best.segment) : match.draft };
}

function undone(match: Match): Match {
  const [first, ...later] = match.games;
  const last = later.at(-1)?.turns.at(-1)?.move;
  const draft = last?.type === 'send' ? draftOf(last.segment) : match.draft;
  return later.length === 0 ? match : { ...match, games: [first, ...later.slice(0, -1)], draft, hint: 'none', isAlone: false };
}

/** The match after the reader has done something. */
export function afterDeed(match: Match, deed: MatchDeed): Match {
  const { task } = match.games[0];
  const done: Match = { ...match, deeds: match.deeds + 1, last: deed.type };
  switch (deed.type) {
    case 'draft':
      return { ...match, draft: deed.draft };
    case 'move':
      return moved(done, deed.move);
    case 'undo':
      return undone(done);
    case 'again':
      return { ...newMatch({ task: task.id, seed: task.seed }), isAlone: false, deeds: done.deeds, last: deed.type };
    case 'other':
      return { ...newMatch({ task: task.id, seed: task.seed + 1 }), deeds: done.deeds, last: deed.type };
    case 'hint':
      return helped(done);
  }
}
