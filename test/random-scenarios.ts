import fc from 'fast-check';
import { onSeveral, severalOpened } from '../src/simulation/arbitrary.ts';
import type { Act, Fault, HostSetup, Scenario } from '../src/simulation/scenario.ts';
import { EMPTY_SCENARIO, HOST_IDS } from '../src/simulation/scenario.ts';
import { flagsNamed, FLAG_NAMES } from '../src/tcp/flags.ts';
import { PROFILE_NAMES, type ProfileName } from '../src/tcp/profile.ts';

const host = fc.constantFrom(...HOST_IDS);
const near = fc.oneof(fc.integer({ min: 95, max: 105 }), fc.integer({ min: 295, max: 305 }), fc.integer({ min: 0, max: 2 ** 32 - 1 }));
const flags = fc.subarray([...FLAG_NAMES.slice(0, 5)]).map((names) => flagsNamed(names));
const length = fc.constantFrom(0, 0, 1, 20, 2000);

const segment = fc.record({ flags, seq: near, ack: near, length, wnd: fc.constantFrom(0, 10, 4096) });

const action = fc.oneof(
  fc.record({ type: fc.constantFrom('listen' as const, 'connect' as const, 'close' as const, 'close' as const, 'closeBoth' as const, 'abort' as const, 'crash' as const), host }),
  fc.record({ type: fc.constantFrom('send' as const, 'send' as const, 'sendUrgently' as const), host, length: fc.constantFrom(1, 120, 3000, 20_000) }),
  fc.record({ type: fc.constantFrom('stopReading' as const, 'readOn' as const), host }),
  fc.record({ type: fc.constant('read' as const), host, length: fc.constantFrom(10, 5000) }),
  fc.record({ type: fc.constant('inject' as const), to: host, segment }),
);

const when = fc.oneof(
  fc.constant({ type: 'quiet' as const }),
  fc.constant({ type: 'meanwhile' as const }),
  fc.record({ type: fc.constant('after' as const), ms: fc.integer({ min: 1, max: 400 }) }),
);

const act: fc.Arbitrary<Act> = fc.record({ when, action });

const selector = fc.record({
  from: host,
  pattern: fc.constant({ type: 'segment' as const }),
  which: fc.record({ type: fc.constant('nth' as const), n: fc.integer({ min: 1, max: 8 }) }),
});

const fault: fc.Arbitrary<Fault> = fc.oneof(
  fc.record({ type: fc.constant('lose' as const), selector }),
  fc.record({ type: fc.constant('delay' as const), selector, ms: fc.integer({ min: 1, max: 2000 }) }),
  fc.record({ type: fc.constant('duplicate' as const), selector, ms: fc.integer({ min: 1, max: 500 }) }),
  fc.record({ type: fc.constant('reorder' as const), selector }),
);

const OPENING: readonly Act[] = [
  { when: { type: 'quiet' }, action: { type: 'listen', host: 'B' } },
  { when: { type: 'quiet' }, action: { type: 'connect', host: 'A' } },
];

/** How a host may be made; most are as usual. */
const habits: fc.Arbitrary<Partial<HostSetup>> = fc.oneof(
  { weight: 6, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.constant({ keepAlive: { idle: 60_000, interval: 10_000, probes: 2 } }) },
  { weight: 1, arbitrary: fc.constant({ userTimeout: 5000 }) },
  { weight: 1, arbitrary: fc.constantFrom<Partial<HostSetup>>({ overrides: { sack: true, wscale: 2 } }, { overrides: { timestamps: false, nagle: false } }) },
);

type Parts = readonly [boolean, boolean, readonly Act[], readonly Fault[], number, number, ProfileName, Partial<HostSetup>, readonly Act[] | null, readonly number[]];

function scenarioOf(...[established, opening, acts, faults, delayedAck, window, profile, made, several, turns]: Parts): Scenario {
  const { hosts } = EMPTY_SCENARIO;
  const script = several === null ? [...(opening && !established ? OPENING : []), ...acts] : [...several, ...onSeveral(acts, turns)];
  return {
    ...EMPTY_SCENARIO,
    profile,
    hosts: { A: { ...hosts.A, window }, B: { ...hosts.B, delayedAck, ...made } },
    established: established && several === null,
    script,
    faults,
    stop: { type: 'at', ms: 600_000 },
  };
}

/** Scenarios that nobody would write: calls at odd times, broken wires, forged segments near the real numbers. */
export const randomScenario: fc.Arbitrary<Scenario> = fc
  .tuple(
    fc.boolean(),
    fc.boolean(),
    fc.array(act, { maxLength: 8 }),
    fc.array(fault, { maxLength: 3 }),
    fc.constantFrom(0, 0, 200),
    fc.constantFrom(65535, 65535, 100, 0),
    fc.constantFrom(...PROFILE_NAMES),
    habits,
    fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: severalOpened }),
    fc.array(fc.nat(2), { minLength: 8, maxLength: 8 }),
  )
  .map((parts) => scenarioOf(...parts));
