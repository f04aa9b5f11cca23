import { ACK, RST, SYN, has } from '../../tcp/flags.ts';
import { segLen } from '../../tcp/segment.ts';
import { seqAdd } from '../../tcp/seq.ts';
import type { ChoiceField } from '../field.ts';
import type { Wrong } from '../option.ts';
import type { Random } from '../random.ts';
import { isBareAck, takesControlNumber, type Asked } from './next-segment-facts.ts';
import { CONTROL, mistaken, numberField, wrongNumber } from './next-segment-number.ts';

/** Where the SEQ of the segment comes from. */
function sourceOf({ segment, transmission, moment }: Asked): 'again' | 'next' | 'zero' | 'from-ack' | 'iss' {
  if (transmission > 1) return 'again';
  if (has(segment.flags, RST) && moment.event.type !== 'ABORT') return has(segment.flags, ACK) ? 'zero' : 'from-ack';
  return has(segment.flags, SYN) ? 'iss' : 'next';
}

function besideReset(asked: Asked): readonly Wrong[] {
  const { arrived, segment } = asked;
  const near = arrived === null ? [] : [arrived.seq, seqAdd(arrived.seq, segLen(arrived))];
  return [...near, seqAdd(segment.seq, 1), seqAdd(segment.seq, 2)].map((value) => wrongNumber(value, 'reset-number', asked));
}

function besideIss(asked: Asked): readonly Wrong[] {
  const { seq } = asked.segment;
  const near = [...(asked.arrived === null ? [] : [asked.arrived.seq]), seqAdd(seq, 1), seqAdd(seq, -1)];
  return [...(seq === 0 ? [] : [mistaken(0, 'isn-is-zero')]), ...near.map((value) => wrongNumber(value, 'not-iss', asked))];
}

function besideNext(asked: Asked): readonly Wrong[] {
  const { segment, last } = asked;
  const { seq } = segment;
  const afterControl = last !== null && takesControlNumber(last) && seqAdd(last.seq, segLen(last)) === seq;
  const afterBareAck = last !== null && isBareAck(last);
  return [
    ...(afterControl ? [mistaken(seqAdd(seq, -1), CONTROL)] : []),
    ...(afterBareAck ? [mistaken(seqAdd(seq, 1), CONTROL)] : []),
    ...(has(segment.flags, ACK) ? [wrongNumber(segment.ack, 'peer-number', asked)] : []),
    ...(last === null || last.seq === seq ? [] : [wrongNumber(last.seq, 'used', asked)]),
    wrongNumber(seqAdd(seq, 1), 'skipped', asked),
    wrongNumber(seqAdd(seq, -1), 'used', asked),
    wrongNumber(seqAdd(seq, 2), 'skipped', asked),
  ];
}

function besideAgain(asked: Asked): readonly Wrong[] {
  const { segment, moment } = asked;
  const near = [seqAdd(segment.seq, segLen(segment)), moment.before.snd.nxt, seqAdd(segment.seq, -1), seqAdd(segment.seq, 2)];
  return near.map((value) => wrongNumber(value, 'again', asked));
}

/** Which SEQ? */
export function seqField(asked: Asked, random: Random): ChoiceField {
  const source = sourceOf(asked);
  const beside = { again: besideAgain, next: besideNext, zero: besideReset, 'from-ack': besideReset, iss: besideIss }[source];
  return numberField('seq', asked.segment.seq, beside(asked), source, asked, random);
}
