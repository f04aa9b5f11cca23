import { advance } from '../../simulation/run.ts';
import { endpointOf, fork, type World } from '../../simulation/world.ts';
import { quiet } from '../../simulation/script.ts';
import { HOST_IDS, peerOf, type Act, type Action } from '../../simulation/scenario.ts';
import type { Flight } from '../../simulation/trace.ts';
import { dueAfter, type Due } from './due.ts';
import type { Cue, Task } from './task.ts';

/** A conversation under way: plain data but for the world, which is forked before anything happens to it. */
export interface Conversation {
  readonly task: Task;
  readonly world: World;
  /** How many of the task's cues have come. */
  readonly cues: number;
  readonly due: readonly Due[];
}

/** More happens in no turn; only a wire that never falls silent gets there. */
const BOUND = 500;

/** The earliest time at which an act happens after all that has happened, ms: a timer that has just expired would come after it when the scenario runs again. */
export function soon({ now, moments }: World): number {
  const last = moments.at(-1);
  return last?.kind === 'endpoint' && last.at === now && last.event.type.endsWith('TIMEOUT') ? now + 1 : now;
}

/** The world with an act of its script to come at that time, ms. */
export function withAct(world: World, ms: number, action: Action): World {
  const { scenario, nextAct } = world;
  const act: Act = { when: { type: 'at', ms }, action };
  const later = scenario.script.findIndex(({ when }, at) => at >= nextAct && when.type === 'at' && when.ms > ms);
  const script = scenario.script.toSpliced(later < 0 ? scenario.script.length : later, 0, act);
  return { ...fork(world), scenario: { ...scenario, script } };
}

/** Whether something is on the wire, or about to be done. */
function isBusy({ wire, nextAct, scenario }: World): boolean {
  return wire.length > 0 || nextAct < scenario.script.length;
}

/** Whether more happens in this very instant. */
function isMidst({ wire, nextAct, scenario, now, due }: World): boolean {
  const when = scenario.script[nextAct]?.when;
  const expires = HOST_IDS.some((host) => (due[host]?.at ?? Infinity) <= now);
  return expires || wire.some(({ at }) => at <= now) || (when?.type === 'at' && when.ms <= now);
}

function isCued({ when }: Cue, { world, task, due }: Conversation): boolean {
  if (when === 'quiet') return due.length === 0 && !isBusy(world) && quiet(world);
  return endpointOf(world, peerOf(task.reader), 0).state === when.peer;
}

/** The conversation with the next cue of the task, where its time has come. */
function cued(conversation: Conversation): Conversation | null {
  const { task, world, cues } = conversation;
  const cue = task.cues[cues];
  if (cue === undefined || !isCued(cue, conversation)) return null;
  const at = soon(world);
  const next = cue.actions.reduce((changed, action) => withAct(changed, at, action), world);
  return { ...conversation, world: next, cues: cues + 1 };
}

/** Lets one thing happen; null where nothing more can. */
export function after(conversation: Conversation): Conversation | null {
  const world = fork(conversation.world);
  const before = world.moments.length;
  if (!advance(world)) return null;
  return { ...conversation, world, due: dueAfter(conversation.due, world.moments.slice(before), conversation.task.reader) };
}

/** Lets happen what happens by itself until it is the reader's turn: TCP would send something new, or the wire is silent and the users are. */
export function settled(begun: Conversation): Conversation {
  let conversation = begun;
  const isFresh = () => conversation.due.some((one) => !begun.due.includes(one));
  for (let count = 0; count < BOUND; count += 1) {
    if (isFresh() && !isMidst(conversation.world)) return conversation;
    const next = cued(conversation) ?? (isBusy(conversation.world) || isMidst(conversation.world) ? after(conversation) : null);
    if (next === null) return conversation;
    conversation = next;
  }
  return conversation;
}

/** The reader's segments that have reached the peer, in order; those behind them are still under way. */
export function sentBy({ world, task: { reader } }: Pick<Conversation, 'world' | 'task'>): readonly Flight[] {
  return world.flights.filter(({ origin, to }) => origin === 'injected' && to === peerOf(reader));
}
