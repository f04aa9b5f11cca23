import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_SCENARIO, type Act, type Action, type Expectation, type Fault, type HostId, type HostSetup, type Intervention, type Overrides, type Pattern, type Scenario, type Selector, type When } from '../simulation/scenario.ts';
import { SIGNALS } from '../tcp/effect.ts';
import { ACK, has, type Flags } from '../tcp/flags.ts';
import { PROFILE_NAMES } from '../tcp/profile.ts';
import { STATES } from '../tcp/state.ts';
import { canOverlap } from './check.ts';
import { parse } from './parse.ts';
import { describeAct, print, printAct, printFault } from './print.ts';
import { isKnown } from './vocabulary.ts';

const int = (min: number, max: number): fc.Arbitrary<number> => fc.oneof(fc.integer({ min, max: Math.min(max, min + 20) }), fc.integer({ min, max }), fc.constant(max));
const kind = <const T extends string>(type: T): fc.Arbitrary<T> => fc.constant(type);
const host = fc.constantFrom<HostId>('A', 'B');
const state = fc.constantFrom(...STATES);
const flags = fc.integer({ min: 0, max: 255 }).map((bits) => bits as Flags);
const time = int(0, 8_640_000_000);
const someTime = int(1, 8_640_000_000);

const at = fc.record({ type: kind('at'), ms: time });
const inState = fc.record({ type: kind('state'), host, state });
const when: fc.Arbitrary<When> = fc.oneof(fc.record({ type: kind('quiet') }), fc.record({ type: kind('meanwhile') }), fc.record({ type: kind('after'), ms: time }), at, inState);

const pattern: fc.Arbitrary<Pattern> = fc.oneof(fc.record({ type: kind('segment') }), fc.record({ type: kind('data') }), fc.record({ type: kind('copy') }), fc.record({ type: kind('flags'), flags }));
const which: fc.Arbitrary<Selector['which']> = fc.oneof(
  fc.record({ type: kind('nth'), n: int(1, 1_000_000) }),
  fc.record({ type: kind('first'), n: int(1, 1_000_000) }),
  fc.record({ type: kind('every') }),
  fc.record({ type: kind('share'), percent: int(1, 100) }),
);
const selector: fc.Arbitrary<Selector> = fc.record({ which, from: host, pattern });

const forged = fc
  .record({ flags, seq: int(0, 0xffff_ffff), ack: int(0, 0xffff_ffff), length: int(0, 65_495), wnd: int(0, 65_535) })
  .map((segment) => (has(segment.flags, ACK) ? segment : { ...segment, ack: 0 }));

const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ type: fc.constantFrom('listen', 'connect', 'stopReading', 'readOn', 'close', 'closeBoth', 'abort', 'askStatus', 'crash'), host }),
  fc.record({ type: kind('connect'), host, length: int(1, 0x7fff_ffff) }),
  fc.record({ type: fc.constantFrom('send', 'sendUrgently', 'read'), host, length: int(1, 0x7fff_ffff) }),
  fc.record({ type: kind('inject'), to: host, segment: forged }),
  fc.record({ type: fc.constantFrom('release', 'wireLoses', 'wireHolds', 'wireDelivers'), selector }),
  fc.record({ type: fc.constantFrom('wireDelays', 'wireDuplicates'), selector, ms: someTime }),
);

const act: fc.Arbitrary<Act> = fc.record({ when, action });
const intervention: fc.Arbitrary<Intervention> = fc.record({ after: int(0, 0xffff_ffff), action });

const fault: fc.Arbitrary<Fault> = fc.oneof(
  fc.record({ type: fc.constantFrom('lose', 'mark', 'reorder'), selector }),
  fc.record({ type: fc.constantFrom('delay', 'duplicate'), selector, ms: someTime }),
  fc.record({ type: kind('hold'), selector, until: fc.option(fc.oneof(at, inState)) }),
);

const expectation: fc.Arbitrary<Expectation> = fc.oneof(
  inState,
  fc.record({ type: kind('told'), host, signal: fc.constantFrom(...SIGNALS) }),
  fc.record({ type: kind('received'), host, length: int(0, 0xffff_ffff) }),
);

const name = fc.oneof(fc.constantFrom('client', 'server', 'Client', 'a', 'B'), fc.stringMatching(/^[A-Za-z][A-Za-z0-9_-]{0,12}$/)).filter((it) => !isKnown(it));
const names = fc.tuple(name, name).filter(([a, b]) => a.toLowerCase() !== b.toLowerCase());
const overrides: fc.Arbitrary<Overrides> = fc.record(
  { wscale: fc.option(int(0, 14)), sack: fc.boolean(), timestamps: fc.boolean(), ecn: fc.constantFrom('off', 'if asked', 'ask'), nagle: fc.boolean() },
  { requiredKeys: [] },
);
const setup = fc.record({
  iss: fc.array(int(0, 0xffff_ffff), { minLength: 1, maxLength: 4 }),
  window: int(0, 0xffff * 2 ** 14),
  mss: int(1, 65_535),
  fastOpen: fc.constantFrom('off', 'on', 'cookie', 'old cookie'),
  sendBuffer: fc.option(int(1, 0x7fff_ffff)),
  delayedAck: fc.option(int(0, 499)),
  keepAlive: fc.option(fc.record({ idle: someTime, interval: someTime, probes: int(1, 1_000_000) })),
  userTimeout: fc.option(someTime),
  overrides,
});

