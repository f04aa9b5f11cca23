import type { Flight } from '../../simulation/trace.ts';
import { sameData } from './same-data.ts';

/** The ways in which two segments that stand beside each other can differ, in the order in which they are told. */
const DIFFERING = ['time', 'fate', 'flags', 'seq', 'ack', 'length', 'window', 'urgent', 'options', 'ecn'] as const;

/** One way in which two segments differ. `time`: when they left, or how long they took. */
export type Differing = (typeof DIFFERING)[number];

const IS: Readonly<Record<Differing, (one: Flight, other: Flight) => boolean>> = {
  time: (one, other) => one.sentAt !== other.sentAt || (one.fate === other.fate && one.arrivesAt !== other.arrivesAt),
  fate: (one, other) => one.fate !== other.fate,
  flags: ({ segment: one }, { segment: other }) => one.flags !== other.flags,
  seq: ({ segment: one }, { segment: other }) => one.seq !== other.seq,
  ack: ({ segment: one }, { segment: other }) => one.ack !== other.ack,
  length: ({ segment: one }, { segment: other }) => one.length !== other.length,
  window: ({ segment: one }, { segment: other }) => one.wnd !== other.wnd,
  urgent: ({ segment: one }, { segment: other }) => one.up !== other.up,
  options: ({ segment: one }, { segment: other }) => !sameData(one.options, other.options),
  ecn: ({ segment: one }, { segment: other }) => one.ecn !== other.ecn,
};

/** How two flights differ: in nothing where the list is empty. */
export function differingIn(one: Flight, other: Flight): readonly Differing[] {
  return DIFFERING.filter((way) => IS[way](one, other));
}
