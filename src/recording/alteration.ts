import { flagsIn } from './recorded-segment.ts';
import { sideOf } from './flow.ts';
import type { Recorded, Recording } from './recording.ts';

/** What a wire does to a segment beside losing, delaying and doubling it: a router marks it as having met congestion (RFC 3168 §5), or its octets arrive damaged, so that its checksum tells the receiver to drop it. */
export type Alteration = 'marked' | 'damaged';

/** The alteration that the action of a fault names; null: it is another kind of fault. */
export function alterationOf(action: string): Alteration | null {
  if (/^(?:ce\b|mark|ecn|congest|set[- _]?ce)/iu.test(action)) return 'marked';
  return /^(?:corrupt|damage|garble|bad[- _]?checksum|flip)/iu.test(action) ? 'damaged' : null;
}

/** Which recorded segment a fault names by its text, as `PSH,ACK len=100 seq=1 ack=7`: of several alike, the one that left nearest to its hour; null: none. */
function named(ladder: readonly Recorded[], { t, segment, from }: Recording['faults'][number]): Recorded | null {
  const text = typeof segment === 'string' ? segment : '';
  const [flags = ''] = text.split(' ');
  const number = (name: string): number => Number(new RegExp(`\\b${name}=(\\d+)`, 'u').exec(text)?.[1] ?? NaN);
  const alike = ladder.filter((line) => line.fate !== 'injected' && (from === undefined || from === sideOf(line)) && line.seq === number('seq') && line.len === number('len') && flagsIn(line.flags) === flagsIn(flags));
  return alike.toSorted((one, other) => Math.abs(one.t - t) - Math.abs(other.t - t))[0] ?? null;
}

/** The recorded segments that the wire altered, each with how. */
export function alterations({ ladder, faults }: Recording): ReadonlyMap<Recorded, Alteration> {
  return new Map(faults.flatMap((fault) => {
    const alteration = alterationOf(fault.action);
    const line = alteration === null ? null : named(ladder, fault);
    return alteration === null || line === null ? [] : [[line, alteration] as const];
  }));
}
