import fc from 'fast-check';
import { ACK, flagsOf, FIN, RST, SYN, type Flags } from '../tcp/flags.ts';
import { PROFILE_NAMES } from '../tcp/profile.ts';
import { EMPTY_SCENARIO, HOST_IDS, type Act, type Action, type Fault, type HostId, type HostSetup, type Scenario, type Selector, type When } from './scenario.ts';

/** Test data: scenarios in which everything may go wrong at any moment. */

const host = fc.constantFrom<HostId>(...HOST_IDS);

const flags = fc.constantFrom<Flags>(SYN, flagsOf(SYN, ACK), ACK, flagsOf(FIN, ACK), RST, flagsOf(RST, ACK), flagsOf(SYN, FIN), 0 as Flags);

const selector: fc.Arbitrary<Selector> = fc.record({
  from: host,
  pattern: fc.oneof(
    fc.constantFrom<Selector['pattern']>({ type: 'segment' }, { type: 'data' }, { type: 'copy' }),
    flags.map((bits): Selector['pattern'] => ({ type: 'flags', flags: bits })),
  ),
  which: fc.oneof(
    fc.integer({ min: 1, max: 6 }).map((n): Selector['which'] => ({ type: 'nth', n })),
    fc.integer({ min: 1, max: 40 }).map((n): Selector['which'] => ({ type: 'nth', n })),
    fc.integer({ min: 1, max: 3 }).map((n): Selector['which'] => ({ type: 'first', n })),
    fc.integer({ min: 1, max: 30 }).map((percent): Selector['which'] => ({ type: 'share', percent })),
  ),
});

const fault: fc.Arbitrary<Fault> = fc.oneof(
  selector.map((named): Fault => ({ type: 'lose', selector: named })),
  fc.tuple(selector, fc.integer({ min: 1, max: 3000 })).map(([named, ms]): Fault => ({ type: 'delay', selector: named, ms })),
  fc.tuple(selector, fc.integer({ min: 1, max: 3000 })).map(([named, ms]): Fault => ({ type: 'duplicate', selector: named, ms })),
  selector.map((named): Fault => ({ type: 'mark', selector: named })),
  selector.map((named): Fault => ({ type: 'reorder', selector: named })),
);

/** What the wire does at some moment. */
const wireAction: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ type: fc.constantFrom('wireLoses', 'wireHolds', 'wireDelivers', 'release'), selector }),
  fc.record({ type: fc.constantFrom('wireDelays', 'wireDuplicates'), selector, ms: fc.integer({ min: 1, max: 3000 }) }),
);

const when: fc.Arbitrary<When> = fc.oneof(
  fc.constantFrom<When>({ type: 'quiet' }, { type: 'meanwhile' }),
  fc.integer({ min: 1, max: 4000 }).map((ms): When => ({ type: 'after', ms })),
);

const call: fc.Arbitrary<Action> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(host, fc.integer({ min: 1, max: 40_000 })).map(([of, length]): Action => ({ type: 'send', host: of, length })) },
  { weight: 1, arbitrary: fc.tuple(host, fc.integer({ min: 1, max: 40_000 })).map(([of, length]): Action => ({ type: 'sendUrgently', host: of, length })) },
  { weight: 1, arbitrary: host.map((of): Action => ({ type: 'stopReading', host: of })) },
  { weight: 1, arbitrary: host.map((of): Action => ({ type: 'readOn', host: of })) },
  { weight: 1, arbitrary: fc.tuple(host, fc.integer({ min: 1, max: 3000 })).map(([of, length]): Action => ({ type: 'read', host: of, length })) },
  { weight: 3, arbitrary: host.map((of): Action => ({ type: 'close', host: of })) },
  { weight: 2, arbitrary: host.map((of): Action => ({ type: 'connect', host: of })) },
  { weight: 1, arbitrary: fc.tuple(host, fc.integer({ min: 1, max: 3000 })).map(([of, length]): Action => ({ type: 'connect', host: of, length })) },
  { weight: 1, arbitrary: host.map((of): Action => ({ type: 'askStatus', host: of })) },
  { weight: 1, arbitrary: host.map((of): Action => ({ type: 'listen', host: of })) },
);

