import { LIMITS } from '../simulation/limits.ts';
import type { Action, Expectation, Fault, Pattern, Selector, When } from '../simulation/scenario.ts';
import { SIGNALS } from '../tcp/effect.ts';
import type { KeepAlive } from '../tcp/keep-alive.ts';
import { PROFILE_NAMES } from '../tcp/profile.ts';
import { STATES } from '../tcp/state.ts';
import { flagsLeaf } from './leaf/flags.ts';
import { forgedLeaf } from './leaf/forged.ts';
import type { Leaf } from './leaf/leaf.ts';
import { fastOpenLeaf } from './leaf/fast-open.ts';
import { ecnLeaf } from './leaf/ecn.ts';
import { ordinal, percent, wholeNumber, wholeNumbers } from './leaf/number.ts';
import { onOrOff, orNot, yesOrNo } from './leaf/or-not.ts';
import { time } from './leaf/time.ts';
import { hostLeaf, nameLeaf, oneOf, oneOfTexts } from './leaf/word.ts';
import { shapesOf, type Fields } from './shape.ts';
import type { RuleName, Setting, Statement, Stop, Values } from './statement.ts';

/** How a value is said: by code (`leaf`), by a shape of its own (`phrase`), by one shape for each `type`, with the value that saying nothing stands for (`choice`), or by a shape around its one field, or not at all (`optional`). */
export type Rule<T> =
  | { readonly kind: 'leaf'; readonly leaf: Leaf<T> }
  | { readonly kind: 'phrase'; readonly shape: string }
  | { readonly kind: 'choice'; readonly shapes: Readonly<Record<string, string>>; readonly absent?: T }
  | { readonly kind: 'optional'; readonly shape: string; readonly field: string };

const leaf = <T>(it: Leaf<T>): Rule<T> => ({ kind: 'leaf', leaf: it });

const phrase =
  <T>() =>
  <const Shape extends string>(shape: Fields<Values, Shape> extends T ? Shape : never): Rule<T> => ({ kind: 'phrase', shape });

/** A number that may be said, by a shape around `<n:…>`. */
const optional = (shape: string): Rule<number | undefined> => ({ kind: 'optional', shape, field: 'n' });

const selector = phrase<Selector>()('<which> <from:host> <pattern> <on:connection>');

const probing = phrase<KeepAlive>()('after <idle:some time> [,] every <interval:some time> [,] <probes:count> probes');

const which = shapesOf<Values, Selector['which']>()({
  nth: '<n:nth>',
  first: 'first <n:count>',
  every: 'every',
  share: '<percent> of',
});

const pattern = shapesOf<Values, Pattern>()({
  copy: 'copy',
  flags: '<flags>',
  data: 'data',
  segment: 'segment',
});

const when = shapesOf<Values, When>()({
  quiet: '',
  meanwhile: 'meanwhile (,)',
  after: 'after <ms:time> (,)',
  at: 'at <ms:time> (,)',
  state: 'when <host> is <state> <on:connection> [,]',
});

const until = shapesOf<Values, NonNullable<Values['until']>>()({
  at: 'until <ms:time>',
  state: 'until <host> is <state> <on:connection>',
});

const end = shapesOf<Values, Stop>()({
  at: 'at <ms:time>',
  state: 'when <host> is <state> <on:connection>',
});

const issRule = shapesOf<Values, Values['iss rule']>()({
  seed: 'seed <seed>',
  rfc6528: 'RFC 6528 <secret>',
});

const setting = shapesOf<Values, Setting>()({
  profile: 'profile <profile>',
  hosts: 'hosts <left:name> (,) <right:name>',
  delay: 'delay <delay:some time>',
  iss: '<host> ISS <iss:sequence numbers>',
  issBy: '<host> ISS by <issBy:iss rule>',
  window: '<host> window <window>',
  mss: '<host> MSS <mss>',
  sendBuffer: '<host> send buffer <sendBuffer:octets>',
  delayedAck: '<host> delays ACK <delayedAck:ack delay>',
  wscale: '<host> [offers] <wscale:window scale>',
  sack: '<host> [offers] <sack>',
  timestamps: '<host> [offers] <timestamps>',
  ecn: '<host> [offers] <ecn>',
  fastOpen: '<host> [offers] <fastOpen:fast open>',
  nagle: '<host> [turns] Nagle <nagle:on or off>',
  keepAlive: '<host> keep-alive <keepAlive:probing>',
  userTimeout: '<host> user timeout <userTimeout:some time>',
  established: 'already ESTABLISHED',
});

const fault = shapesOf<Values, Fault>()({
  lose: 'lose <selector>',
  delay: 'delay <selector> by <ms:some time>',
  duplicate: 'duplicate <selector> after <ms:some time>',
  hold: 'hold <selector> <until>',
  mark: 'mark <selector> as congested',
  reorder: 'reorder <selector>',
});

