import type { Signal } from '../tcp/effect.ts';
import type { Profile } from '../tcp/profile.ts';
import { PROFILES } from '../tcp/profiles.ts';
import { closedTcb, type Tcb } from '../tcp/tcb.ts';
import { ADDRESSES, connectionsOf, type Ports } from './connections.ts';
import type { HostEnv } from './host/host-env.ts';
import { endpointAt, newHost, unopened, type Host } from './host/host.ts';
import type { HostTimer } from './host/timeout.ts';
import { cookieAtFirst, fastOpenOf } from './cookie.ts';
import { peerOf, type HostId, type Intervention, type Scenario } from './scenario.ts';
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
  /** The index of the fault that holds it; null: the wire holds it by an act. */
  readonly fault: number | null;
}

/** A run in progress. The only mutable thing of the engine: `fork` it before trying something else. */
export interface World {
  readonly scenario: Scenario;
  /** Each host's profile, with what the scenario says of the host itself. */
  readonly profiles: Readonly<Record<HostId, Profile>>;
  readonly connections: readonly Ports[];
  now: number;
  /** Both hosts; each has its endpoint of every connection at the connection's own place. */
  readonly hosts: Record<HostId, Host>;
  /** The timer of each host that expires first. */
  readonly due: Record<HostId, HostTimer | null>;
  /** The ports on which each host's user waits for a connection to accept. */
  readonly accepting: Record<HostId, readonly number[]>;
  /** How many segments each host has sent. */
  readonly turns: Record<HostId, number>;
  /** How many copies of each host's segments the wire has made. */
  readonly copies: Record<HostId, number>;
  /** How many segments each fault's selector has met, by index of the fault. */
  readonly met: number[];
  readonly wire: WireEvent[];
  readonly held: Held[];
  /** The index of the next act of the script. */
  nextAct: number;
  /** What is still to be done beside the script, the earliest first. */
  readonly interventions: Intervention[];
  /** When the last act of the script happened, ms. */
  lastActAt: number;
  /** The Fast Open cookie that each host has from its peer; null: none. */
  readonly cookies: Record<HostId, string | null>;
  readonly told: Record<HostId, readonly Signal[]>;
  /** Octets delivered to each user. */
  readonly received: Record<HostId, number>;
  readonly moments: Moment[];
  readonly flights: Flight[];
}

function profileOf({ profile, hosts }: Scenario, host: HostId): Profile {
  const { overrides } = hosts[host];
  return Object.keys(overrides).length === 0 ? PROFILES[profile] : { ...PROFILES[profile], ...overrides };
}

/** A host that knows its connections, none of them open. */
function emptyHost(host: HostId, connections: readonly Ports[], buffer: number): Host {
  const address = ADDRESSES[peerOf(host)];
  const all = connections.map(({ ports }) => unopened(ports[host], { address, port: ports[peerOf(host)] }, buffer));
  return { ...newHost(ADDRESSES[host]), connections: all };
}

/** The world before anything has happened, every endpoint CLOSED. */
export function emptyWorld(scenario: Scenario, connections = connectionsOf(scenario)): World {
  const { A, B } = scenario.hosts;
  return {
    scenario,
    profiles: { A: profileOf(scenario, 'A'), B: profileOf(scenario, 'B') },
    connections,
    now: 0,
    hosts: { A: emptyHost('A', connections, A.window), B: emptyHost('B', connections, B.window) },
    due: { A: null, B: null },
    accepting: { A: [], B: [] },
    turns: { A: 0, B: 0 },
    copies: { A: 0, B: 0 },
    met: scenario.faults.map(() => 0),
    wire: [],
    held: [],
    nextAct: 0,
    interventions: scenario.interventions.toSorted((one, other) => one.after - other.after),
    lastActAt: 0,
    cookies: { A: cookieAtFirst('A', scenario), B: cookieAtFirst('B', scenario) },
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
    hosts: { ...world.hosts },
    due: { ...world.due },
    accepting: { ...world.accepting },
    turns: { ...world.turns },
    copies: { ...world.copies },
    met: [...world.met],
    wire: [...world.wire],
    held: [...world.held],
    interventions: [...world.interventions],
    cookies: { ...world.cookies },
    told: { ...world.told },
    received: { ...world.received },
    moments: [...world.moments],
    flights: [...world.flights],
  };
}

/** What an event at `host` may know now. */
export function envOf(world: World, host: HostId): HostEnv {
  const { iss, issBy, mss, sendBuffer, delayedAck, keepAlive, userTimeout } = world.scenario.hosts[host];
  const issRule = issBy ?? { type: 'list' as const, numbers: iss };
  return { now: world.now, profile: world.profiles[host], issRule, mss, fastOpen: fastOpenOf(host, world.scenario, world.cookies[host]), sendBuffer, delayedAck, keepAlive, userTimeout };
}

/** What a segment of the connection would meet at the host: its endpoint, or the listener of its port. */
export function endpointOf(world: World, host: HostId, connection: number): Tcb {
  return endpointAt(world.hosts[host], connection) ?? closedTcb(world.scenario.hosts[host].window);
}
