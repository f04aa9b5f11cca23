import type { Flight } from '../simulation/trace.ts';
import { flagNames } from '../tcp/flags.ts';
import { ACK, has } from '../tcp/flags.ts';
import type { Segment } from '../tcp/segment.ts';
import { ems, fold, foldParts } from './fold.ts';
import type { SaidParts } from './shown.ts';
import type { Words } from './words.ts';

/** What is remarkable about a flight, besides its segment. */
export type Mark = 'lost' | 'injected' | 'copy' | 'held';

/** The control bits as people write them, `SYN, ACK`; the word for none where all are off. */
export function flagWords(segment: Segment, words: Words): string {
  const names = flagNames(segment.flags);
  return names.length === 0 ? words('diagram.no-flags') : names.join(', ');
}

/** The numbers of a segment as the RFC writes them: SEQ always, ACK where the bit is on, LEN where there is data. */
export function numberWords({ seq, ack, flags, length }: Segment): string {
  return saidNumbers({ seq, ack: has(flags, ACK) ? ack : null, length: length > 0 ? length : null });
}

/** The numbers, those that are there. */
export function saidNumbers({ seq, ack, length }: Readonly<Record<'seq' | 'ack' | 'length', string | number | null>>): string {
  return `SEQ=${seq ?? ''}${ack === null ? '' : ` ACK=${ack}`}${length === null ? '' : ` LEN=${length}`}`;
}

/** What tells a segment from others in its diagram: a number where it takes two rows, the port that names its connection where there are several; else null. */
export interface Told {
  readonly number: number | null;
  readonly port: number | null;
}

/** The lines above an arrow: control bits with what is remarkable, then the numbers, folded to the space between the life lines. */
export function labelLines(flight: Flight, parts: SaidParts, marks: readonly Mark[], { number, port }: Told, words: Words): readonly string[] {
  const again = flight.transmission > 1 ? [words('diagram.retransmission', { n: flight.transmission - 1 })] : [];
  const congested = flight.segment.ecn === 'CE' ? [words('diagram.marked')] : [];
  const which = port === null ? [] : [words('diagram.connection', { port })];
  const said = [parts.flags, ...again, ...congested, ...marks.map((mark) => words(`diagram.${mark}`)), ...which];
  const head = said.map((part, index) => (index === 0 && number !== null ? `(${number}) ${part}` : part)).flatMap((part) => (ems(part) > LABEL_EMS ? fold(part, LABEL_EMS) : [part]));
  return [...foldParts(head, ' · ', LABEL_EMS), ...foldParts(saidNumbers(parts).split(' '), ' ', LABEL_EMS)];
}

const LABEL_EMS = 17.4;
