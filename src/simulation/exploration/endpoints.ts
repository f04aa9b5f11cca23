import { TIMERS, closedTcb, type Tcb, type TimerName } from '../../tcp/tcb.ts';
import { PROFILES } from '../../tcp/profiles.ts';
import { seq } from '../../tcp/seq.ts';
import { step } from '../../tcp/step.ts';
import type { Env } from '../../tcp/env.ts';
import type { TcpEvent } from '../../tcp/event.ts';
import { brokenIn } from '../invariant.ts';
import { brokenBy } from '../step-invariant.ts';
import type { HostId } from '../scenario.ts';
import type { Exploration } from './exploration.ts';
import { interned } from './interned.ts';
import type { Traffic } from './traffic.ts';
import { THE_TIME, timeless } from './timeless.ts';

/** What the engine makes of an event at an endpoint. */
export interface Made {
  /** The number of the endpoint afterwards. */
  readonly endpoint: number;
  /** The number of the list of segments sent; 0: none. */
  readonly sent: number;
  /** `SYN-SENT>ESTABLISHED`. */
  readonly changes: readonly string[];
  /** The invariants that this broke. */
  readonly broken: readonly string[];
}

/** All endpoints that one host has been, by number. */
export interface Endpoints {
  /** CLOSED, as it begins. */
  readonly first: number;
  readonly at: (endpoint: number) => Tcb;
  /** The event happens; equal events have equal keys. */
  readonly happens: (endpoint: number, key: number, event: TcpEvent) => Made;
  readonly running: (endpoint: number) => readonly TimerName[];
}

/** The receive buffer of both hosts, octets: no shift of the window loses any of it. */
const BUFFER = 1024;
/** Each octet is a segment of its own, and opens the window again as it is read. */
const MSS = 1;

/** The endpoints of a host. `step` is pure: what it makes of an event at an endpoint is asked once, however many configurations have it. */
export function endpointsOf({ profile, iss }: Exploration, host: HostId, traffic: Traffic): Endpoints {
  const env: Env = { now: THE_TIME, profile: PROFILES[profile], iss: seq(iss[host]), mss: MSS, sendBuffer: null, fastOpen: null, delayedAck: 0, keepAlive: null, userTimeout: null };
  const all = interned<string, Tcb>();
  const numberOf = (tcb: Tcb) => all.idOf(JSON.stringify(tcb), tcb);
  const made: Map<number, Made>[] = [];

  const make = (before: Tcb, event: TcpEvent): Made => {
    const { endpoint, effects } = step(before, event, env);
    const after = timeless(endpoint);
    return {
      endpoint: numberOf(after),
      sent: traffic.listOf(effects.flatMap((effect) => (effect.type === 'emit' ? [effect.segment] : []))),
      changes: effects.flatMap((effect) => (effect.type === 'state' ? [`${effect.from}>${effect.to}`] : [])),
      broken: [...brokenIn(endpoint), ...brokenBy({ before, event, effects, after: endpoint }, env)],
    };
  };

  return {
    first: numberOf(timeless(closedTcb(BUFFER))),
    at: all.at,
    happens: (endpoint, key, event) => {
      const known = (made[endpoint] ??= new Map<number, Made>());
      const found = known.get(key) ?? make(all.at(endpoint), event);
      known.set(key, found);
      return found;
    },
    running: (endpoint) => TIMERS.filter((timer) => all.at(endpoint).timers[timer] !== null),
  };
}
