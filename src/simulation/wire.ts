import { segmentOf, type Segment } from '../tcp/segment.ts';
import { seq } from '../tcp/seq.ts';
import { peerOf, type Fault, type Forged, type HostId, type Selector } from './scenario.ts';
import { isOf, isOn, names, selected } from './selector.ts';
import { isIn } from './when.ts';
import type { Flight, WireMoment } from './trace.ts';
import type { Held, World } from './world.ts';

/** Puts on record what happened to a flight. */
export function note(world: World, kind: WireMoment['kind'], flight: number): void {
  world.moments.push({ kind, index: world.moments.length, at: world.now, flight });
}

/** A flight that is on its way: on record, and to arrive `at`. */
function onItsWay(world: World, flight: Flight, at: number): void {
  world.flights[flight.id] = flight;
  world.wire.push({ at, kind: 'arrive', flight: flight.id });
}

/** A fault that names a segment, with its index. */
interface Meeting {
  readonly fault: Fault;
  readonly index: number;
}

const UNHARMED: readonly Meeting[] = [];

/** Whether the fault would copy copies of copies without end. */
function isEndless({ type, selector: { which } }: Fault, { copyOf }: Flight, { flights }: World): boolean {
  const isOfCopy = copyOf !== null && flights[copyOf]?.origin === 'copy';
  return type === 'duplicate' && isOfCopy && (which.type === 'every' || which.type === 'share');
}

/** The faults that name this segment, with their index; each selector counts the segments of its kind. */
function faultsOn(world: World, flight: Flight): readonly Meeting[] {
  if (world.scenario.faults.length === 0) return UNHARMED;
  return world.scenario.faults.flatMap((fault, index) => {
    if (fault.selector.from !== flight.from || !isOn(fault.selector, flight.connection, world.connections) || !isOf(fault.selector.pattern, flight)) return [];
    const turn = (world.met[index] ?? 0) + 1;
    world.met[index] = turn;
    return names(fault.selector.which, turn) && !isEndless(fault, flight, world) ? [{ fault, index }] : [];
  });
}

/** The fault that holds a flight; undefined where an act does. */
function faultOf({ scenario }: World, { fault }: Held): Fault | undefined {
  return fault === null ? undefined : scenario.faults[fault];
}

function letGo(world: World, held: Held, at: number): void {
  const flight = world.flights[held.flight];
  if (flight === undefined) return;
  world.held.splice(world.held.indexOf(held), 1);
  note(world, 'released', flight.id);
  const arrivesAt = Math.max(at, flight.sentAt + world.scenario.delay);
  onItsWay(world, { ...flight, arrivesAt, fate: 'in flight' }, arrivesAt);
}

/** Lets the flights go that were to be overtaken by this one: they arrive 1 ms behind it. */
function overtake(world: World, flight: Flight, at: number): void {
  if (world.held.length === 0) return;
  for (const held of [...world.held]) {
    if (faultOf(world, held)?.type === 'reorder' && world.flights[held.flight]?.from === flight.from) letGo(world, held, at + 1);
  }
}

/** The wire makes a copy of a flight, to arrive `at`. */
export function copy(world: World, original: Flight, at: number): void {
  const id = world.flights.length;
  world.copies[original.from] += 1;
  note(world, 'copied', id);
  take(world, { ...original, id, origin: 'copy', copyOf: original.id, turn: world.copies[original.from], arrivesAt: at, fate: 'in flight' }, at);
}

/** The segment with the mark of a router that meets congestion: only what may be marked is (RFC 3168 §5). */
function marked(segment: Segment): Segment {
  return segment.ecn === 'ECT' ? { ...segment, ecn: 'CE' } : segment;
}

/** The network takes a flight that is to arrive `at`, with the faults that name it. */
function take(world: World, flight: Flight, at: number): void {
  const faults = faultsOn(world, flight);
  if (faults.length === 0) return onItsWay(world, flight, at);
  const { id } = flight;
  const segment = faults.some(({ fault }) => fault.type === 'mark') ? marked(flight.segment) : flight.segment;
  if (segment !== flight.segment) note(world, 'marked', id);
  const arrivesAt = faults.reduce((ms, { fault }) => (fault.type === 'delay' ? ms + fault.ms : ms), at);
  const onWay = { ...flight, segment, arrivesAt };
  const holding = faults.find(({ fault }) => fault.type === 'hold' || fault.type === 'reorder');
  if (faults.some(({ fault }) => fault.type === 'lose')) {
    world.flights[id] = { ...onWay, arrivesAt: null, fate: 'lost' };
    world.wire.push({ at: world.now + Math.floor(world.scenario.delay / 2), kind: 'lost', flight: id });
  } else if (holding !== undefined) {
    hold(world, onWay, holding.index);
  } else {
    onItsWay(world, onWay, arrivesAt);
  }
  for (const { fault } of faults) if (fault.type === 'duplicate') copy(world, onWay, arrivesAt + fault.ms);
}

/** The wire keeps a flight, because of the fault with this index or, for null, of an act. */
export function hold(world: World, flight: Flight, fault: number | null): void {
  world.flights[flight.id] = { ...flight, arrivesAt: null, fate: 'held' };
  world.held.push({ flight: flight.id, fault });
  note(world, 'held', flight.id);
}

/** A host sends a segment and the network takes it. Returns the id of the flight. */
export function launch(world: World, from: HostId, connection: number, segment: Segment, transmission: number): number {
  const id = world.flights.length;
  world.turns[from] += 1;
  const at = world.now + world.scenario.delay;
  const flight: Flight = {
    id, from, to: peerOf(from), connection, segment, origin: 'sent', copyOf: null, transmission,
    turn: world.turns[from], sentAt: world.now, arrivesAt: at, fate: 'in flight',
  };
  take(world, flight, at);
  const arrivesAt = world.flights[id]?.arrivesAt ?? null;
  if (arrivesAt !== null) overtake(world, flight, arrivesAt);
  return id;
}

/** A segment of somebody else's making appears in front of `to`, as if its peer had sent it. */
export function inject(world: World, to: HostId, connection: number, forged: Forged): void {
  const id = world.flights.length;
  const segment = segmentOf({ ...forged, seq: seq(forged.seq), ack: seq(forged.ack) });
  note(world, 'injected', id);
  onItsWay(world, {
    id, from: peerOf(to), to, connection, segment, origin: 'injected', copyOf: null, transmission: 1,
    turn: 0, sentAt: world.now, arrivesAt: world.now, fate: 'in flight',
  }, world.now);
}

/** Lets the held flights go that the selector names. */
export function release(world: World, selector: Selector): void {
  const ids = selected(selector, world.flights, world.connections).map(({ id }) => id);
  for (const held of [...world.held]) if (ids.includes(held.flight)) letGo(world, held, world.now);
}

/** Lets the flights go whose `hold … until` has come true, and says whether there were any. */
export function releaseDue(world: World): boolean {
  if (world.held.length === 0) return false;
  const due = world.held.filter((held) => {
    const fault = faultOf(world, held);
    if (fault?.type !== 'hold' || fault.until === null) return false;
    return fault.until.type === 'at' ? fault.until.ms <= world.now : isIn(world, fault.until);
  });
  for (const held of due) letGo(world, held, world.now);
  return due.length > 0;
}

/** Nothing more will overtake the flights that wait for it: lets them go, and says whether there were any. */
export function releaseOvertaken(world: World): boolean {
  const waiting = world.held.filter((held) => faultOf(world, held)?.type === 'reorder');
  for (const held of waiting) letGo(world, held, world.now);
  return waiting.length > 0;
}
