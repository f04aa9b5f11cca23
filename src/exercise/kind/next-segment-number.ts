import { sentence, type Sentence } from '../../narration/sentence.ts';
import type { ChoiceField } from '../field.ts';
import { distinct, explained, plain, rightOption, wrongOption, type Wrong } from '../option.ts';
import { shuffled, type Random } from '../random.ts';
import type { Asked } from './next-segment-facts.ts';

/** The option for a segment whose ACK bit is off. */
export const NO_ACK = 'none';

/** The misconception about what takes a sequence number and what does not. */
export const CONTROL = 'syn-fin-take-no-number';

const KEY = 'exercise.next-segment';

function label(value: string): Sentence {
  return value === NO_ACK ? sentence(`${KEY}.ack.none`) : plain(value);
}

/** A wrong number with the reason `exercise.next-segment.why.<why>`. */
export function wrongNumber(value: number | string, why: string, { names }: Asked): Wrong {
  return { value: String(value), why: [explained(sentence(`${KEY}.why.${why}`, { ...names, value }))] };
}

/** A wrong number that a known misconception leads to. */
export function mistaken(value: number | string, misconception: string): Wrong {
  return { value: String(value), misconception };
}

/** The field for one number: the right one, up to three wrong ones, and the reason `exercise.next-segment.<id>.<because>`. */
export function numberField(id: 'seq' | 'ack' | 'length', right: number | string, wrong: readonly Wrong[], because: string, asked: Asked, random: Random): ChoiceField {
  const value = String(right);
  const options = distinct(wrong, value, 3).map((one) => wrongOption(one, label(one.value)));
  return {
    type: 'choice',
    id,
    label: sentence(`${KEY}.field.${id}`),
    options: shuffled([rightOption(value, label(value)), ...options], random),
    accepted: [value],
    explanation: [explained(sentence(`${KEY}.${id}.${because}`, { ...asked.names, [id]: right }))],
  };
}
