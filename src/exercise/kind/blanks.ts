import { blankMark } from '../../diagram/shown.ts';
import type { Trace } from '../../simulation/trace.ts';
import { SYN, has } from '../../tcp/flags.ts';
import { seqAdd } from '../../tcp/seq.ts';
import { sentence, type Sentence } from '../../narration/sentence.ts';
import { difficultyIn } from '../difficulty.ts';
import type { Draft } from '../draft.ts';
import type { ChoiceField, Field, Mistake, NumberField } from '../field.ts';
import { givenDuring } from '../given.ts';
import { explained } from '../option.ts';
import { chosen, randomOf, type Random } from '../random.ts';
import { topicAt } from '../topic.ts';
import { blankTriples, type BlankPlace } from './blank-places.ts';
import { ackField } from './next-segment-ack.ts';
import { askedAt, type Asked } from './next-segment-facts.ts';
import { flagsField } from './next-segment-flags.ts';
import { CONTROL } from './next-segment-number.ts';
import { seqField } from './next-segment-seq.ts';

const KEY = 'exercise.blanks';

/** The same question as a number to type in: what was a wrong option is a mistake that is known. */
function typed({ id, label, options, accepted, explanation }: ChoiceField, otherwise: Sentence): NumberField {
  const mistakes = options.flatMap(({ value, misconception, why }) => (accepted.includes(value) ? [] : [{ value, misconception, why }]));
  return { type: 'number', form: 'number', id, label, explanation, accepted, mistakes, otherwise: [explained(otherwise)] };
}

/** The number of a SYN, read off what acknowledges it. */
function issField({ segment, names }: Asked, label: Sentence): NumberField {
  const { seq } = segment;
  const next = seqAdd(seq, 1);
  const mistaken = (value: number, misconception: string): Mistake => ({ value: String(value), misconception, why: [explained(sentence(`misconception.${misconception}`))] });
  return {
    type: 'number',
    form: 'number',
    id: 'seq',
    label,
    accepted: [String(seq)],
    mistakes: [mistaken(next, CONTROL), ...(seq === 0 || next === 0 ? [] : [mistaken(0, 'isn-is-zero')])],
    otherwise: [explained(sentence(`${KEY}.otherwise.iss`, names))],
    explanation: [explained(sentence(`${KEY}.iss`, { ...names, seq, next }))],
  };
}

function fieldOf({ part }: BlankPlace, asked: Asked, label: Sentence, random: Random): Field {
  if (part === 'flags') return { ...flagsField(asked, random), label };
  if (part === 'seq' && has(asked.segment.flags, SYN) && asked.transmission === 1) return issField(asked, label);
  const field = part === 'seq' ? seqField(asked, random) : ackField(asked, random);
  return typed({ ...field, label }, sentence(`${KEY}.otherwise.${part}`, asked.names));
}

/** Which control bits, SEQ and ACK belong into three blanks of the ladder? The rest of the figure decides each of them. */
export function makeBlanks(trace: Trace, seed: number): Draft | null {
  const triple = chosen(blankTriples(trace), seed);
  const [first] = triple?.places ?? [];
  if (triple === null || first === undefined) return null;
  const random = randomOf(seed);
  const fields = triple.places.flatMap((place, at) => {
    const asked = askedAt(place.moment, trace);
    if (asked === null) return [];
    const label = sentence(`${KEY}.field.${place.part}`, { mark: blankMark(at), ...asked.names });
    return [fieldOf(place, asked, label, random)];
  });
  return {
    topic: topicAt(first.moment, trace, 'numbers'),
    difficulty: difficultyIn(trace, 2),
    figure: { type: 'sequence', until: triple.until, blanks: triple.places.map(({ flight, part }) => ({ flight: flight.id, part })), altered: [] },
    play: { from: first.moment.index, scenario: null },
    given: givenDuring([], trace),
    question: sentence(`${KEY}.question`),
    hint: sentence(`${KEY}.hint`),
    fields,
  };
}