const SEVERAL: readonly Act[] = [
  { when: { type: 'quiet' }, action: { type: 'listenOn', host: 'B', port: 443, backlog: 2 } },
  { when: { type: 'quiet' }, action: { type: 'connect', host: 'A', from: 50_001, to: 443 } },
  { when: { type: 'meanwhile' }, action: { type: 'connect', host: 'A', from: 50_002 } },
  { when: { type: 'quiet' }, action: { type: 'accept', host: 'B' } },
  { when: { type: 'at', ms: 9 }, action: { type: 'accept', host: 'B', port: 443 } },
];

/** The scenario with three connections, each thing that may speak of one of them on one, turn by turn. */
function ofSeveral(one: Scenario, turns: readonly (number | undefined)[]): Scenario {
  let turn = 0;
  const on = <T extends object>(it: T): T => {
    const named = turns[(turn += 1) % turns.length];
    return named === undefined ? it : { ...it, on: named };
  };
  const onState = <T extends { readonly type: string }>(it: T): T => (it.type === 'state' ? on(it) : it);
  const onAction = (one: Action): Action => {
    if ('selector' in one) return { ...one, selector: on(one.selector) };
    return one.type === 'connect' || one.type === 'crash' ? one : on(one);
  };
  const onFault = (fault: Fault): Fault => {
    const named = { ...fault, selector: on(fault.selector) };
    return named.type === 'hold' && named.until !== null ? { ...named, until: onState(named.until) } : named;
  };
  return {
    ...one,
    script: [...SEVERAL, ...one.script.map(({ when: of, action: it }) => ({ when: onState(of), action: onAction(it) }))],
    interventions: one.interventions.map(({ after, action: it }) => ({ after, action: onAction(it) })),
    faults: one.faults.map(onFault),
    stop: one.stop === null ? null : onState(one.stop),
    expect: one.expect.map(on),
  };
}

const issBy = fc.oneof(
  fc.record({ type: kind('seed'), seed: int(0, 0xffff_ffff) }),
  fc.record({ type: kind('rfc6528'), secret: int(0, 0xffff_ffff) }, { requiredKeys: ['type'] }),
);

/** The scenario with a client that chooses its numbers by a rule. */
function byRule(listed: Scenario, rule: HostSetup['issBy'] | null): Scenario {
  if (rule === null || rule === undefined) return listed;
  return { ...listed, hosts: { ...listed.hosts, A: { ...listed.hosts.A, iss: EMPTY_SCENARIO.hosts.A.iss, issBy: rule } } };
}

/** What the text alone could not mean: a release without a hold, and `after` nothing. */
function sensible(scenario: Scenario): Scenario {
  const acts = [...scenario.script, ...scenario.interventions].flatMap(({ action: it }) => (it.type === 'wireHolds' ? [it.selector] : []));
  const held = [...acts, ...scenario.faults.flatMap((it) => (it.type === 'hold' ? [it.selector] : []))];
  const isSensible = ({ action: it }: { readonly action: Action }) => it.type !== 'release' || held.some((one) => canOverlap(one, it.selector));
  const script = scenario.script
    .filter(isSensible)
    .map((it, i): Act => (i === 0 && (it.when.type === 'meanwhile' || it.when.type === 'after') ? { ...it, when: { type: 'quiet' } } : it));
  return { ...scenario, script };
}

const scenario: fc.Arbitrary<Scenario> = fc
  .record({
    profile: fc.constantFrom(...PROFILE_NAMES),
    hosts: fc.tuple(names, setup, setup).map(([[a, b], A, B]) => ({ A: { ...A, name: a }, B: { ...B, name: b } })),
    delay: someTime,
    established: fc.boolean(),
    script: fc.array(act, { maxLength: 8 }),
    interventions: fc.array(intervention, { maxLength: 4 }),
    faults: fc.array(fault, { maxLength: 6 }),
    stop: fc.option(fc.oneof(at, inState)),
    expect: fc.array(expectation, { maxLength: 4 }),
  })
  .map(sensible);

const several = fc
  .tuple(scenario, fc.array(fc.constantFrom(undefined, 50_001, 50_002), { minLength: 1, maxLength: 12 }), fc.option(issBy))
  .map(([one, turns, rule]) => sensible(byRule(ofSeveral(one, turns), rule)));

describe('print and parse', () => {
  it('give every scenario back', () => {
    fc.assert(
      fc.property(fc.oneof(scenario, several), (given) => {
        const text = print(given);
        const { scenario: back, problems } = parse(text);
        expect(problems).toEqual([]);
        expect(back).toEqual(given);
        expect(print(back)).toBe(text);
      }),
      { numRuns: 600, seed: 9293 },
    );
  });

  it('print each act and fault as one line that says the same alone', () => {
    fc.assert(
      fc.property(act, fault, (anAct, aFault) => {
        const line = printAct(anAct, EMPTY_SCENARIO);
        expect(line).not.toMatch(/\n|^ | $| {2}/);
        expect(line.endsWith(describeAct(anAct, EMPTY_SCENARIO))).toBe(true);
        expect(parse(printFault(aFault, EMPTY_SCENARIO)).scenario.faults).toEqual([aFault]);
        const hold = anAct.action.type === 'release' ? `hold every ${anAct.action.selector.from === 'A' ? 'client' : 'server'} segment\n` : '';
        expect(parse(`${hold}client listens\n${line}`).scenario.script[1]).toEqual(anAct);
      }),
      { numRuns: 1000, seed: 9293 },
    );
  });
});
