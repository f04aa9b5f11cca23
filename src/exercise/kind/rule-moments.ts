import { PROFILES } from '../../tcp/profiles.ts';
import { arrives } from '../../tcp/rules/arrives.ts';
import type { Env } from '../../tcp/env.ts';
import { ACK, RST, has } from '../../tcp/flags.ts';
import { seq } from '../../tcp/seq.ts';
import type { EndpointMoment, Trace } from '../../simulation/trace.ts';
import { CONDITIONS, LEAST, type Condition } from './rule-conditions.ts';

/** A moment at which known rules decide, in the order in which they fired. */
export interface Decided {
  readonly moment: EndpointMoment;
  readonly fired: readonly string[];
}

/** A rule that has not fired, with its condition. */
export interface NotFired {
  readonly rule: string;
  readonly condition: Condition;
}

function kindOf({ event }: EndpointMoment): string {
  return event.type.endsWith('TIMEOUT') ? 'timeout' : event.type;
}

/** Whether what decides can be told from the run: no ACK that waits for company, no timer but the one for retransmission. */
function isClear({ because, event }: EndpointMoment): boolean {
  const timer = event.type.endsWith('TIMEOUT') && event.type !== 'RETRANSMISSION TIMEOUT';
  return !timer && !because.includes('output.ack-later');
}

/** Every moment of a run under RFC 9293 alone at which rules decide that can be asked about; where a host differs from the profile, none of its own. */
export function decidedIn({ scenario, moments }: Trace): readonly Decided[] {
  if (scenario.profile !== 'rfc9293') return [];
  return moments.flatMap((moment): readonly Decided[] => {
    if (moment.kind !== 'endpoint' || !isClear(moment) || Object.keys(scenario.hosts[moment.host].overrides).length > 0) return [];
    const known = moment.because.filter((rule) => rule in CONDITIONS);
    const fired = known.length > 1 ? known.filter((rule) => rule !== LEAST) : known;
    return fired.length === 0 ? [] : [{ moment, fired }];
  });
}

/** What a rule may know beside the endpoint and the segment. */
function envAt({ at, host }: EndpointMoment, { scenario }: Trace): Env {
  const { mss, sendBuffer, delayedAck, keepAlive, userTimeout } = scenario.hosts[host];
  return { now: at, profile: PROFILES.rfc9293, iss: seq(0), mss, fastOpen: null, sendBuffer, delayedAck, keepAlive, userTimeout };
}

/** Whether the condition of a rule holds for the segment that arrives, although an earlier rule may have ended the matter. */
function holds(rule: string, { states }: Condition, moment: EndpointMoment, trace: Trace): boolean {
  const { event, before } = moment;
  if (event.type !== 'SEGMENT ARRIVES' || states?.includes(before.state) === false) return false;
  return arrives(before.state, event.segment.flags).some(({ id, fire }) => id === rule && fire(before, event.segment, envAt(moment, trace)) !== null);
}

/** The rules for such an event whose conditions do not hold at the moment: none of them could have decided, whatever came before it. */
export function notFiredAt({ moment, fired }: Decided, trace: Trace): readonly NotFired[] {
  const groups = fired.map((rule) => CONDITIONS[rule]?.group);
  return Object.entries(CONDITIONS).flatMap(([rule, condition]): readonly NotFired[] => {
    if (condition.event !== kindOf(moment) || moment.because.includes(rule)) return [];
    const excluded = condition.group !== undefined && groups.includes(condition.group);
    return excluded || !holds(rule, condition, moment, trace) ? [{ rule, condition }] : [];
  });
}

/** Whether the segment that arrives has what the condition needs in state and control bits; a call or a timer always has. */
export function couldHold({ states, bit }: Condition, { event, before }: EndpointMoment): boolean {
  const bits = event.type !== 'SEGMENT ARRIVES' || bit === undefined || has(event.segment.flags, bit);
  return bits && states?.includes(before.state) !== false;
}

/** Whether the segment that arrives is a RST, or has an ACK. */
export function arrivedWith(moment: EndpointMoment): { readonly rst: boolean; readonly ack: boolean } {
  const { event } = moment;
  const flags = event.type === 'SEGMENT ARRIVES' ? event.segment.flags : null;
  return { rst: flags !== null && has(flags, RST), ack: flags !== null && has(flags, ACK) };
}
