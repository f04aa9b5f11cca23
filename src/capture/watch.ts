import type { Signal } from '../tcp/effect.ts';
import type { TcpEvent } from '../tcp/event.ts';
import { NO_FLAGS, SYN, has } from '../tcp/flags.ts';
import type { Profile } from '../tcp/profile.ts';
import type { Segment } from '../tcp/segment.ts';
import type { Tcb } from '../tcp/tcb.ts';
import { ADDRESSES } from '../simulation/connections.ts';
import type { HostEvent } from '../simulation/host-event.ts';
import type { HostEnv } from '../simulation/host/host-env.ts';
import { endpointAt, newHost, placed, unopened, type Host } from '../simulation/host/host.ts';
import type { Reaction } from '../simulation/host/reaction.ts';
import { peerOf, type HostId } from '../simulation/scenario.ts';
import type { EndpointMoment, Flight, Moment, WireMoment } from '../simulation/trace.ts';
import type { Fate } from './fates.ts';
import type { Noticed, Remark } from './remark.ts';
import type { HostSetting } from './setting.ts';

/** A segment that the rules send and that was not captured yet. */
export interface Pending {
  readonly segment: Segment;
  readonly transmission: number;
  /** When it was to leave, ms. */
  readonly at: number;
  /** The flights of the moment at which it leaves. */
  readonly sent: number[];
}

/** An observation in progress, mutable as the engine's own world is. */
export interface Watch {
  readonly settings: Readonly<Record<HostId, HostSetting>>;
  readonly profiles: Readonly<Record<HostId, Profile>>;
  readonly ports: Readonly<Record<HostId, number>>;
  /** What became of each captured segment, by its place. */
  readonly fates: readonly Fate[];
  now: number;
  readonly hosts: Record<HostId, Host>;
  readonly pending: Record<HostId, readonly Pending[]>;
  /** The places of the SYNs of each host. */
  readonly syns: Readonly<Record<HostId, readonly number[]>>;
  /** The places of the segments of each host that have not left yet. */
  readonly upcoming: Readonly<Record<HostId, number[]>>;
  /** The flight of each captured segment, by the segment's place. */
  readonly flightOf: Map<number, number>;
  /** The places of the segments that have arrived. */
  readonly arrived: Set<number>;
  /** When the segment with each TSval left, ms, by its host: the clocks of the hosts are their own. */
  readonly stamps: Readonly<Record<HostId, Map<number, number>>>;
  /** Segments that must have arrived at another time than was taken, ms, and the place of the segment that shows it. */
  readonly overruled: { readonly place: number; readonly at: number; readonly answered: number }[];
  readonly flights: Flight[];
  readonly moments: Moment[];
  readonly remarks: Remark[];
  readonly turns: Record<HostId, number>;
  readonly told: Record<HostId, readonly Signal[]>;
  readonly received: Record<HostId, number>;
  /** The hosts of which nothing is known yet: they began before the capture and have sent nothing. */
  readonly unknown: Set<HostId>;
  /** Remarks on a segment that is not a flight yet. */
  readonly owing: { readonly place: number; readonly noticed: Noticed }[];
  /** The segment that reached each host last. */
  readonly latest: Record<HostId, Segment | null>;
  /** What each host would have sent in answer to what reached it last, under another profile. */
  readonly last: Record<HostId, ((profile: Profile) => readonly Segment[]) | null>;
  /** How many segments of each host came at another time than the rules have it. */
  readonly untimely: Record<HostId, number>;
}

/** What an observation begins with. */
export type Beginning = Pick<Watch, 'settings' | 'profiles' | 'ports' | 'fates'>;

function hostAt(host: HostId, { ports, settings }: Beginning): Host {
  const address = ADDRESSES[peerOf(host)];
  const connection = unopened(ports[host], { address, port: ports[peerOf(host)] }, settings[host].setup.window);
  return { ...newHost(ADDRESSES[host]), connections: [connection] };
}

/** An observation of which nothing has been seen yet. */
export function watch(beginning: Beginning): Watch {
  const of = (host: HostId): number[] => beginning.fates.flatMap(({ seen }) => (seen.from === host ? [seen.index] : []));
  const synsOf = (host: HostId): readonly number[] => of(host).filter((place) => has(beginning.fates[place]?.seen.segment.flags ?? NO_FLAGS, SYN));
  return {
    ...beginning,
    now: 0,
    hosts: { A: hostAt('A', beginning), B: hostAt('B', beginning) },
    pending: { A: [], B: [] },
    syns: { A: synsOf('A'), B: synsOf('B') },
    upcoming: { A: of('A'), B: of('B') },
    flightOf: new Map(),
    arrived: new Set(),
    overruled: [],
    stamps: { A: new Map(), B: new Map() },
    flights: [],
    moments: [],
    remarks: [],
    unknown: new Set(),
    owing: [],
    latest: { A: null, B: null },
    last: { A: null, B: null },
    turns: { A: 0, B: 0 },
    told: { A: [], B: [] },
    received: { A: 0, B: 0 },
    untimely: { A: 0, B: 0 },
  };
}

