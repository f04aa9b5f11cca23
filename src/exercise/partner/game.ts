import { start } from '../../simulation/run.ts';
import { endpointsOf } from '../../simulation/trace-of.ts';
import { endpointOf } from '../../simulation/world.ts';
import { peerOf, type Scenario } from '../../simulation/scenario.ts';
import { explained } from '../option.ts';
import { sentence } from '../../narration/sentence.ts';
import type { Segment } from '../../tcp/segment.ts';
import { couldSend, type Fitting } from './could-send.ts';
import { dueWithout } from './due.ts';
import { followUps } from './follow.ts';
import { mistakesIn, type Mistake } from './mistake.ts';
import { composed, composedOf, type Move } from './move.ts';
import { after, settled, soon, withAct, type Conversation } from './settle.ts';
import { standingOf } from './standing.ts';
import { silentScenario, taskOf } from './task-of.ts';
import type { Standing, TaskId } from './task.ts';

/** What becomes of one move. */
export interface Turn {
  readonly move: Move;
  /** `right`: TCP does this now; `possible`: it may, though nothing asks for it; `wrong`: it would not. */
  readonly verdict: Fitting | 'wrong';
  /** Why it is wrong; empty where it is not. */
  readonly mistakes: readonly Mistake[];
  /** How many moments had happened when the reader made it. */
  readonly since: number;
  /** How many had when it was the reader's turn again. */
  readonly until: number;
  /** Which of the reader's segments it put on the wire, from 0; null: none. */
  readonly segment: number | null;
  /** How the conversation stood then. */
  readonly standing: Standing;
}

/** A game: a task and what has been done about it. The same moves of the same task and seed give the same game. */
export interface Game extends Conversation {
  readonly turns: readonly Turn[];
  readonly standing: Standing;
  /** The endpoints before the first moment, as a trace has them. */
  readonly begin: ReturnType<typeof endpointsOf>;
}

/** A game before its first move: what happens by itself at first has happened. */
export function newGame(id: TaskId, seed: number): Game {
  const task = taskOf(id, seed);
  const world = start(silentScenario(task));
  const begin = endpointsOf(world);
  const conversation = settled({ task, world, cues: 0, due: [] });
  return { ...conversation, turns: [], standing: standingOf(conversation), begin };
}

function moved(game: Game, turn: Pick<Turn, 'move' | 'verdict' | 'mistakes' | 'segment'>, conversation: Conversation): Game {
  const standing = standingOf(conversation);
  const whole: Turn = { ...turn, since: game.world.moments.length, until: conversation.world.moments.length, standing };
  return { ...game, ...conversation, standing, turns: [...game.turns, whole] };
}

/** Puts what the reader composes on the wire, behind what its user does in the same instant. */
function launched(game: Game, { flags, seq, ack, length, wnd }: Segment): Conversation {
  const { task, world } = game;
  const segment = { flags, seq, ack, length, wnd };
  const act = { type: 'inject', to: peerOf(task.reader), segment } as const;
  return { ...game, world: withAct(world, soon(world) + world.scenario.delay, act) };
}

function sendMove(game: Game, move: Extract<Move, { type: 'send' }>): Game {
  const { task, world, due } = game;
  const segment = composed(move.segment);
  const own = endpointOf(world, task.reader, 0);
  const fitting = couldSend(segment, due, own);
  const mistakes = fitting === null ? mistakesIn(segment, game) : [];
  const count = game.turns.filter((turn) => turn.segment !== null).length;
  const tried = launched(game, segment);
  const followed = followUps(tried, count);
  const at = soon(world);
  const withUser = followed.reduce<Conversation>((one, action) => ({ ...one, world: withAct(one.world, at, action) }), tried);
  const called = performed(withUser, followed.length);
  const left = fitting === null && followed.length === 0 ? called.due : dueWithout(called.due, segment);
  const turn = { move, verdict: fitting ?? ('wrong' as const), mistakes, segment: count };
  return moved(game, turn, settled({ ...called, due: left }));
}

/** Lets so many acts of the script happen that are to happen now. */
function performed(conversation: Conversation, count: number): Conversation {
  const { nextAct } = conversation.world;
  let now = conversation;
  while (now.world.nextAct < nextAct + count) {
    const next = after(now);
    if (next === null) return now;
    now = next;
  }
  return now;
}

const LATE: Mistake = { part: 'flags', why: explained(sentence('partner.why.late')), misconception: null };

function waitMove(game: Game): Game {
  const overdue = game.due.length > 0;
  const next = after(game);
  const turn = { move: { type: 'wait' }, verdict: overdue ? 'wrong' : 'right', mistakes: overdue ? [LATE] : [], segment: null } as const;
  return moved(game, turn, next === null ? game : settled(next));
}

/** Whether the reader can still do something: the conversation goes on. */
export function isOver({ standing }: Pick<Game, 'standing'>): boolean {
  return standing !== 'goes on';
}

/** The game after one more move; a game that is over stays as it is. Never throws. */
export function played(game: Game, move: Move): Game {
  if (isOver(game)) return game;
  return move.type === 'wait' ? waitMove(game) : sendMove(game, move);
}

/** Whether letting time pass would change anything. */
export function canWait(game: Game): boolean {
  return !isOver(game) && after(game) !== null;
}

/** What a TCP would do now: send the first segment that is due, or wait. */
export function bestMove({ due }: Pick<Game, 'due'>): Move {
  const [first] = due;
  return first === undefined ? { type: 'wait' } : { type: 'send', segment: composedOf(first.segment) };
}

/** The game as a scenario: the reader's segments appear in front of the peer, what its own TCP would have sent is lost. */
export function scenarioOf({ world }: Pick<Game, 'world'>): Scenario {
  return { ...world.scenario, stop: { type: 'at', ms: world.now } };
}
