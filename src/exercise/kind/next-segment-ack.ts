import { ACK, FIN, RST, SYN, has } from '../../tcp/flags.ts';
import { segLen } from '../../tcp/segment.ts';
import { seqAdd, seqLt } from '../../tcp/seq.ts';
import type { ChoiceField } from '../field.ts';
import type { Wrong } from '../option.ts';
import type { Random } from '../random.ts';
import { takesControlNumber, type Asked } from './next-segment-facts.ts';
import { CONTROL, mistaken, NO_ACK, numberField, wrongNumber } from './next-segment-number.ts';

/** Numbers beside no ACK at all. RCV.NXT is not among them: some systems put it into a RST. */
function besideNone(asked: Asked): readonly Wrong[] {
  const { segment, moment } = asked;
  const why = has(segment.flags, RST) ? 'reset-without-ack' : 'nothing-received';
  const near = [seqAdd(segment.seq, 1), segment.seq, seqAdd(segment.seq, -1), seqAdd(segment.seq, 2)];
  return near.filter((value) => value !== moment.before.rcv.nxt).map((value) => wrongNumber(value, why, asked));
}

function withoutAck(asked: Asked): Wrong {
  const { flags } = asked.segment;
  if (has(flags, FIN)) return mistaken(NO_ACK, 'first-fin-has-no-ack');
  return wrongNumber(NO_ACK, has(flags, RST) ? 'reset-needs-ack' : 'ack-bit', asked);
}

function ofArrived(asked: Asked): readonly Wrong[] {
  const { arrived, segment } = asked;
  if (arrived === null) return [];
  if (seqLt(segment.ack, arrived.seq)) return [seqAdd(arrived.seq, segLen(arrived)), arrived.seq].map((value) => wrongNumber(value, 'hole', asked));
  return segLen(arrived) > 0 && seqLt(arrived.seq, segment.ack) ? [wrongNumber(arrived.seq, 'received', asked)] : [];
}

function besideAck(asked: Asked): readonly Wrong[] {
  const { segment, arrived } = asked;
  const control = arrived !== null && takesControlNumber(arrived) && arrived.length === 0;
  return [
    mistaken(seqAdd(segment.ack, -1), control ? CONTROL : 'ack-names-last-byte'),
    withoutAck(asked),
    ...ofArrived(asked),
    wrongNumber(segment.seq, 'own-number', asked),
    wrongNumber(seqAdd(segment.ack, 1), 'not-received', asked),
  ];
}

/** Which ACK, or none? */
export function ackField(asked: Asked, random: Random): ChoiceField {
  const { flags, ack } = asked.segment;
  if (!has(flags, ACK)) return numberField('ack', NO_ACK, besideNone(asked), has(flags, SYN) ? 'first-syn' : 'bare-reset', asked, random);
  return numberField('ack', ack, besideAck(asked), has(flags, RST) ? 'reset' : 'next', asked, random);
}
