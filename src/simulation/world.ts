import type { Signal } from '../tcp/effect.ts';
import type { Env } from '../tcp/env.ts';
import type { Profile } from '../tcp/profile.ts';
import { PROFILES } from '../tcp/profiles.ts';
import { seq } from '../tcp/seq.ts';
import { closedTcb, type Tcb } from '../tcp/tcb.ts';
import type { DueTimer } from '../tcp/timeout.ts';
import type { HostId, Scenario } from './scenario.ts';
import type { Flight, Moment } from './trace.ts';

/** Something that the wire will do: a flight arrives, or is lost on its way. */
export interface WireEvent {
  /** ms of simulated time. */
  readonly at: number;
  readonly kind: 'arrive' | 'lost';
  /** The id of the flight. */
  readonly flight: number;
}

/** A flight that stays on the wire until something lets it go. */
export interface Held {
  readonly flight: number;
  /** The index of the fault that holds it. */
  readonly fault: number;
}

/** A run in progress. The only mutable thing of the engine: `fork` it before trying something else. */
export interface World {
  readonly scenario: Scenario;
  /** Each host's profile, with what the scenario says of the host itself. */
  readonly profiles: Readonly<Record<HostId, Profile>>;
  now: number;
  readonly endpoints: Record<HostId, Tcb>;
  /** The timer of each endpoint that expires first. */
  readonly due: Record<HostId, DueTimer | null>;
  /** How many initial sequence numbers each host has chosen. */
  readonly issTaken: Record<HostId, number>;
  /** How many segments each host has sent. */
  readonly turns: Record<HostId, number>;
  /** How many segments each fault's selector has met, by index of the fault. */
  readonly met: number[];
  readonly wire: WireEvent[];
  readonly held: Held[];
  /** The index of the next act of the script. */
  nextAct: number;
  /** When the last act happened, ms. */
  lastActAt: number;
  readonly told: Record<HostId, readonly Signal[]>;
  /** Octets delivered to each user. */
  readonly received: Record<HostId, number>;
  readonly moments: Moment[];
  readonly flights: Flight[];
}

function profileOf({ profile, hosts }: Scenario, host: HostId): Profile {
  return { ...PROFILES[profile], ...hosts[host].overrides };
}

/** The world before anything has happened, both endpoints CLOSED. */
export function emptyWorld(scenario: Scenario): World {
  return {
    scenario,
    profiles: { A: profileOf(scenario, 'A'), B: profileOf(scenario, 'B') },
    now: 0,
    endpoints: { A: closedTcb(scenario.hosts.A.window), B: closedTcb(scenario.hosts.B.window) },
    due: { A: null, B: null },
    issTaken: { A: 0, B: 0 },
    turns: { A: 0, B: 0 },
    met: scenario.faults.map(() => 0),
    wire: [],
    held: [],
    nextAct: 0,
    lastActAt: 0,
    told: { A: [], B: [] },
    received: { A: 0, B: 0 },
    moments: [],
    flights: [],
  };
}

/** An independent copy: what happens to one of the two never shows in the other. */
export function fork(world: World): World {
  return {
    ...world,
    endpoints: { ...world.endpoints },
    due: { ...world.due },
    issTaken: { ...world.issTaken },
    turns: { ...world.turns },
    met: [...world.met],
    wire: [...world.wire],
    held: [...world.held],
    told: { ...world.told },
    received: { ...world.received },
    moments: [...world.moments],
    flights: [...world.flights],
  };
}

const ISS_STEP = 64_000;

/** What a step of `host` may know now; the list of ISS goes on in steps of 64000 when it is used up. */
export function envOf(world: World, host: HostId): Env {
  const { iss, mss, delayedAck, keepAlive, userTimeout } = world.scenario.hosts[host];
  const taken = world.issTaken[host];
  const beyond = Math.max(0, taken - iss.length + 1);
  const chosen = (iss[Math.min(taken, iss.length - 1)] ?? 0) + beyond * ISS_STEP;
  return { now: world.now, profile: world.profiles[host], iss: seq(chosen), mss, delayedAck, keepAlive, userTimeout };
}
