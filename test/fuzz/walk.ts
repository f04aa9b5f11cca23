import { brokenIn } from '../../src/simulation/invariant.ts';
import { brokenBy } from '../../src/simulation/step-invariant.ts';
import type { TcpEvent, UserCall } from '../../src/tcp/event.ts';
import type { ProfileName } from '../../src/tcp/profile.ts';
import { STATES } from '../../src/tcp/state.ts';
import { step } from '../../src/tcp/step.ts';
import { TIMERS, type Tcb } from '../../src/tcp/tcb.ts';
import { TIMEOUTS } from '../../src/tcp/timeout.ts';
import { anySegment } from './any-segment.ts';
import { chance, type Chance } from './chance.ts';
import { reachedEndpoints } from './reached.ts';

/** What a walk did, and the first thing that went wrong. */
export interface Walked {
  readonly segments: number;
  /** The exception or the invariants, with all that is needed to see it again; null: nothing. */
  readonly failure: { readonly what: string; readonly before: Tcb; readonly event: TcpEvent; readonly now: number } | null;
}

/** How many events befall an endpoint before the next one is taken. */
const LENGTH = 12;

function anyCall(by: Chance): UserCall {
  return by.of<UserCall>([
    { type: 'OPEN', mode: 'active' },
    { type: 'OPEN', mode: 'passive' },
    { type: 'SEND', length: by.of([0, 1, 100, 5000]) },
    { type: 'SEND', length: by.of([1, 3000]), urgent: true },
    { type: 'RECEIVE', length: by.of([0, 1, 5000]) },
    { type: 'READING', reading: by.oneIn(2) },
    { type: 'SEND', length: by.of([1, 3000]), more: true },
    { type: 'SEND', length: by.of([1, 3000]), ends: true },
    { type: 'CLOSE' },
    { type: 'CLOSE', both: true },
    { type: 'ABORT' },
  ]);
}

/** The running timer that expires first, and when, ms. */
function nextTimer({ timers }: Tcb): { readonly event: TcpEvent; readonly at: number } | null {
  const running = TIMERS.flatMap((timer) => {
    const at = timers[timer];
    return at === null ? [] : [{ event: TIMEOUTS[timer], at }];
  });
  return running.sort((a, b) => a.at - b.at)[0] ?? null;
}

/** Lets so many segments of any kind arrive at endpoints in every state, calls and time-outs between them, and looks at every step. */
export function walk(profile: ProfileName, seed: number, segments: number): Walked {
  const by = chance(seed);
  const reached = reachedEndpoints(profile, seed);
  let arrived = 0;
  while (arrived < segments) {
    let { tcb, env } = by.of(reached[by.of(STATES)]);
    for (let events = 0; events < LENGTH && arrived < segments; events += 1) {
      const timer = nextTimer(tcb);
      const later = env.now + by.of([0, 0, 1, 50, 700]);
      const expires = timer !== null && (timer.at <= later || by.oneIn(12));
      const now = expires ? Math.max(env.now, timer.at) : later;
      const event: TcpEvent = expires ? timer.event : by.oneIn(16) ? anyCall(by) : { type: 'SEGMENT ARRIVES', segment: anySegment(tcb, now, by) };
      if (event.type === 'SEGMENT ARRIVES') arrived += 1;
      env = { ...env, now };
      const before = tcb;
      const failed = (what: string): Walked => ({ segments: arrived, failure: { what, before, event, now } });
      try {
        const { endpoint, effects } = step(before, event, env);
        const broken = [...brokenIn(endpoint), ...brokenBy({ before, event, effects, after: endpoint }, env)];
        if (broken.length > 0) return failed(broken.join('; '));
        tcb = endpoint;
      } catch (error) {
        return failed(String(error));
      }
    }
  }
  return { segments: arrived, failure: null };
}
