import type { Effect } from './effect.ts';
import type { Env } from './env.ts';
import type { Flags } from './flags.ts';
import type { Segment } from './segment.ts';
import type { State } from './state.ts';
import type { Tcb } from './tcb.ts';

/** What a rule that fires does. State changes and timers need no effect of their own: `step` reads them off the TCB. */
export interface Outcome {
  readonly tcb: Tcb;
  readonly effects?: readonly Effect[];
  /** What later rules see in place of the arrived segment, e.g. trimmed to the window. */
  readonly segment?: Segment;
  /** Further rules that shaped the outcome of the first, in order. */
  readonly and?: readonly string[];
  /** Whether no later rule of the list is asked; by default the next one is. */
  readonly stop?: true;
}

/** One clause of the specification: fires, with its outcome, or says null and leaves the event to the next rule. */
export interface Rule<Input> {
  /** Unique, e.g. `listen.syn`; the key of its sentence and of its coverage. */
  readonly id: string;
  /** The clause, e.g. `RFC 9293 §3.10.7.2`. */
  readonly cite: string;
  readonly fire: (tcb: Tcb, input: Input, env: Env) => Outcome | null;
}

/** A rule about a segment that arrives. It fires by what it is asked; `bit` and `state` only spare it segments for which it never does. */
export interface ArrivalRule extends Rule<Segment> {
  /** The control bit without which no segment that arrives makes the rule fire. */
  readonly bit?: Flags;
  /** The only state in which a segment that arrives makes the rule fire. */
  readonly state?: State;
}