const rude: fc.Arbitrary<Action> = fc.oneof(
  host.map((of): Action => ({ type: 'abort', host: of })),
  host.map((of): Action => ({ type: 'closeBoth', host: of })),
  host.map((of): Action => ({ type: 'crash', host: of })),
);

/** A segment forged near the numbers that the two hosts use, in either direction. */
export function forgedNear(iss: Readonly<Record<HostId, number>>): fc.Arbitrary<Action> {
  const near = (base: number) => fc.integer({ min: -3, max: 200 }).map((offset) => (base + offset) >>> 0);
  return fc.record({ to: host, bits: flags, length: fc.nat(20) }).chain(({ to, bits, length }) => {
    const [peer, own] = to === 'A' ? [iss.B, iss.A] : [iss.A, iss.B];
    return fc.tuple(near(peer), near(own)).map(([seq, ack]): Action => ({ type: 'inject', to, segment: { flags: bits, seq, ack: bits & ACK ? ack : 0, length, wnd: 4000 } }));
  });
}

/** How a host may be made, but for its name and numbers. */
const made: fc.Arbitrary<Omit<HostSetup, 'name' | 'iss'>> = fc.record({
  window: fc.oneof({ weight: 2, arbitrary: fc.constant(65_535) }, { weight: 1, arbitrary: fc.integer({ min: 600, max: 5000 }) }, { weight: 1, arbitrary: fc.constant(200_000) }),
  mss: fc.constantFrom(536, 1460),
  fastOpen: fc.constantFrom('off', 'off', 'on', 'cookie', 'old cookie'),
  sendBuffer: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 50_000 }) }),
  delayedAck: fc.constantFrom(null, 0, 200),
  keepAlive: fc.constant(null),
  userTimeout: fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.integer({ min: 100, max: 20_000 }) }),
  overrides: fc.record({ wscale: fc.constantFrom(null, 0, 3), sack: fc.boolean(), timestamps: fc.boolean(), ecn: fc.constantFrom('off', 'if asked', 'ask'), nagle: fc.boolean() }, { requiredKeys: [] }),
});

/** Where the clients of several connections come from; the first act that opens one has the usual port. */
const PORTS = [undefined, 50_001, 50_002] as const;

/** What is done, on the connection that is named, where it is done on one. */
function onConnection(action: Action, on: number | undefined): Action {
  if (on === undefined) return action;
  switch (action.type) {
    case 'connect':
    case 'listenOn':
    case 'accept':
    case 'crash':
    case 'release':
    case 'wireLoses':
    case 'wireDelays':
    case 'wireDuplicates':
    case 'wireHolds':
    case 'wireDelivers':
      return action;
    default:
      return { ...action, on };
  }
}

/** A listener with a backlog, three clients' connections, some of them at once, and as many accepts, some of them early. */
export const severalOpened: fc.Arbitrary<readonly Act[]> = fc
  .record({ backlog: fc.nat(3), early: fc.nat(2), together: fc.boolean() })
  .map(({ backlog, early, together }) => {
    const accept: Act = { when: { type: 'quiet' }, action: { type: 'accept', host: 'B' } };
    const connects = PORTS.map((from, at): Act => ({ when: { type: together && at > 0 ? 'meanwhile' : 'quiet' }, action: { type: 'connect', host: 'A', ...(from === undefined ? {} : { from }) } }));
    return [{ when: { type: 'quiet' }, action: { type: 'listenOn', host: 'B', port: 80, backlog } }, ...Array.from({ length: early }, () => accept), ...connects];
  });

/** The acts, each on one of three connections. */
export function onSeveral(acts: readonly Act[], turns: readonly number[]): readonly Act[] {
  return acts.map(({ when, action }, at) => ({ when, action: onConnection(action, PORTS[turns[at] ?? 0]) }));
}