const action = shapesOf<Values, Action>()({
  listen: '<host> listens <on:connection>',
  listenOn: '<host> listens on (port) <port> with backlog <backlog>',
  accept: '<host> accepts <port:on port>',
  connect: '<host> connects <from:from port> <to:to port> <length:with data>',
  send: '<host> sends <length:octets> <on:connection>',
  sendUrgently: '<host> sends <length:octets> urgently <on:connection>',
  stopReading: '<host> stops reading <on:connection>',
  read: '<host> reads <length:octets> <on:connection>',
  readOn: '<host> reads on <on:connection>',
  close: '<host> closes <on:connection>',
  closeBoth: '<host> closes both ways <on:connection>',
  abort: '<host> aborts <on:connection>',
  askStatus: '<host> asks for status <on:connection>',
  crash: '<host> crashes',
  inject: 'inject <segment:forged> to <to:host> <on:connection>',
  release: 'release <selector>',
  wireLoses: '[the] wire loses <selector>',
  wireDelays: '[the] wire delays <selector> by <ms:some time>',
  wireDuplicates: '[the] wire duplicates <selector> after <ms:some time>',
  wireHolds: '[the] wire holds <selector>',
  wireDelivers: '[the] wire delivers <selector>',
});

const expectation = shapesOf<Values, Expectation>()({
  state: '<host> (is) <state> <on:connection>',
  told: '<host> (is) told <signal> <on:connection>',
  received: '<host> received <length:total> <on:connection>',
});

const statement = shapesOf<Values, Statement>()({
  act: '<when> <action>',
  fault: '<fault>',
  setting: '<setting>',
  intervention: 'after moment <after:total> (,) <action>',
  stop: 'stop <stop:end>',
  expect: 'expect <expectation>',
});

/** The whole grammar. To add a sentence, add a shape here and its fields to the union that it belongs to; the compiler holds the two together. */
export const RULES: { readonly [R in RuleName]: Rule<Values[R]> } = {
  host: leaf(hostLeaf),
  name: leaf(nameLeaf),
  state: leaf(oneOf(STATES, 'unknown-state', 'CLOSED')),
  profile: leaf(oneOf(PROFILE_NAMES, 'unknown-profile', 'rfc9293')),
  signal: leaf(oneOfTexts(SIGNALS, 'unknown-signal', 'connected')),
  flags: leaf(flagsLeaf),
  forged: leaf(forgedLeaf),
  nth: leaf(ordinal(LIMITS.count)),
  percent: leaf(percent),
  count: leaf(wholeNumber({ ...LIMITS.count, example: 3 })),
  time: leaf(time({ ...LIMITS.time, example: 1000 })),
  'some time': leaf(time(LIMITS.someTime)),
  'ack delay': leaf(time({ ...LIMITS.ackDelay, example: 200 })),
  octets: leaf(wholeNumber(LIMITS.octets)),
  total: leaf(wholeNumber(LIMITS.number)),
  window: leaf(wholeNumber({ ...LIMITS.window, example: 4096 })),
  mss: leaf(wholeNumber({ ...LIMITS.mss, example: 536 })),
  'sequence numbers': leaf(wholeNumbers(LIMITS.number)),
  port: leaf(wholeNumber({ least: 1, most: 65_535, example: 443 })),
  'from port': optional('from (port) <n:port>'),
  'to port': optional('to (port) <n:port>'),
  'on port': optional('on (port) <n:port>'),
  'with data': optional('and sends <n:octets>'),
  connection: optional('on connection <n:port>'),
  backlog: leaf(wholeNumber({ least: 0, most: 65_535, example: 1 })),
  seed: leaf(wholeNumber({ ...LIMITS.number, example: 7 })),
  secret: optional('with secret <n:seed>'),
  'iss rule': { kind: 'choice', shapes: issRule },
  'window scale': leaf(orNot<number | null>('window scale', wholeNumber({ ...LIMITS.wscale, example: 7 }), null)),
  sack: leaf(yesOrNo('SACK')),
  timestamps: leaf(yesOrNo('timestamps')),
  ecn: leaf(ecnLeaf),
  'fast open': leaf(fastOpenLeaf),
  'on or off': leaf(onOrOff),
  probing,
  which: { kind: 'choice', shapes: which, absent: { type: 'nth', n: 1 } },
  pattern: { kind: 'choice', shapes: pattern },
  selector,
  when: { kind: 'choice', shapes: when },
  until: { kind: 'choice', shapes: until, absent: null },
  end: { kind: 'choice', shapes: end },
  setting: { kind: 'choice', shapes: setting },
  fault: { kind: 'choice', shapes: fault },
  action: { kind: 'choice', shapes: action },
  expectation: { kind: 'choice', shapes: expectation },
  statement: { kind: 'choice', shapes: statement },
};
