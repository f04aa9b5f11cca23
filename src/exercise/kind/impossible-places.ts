import { segmentShown, type Altered } from '../../diagram/shown.ts';
import type { EndpointMoment, Trace } from '../../simulation/trace.ts';
import { ACK, FIN, RST, SYN, flagsNamed, flagsOf, FLAG_NAMES, has, PSH, without, type Flags } from '../../tcp/flags.ts';
import { seqAdd, type Seq } from '../../tcp/seq.ts';
import type { ChoiceField, Explained } from '../field.ts';
import { memoised } from '../memoised.ts';
import { randomOf } from '../random.ts';
import { firstMisfit } from './impossible-check.ts';
import { ackField } from './next-segment-ack.ts';
import { askedAt, type Asked } from './next-segment-facts.ts';
import { flagsField } from './next-segment-flags.ts';
import { lengthField } from './next-segment-length.ts';
import { seqField } from './next-segment-seq.ts';

/** A change of one part of one segment that no TCP could have made, and that nothing but itself explains. */
export interface Alteration {
  readonly altered: Altered;
  readonly moment: EndpointMoment;
  /** Why the value cannot be, and why the true one is right. */
  readonly why: readonly Explained[];
  readonly explanation: readonly Explained[];
  /** How many moments the figure shows. */
  readonly until: number;
}

/** How many segments a figure shows at most. */
const MOST_SHOWN = 10;

/** Up to which moment the figure shows the run: no more segments than can be looked through. */
function endOf({ moments }: Trace): number {
  let shown = 0;
  const over = moments.findIndex((moment) => {
    shown += moment.kind === 'endpoint' ? moment.sent.length : 0;
    return shown > MOST_SHOWN || moment.kind === 'crash' || moment.kind === 'injected';
  });
  return over < 0 ? moments.length : over;
}

/** The octet of the control bits that an option names. */
function flagsFrom(text: string): Flags {
  const names = text.split(',');
  return flagsNamed(FLAG_NAMES.filter((name) => names.includes(name)));
}

/** What a learner may take for right instead of the true value. */
function mistakesIn(asked: Asked, flight: number): readonly { readonly altered: Altered; readonly field: ChoiceField }[] {
  const random = randomOf(0);
  const ordinary = without(asked.segment.flags, flagsOf(SYN, FIN, ACK, PSH)) === 0;
  const fields = [...(ordinary ? [flagsField(asked, random)] : []), seqField(asked, random), ...(has(asked.segment.flags, ACK) ? [ackField(asked, random)] : []), lengthField(asked, random)];
  return fields.flatMap((field) =>
    field.options.flatMap(({ value }) => {
      const part = field.id as Altered['part'];
      const number = part === 'flags' ? flagsFrom(value) : Number(value);
      if (field.accepted.includes(value) || Number.isNaN(number) || (part === 'flags' && has(number as Flags, RST))) return [];
      return [{ altered: { flight, part, value: number }, field }];
    }),
  );
}

/** Whether a change of another part, or of an earlier segment, would explain the figure as well. */
function isAmbiguous(trace: Trace, until: number, altered: Altered): boolean {
  const shown = (id: number) => {
    const flight = trace.flights[id];
    return flight === undefined ? undefined : segmentShown(flight, { altered: [altered] });
  };
  const truth = trace.flights[altered.flight]?.segment;
  const distance = truth === undefined || altered.part === 'flags' ? 1 : Math.abs(altered.value - truth[altered.part]);
  const others = trace.flights.flatMap(({ id, origin }): readonly Altered[] => {
    const segment = shown(id);
    if (segment === undefined || id > altered.flight || origin !== 'sent') return [];
    const moved = (part: 'seq' | 'ack', value: Seq) => [1, -1, distance, -distance].map((by) => ({ flight: id, part, value: seqAdd(value, by) }));
    const longer = [1, -1, distance, -distance].flatMap((by) => (segment.length + by >= 0 ? [{ flight: id, part: 'length' as const, value: segment.length + by }] : []));
    const flags = [ACK, SYN, FIN].map((bit) => ({ flight: id, part: 'flags' as const, value: segment.flags ^ bit }));
    return [...moved('seq', segment.seq), ...moved('ack', segment.ack), ...longer, ...flags].filter(({ part }) => id !== altered.flight || part !== altered.part);
  });
  return others.some((other) => {
    const repaired = (id: number) => {
      const flight = trace.flights[id];
      return flight === undefined ? undefined : segmentShown(flight, { altered: [altered, other] });
    };
    return firstMisfit(trace, until, repaired) === null;
  });
}

function alterationsAt(moment: EndpointMoment, trace: Trace, until: number): readonly Alteration[] {
  const asked = askedAt(moment, trace);
  const flight = moment.sent[0];
  if (asked === null || flight === undefined || trace.flights.some(({ copyOf }) => copyOf === flight)) return [];
  return mistakesIn(asked, flight).flatMap(({ altered, field }) => {
    const shown = (id: number) => {
      const one = trace.flights[id];
      return one === undefined ? undefined : segmentShown(one, { altered: [altered] });
    };
    const misfit = firstMisfit(trace, until, shown);
    if (misfit?.flight !== flight || misfit.part !== altered.part || isAmbiguous(trace, until, altered)) return [];
    const value = altered.part === 'flags' ? null : String(altered.value);
    const option = field.options.find((one) => one.value === value || (value === null && flagsFrom(one.value) === altered.value));
    return [{ altered, moment, why: option?.why ?? [], explanation: field.explanation, until }];
  });
}

/** All changes that can be found in the figure of the run; none where the run itself has what seems impossible. */
export const alterations = memoised((trace: Trace): readonly Alteration[] => {
  const until = endOf(trace);
  if (firstMisfit(trace, until, (id) => trace.flights[id]?.segment) !== null) return [];
  return trace.moments.slice(0, until).flatMap((moment) => (moment.kind === 'endpoint' ? alterationsAt(moment, trace, until) : []));
});
