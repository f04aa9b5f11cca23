import type { SegmentPart } from '../../diagram/shown.ts';
import { journeys } from '../../diagram/journey.ts';
import type { EndpointMoment, Flight, Trace } from '../../simulation/trace.ts';
import { ACK, RST, SYN, has } from '../../tcp/flags.ts';
import { seqAdd } from '../../tcp/seq.ts';

/** A part of a segment that can be left out, with the moment at which its host sent it. */
export interface BlankPlace {
  readonly flight: Flight;
  readonly moment: EndpointMoment;
  readonly part: SegmentPart;
}

/** Three places, one for each part, in the order in which a reader meets them; with the count of moments that the figure shows. */
export interface BlankTriple {
  readonly places: readonly BlankPlace[];
  readonly until: number;
}

const PARTS = ['flags', 'seq', 'ack'] as const;

/** How far apart the blanks may be, in segments that something happened before. */
const REACH = 2;

/** The flight that acknowledges the SYN alone: it tells the initial number. */
function tellsIss({ from, segment }: Flight, other: Flight): boolean {
  return other.from !== from && has(other.segment.flags, ACK) && other.segment.ack === seqAdd(segment.seq, 1);
}

/** Whether the rest of the figure decides the part: RSTs have forms that differ between systems, probes repeat a number that nobody asked for, and the number of a SYN is known only from what answers it. */
function isDecided(part: SegmentPart, flight: Flight, { event }: EndpointMoment, trace: Trace): boolean {
  const { flags } = flight.segment;
  if (part === 'flags') return true;
  if (has(flags, RST) || event.type === 'PERSIST TIMEOUT' || event.type === 'KEEP-ALIVE TIMEOUT') return false;
  if (part === 'ack') return has(flags, ACK);
  return !has(flags, SYN) || (flight.segment.length === 0 && trace.flights.some((other) => other.fate === 'delivered' && tellsIss(flight, other)));
}

/** The first segments of the moments at which a host sends something; what else leaves at the same moment is left whole. */
function placesIn(trace: Trace): readonly (readonly BlankPlace[])[] {
  return trace.moments.flatMap((moment) => {
    const flight = moment.kind === 'endpoint' ? trace.flights[moment.sent[0] ?? -1] : undefined;
    if (moment.kind !== 'endpoint' || flight === undefined) return [];
    return [PARTS.filter((part) => isDecided(part, flight, moment, trace)).map((part) => ({ flight, moment, part }))];
  });
}

/** By each count of moments: the count, larger by one at least, after which all that left until then has arrived or is lost; all moments where that never is. */
function endsOf(trace: Trace, all: ReturnType<typeof journeys>): readonly number[] {
  const whole = trace.moments.length;
  const lasting = new Array<number>(whole).fill(-1);
  for (const { departed, appeared, arrived, lost } of all) {
    const begin = departed ?? appeared ?? whole;
    if (begin < whole) lasting[begin] = Math.max(lasting[begin] ?? -1, arrived ?? lost ?? Infinity);
  }
  let last = -1;
  const settled = lasting.map((end, at) => {
    last = Math.max(last, end);
    return last <= at;
  });
  const ends = new Array<number>(whole).fill(whole);
  for (let at = whole - 1; at >= 0; at -= 1) ends[at] = settled[at] === true ? at + 1 : (ends[at + 1] ?? whole);
  return ends;
}

/** Whether what tells the number of a blanked SYN is there to be read. */
function isReadable(places: readonly BlankPlace[], until: number, all: ReturnType<typeof journeys>): boolean {
  const blanked = (flight: Flight) => places.some((place) => place.part === 'ack' && place.flight.id === flight.id);
  return places.every(({ part, flight }) => {
    if (part !== 'seq' || !has(flight.segment.flags, SYN)) return true;
    return all.some((journey) => (journey.departed ?? Infinity) < until && tellsIss(flight, journey.flight) && !blanked(journey.flight));
  });
}

/** All ways to leave out control bits, a SEQ and an ACK near each other in the run, of three segments where that is possible. */
export function blankTriples(trace: Trace): readonly BlankTriple[] {
  const segments = placesIn(trace);
  const near = (at: number, part: SegmentPart) => segments.slice(Math.max(0, at - REACH), at + REACH + 1).flatMap((places) => places.filter((place) => place.part === part));
  const triples = segments.flatMap((places, at) =>
    places.filter(({ part }) => part === 'flags').flatMap((flags) => near(at, 'seq').flatMap((seq) => near(at, 'ack').map((ack) => [flags, seq, ack]))),
  );
  const spread = (triple: readonly BlankPlace[]) => new Set(triple.map(({ flight }) => flight.id)).size;
  const widest = triples.reduce((most, triple) => Math.max(most, spread(triple)), 0);
  if (widest < 2) return [];
  const all = journeys(trace);
  const ends = endsOf(trace, all);
  return triples.flatMap((triple) => {
    if (spread(triple) < widest) return [];
    const places = triple.toSorted((a, b) => a.flight.id - b.flight.id || PARTS.indexOf(a.part as 'seq') - PARTS.indexOf(b.part as 'seq'));
    const until = ends[places.at(-1)?.moment.index ?? 0] ?? trace.moments.length;
    return isReadable(places, until, all) ? [{ places, until }] : [];
  });
}
