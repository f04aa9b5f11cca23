import type { Effect, Signal } from '../tcp/effect.ts';
import type { Segment } from '../tcp/segment.ts';
import type { Tcb } from '../tcp/tcb.ts';
import type { Ports } from './connections.ts';
import type { HostEvent } from './host-event.ts';
import type { HostId, Intervention, Scenario } from './scenario.ts';

/** One segment on its way from a host to the other. */
export interface Flight {
  /** Its place in `Trace.flights`. */
  readonly id: number;
  readonly from: HostId;
  readonly to: HostId;
  /** The connection that it belongs to, by its place in `Trace.connections`. */
  readonly connection: number;
  readonly segment: Segment;
  /** `sent` by the host, a `copy` that the network made, or `injected` by somebody else. */
  readonly origin: 'sent' | 'copy' | 'injected';
  /** For a copy: the id of the flight that it copies; else null. */
  readonly copyOf: number | null;
  /** 1 for the first transmission, 2 for the first retransmission of these sequence numbers… */
  readonly transmission: number;
  /** Its turn among all segments that its host sent, from 1: `lose <turn>th <host> segment` names it; of a copy, among the copies of its host's segments: `lose <turn>th <host> copy`. 0 for injected ones. */
  readonly turn: number;
  /** When it left, ms. */
  readonly sentAt: number;
  /** When it arrived or will arrive, ms; null where it is lost or held. */
  readonly arrivesAt: number | null;
  /** What became of it by the end of the run. */
  readonly fate: 'delivered' | 'lost' | 'held' | 'in flight';
}

/** Something happened to a host: its endpoint took one event. */
export interface EndpointMoment {
  readonly kind: 'endpoint';
  /** Its place in `Trace.moments`. */
  readonly index: number;
  /** Simulated time, ms. */
  readonly at: number;
  readonly host: HostId;
  /** The connection whose endpoint it is, by its place in `Trace.connections`; null: a listener whose port no connection has. */
  readonly connection: number | null;
  readonly event: HostEvent;
  /** For SEGMENT ARRIVES: the flight that arrived; else null. */
  readonly arrived: number | null;
  /** The ids of the rules that fired, in order. */
  readonly because: readonly string[];
  readonly effects: readonly Effect[];
  /** The flights that left because of it. */
  readonly sent: readonly number[];
  readonly before: Tcb;
  readonly after: Tcb;
}

/** Something happened on the wire, or a host crashed. */
export interface WireMoment {
  readonly kind: 'lost' | 'copied' | 'held' | 'released' | 'injected' | 'marked';
  readonly index: number;
  readonly at: number;
  /** The flight that it happened to; for `copied` the copy. */
  readonly flight: number;
}

/** A host lost everything that it knew. */
export interface CrashMoment {
  readonly kind: 'crash';
  readonly index: number;
  readonly at: number;
  readonly host: HostId;
  /** Its endpoint of the first connection. */
  readonly before: Tcb;
  readonly after: Tcb;
  /** What it has forgotten: its endpoint of each connection, in their order. */
  readonly forgot: readonly Tcb[];
}

/** One thing that happened, in the order in which it happened. */
export type Moment = EndpointMoment | WireMoment | CrashMoment;

/** One of the connections of a run. */
export interface TraceConnection extends Ports {
  /** The endpoints before the first moment. */
  readonly start: Readonly<Record<HostId, Tcb>>;
  /** The endpoints after the last moment. */
  readonly end: Readonly<Record<HostId, Tcb>>;
}

/** A whole run: what every diagram, table, story and exercise is a fold over. */
export interface Trace {
  readonly scenario: Scenario;
  /** The connections that the script opens, or one; the first is meant where none is named. */
  readonly connections: readonly TraceConnection[];
  /** The endpoints of the first connection before the first moment. */
  readonly start: Readonly<Record<HostId, Tcb>>;
  readonly moments: readonly Moment[];
  readonly flights: readonly Flight[];
  /** The endpoints of the first connection after the last moment. */
  readonly end: Readonly<Record<HostId, Tcb>>;
  /** When the last moment was, ms. */
  readonly endedAt: number;
  /** `quiet`: nothing more can happen; `stopped`: the scenario's stop; `bounded`: the bound on moments was reached. */
  readonly ended: 'quiet' | 'stopped' | 'bounded';
  /** What each user was told, in order. */
  readonly told: Readonly<Record<HostId, readonly Signal[]>>;
  /** Octets delivered to each user. */
  readonly received: Readonly<Record<HostId, number>>;
  /** How many acts of the script happened. */
  readonly actsDone: number;
  /** The interventions whose moment never came. */
  readonly undone: readonly Intervention[];
}
