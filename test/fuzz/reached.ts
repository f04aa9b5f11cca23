import fc from 'fast-check';
import { fastOpenOf } from '../../src/simulation/cookie.ts';
import { wildScenario } from '../../src/simulation/arbitrary.ts';
import { EMPTY_SCENARIO, type HostId, type Scenario } from '../../src/simulation/scenario.ts';
import { run } from '../../src/simulation/run.ts';
import type { Env } from '../../src/tcp/env.ts';
import type { ProfileName } from '../../src/tcp/profile.ts';
import { PROFILES } from '../../src/tcp/profiles.ts';
import { seq } from '../../src/tcp/seq.ts';
import { STATES, type State } from '../../src/tcp/state.ts';
import type { Tcb } from '../../src/tcp/tcb.ts';

/** An endpoint that a run has reached, and what its next step may know. */
export interface Reached {
  readonly tcb: Tcb;
  readonly env: Env;
}

/** Of each state at least one, and not more than so many. */
const MOST = 400;
const RUNS = 500;
const NUMBERS = [{ A: 100, B: 300 }, { A: 0xffff_fffe, B: 0xffff_ff00 }] as const;

/** Both close at once: what random scripts do seldom. */
function simultaneousClose(iss: Readonly<Record<HostId, number>>): Scenario {
  const { A, B } = EMPTY_SCENARIO.hosts;
  return {
    ...EMPTY_SCENARIO,
    hosts: { A: { ...A, iss: [iss.A] }, B: { ...B, iss: [iss.B] } },
    established: true,
    script: [{ when: { type: 'quiet' }, action: { type: 'close', host: 'A' } }, { when: { type: 'meanwhile' }, action: { type: 'close', host: 'B' } }],
  };
}

/** Endpoints of a profile in every state, reached by calls, faults and forged segments, also near the wrap of the sequence numbers. */
export function reachedEndpoints(profile: ProfileName, seed: number): Readonly<Record<State, readonly [Reached, ...Reached[]]>> {
  const found = new Map<State, Reached[]>(STATES.map((state) => [state, []]));
  const scenarios = NUMBERS.flatMap((iss) => [simultaneousClose(iss), ...fc.sample(wildScenario(iss), { numRuns: RUNS, seed })]);
  for (const scenario of scenarios) {
    for (const moment of run({ ...scenario, profile }).moments) {
      if (moment.kind !== 'endpoint') continue;
      const all = found.get(moment.after.state) ?? [];
      if (all.length >= MOST) continue;
      const { overrides, mss, sendBuffer, delayedAck, keepAlive, userTimeout, iss } = scenario.hosts[moment.host];
      all.push({ tcb: moment.after, env: { now: moment.at, profile: { ...PROFILES[profile], ...overrides }, iss: seq((iss[0] ?? 0) + 64_000), mss, sendBuffer, fastOpen: fastOpenOf(moment.host, scenario, null), delayedAck, keepAlive, userTimeout } });
    }
  }
  const one = (state: State): readonly [Reached, ...Reached[]] => {
    const [first, ...others] = found.get(state) ?? [];
    if (first === undefined) throw new Error(`No run reached ${state}`);
    return [first, ...others];
  };
  return {
    CLOSED: one('CLOSED'), LISTEN: one('LISTEN'), 'SYN-SENT': one('SYN-SENT'), 'SYN-RECEIVED': one('SYN-RECEIVED'), ESTABLISHED: one('ESTABLISHED'),
    'FIN-WAIT-1': one('FIN-WAIT-1'), 'FIN-WAIT-2': one('FIN-WAIT-2'), 'CLOSE-WAIT': one('CLOSE-WAIT'), CLOSING: one('CLOSING'), 'LAST-ACK': one('LAST-ACK'),
    'TIME-WAIT': one('TIME-WAIT'),
  };
}