/** The endpoint of the host. */
export function tcbOf(hosts: Readonly<Record<HostId, Host>>, host: HostId): Tcb {
  const found = endpointAt(hosts[host], 0);
  if (found === undefined) throw new Error('An observed host has one connection');
  return found;
}

/** The host with another endpoint. */
export function withTcb(host: Host, tcb: Tcb): Host {
  const [connection] = host.connections;
  return connection === undefined ? host : { ...host, connections: placed(host.connections, 0, { ...connection, tcb }) };
}

/** The initial sequence number that the host will be seen to choose, or must have chosen. */
function nextIss({ syns, flightOf, fates, upcoming, hosts }: Watch, host: HostId): number {
  const syn = syns[host].find((place) => !flightOf.has(place));
  if (syn !== undefined) return fates[syn]?.seen.segment.seq ?? 0;
  const first = fates[upcoming[host][0] ?? -1]?.seen.segment.seq;
  return first === undefined ? (hosts[host].connections[0]?.tcb.iss ?? 0) : first - 1;
}

const ISS_STEP = 64_000;

/** What a step of the host may know now. */
export function envOf(watch: Watch, host: HostId, profile = watch.profiles[host]): HostEnv {
  const { setup, fastOpen } = watch.settings[host];
  // The rule counts the numbers that were chosen before; the next one is that of the capture.
  const numbers = [nextIss(watch, host) - watch.hosts[host].issChosen * ISS_STEP];
  return { now: watch.now, profile, issRule: { type: 'list', numbers }, mss: setup.mss, fastOpen, sendBuffer: null, delayedAck: null, keepAlive: null, userTimeout: null };
}

/** Puts on record what an event did to a host; what it sends is expected from now on. */
export function react(watch: Watch, host: HostId, event: HostEvent, arrived: number | null, reaction: Reaction): EndpointMoment {
  const { before, after, effects, because } = reaction;
  watch.hosts[host] = reaction.host;
  const sent: number[] = [];
  const moment: EndpointMoment = { kind: 'endpoint', index: watch.moments.length, at: watch.now, host, connection: 0, event, arrived, because, effects, sent, before, after };
  watch.moments.push(moment);
  for (const effect of effects) {
    if (effect.type === 'emit') watch.pending[host] = [...watch.pending[host], { segment: effect.segment, transmission: effect.transmission, at: watch.now, sent }];
    else if (effect.type === 'tell') watch.told[host] = [...watch.told[host], effect.signal];
    else if (effect.type === 'deliver') watch.received[host] += effect.length;
  }
  return moment;
}

/** Puts on record that something was done of which no rule says anything: the endpoint is as the segment shows it. */
export function force(watch: Watch, host: HostId, event: TcpEvent, after: Tcb): EndpointMoment {
  const before = tcbOf(watch.hosts, host);
  const state = before.state === after.state ? [] : [{ type: 'state' as const, from: before.state, to: after.state }];
  return react(watch, host, event, null, { host: withTcb(watch.hosts[host], after), connection: 0, before, after, effects: state, because: [] });
}

/** Puts on record what happened to a flight. */
export function noteWire(watch: Watch, kind: WireMoment['kind'], flight: number): void {
  watch.moments.push({ kind, index: watch.moments.length, at: watch.now, flight });
}

/** Puts a captured segment on record as a flight. */
export function launch(watch: Watch, place: number, origin: Flight['origin'], transmission: number, copyOf: number | null = null): Flight {
  const found = watch.fates[place];
  if (found === undefined) throw new Error(`There is no segment ${place}`);
  const { seen, leaves, arrives, fate } = found;
  const { from, to, segment } = seen;
  if (origin === 'sent') watch.turns[from] += 1;
  const id = watch.flights.length;
  const flight: Flight = {
    id,
    from,
    to,
    connection: 0,
    segment,
    origin,
    copyOf,
    transmission,
    turn: origin === 'injected' ? 0 : watch.turns[from],
    sentAt: leaves,
    arrivesAt: fate === 'delivered' ? arrives : null,
    fate: fate === 'lost' || fate === 'unheeded' ? 'lost' : 'in flight',
  };
  const stamp = segment.options.ts?.val;
  if (stamp !== undefined && !watch.stamps[from].has(stamp)) watch.stamps[from].set(stamp, leaves);
  watch.flights.push(flight);
  watch.flightOf.set(place, id);
  const upcoming = watch.upcoming[from];
  upcoming.splice(upcoming.indexOf(place), 1);
  return flight;
}

/** Notes a remark on a captured segment. */
export function remark(watch: Watch, place: number, noticed: Noticed, cite: string, expected: readonly Segment[] = []): void {
  const flight = watch.flightOf.get(place);
  const frame = watch.fates[place]?.seen.captured.frame;
  if (flight !== undefined && frame !== undefined) watch.remarks.push({ flight, frame, noticed, cite, expected });
}
