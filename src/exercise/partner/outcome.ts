import type { Topic } from '../topic.ts';
import type { Game } from './game.ts';
import type { TaskId } from './task.ts';

const TOPIC: Readonly<Record<TaskId, Topic>> = {
  open: 'opening',
  listen: 'opening',
  'both-open': 'opening',
  loss: 'loss',
  'old-duplicate': 'resets',
  'half-open': 'resets',
  crash: 'resets',
  close: 'closing',
  'close-second': 'closing',
  'both-close': 'closing',
};

/** The id of a game: the same in every language, on every page and with whatever numbers, since none of them is to be remembered. */
export function gameId(task: TaskId): string {
  return `partner-${task}`;
}

/** What a game was about, how it ended, and which misconceptions showed; `isAlone`: whether the reader has neither taken back nor asked. */
export function outcomeOf({ task, turns, standing }: Game, isAlone: boolean) {
  const wrong = turns.filter(({ verdict }) => verdict === 'wrong');
  const right = standing === task.goal;
  return {
    id: gameId(task.id),
    kind: 'partner',
    topic: TOPIC[task.id],
    right,
    firstTry: right && isAlone && wrong.length === 0,
    misconceptions: [...new Set(turns.flatMap(({ mistakes }) => mistakes.flatMap(({ misconception }) => misconception ?? [])))],
  } as const;
}
