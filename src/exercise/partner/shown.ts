import { traceOf } from '../../simulation/trace-of.ts';
import type { Flight, Moment, Trace } from '../../simulation/trace.ts';
import { composed } from './move.ts';
import type { Game } from './game.ts';
import { sentBy } from './settle.ts';
import { peerOf } from '../../simulation/scenario.ts';

/** A conversation as its reader sees it. */
export interface Shown {
  readonly trace: Trace;
  /** The id of the flight of each of the reader's segments, in order. */
  readonly sent: readonly number[];
}

/** What the reader has sent, as flights that cross the whole wire. */
function ownFlights(game: Game): readonly Flight[] {
  const { world, task: { reader }, turns } = game;
  const { delay } = world.scenario;
  const landed = sentBy(game);
  return turns.flatMap(({ move, segment }) => {
    if (move.type !== 'send' || segment === null) return [];
    const there = landed[segment];
    const arrivesAt = there?.sentAt ?? pending(game)[segment - landed.length] ?? world.now + delay;
    const way = { id: 0, from: reader, to: peerOf(reader), connection: 0, segment: composed(move.segment), copyOf: null, transmission: 1 } as const;
    return [{ ...way, origin: 'sent' as const, turn: segment + 1, sentAt: arrivesAt - delay, arrivesAt, fate: there?.fate ?? ('in flight' as const) }];
  });
}

/** When the reader's segments arrive that are still under way, ms. */
function pending({ world, task: { reader } }: Game): readonly number[] {
  return world.scenario.script.slice(world.nextAct).flatMap(({ when, action }) => (action.type === 'inject' && action.to === peerOf(reader) && when.type === 'at' ? [when.ms] : []));
}

/**
 * The conversation as it would be drawn: the reader's segments cross the whole wire from its host to the peer, and what its
 * own TCP would have sent in their place is not there.
 */
export function shownOf(game: Game): Shown {
  const { world, begin, turns, task: { reader } } = game;
  const landed = sentBy(game).map(({ id }) => id);
  const own = ownFlights(game);
  const flights: Flight[] = [];
  const ids = new Map<number, number>();
  const moments: Moment[] = [];
  const add = (moment: Moment) => moments.push({ ...moment, index: moments.length });
  const sent: number[] = [];
  /** The reader's segments that leave before the moment with this index. */
  const leave = (before: number) => {
    for (let next = own[sent.length]; next !== undefined && (sinceOf(turns, sent.length) ?? Infinity) <= before; next = own[sent.length]) {
      const id = flights.length;
      flights.push({ ...next, id });
      ids.set(landed[sent.length] ?? -1, id);
      sent.push(id);
      add({ kind: 'injected', index: 0, at: next.sentAt, flight: id });
    }
  };
  const idOf = (id: number): number | null => {
    const flight = world.flights[id];
    if (flight === undefined || (flight.from === reader && flight.origin === 'sent')) return null;
    const known = ids.get(id);
    if (known !== undefined) return known;
    const fresh = flights.length;
    flights.push({ ...flight, id: fresh });
    ids.set(id, fresh);
    return fresh;
  };
  for (const moment of world.moments) {
    leave(moment.index);
    if (moment.kind === 'crash') add(moment);
    else if (moment.kind === 'endpoint') add({ ...moment, arrived: moment.arrived === null ? null : idOf(moment.arrived), sent: moment.sent.flatMap((flight) => idOf(flight) ?? []) });
    else {
      const flight = moment.kind === 'injected' && landed.includes(moment.flight) ? null : idOf(moment.flight);
      if (flight !== null) add({ ...moment, flight });
    }
  }
  leave(world.moments.length);
  return { trace: traceOf({ ...world, moments, flights }, begin, 'stopped'), sent };
}

/** How many moments had happened when the reader sent its segment with this number. */
function sinceOf(turns: Game['turns'], segment: number): number | undefined {
  return turns.find((turn) => turn.segment === segment)?.since;
}
