import { ACK, CWR, ECE, PSH, flagsOf, has, without, type Flags } from '../tcp/flags.ts';
import { placeNamed, type Ports } from './connections.ts';
import type { Pattern, Selector } from './scenario.ts';
import type { Flight } from './trace.ts';

const WITH_ECN = flagsOf(PSH, ECE, CWR);

/** The bits that do not count for a pattern: PSH, and those of ECN where it names none of them. */
function uncounted(flags: Flags): Flags {
  return has(flags, flagsOf(ECE, CWR)) ? PSH : WITH_ECN;
}

/** Names exactly this transmission, by its turn among those of its host or among their copies (from 1): `2nd client segment`, `1st client copy`. */
export function exactly({ from, turn, origin = 'sent' }: Pick<Flight, 'from' | 'turn'> & { readonly origin?: Flight['origin'] }): Selector {
  return { from, pattern: { type: origin === 'copy' ? 'copy' : 'segment' }, which: { type: 'nth', n: turn } };
}

/** Whether a segment that a host sent, or a copy of one, is of the kind; PSH is not counted, nor are ECE and CWR unless the pattern names one, and a lone `ACK` means one without data. */
export function isOf(pattern: Pattern, { segment, origin }: Pick<Flight, 'segment' | 'origin'>): boolean {
  if ((pattern.type === 'copy') !== (origin === 'copy')) return false;
  switch (pattern.type) {
    case 'copy':
    case 'segment':
      return true;
    case 'data':
      return segment.length > 0;
    case 'flags':
      return without(segment.flags, uncounted(pattern.flags)) === pattern.flags && (pattern.flags !== ACK || segment.length === 0);
  }
}

/** 32 bits that look like chance and are the same for the same turn (the finaliser of MurmurHash3). */
function scattered(turn: number): number {
  const half = Math.imul(turn ^ (turn >>> 16), 0x85eb_ca6b);
  const mixed = Math.imul(half ^ (half >>> 13), 0xc2b2_ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** Whether the `turn`th segment of the kind (from 1) is among those that the selector names. */
export function names(which: Selector['which'], turn: number): boolean {
  switch (which.type) {
    case 'nth':
      return turn === which.n;
    case 'first':
      return turn <= which.n;
    case 'every':
      return true;
    case 'share':
      return scattered(turn) % 100 < which.percent;
  }
}

/** Whether the selector speaks of the connection at this place: of the one that it names, or of all. */
export function isOn({ on }: Selector, connection: number, connections: readonly Ports[]): boolean {
  return on === undefined || placeNamed(connections, on) === connection;
}

/** The flights, of those that hosts sent and the copies of them, that the selector names. */
export function selected(selector: Selector, flights: readonly Flight[], connections: readonly Ports[]): readonly Flight[] {
  const ofKind = flights.filter(
    (flight) => flight.origin !== 'injected' && flight.from === selector.from && isOn(selector, flight.connection, connections) && isOf(selector.pattern, flight),
  );
  return ofKind.filter((_flight, index) => names(selector.which, index + 1));
}
