import { HOST_IDS, type HostId } from '../../simulation/scenario.ts';
import type { CrashMoment, EndpointMoment, Trace } from '../../simulation/trace.ts';
import type { State } from '../../tcp/state.ts';

/** Something that happens to one host. */
export type OwnMoment = EndpointMoment | CrashMoment;

/** One change of state, and what happened before it that changed none. */
export interface WalkStep {
  readonly from: State;
  readonly to: State;
  readonly moment: OwnMoment;
  /** Since the step before, in order. */
  readonly idle: readonly OwnMoment[];
  /** The state that the text of RFC 9293 §3.10.7.4 passes through where Figure 5 goes straight (its note 2); else null. */
  readonly via: State | null;
}

/** A part of a host's way through the states: two steps or more. */
export interface Walk {
  readonly host: HostId;
  readonly steps: readonly WalkStep[];
}

/** How long a walk may be, and how much may have to be told for it. */
const MOST_STEPS = 5;
const MOST_TOLD = 7;

/** The changes of state at a moment; one segment may bring about two. */
function changesAt(moment: OwnMoment): readonly (readonly [State, State])[] {
  const [before, after] = [moment.before.state, moment.after.state];
  if (moment.kind === 'crash') return before === after ? [] : [[before, after]];
  return moment.effects.flatMap((effect) => (effect.type === 'state' && effect.from !== effect.to ? [[effect.from, effect.to] as const] : []));
}

/** One step for what the moment changes: one arrow of Figure 5; null where it is no step, or more than one. */
function stepAt(moment: OwnMoment, idle: readonly OwnMoment[]): WalkStep | null {
  const [first, second, third] = changesAt(moment);
  if (first === undefined || third !== undefined) return null;
  if (second === undefined) return { from: first[0], to: first[1], moment, idle, via: null };
  return first[0] === 'FIN-WAIT-1' && second[1] === 'TIME-WAIT' ? { from: first[0], to: second[1], moment, idle, via: first[1] } : null;
}

/** The longest walk that begins with the moment at this place; it ends where the text and Figure 5 count differently. */
function walkFrom(own: readonly OwnMoment[], start: number): readonly WalkStep[] {
  const steps: WalkStep[] = [];
  let idle: OwnMoment[] = [];
  for (const moment of own.slice(start, start + MOST_TOLD)) {
    if (changesAt(moment).length === 0) {
      idle.push(moment);
      continue;
    }
    const step = stepAt(moment, idle);
    if (step === null || steps.length === MOST_STEPS) break;
    steps.push(step);
    if (step.via !== null) break;
    idle = [];
  }
  return steps;
}

/** Every walk of either host that begins with a change of state. */
export function walksOf({ moments }: Trace): readonly Walk[] {
  return HOST_IDS.flatMap((host) => {
    const own = moments.filter((moment): moment is OwnMoment => (moment.kind === 'endpoint' || moment.kind === 'crash') && moment.host === host);
    return own.flatMap((moment, start): readonly Walk[] => {
      if (changesAt(moment).length === 0) return [];
      const steps = walkFrom(own, start);
      return steps.length < 2 ? [] : [{ host, steps }];
    });
  });
}