/** At the end of several connections: each of them is accepted. */
const ACCEPT_ALL: readonly Act[] = PORTS.map(() => ({ when: { type: 'quiet' }, action: { type: 'accept', host: 'B' } }));

/** At the end of a script in which a user may have stopped, both read on, so that nothing waits for ever. */
const READ_ON: readonly Act[] = HOST_IDS.map((of) => ({ when: { type: 'quiet' }, action: { type: 'readOn', host: of } }));

const READ_ON_EACH: readonly Act[] = PORTS.flatMap((on) => READ_ON.map(({ when, action }) => ({ when, action: onConnection(action, on) })));

const ONE_OPENED: readonly Act[] = [
  { when: { type: 'quiet' }, action: { type: 'listen', host: 'B' } },
  { when: { type: 'quiet' }, action: { type: 'connect', host: 'A' } },
];

function scenarioOf(calls: fc.Arbitrary<Action>, besides: fc.Arbitrary<Action>, iss: Readonly<Record<HostId, number>>): fc.Arbitrary<Scenario> {
  const act = fc.record({ when, action: calls });
  return fc.record({
    script: fc.array(act, { maxLength: 6 }),
    interventions: fc.array(fc.record({ after: fc.nat(40), action: besides }), { maxLength: 3 }),
    faults: fc.array(fault, { maxLength: 4 }),
    profile: fc.constantFrom(...PROFILE_NAMES),
    A: made,
    B: made,
    established: fc.boolean(),
    several: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: severalOpened }),
    turns: fc.array(fc.nat(2), { minLength: 6, maxLength: 6 }),
  }).map(({ script: acts, interventions, faults, profile, A, B, established, several, turns }): Scenario => {
    const one = several === null;
    const opening: readonly Act[] = one ? ONE_OPENED : several;
    const script = one ? acts : onSeveral(acts, turns);
    const reading = acts.some(({ action }) => action.type === 'stopReading') ? (one ? READ_ON : READ_ON_EACH) : [];
    return {
      ...EMPTY_SCENARIO,
      profile,
      established: established && one,
      hosts: {
        A: { name: 'client', iss: [iss.A], ...A },
        B: { name: 'server', iss: [iss.B], ...B },
      },
      script: [...(established && one ? [] : opening), ...script, ...(one ? [] : ACCEPT_ALL), ...reading],
      interventions,
      faults,
    };
  });
}

/** Calls in any order on a wire that loses, delays, duplicates and reorders; nobody forges, aborts, crashes or leaves before the peer is done. */
export function faultyScenario(iss: Readonly<Record<HostId, number>>): fc.Arbitrary<Scenario> {
  return scenarioOf(call, wireAction, iss);
}

/** The same with forged segments, aborts and crashes. */
export function wildScenario(iss: Readonly<Record<HostId, number>>): fc.Arbitrary<Scenario> {
  const calls = fc.oneof({ weight: 3, arbitrary: call }, { weight: 1, arbitrary: rude }, { weight: 2, arbitrary: forgedNear(iss) });
  return scenarioOf(calls, fc.oneof(wireAction, calls), iss);
}

/** At the end both users of each connection read what is left, send an octet more, and close, so that each learns what became of its connection. */
export function toTheEnd(scenario: Scenario): Scenario {
  const several = scenario.script.some(({ action }) => action.type === 'listenOn');
  const each = (actionOf: (host: HostId) => Action): readonly Act[] =>
    (several ? PORTS : [undefined]).flatMap((on) => HOST_IDS.map((of): Act => ({ when: { type: 'quiet' }, action: onConnection(actionOf(of), on) })));
  const last = [...each((of) => ({ type: 'readOn', host: of })), ...each((of) => ({ type: 'send', host: of, length: 1 })), ...each((of) => ({ type: 'close', host: of }))];
  return { ...scenario, script: [...scenario.script, ...last] };
}
