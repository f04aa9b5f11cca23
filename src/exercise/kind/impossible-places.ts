import { segmentShown, type Altered } from '../../diagram/shown.ts';
import type { EndpointMoment, Trace } from '../../simulation/trace.ts';
import { ACK, FIN, RST, SYN, flagsNamed, flagsOf, FLAG_NAMES, has, PSH, without, type Flags } from '../../tcp/flags.ts';
import type { Segment } from '../../tcp/segment.ts';
import { seqAdd } from '../../tcp/seq.ts';
import type { ChoiceField, Explained } from '../field.ts';
import { memoised } from '../../simulation/memoised.ts';
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
const MOST_SHOWN = 8;

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

/** The segments of the run with these changes. */
function shownWith(trace: Trace, altered: readonly Altered[]) {
  return (id: number): Segment | undefined => {
    const flight = trace.flights[id];
    return flight === undefined ? undefined : segmentShown(flight, { altered });
  };
}

/** Other changes of a segment by which it may be explained that a number is off by `distance`. */
function changesOf(segment: Segment, flight: number, distance: number): readonly Altered[] {
  const steps = distance === 1 ? [1, -1] : [1, -1, distance, -distance];
  const numbers = has(segment.flags, ACK) ? (['seq', 'ack'] as const) : (['seq'] as const);
  const moved = numbers.flatMap((part) => steps.map((by) => ({ flight, part, value: seqAdd(segment[part], by) })));
  const longer = steps.flatMap((by) => (segment.length + by >= 0 ? [{ flight, part: 'length' as const, value: segment.length + by }] : []));
  return [...moved, ...longer, ...[ACK, SYN, FIN].map((bit) => ({ flight, part: 'flags' as const, value: segment.flags ^ bit }))];
}

/** Whether a change of another part, or of an earlier segment, would explain the figure as well. */
function isAmbiguous(trace: Trace, until: number, altered: Altered): boolean {
  const truth = trace.flights[altered.flight]?.segment;
  const distance = truth === undefined || altered.part === 'flags' ? 1 : Math.abs(altered.value - truth[altered.part]);
  const shown = shownWith(trace, [altered]);
  return trace.flights.slice(0, altered.flight + 1).some(({ id, origin }) => {
    const segment = origin === 'sent' ? shown(id) : undefined;
    const others = segment === undefined ? [] : changesOf(segment, id, distance).filter(({ part }) => id !== altered.flight || part !== altered.part);
    return others.some((other) => firstMisfit(trace, until, shownWith(trace, [altered, other])) === null);
  });
}

function alterationsAt(moment: EndpointMoment, trace: Trace, until: number): readonly Alteration[] {
  const asked = askedAt(moment, trace);
  const flight = moment.sent[0];
  if (asked === null || flight === undefined || trace.flights.some(({ copyOf }) => copyOf === flight)) return [];
  return mistakesIn(asked, flight).flatMap(({ altered, field }) => {
    const misfit = firstMisfit(trace, until, shownWith(trace, [altered]));
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
