import type { Flight } from '../simulation/trace.ts';
import type { Action, Scenario, WireAction } from '../simulation/scenario.ts';
import type { ChangedLine } from './changes.ts';

/** What a reader can do to one segment of the wire: `deliver` brings it to its destination now, `restore` takes back every loss that named it. */
export type WireDeed =
  | { readonly type: 'lose' }
  | { readonly type: 'hold' }
  | { readonly type: 'release' }
  | { readonly type: 'deliver' }
  | { readonly type: 'restore' }
  /** It arrives so many ms later, 1 or more. */
  | { readonly type: 'delay'; readonly ms: number }
  /** A copy arrives so many ms after it, 1 or more. */
  | { readonly type: 'duplicate'; readonly ms: number };

/** What a reader can do to either host, or forge, at the moment on view. */
export type HandAction = Exclude<Action, WireAction | { type: 'release' }>;

/** Everything that a reader can do in a simulation. */
export type Deed =
  | { readonly type: 'step' | 'back' | 'start' | 'end' | 'reset' | 'undo' | 'redo' }
  /** Show exactly so many moments; beyond the ends the nearest end. */
  | { readonly type: 'go'; readonly shown: number }
  /** To the flight of the present trace with this id: now where it is under way, else when it left. */
  | { readonly type: 'wire'; readonly flight: number; readonly what: WireDeed }
  /** At the moment on view. */
  | { readonly type: 'do'; readonly action: HandAction }
  /** Go on with another scenario, as if it were the author's. */
  | { readonly type: 'open'; readonly scenario: Scenario }
  /** Write the scenario of the run on view otherwise; what is typed in one go is one change. */
  | { readonly type: 'edit'; readonly scenario: Scenario; readonly isTyped: boolean }
  /** Take a line that the reader has added out again, or put one of the author's back. */
  | { readonly type: 'drop' | 'put back'; readonly line: ChangedLine }
  /** Go to another branch, or close one. */
  | { readonly type: 'branch' | 'close'; readonly branch: number };

/** The fate of the segment turned over: lost, or delivered after all. */
export function toggled({ id, fate }: Flight): Deed {
  return { type: 'wire', flight: id, what: { type: fate === 'lost' ? 'restore' : 'lose' } };
}
