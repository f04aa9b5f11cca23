import { ACK, CWR, ECE, FIN, PSH, RST, SYN, flagsOf, has, without } from '../tcp/flags.ts';
import { isOf } from '../simulation/selector.ts';
import type { Pattern, Selector } from '../simulation/scenario.ts';
import type { Flight, Trace } from '../simulation/trace.ts';

/** How a segment is called by what it is. */
export function kindOf({ segment: { flags, length }, origin }: Flight): Pattern {
  if (origin === 'copy') return { type: 'copy' };
  if (length > 0) return { type: 'data' };
  const bits = without(flags, flagsOf(PSH, ECE, CWR));
  return has(bits, flagsOf(SYN, FIN, RST)) || bits === ACK ? { type: 'flags', flags: bits } : { type: 'segment' };
}

/** The names of exactly these flights, by what they are; the shortest first. */
export function namesOf({ flights }: Trace, meant: readonly Flight[]): readonly Selector[] {
  const [first] = meant;
  if (first === undefined) return [];
  return [kindOf(first), { type: 'segment' } as const].flatMap((pattern): readonly Selector[] => {
    const all = flights.filter((flight) => flight.from === first.from && flight.origin !== 'injected' && isOf(pattern, flight));
    const turns = meant.map((flight) => all.indexOf(flight) + 1);
    if (turns.includes(0)) return [];
    const named = (which: Selector['which']): Selector => ({ from: first.from, pattern, which });
    if (meant.length === 1) return [named({ type: 'nth', n: turns[0] ?? 1 })];
    const isFirst = turns.every((turn) => turn <= turns.length);
    return [...(isFirst && all.length === turns.length ? [named({ type: 'every' })] : []), ...(isFirst ? [named({ type: 'first', n: turns.length })] : [])];
  });
}

/** The flight of which a selector of one segment speaks. */
export function named({ flights }: Trace, { from, pattern, which }: Selector): Flight | undefined {
  if (which.type !== 'nth') return undefined;
  return flights.filter((flight) => flight.from === from && flight.origin !== 'injected' && isOf(pattern, flight))[which.n - 1];
}
