import { land } from './happen.ts';
import type { Selector, WireAction } from './scenario.ts';
import { selected } from './selector.ts';
import type { Flight } from './trace.ts';
import { copy, hold, note } from './wire.ts';
import type { World } from './world.ts';

/** A flight that has left and not arrived, and when it will arrive, ms; null: the wire holds it. */
interface UnderWay {
  readonly flight: Flight;
  readonly arrivesAt: number | null;
}

/** The flights that the selector names, of those that can still be told what becomes of them. */
function underWay({ flights, connections, wire, held }: World, selector: Selector): readonly UnderWay[] {
  return selected(selector, flights, connections).flatMap((flight): readonly UnderWay[] => {
    const event = wire.find((one) => one.kind === 'arrive' && one.flight === flight.id);
    if (event !== undefined) return [{ flight, arrivesAt: event.at }];
    return held.some((one) => one.flight === flight.id) ? [{ flight, arrivesAt: null }] : [];
  });
}

/** Takes the flight off the wire, or out of the hands of what holds it. */
function pick(world: World, id: number): void {
  const event = world.wire.findIndex(({ flight }) => flight === id);
  if (event >= 0) world.wire.splice(event, 1);
  const held = world.held.findIndex(({ flight }) => flight === id);
  if (held >= 0) world.held.splice(held, 1);
}

function perform(world: World, action: WireAction, { flight, arrivesAt }: UnderWay): void {
  const { id } = flight;
  switch (action.type) {
    case 'wireLoses':
      pick(world, id);
      world.flights[id] = { ...flight, arrivesAt: null, fate: 'lost' };
      return note(world, 'lost', id);
    case 'wireDelivers':
      pick(world, id);
      return land(world, { ...flight, arrivesAt: world.now });
    case 'wireDelays': {
      if (arrivesAt === null) return;
      const later = arrivesAt + action.ms;
      pick(world, id);
      world.flights[id] = { ...flight, arrivesAt: later };
      world.wire.push({ at: later, kind: 'arrive', flight: id });
      return;
    }
    case 'wireDuplicates':
      return arrivesAt === null ? undefined : copy(world, flight, arrivesAt + action.ms);
    case 'wireHolds':
      if (arrivesAt === null) return;
      pick(world, id);
      return hold(world, flight, null);
  }
}

/** Something happens on the wire, now, to the segments that are named and under way. */
export function wireActs(world: World, action: WireAction): void {
  for (const one of underWay(world, action.selector)) perform(world, action, one);
}
