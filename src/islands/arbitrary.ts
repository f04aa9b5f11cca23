import fc from 'fast-check';
import { parse } from '../scenario/parse.ts';
import { print } from '../scenario/print.ts';
import { wildScenario } from '../simulation/arbitrary.ts';
import { HOST_IDS, type Forged, type HostId, type Scenario } from '../simulation/scenario.ts';
import { ACK, FIN, NO_FLAGS, RST, SYN, flagsOf, has } from '../tcp/flags.ts';
import { PROFILE_NAMES } from '../tcp/profile.ts';
import type { Deed, HandAction, WireDeed } from './deed.ts';
import { after, begin } from './session.ts';
import { changesIn, traceOf, type Session } from './stepping.ts';

/** Test data: scenarios that a reader can have before them, and whatever they may do to them. */

const TEXTS = [
  'server listens\nclient connects\n',
  'lose server SYN,ACK\nserver listens\nclient connects\n',
  'client ISS 100\nserver ISS 300\nserver listens\nclient connects\nclient sends 3000\nclient closes\nserver closes\n',
  'server listens on 80 with backlog 2\nclient connects from 50001\nmeanwhile client connects from 50002\nserver accepts\nserver accepts\nclient sends 5 on connection 50002\n',
  '',
];

/** Which settings the notation can say; the others no reader can make. */
function sayable(scenario: Scenario): Scenario {
  const script = scenario.script.map((act, at) => (at === 0 && act.when.type !== 'quiet' ? { ...act, when: { type: 'quiet' } as const } : act));
  return read(print({ ...scenario, script }));
}

/** Any scenario that the notation can say. */
export const anySayableScenario: fc.Arbitrary<Scenario> = wildScenario({ A: 100, B: 300 }).map(sayable);

function read(text: string): Scenario {
  const { scenario, problems } = parse(text);
  if (problems.length > 0) throw new Error(`not a scenario: ${text}`);
  return scenario;
}

/** What a reader may begin with: a plain scenario, often, or a wild one. */
export const anyBeginning: fc.Arbitrary<Scenario> = fc.oneof(fc.constantFrom(...TEXTS).map(read), anySayableScenario);

/** A deed, given the session that it is done in. */
export type Choice = (session: Session) => Deed;

const host = fc.constantFrom<HostId>(...HOST_IDS);
const ms = fc.integer({ min: 1, max: 3000 });
const length = fc.integer({ min: 1, max: 5000 });
const number = fc.oneof(fc.integer({ min: 90, max: 400 }), fc.integer({ min: 0, max: 2 ** 32 - 1 }));

const what: fc.Arbitrary<WireDeed> = fc.oneof(fc.record({ type: fc.constantFrom('lose', 'hold', 'release', 'deliver', 'restore') }), fc.record({ type: fc.constantFrom('delay', 'duplicate'), ms }));
/** As the panel gives it: ACK=0 where the bit is off. */
const forged: fc.Arbitrary<Forged> = fc
  .record({ flags: fc.constantFrom(ACK, SYN, RST, flagsOf(RST, ACK), flagsOf(FIN, ACK), NO_FLAGS), seq: number, ack: number, length: fc.nat(1000), wnd: fc.nat(65_535) })
  .map((segment) => (has(segment.flags, ACK) ? segment : { ...segment, ack: 0 }));
const action: fc.Arbitrary<HandAction> = fc.oneof(
  fc.record({ type: fc.constantFrom('listen', 'connect', 'close', 'closeBoth', 'abort', 'crash', 'stopReading', 'readOn', 'askStatus'), host }),
  fc.record({ type: fc.constantFrom('send', 'sendUrgently', 'read'), host, length }),
  fc.record({ type: fc.constant('inject'), to: host, segment: forged }),
);

/** Anything that a reader may do, but for taking another scenario; numbers choose among what there is. */
export const anyDeed: fc.Arbitrary<Choice> = fc.oneof(
  fc.constantFrom<Deed>({ type: 'step' }, { type: 'back' }, { type: 'start' }, { type: 'end' }, { type: 'undo' }, { type: 'redo' }, { type: 'reset' }).map((deed) => () => deed),
  fc.nat().map((n): Choice => (now) => ({ type: 'go', shown: n % (traceOf(now).moments.length + 1) })),
  fc.tuple(fc.nat(), what).map(([n, deed]): Choice => (now) => ({ type: 'wire', flight: n % Math.max(1, traceOf(now).flights.length), what: deed })),
  action.map((one): Choice => () => ({ type: 'do', action: one })),
  fc.tuple(fc.nat(), fc.constantFrom('branch', 'close')).map(([n, type]): Choice => ({ place: { branches } }) => ({ type, branch: branches[n % branches.length]?.id ?? 1 })),
  fc.tuple(fc.nat(), fc.constantFrom('drop', 'put back')).map(([n, type]): Choice => (now) => {
    const { added, removed } = changesIn(now);
    const lines = type === 'drop' ? added : removed;
    const line = lines[n % Math.max(1, lines.length)];
    return line === undefined ? { type: 'step' } : { type, line };
  }),
);

/** The scenario of the run on view written otherwise: its text, or a setting of it. */
export const anyEdit: fc.Arbitrary<Choice> = fc.oneof(
  fc.tuple(anyBeginning, fc.boolean()).map(([scenario, isTyped]): Choice => () => ({ type: 'edit', scenario, isTyped })),
  fc.tuple(ms, fc.constantFrom(...PROFILE_NAMES)).map(([delay, profile]): Choice => (now) => ({ type: 'edit', scenario: { ...traceOf(now).scenario, delay, profile }, isTyped: false })),
);

/** Another scenario, taken from the gallery or written. */
const anyOther: fc.Arbitrary<Choice> = fc.oneof(anyBeginning.map((scenario): Choice => () => ({ type: 'open', scenario })), anyEdit);

/** A session after a row of deeds, other scenarios among them. */
export const anySession: fc.Arbitrary<Session> = fc
  .tuple(anyBeginning, fc.array(fc.oneof({ weight: 20, arbitrary: anyDeed }, { weight: 2, arbitrary: anyOther }), { maxLength: 14 }))
  .map(([scenario, choices]) => choices.reduce((now, choose) => after(now, choose(now)), begin(scenario, true)));
