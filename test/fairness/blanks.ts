import { journeys } from '../../src/diagram/journey.ts';
import type { Flight, Trace } from '../../src/simulation/trace.ts';
import { RST, SYN, flagNames, has } from '../../src/tcp/flags.ts';
import { segLen } from '../../src/tcp/segment.ts';
import { seqAdd, seqLt, type Seq } from '../../src/tcp/seq.ts';
import { byKey, type Judge } from './judge.ts';

function endOf({ segment }: Flight): Seq {
  return seqAdd(segment.seq, segLen(segment));
}

/** Whether what a SYN carries is taken with it; data that is not comes again without the SYN. */
function isTaken(syn: Flight, flights: readonly Flight[]): boolean {
  return syn.segment.length === 0 || flights.some(({ from, segment }) => from === syn.to && has(segment.flags, SYN) && segment.ack === endOf(syn));
}

/** Whether each host begins once, with one number, and takes what it gets, a probe of a closed window too: only then can a number be told by counting. */
function isPlain({ moments, flights }: Trace): boolean {
  const began = new Set(flights.filter(({ segment }) => has(segment.flags, SYN)).map(({ from, segment }) => `${from} ${String(segment.seq)}`));
  return began.size <= 2 && flights.every((flight) => !has(flight.segment.flags, SYN) || isTaken(flight, flights)) && flights.every(({ segment }) => segment.wnd > 0 || has(segment.flags, RST)) && moments.every(({ kind }) => kind !== 'crash' && kind !== 'injected');
}

/** How far these segments reach from the beginning of their direction without a gap. */
function reached(flights: readonly Flight[], begin: Seq | undefined): Seq | undefined {
  let next = begin ?? flights.find(({ segment }) => has(segment.flags, SYN))?.segment.seq;
  for (let last: Seq | undefined; next !== undefined && next !== last; ) {
    last = next;
    for (const flight of flights) if (!seqLt(next, flight.segment.seq) && seqLt(next, endOf(flight))) next = endOf(flight);
  }
  return next;
}

/** The number as a reader counts it from what the figure shows, without any TCB; undefined where that cannot be done. */
function counted(trace: Trace, id: number, part: 'seq' | 'ack'): Seq | undefined {
  const all = journeys(trace);
  const { flight, departed } = all[id]!;
  const [begin, before] = [departed ?? 0, trace.scenario.established ? trace.start[flight.from] : null];
  if (part === 'ack') return reached(all.filter((one) => one.flight.to === flight.from && (one.arrived ?? Infinity) <= begin).map((one) => one.flight), before?.rcv.nxt);
  if (flight.transmission > 1) return all.find((one) => one.flight.from === flight.from && one.flight.transmission === 1 && endOf(one.flight) === endOf(flight))?.flight.segment.seq;
  if (has(flight.segment.flags, SYN)) {
    const told = all.find((one) => one.flight.from === flight.to && one.flight.segment.ack === seqAdd(flight.segment.seq, 1));
    return told === undefined ? undefined : seqAdd(told.flight.segment.ack, -1);
  }
  return reached(all.filter((one) => one.flight.from === flight.from && one.flight.id < id).map((one) => one.flight), before?.snd.nxt);
}

/** What stands in the segments of another run where the figure leaves something out, if counting leads there too. */
export const judgeBlanks: Judge = ({ figure }, trace) => {
  if (figure.type !== 'sequence') return byKey({});
  return byKey(
    Object.fromEntries(
      figure.blanks.map(({ flight, part }) => {
        const { segment } = trace.flights[flight]!;
        if (part === 'flags' || part === 'length') return [part, part === 'flags' ? flagNames(segment.flags).join(',') : String(segment.length)];
        const isCounted = !isPlain(trace) || counted(trace, flight, part) === segment[part];
        return [part, isCounted ? String(segment[part]) : undefined];
      }),
    ),
  );
};
