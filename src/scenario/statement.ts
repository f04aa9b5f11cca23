import type { Act, Action, Expectation, Fault, Forged, HostId, HostSetup, Intervention, Pattern, Scenario, Selector, When } from '../simulation/scenario.ts';
import type { Signal } from '../tcp/effect.ts';
import type { KeepAlive } from '../tcp/keep-alive.ts';
import type { Flags } from '../tcp/flags.ts';
import type { IssRule } from '../simulation/host/iss.ts';
import type { Profile, ProfileName } from '../tcp/profile.ts';
import type { State } from '../tcp/state.ts';

/** One line that says what is so before the run begins. */
export type Setting =
  | { readonly type: 'profile'; readonly profile: ProfileName }
  | { readonly type: 'hosts'; readonly left: string; readonly right: string }
  /** One-way delay, ms. */
  | { readonly type: 'delay'; readonly delay: number }
  | { readonly type: 'iss'; readonly host: HostId; readonly iss: readonly number[] }
  | { readonly type: 'issBy'; readonly host: HostId; readonly issBy: Values['iss rule'] }
  | { readonly type: 'window'; readonly host: HostId; readonly window: number }
  | { readonly type: 'mss'; readonly host: HostId; readonly mss: number }
  | { readonly type: 'fastOpen'; readonly host: HostId; readonly fastOpen: HostSetup['fastOpen'] }
  | { readonly type: 'sendBuffer'; readonly host: HostId; readonly sendBuffer: number }
  /** ms. */
  | { readonly type: 'delayedAck'; readonly host: HostId; readonly delayedAck: number }
  /** The shift offered; null: none is. */
  | { readonly type: 'wscale'; readonly host: HostId; readonly wscale: number | null }
  | { readonly type: 'sack'; readonly host: HostId; readonly sack: boolean }
  | { readonly type: 'timestamps'; readonly host: HostId; readonly timestamps: boolean }
  | { readonly type: 'ecn'; readonly host: HostId; readonly ecn: Profile['ecn'] }
  | { readonly type: 'nagle'; readonly host: HostId; readonly nagle: boolean }
  | { readonly type: 'keepAlive'; readonly host: HostId; readonly keepAlive: KeepAlive }
  /** ms. */
  | { readonly type: 'userTimeout'; readonly host: HostId; readonly userTimeout: number }
  | { readonly type: 'established' };

/** When a run stops early. */
export type Stop = NonNullable<Scenario['stop']>;

/** What one line says. */
export type Statement =
  | { readonly type: 'setting'; readonly setting: Setting }
  | { readonly type: 'fault'; readonly fault: Fault }
  | (Act & { readonly type: 'act' })
  | (Intervention & { readonly type: 'intervention' })
  | { readonly type: 'stop'; readonly stop: Stop }
  | { readonly type: 'expect'; readonly expectation: Expectation };

/** What each rule of the grammar stands for, undefined where nothing need be said; numbers without a unit here count octets, or are sequence numbers, or turns. */
export interface Values {
  host: HostId;
  name: string;
  state: State;
  profile: ProfileName;
  signal: Signal;
  flags: Flags;
  forged: Forged;
  nth: number;
  /** Of a hundred, 1…100. */
  percent: number;
  count: number;
  /** ms, 0 or more. */
  time: number;
  /** ms, 1 or more. */
  'some time': number;
  /** ms, 0…499. */
  'ack delay': number;
  octets: number;
  total: number;
  window: number;
  mss: number;
  'sequence numbers': readonly number[];
  port: number;
  'from port': number | undefined;
  'to port': number | undefined;
  'on port': number | undefined;
  'with data': number | undefined;
  connection: number | undefined;
  backlog: number;
  seed: number;
  secret: number | undefined;
  'iss rule': Exclude<IssRule, { type: 'list' }>;
  'window scale': number | null;
  sack: boolean;
  timestamps: boolean;
  'fast open': HostSetup['fastOpen'];
  ecn: Profile['ecn'];
  'on or off': boolean;
  probing: KeepAlive;
  which: Selector['which'];
  pattern: Pattern;
  selector: Selector;
  when: When;
  until: Extract<When, { type: 'at' | 'state' }> | null;
  end: Stop;
  setting: Setting;
  fault: Fault;
  action: Action;
  expectation: Expectation;
  statement: Statement;
}

/** The name of a rule of the grammar. */
export type RuleName = keyof Values;
