import type { Action, HostId, Scenario } from '../../simulation/scenario.ts';
import type { State } from '../../tcp/state.ts';

/** What a reader who is one endpoint is to do. */
export const TASKS = ['open', 'listen', 'loss', 'old-duplicate', 'both-open', 'close', 'close-second', 'both-close', 'half-open', 'crash'] as const;

/** One of the tasks. */
export type TaskId = (typeof TASKS)[number];

/** How the conversation stands: it goes on; the connection is open, or closed, or reset where it had to be; or it is wrecked, and no segment can save it. */
export type Standing = 'goes on' | 'open' | 'closed' | 'reset' | 'wrecked';

/** What the users do next, all in the same instant. */
export interface Cue {
  /** `quiet`: nothing is on the wire, to be answered or to be retransmitted; else as soon as the reader's peer is in the state. */
  readonly when: 'quiet' | { readonly peer: State };
  readonly actions: readonly Action[];
}

/** One conversation to be had: who the reader is, what both users want, and what is to come of it. */
export interface Task {
  readonly id: TaskId;
  readonly seed: number;
  /** The hosts and the faults of the wire; nothing happens in it yet. */
  readonly base: Scenario;
  readonly reader: HostId;
  readonly cues: readonly Cue[];
  readonly goal: Exclude<Standing, 'goes on' | 'wrecked'>;
  /** How many octets each user sends where the task has it send some. */
  readonly octets: { readonly reader: number; readonly peer: number };
}
