import type { ChoiceField } from '../field.ts';
import type { Random } from '../random.ts';
import { takesControlNumber, type Asked } from './next-segment-facts.ts';
import { numberField, wrongNumber } from './next-segment-number.ts';

/** A TCP header without options, octets: what a learner may count as length. */
const HEADER = 20;

/** How many octets of data? SYN and FIN take a number but are no data. */
export function lengthField(asked: Asked, random: Random): ChoiceField {
  const { segment, arrived } = asked;
  const { length } = segment;
  const others = [
    ...(takesControlNumber(segment) ? [wrongNumber(length + 1, 'control-no-data', asked)] : []),
    ...(length > 0 ? [wrongNumber(0, 'data-due', asked), wrongNumber(length - 1, 'waiting-data', asked)] : []),
    ...(length === 0 && arrived !== null && arrived.length > 0 ? [wrongNumber(arrived.length, 'peer-data', asked)] : []),
    wrongNumber(length + HEADER, 'header', asked),
    wrongNumber(length + 1, length > 0 ? 'waiting-data' : 'no-data', asked),
    wrongNumber(length + 100, length > 0 ? 'waiting-data' : 'no-data', asked),
  ];
  return numberField('length', length, others, length > 0 ? 'data' : 'none', asked, random);
}
