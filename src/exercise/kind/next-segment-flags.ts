import { ACK, FIN, PSH, RST, SYN, flagsOf, has, without, type Flags } from '../../tcp/flags.ts';
import { reasonsOf } from '../../narration/reason.ts';
import { flagsText } from '../../narration/segment-text.ts';
import { sentence } from '../../narration/sentence.ts';
import type { ChoiceField } from '../field.ts';
import { distinct, explained, plain, rightOption, wrongOption, type Wrong } from '../option.ts';
import { shuffled, type Random } from '../random.ts';
import type { Asked } from './next-segment-facts.ts';

const SYN_ACK = flagsOf(SYN, ACK);
const FIN_ACK = flagsOf(FIN, ACK);

function wrong(flags: Flags, why: string, misconception?: string): Wrong {
  if (misconception !== undefined) return { value: flagsText(flags), misconception };
  return { value: flagsText(flags), why: [explained(sentence(`exercise.next-segment.flags.why.${why}`))] };
}

function forSyn(): readonly Wrong[] {
  return [wrong(SYN_ACK, 'nothing-to-acknowledge'), wrong(ACK, 'syn-first'), wrong(FIN, 'syn-first')];
}

function forSynAck({ moment }: Asked): readonly Wrong[] {
  const crossed = moment.before.state === 'SYN-SENT' && moment.event.type === 'SEGMENT ARRIVES';
  const bare = crossed ? wrong(ACK, 'own-syn', 'syn-in-syn-sent-gets-ack') : wrong(ACK, 'own-syn');
  return [bare, wrong(SYN, 'peer-syn'), wrong(flagsOf(RST, ACK), 'no-reset')];
}

function forFin(): readonly Wrong[] {
  return [wrong(FIN, 'ack-missing', 'first-fin-has-no-ack'), wrong(ACK, 'fin-due'), wrong(RST, 'no-reset', 'rst-is-fast-fin')];
}

/** Whether a RST carries an ACK differs between systems where the RFC's form has none: that is not asked. */
function forReset(withAck: boolean): readonly Wrong[] {
  const fin = wrong(FIN_ACK, 'reset-due', 'rst-is-fast-fin');
  return [withAck ? wrong(RST, 'reset-needs-ack') : wrong(ACK, 'reset-due'), fin, wrong(SYN_ACK, 'reset-due')];
}

/** Only what no host could send here: no FIN that may be due again, no SYN,ACK that some systems repeat in SYN-RECEIVED. */
function forAck({ arrived, moment, segment }: Asked): readonly Wrong[] {
  const { state, snd } = moment.before;
  const halfMade = state === 'SYN-RECEIVED';
  const afterFin = arrived !== null && has(arrived.flags, FIN);
  return [
    ...(snd.fin === 'no' ? [afterFin ? wrong(FIN_ACK, 'close-not-called', 'fin-stops-both') : wrong(FIN_ACK, 'close-not-called')] : []),
    ...(segment.length > 0 ? [wrong(PSH, 'ack-missing')] : []),
    ...(halfMade ? [] : [wrong(SYN_ACK, 'syn-over')]),
    halfMade ? wrong(RST, 'no-reset', 'lost-third-ack-resets') : wrong(RST, 'no-reset'),
    wrong(SYN, 'syn-over'),
    wrong(FIN, 'ack-missing'),
  ];
}

function wrongFlags(asked: Asked): readonly Wrong[] {
  const { flags } = asked.segment;
  if (has(flags, RST)) return forReset(has(flags, ACK));
  if (has(flags, SYN)) return has(flags, ACK) ? forSynAck(asked) : forSyn();
  return has(flags, FIN) ? forFin() : forAck(asked);
}

/** Which control bits? No two options differ in PSH alone, which a sender may set as it likes. */
export function flagsField(asked: Asked, random: Random): ChoiceField {
  const { flags } = asked.segment;
  const right = flagsText(flags);
  const bare = flagsText(without(flags, PSH));
  const options = distinct(wrongFlags(asked), bare, 3).map((one) => wrongOption(one, plain(one.value)));
  return {
    type: 'choice',
    id: 'flags',
    label: sentence('exercise.next-segment.field.flags'),
    options: shuffled([rightOption(right, plain(right)), ...options], random),
    accepted: [right],
    explanation: reasonsOf(asked.moment, asked.trace),
  };
}
